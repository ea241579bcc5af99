// ISO-TimeML (ISO 24617-1): stand-off, one EVENT a claim. The primary data are the sentences that
// the graph quotes, for the texts are not in it; `frise extract --format timeml` marks whole texts.
// Claims of one event are tied by IDENTITY, an event that follows another by AFTER, and claims that
// words of one sentence put in order by BEFORE with those words as SIGNAL. Checked in
// tests/exports/networks.py.

#include "export/values.hpp"
#include "export/writers.hpp"
#include "frise/record/words.hpp"
#include "text/clean.hpp"
#include "text/xml_writer.hpp"

#include <map>
#include <utility>

namespace frise {
namespace {

using Place = std::pair<std::string_view, std::uint32_t>;  // document, sentence

class Writer {
 public:
  explicit Writer(const EventGraph& graph) : corpus_{graph.corpus()} {}

  std::string write() {
    xml_.open("isoTimeML");
    gather_sentences();
    write_primary_data();
    write_times();
    write_events();
    write_signals();
    write_links();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + std::move(xml_).finish();
  }

 private:
  void gather_sentences() {
    for (const MergedEvent& event : corpus_.events) {
      for (const Claim& claim : event.claims) {
        sentences_.try_emplace(place_of(claim), clean_text(claim.evidence.quote), "");
      }
    }
    std::size_t number = 0;
    for (auto& [place, sentence] : sentences_) sentence.second = "s" + std::to_string(++number);
  }

  static Place place_of(const Claim& claim) {
    return {claim.evidence.document, claim.evidence.sentence};
  }

  void write_primary_data() {
    for (std::size_t d = 0; d < corpus_.documents.size(); ++d) {
      const RecordDocument& document = corpus_.documents[d];
      xml_.open("text").attribute("xml:id", "d" + std::to_string(d + 1));
      xml_.attribute("n", clean_text(document.id));
      if (!document.lang.empty()) xml_.attribute("xml:lang", plain_id("x-", document.lang));
      auto sentence = sentences_.lower_bound({document.id, 0});
      for (; sentence != sentences_.end() && sentence->first.first == document.id; ++sentence) {
        xml_.open("s").attribute("xml:id", sentence->second.second);
        xml_.attribute("n", std::to_string(sentence->first.second));
        xml_.text(sentence->second.first).close();
      }
      xml_.close();
    }
  }

  std::string open_time(std::string_view type, std::string_view value) {
    const std::string id = "t" + std::to_string(++times_);
    xml_.open("TIMEX3").attribute("xml:id", id).attribute("type", type).attribute("value", value);
    return '#' + id;
  }

  void write_times() {
    for (std::size_t d = 0; d < corpus_.documents.size(); ++d) {
      const RecordDocument& document = corpus_.documents[d];
      const TimexValue created = timex_of(document.published);
      if (created.value.empty()) continue;
      created_[document.id] = open_time("DATE", clean_text(created.value));
      if (!created.mod.empty()) xml_.attribute("mod", created.mod);
      xml_.attribute("target", "#d" + std::to_string(d + 1));
      xml_.attribute("functionInDocument", "CREATION_TIME").close();
    }
    for (const DatingTimex& one : corpus_.timex) {
      const std::string id = open_time(to_string(one.timex.type), clean_text(one.timex.value));
      time_ids_[{one.document, one.timex.id}] = id;
      const auto sentence = sentences_.find({one.document, one.timex.sentence});
      if (sentence != sentences_.end()) xml_.attribute("target", '#' + sentence->second.second);
      if (one.timex.mod != TimexMod::none) xml_.attribute("mod", to_string(one.timex.mod));
      xml_.attribute("comment", clean_text(one.timex.quote.text));
      const auto created = created_.find(one.document);
      if (one.timex.anchor == TimexAnchor::published && created != created_.end()) {
        xml_.attribute("anchorTimeID", created->second);
      }
      xml_.close();
    }
  }

