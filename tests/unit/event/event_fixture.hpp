#pragma once

// Annotates a sentence with entities given by name, so that the event stage is tested apart from
// the finding of names: capitalised fixture names are companies, persons or governments by a small
// list.

#include "event/parse.hpp"
#include "frise/event/event_mention.hpp"
#include "frise/event/predicate.hpp"
#include "frise/pack/language_pack.hpp"
#include "frise/syntax/parsing.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace frise::testing {

struct Annotated {
  Document document;
  Segmentation segmentation;
  std::vector<WordTag> tags;
  Published published;
  Layer<TimeExpression> times;
  EntityLayer entities;
  EventLayer events;

  [[nodiscard]] std::string name(std::optional<std::uint32_t> entity) const {
    return entity ? entities.entities[*entity].name : std::string{"?"};
  }
  [[nodiscard]] std::string in_role(const EventMention& event, ParticipantRole role) const {
    std::string out;
    for (const Participant& p : event.participants) {
      if (p.role != role) continue;
      if (!out.empty()) out += ' ';
      out += name(p.entity);
    }
    return out;
  }
  /// "exclude Orval>Brumel" for every drawn event, joined by "; ".
  [[nodiscard]] std::string brief() const {
    std::string out;
    for (const EventMention& event : events.events) {
      if (!event.salient) continue;
      if (!out.empty()) out += "; ";
      out += std::string{to_string(event.type)} + ' ' + in_role(event, ParticipantRole::agent) +
             '>' + in_role(event, ParticipantRole::patient);
    }
    return out;
  }
};

class EventFixture {
 public:
  /// \param models read by the trained tagger and parser; else by rules
  explicit EventFixture(const std::string& lang, bool models = false)
      : pack_{LanguagePack::load(std::string{FRISE_TEST_DATA_ROOT} + "/lang/" + lang).value()},
        segment_{SegmentRules::compile(pack_).value()},
        lexicon_{
            Lexicon::open(pack_, std::string{FRISE_TEST_DATA_ROOT} + "/lexicon/" + lang + ".lex")
                .value()},
        temporal_{TemporalRules::compile(pack_, segment_).value()},
        events_{EventRules::compile(pack_, segment_).value()} {
    if (!models) return;
    const std::string folder = std::string{FRISE_TEST_DATA_ROOT} + "/model/" + lang;
    tagger_ = TagModel::open(folder + "/tagger.model", lang).value();
    parser_ = ParseModel::open(folder + "/parser.model", lang).value();
  }

  /// One fixture a language: packs are loaded once for the whole run.
  static const EventFixture& of(const std::string& lang) { return one_of(lang, false); }
  /// The same with the trained models.
  static const EventFixture& trained(const std::string& lang) { return one_of(lang, true); }

  [[nodiscard]] Annotated annotate(const std::string& text,
                                   const std::string& published = "") const {
    Annotated a;
    a.document.text = text;
    a.document.lang = pack_.lang();
    if (const auto date = parse_date(published)) {
      a.document.published = {date->value, date->bounds, DateBasis::given, ""};
    }
    a.published = a.document.published;
    a.segmentation = segment(a.document, segment_);
    a.tags = tagger_.present() ? tag_words(a.segmentation, lexicon_, tagger_)
                               : tag_words(a.segmentation, lexicon_);
    const TimeScan scan{a.document, a.segmentation, a.tags, temporal_};
    a.times = annotate_times(a.document, a.segmentation, a.tags, scan, a.published, temporal_);
    name_entities(a);
    Trees trees{parser_, a.segmentation, a.tags};
    a.events = annotate_events(
        {a.document, a.segmentation, a.tags, a.published, a.times, a.entities, trees}, events_);
    return a;
  }

  [[nodiscard]] PredicateLayer predicates(const Annotated& a) const {
    Trees trees{parser_, a.segmentation, a.tags};
    return annotate_predicates(
        {a.document, a.segmentation, a.tags, a.published, a.times, a.entities, trees}, events_,
        lexicon_);
  }

  /// How many acts of speech the parser finds in a text.
  [[nodiscard]] std::size_t acts_of_speech(const std::string& text) const {
    const Annotated a = annotate(text);
    Trees trees{parser_, a.segmentation, a.tags};
    const EventInput input{a.document, a.segmentation, a.tags, a.published,
                           a.times,    a.entities,     trees};
    std::size_t acts = 0;
    for (const ParsedSentence& sentence : parse_document(input, events_.impl()).sentences) {
      acts += sentence.speech.size();
    }
    return acts;
  }

  [[nodiscard]] const EventRules::Impl& rules() const { return events_.impl(); }
  [[nodiscard]] const LanguagePack& pack() const { return pack_; }
  [[nodiscard]] const ParseModel& parser() const { return parser_; }

 private:
  static const EventFixture& one_of(const std::string& lang, bool models) {
    static std::map<std::pair<std::string, bool>, std::unique_ptr<EventFixture>> all;
    auto& one = all[{lang, models}];
    if (!one) one = std::make_unique<EventFixture>(lang, models);
    return *one;
  }

  static void name_entities(Annotated& a) {
    static const std::map<std::string, EntityType, std::less<>> names{
        {"altéa", EntityType::company},        {"altea", EntityType::company},
        {"brumel", EntityType::company},       {"orval", EntityType::company},
        {"léa brun", EntityType::person},      {"lea brun", EntityType::person},
        {"bruxelles", EntityType::government}, {"brussels", EntityType::government},
        {"inde", EntityType::government},      {"india", EntityType::government},
        {"parquet", EntityType::government},   {"cfx", EntityType::organization},
        {"alizé", EntityType::programme},      {"alize", EntityType::programme},
        {"z4", EntityType::product},           {"a380", EntityType::product},
        {"crypto", EntityType::sector}};
    const auto& s = a.segmentation;
    for (std::uint32_t t = 0; t < s.tokens.size(); ++t) {
      for (std::uint32_t length : {2U, 1U}) {
        if (t + length > s.tokens.size()) continue;
        std::string key{s.key(t)};
        if (length == 2) key += ' ' + std::string{s.key(t + 1)};
        const auto found = names.find(key);
        if (found == names.end()) continue;
        const Span span{s.tokens[t].span.begin, s.tokens[t + length - 1].span.end};
        const std::string text{slice(a.document.text, span)};
        auto& all = a.entities.entities;
        auto same =
            std::find_if(all.begin(), all.end(), [&](const Entity& e) { return e.name == text; });
        if (same == all.end()) {
          all.push_back({"x:" + key, text, found->second, false});
          same = all.end() - 1;
        }
        a.entities.mentions.push_back({.span = span,
                                       .tokens = {t, t + length},
                                       .kind = MentionKind::name,
                                       .entity = static_cast<std::uint32_t>(same - all.begin()),
                                       .number = GrammaticalNumber::singular});
        t += length - 1;
        break;
      }
    }
  }

  LanguagePack pack_;
  SegmentRules segment_;
  Lexicon lexicon_;
  TemporalRules temporal_;
  EventRules events_;
  TagModel tagger_;
  ParseModel parser_;
};

}  // namespace frise::testing