  void write_events() {
    for (const MergedEvent& event : corpus_.events) {
      for (const Claim& claim : event.claims) {
        const std::string id = "e" + std::to_string(++events_);
        if (&claim == &event.claims.front()) first_[event.id] = '#' + id;
        claims_[claim.id] = {'#' + id, &claim};
        const bool negative = claim.negated || claim.factuality == Factuality::denied;
        xml_.open("EVENT")
            .attribute("xml:id", id)
            .attribute("target", '#' + sentences_.at(place_of(claim)).second)
            .attribute("pred", to_string(event.type))
            .attribute("class", "OCCURRENCE")
            .attribute("polarity", negative ? "NEG" : "POS");
        if (claim.factuality != Factuality::certain) {
          xml_.attribute("modality", to_string(claim.factuality));
        }
        xml_.attribute("comment", clean_text(claim.summary)).close();
      }
    }
  }

  void write_signals() {
    for (const ClaimOrder& order : corpus_.claim_order) {
      const auto told = claims_.find(order.before);
      if (told == claims_.end()) continue;
      const Claim& claim = *told->second.second;
      const auto [signal, is_new] =
          signals_.try_emplace({claim.evidence.document, order.cue.span},
                               "s" + std::to_string(sentences_.size() + signals_.size() + 1));
      if (!is_new) continue;
      xml_.open("SIGNAL")
          .attribute("xml:id", signal->second)
          .attribute("target", '#' + sentences_.at(place_of(claim)).second)
          .attribute("comment", clean_text(order.cue.text))
          .close();
    }
  }

  void open_link(const std::string& event, std::string_view relation) {
    xml_.open("TLINK").attribute("xml:id", "l" + std::to_string(++links_));
    xml_.attribute("eventID", event).attribute("relType", relation);
  }

  void write_links() {
    std::size_t number = 0;
    for (const MergedEvent& event : corpus_.events) {
      const std::string& first = first_[event.id];
      for (const Claim& claim : event.claims) {
        const std::string id = "#e" + std::to_string(++number);
        const auto time = time_ids_.find({claim.evidence.document, claim.date.timex});
        if (time != time_ids_.end()) {
          const std::string_view value = claim.date.value;
          open_link(id, value.starts_with("../") ? "BEFORE"
                        : value.ends_with("/..") ? "AFTER"
                                                 : "IS_INCLUDED");
          xml_.attribute("relatedToTime", time->second).close();
        }
        if (id == first) continue;
        open_link(id, "IDENTITY");
        xml_.attribute("relatedToEvent", first).close();
      }
    }
    for (const EventLink& link : corpus_.links) {
      const auto from = first_.find(link.from);
      const auto to = first_.find(link.to);
      if (link.kind != LinkKind::follows || from == first_.end() || to == first_.end()) continue;
      open_link(from->second, "AFTER");
      xml_.attribute("relatedToEvent", to->second).close();
    }
    for (const ClaimOrder& order : corpus_.claim_order) {
      const auto before = claims_.find(order.before);
      const auto after = claims_.find(order.after);
      if (before == claims_.end() || after == claims_.end()) continue;
      const std::string_view document = before->second.second->evidence.document;
      open_link(before->second.first, "BEFORE");
      xml_.attribute("relatedToEvent", after->second.first);
      xml_.attribute("signalID", '#' + signals_.at({document, order.cue.span})).close();
    }
  }

  const Corpus& corpus_;
  XmlWriter xml_;
  std::map<Place, std::pair<std::string, std::string>> sentences_;  ///< words and id
  std::map<std::string_view, std::string> created_;                 ///< by document
  std::map<std::pair<std::string_view, std::string_view>, std::string> time_ids_;
  std::map<std::string_view, std::string> first_;  ///< EVENT of the first claim, by event
  std::map<std::string_view, std::pair<std::string, const Claim*>> claims_;  ///< EVENT, by id
  std::map<std::pair<std::string_view, Span>, std::string> signals_;  ///< by document and place
  std::size_t times_ = 0;
  std::size_t events_ = 0;
  std::size_t links_ = 0;
};

}  // namespace

std::string write_iso_timeml(const EventGraph& graph) { return Writer{graph}.write(); }

}  // namespace frise
