// What a graph knows of a mark: its claims with their sentences, and how their dates were read.
// Tested in tests/unit/explain/explain_test.cpp.

#include "explain/page.hpp"
#include "frise/explain/explain.hpp"
#include "frise/graph/measures.hpp"
#include "frise/record/words.hpp"

#include <algorithm>

namespace frise {
namespace {

using explaining::Page;
using explaining::Source;

class GraphExplainer {
 public:
  explicit GraphExplainer(const EventGraph& graph) : graph_{graph}, corpus_{graph.corpus()} {}

  /// \returns false when the graph has no such id.
  bool tell(std::string_view id) {
    if (const MergedEvent* event = graph_.event(id)) {
      tell_event(*event);
      return true;
    }
    if (const MergedEntity* entity = graph_.entity(id)) {
      tell_entity(*entity);
      return true;
    }
    for (const MergedStance& stance : corpus_.stances) {
      if (stance.id != id) continue;
      tell_stance(stance);
      return true;
    }
    for (const MergedRole& role : corpus_.roles) {
      if (role.id != id) continue;
      tell_role(role);
      return true;
    }
    if (tell_gone(id)) return true;
    if (const RecordDocument* document = graph_.document(id)) {
      tell_document(*document);
      return true;
    }
    for (const MergedEvent& event : corpus_.events) {
      for (const Claim& claim : event.claims) {
        if (claim.id != id) continue;
        tell_claim(0, claim);
        page_.line(2, "event", event.id + ' ' + event.summary);
        return true;
      }
    }
    return false;
  }

  /// How two actors are connected, step by step, each with its evidence.
  bool tell_connection(std::string_view from, std::string_view to) {
    const auto way = connection(corpus_, from, to);
    for (const ConnectionStep& step : way) {
      page_.line(0, step.from, "to " + step.to);
      tell(step.by);
    }
    return !way.empty();
  }

  /// All expressions with that id, of one document or of any.
  std::vector<const DatingTimex*> timex(const explaining::Address& address) const {
    std::vector<const DatingTimex*> found;
    for (const DatingTimex& dating : corpus_.timex) {
      const bool there = address.document.empty() || dating.document == address.document;
      if (there && dating.timex.id == address.id) found.push_back(&dating);
    }
    return found;
  }

  void tell_timex(const DatingTimex& dating) {
    explaining::tell_timex(page_, 0, source(dating.document), dating.timex);
    for (const MergedEvent& event : corpus_.events) {
      for (const Claim& claim : event.claims) {
        if (claim.evidence.document != dating.document || claim.date.timex != dating.timex.id)
          continue;
        page_.line(2, "dates", event.id + ' ' + event.summary);
      }
    }
  }

  std::string take() { return std::move(page_).take(); }

 private:
  [[nodiscard]] Source source(const std::string& document) const {
    Source source;
    source.document = graph_.document(document);
    source.timex = [this, document](std::string_view id) -> const RecordTimex* {
      const auto found = timex({document, id});
      return found.empty() ? nullptr : &found.front()->timex;
    };
    source.sentence = [this, document](std::uint32_t number) { return sentence(document, number); };
    return source;
  }

  /// The graph keeps the sentences of its claims.
  [[nodiscard]] std::string_view sentence(const std::string& document, std::uint32_t number) const {
    for (const MergedEvent& event : corpus_.events) {
      for (const Claim& claim : event.claims) {
        if (claim.evidence.document == document && claim.evidence.sentence == number) {
          return claim.evidence.quote;
        }
      }
    }
    return {};
  }

  [[nodiscard]] std::string named(const std::string& id) const {
    const MergedEntity* entity = graph_.entity(id);
    return entity == nullptr || entity->name == id ? id : entity->name + " (" + id + ')';
  }

  void tell_evidence(std::size_t indent, const Evidence& evidence) {
    const RecordDocument* document = graph_.document(evidence.document);
    page_.line(indent, "document",
               document != nullptr ? explaining::name_of(*document) : evidence.document);
    page_.line(indent, "sentence", explaining::sentence_of(evidence.sentence, evidence.quote));
    page_.line(indent, "rule", evidence.rule);
  }

  /// What a correction took away is only told of.
  bool tell_gone(std::string_view id) {
    const auto about = [&](const CorrectionNote& note) {
      return std::find(note.ids.begin(), note.ids.end(), id) != note.ids.end();
    };
    if (std::none_of(corpus_.corrections.begin(), corpus_.corrections.end(), about)) return false;
    page_.heading(0, id, "is not in the graph any more");
    tell_corrections(std::string{id});
    return true;
  }

  void tell_corrections(const std::string& id) {
    for (const CorrectionNote& note : corpus_.corrections) {
      if (std::find(note.ids.begin(), note.ids.end(), id) == note.ids.end()) continue;
      std::string words = note.document + ':' + std::to_string(note.line) + ' ' + note.action;
      if (!note.was.empty()) words += ", was " + explaining::quoted(note.was);
      if (!note.why.empty()) words += ": " + note.why;
      page_.line(2, "corrected", words);
    }
  }

  void tell_claim(std::size_t indent, const Claim& claim) {
    page_.heading(indent, claim.id, claim.summary);
    indent += 2;
    tell_evidence(indent, claim.evidence);
    page_.line(indent, "is",
               std::string{claim.negated ? "denied to happen, " : ""} +
                   std::string{to_string(claim.factuality)});
    if (claim.status != DealStatus::none) page_.line(indent, "status", to_string(claim.status));
    explaining::tell_amounts(page_, indent, claim.amounts);
    explaining::tell_attribution(page_, indent, claim.attribution);
    explaining::tell_date(page_, indent, source(claim.evidence.document), claim.date);
    page_.line(indent, "copy of", claim.copy_of);
    if (claim.rank != ClaimRank::normal) {
      page_.line(indent, "rank",
                 std::string{to_string(claim.rank)} +
                     (claim.rank_why.empty() ? "" : ": " + claim.rank_why));
    }
    for (const ClaimLink& link : corpus_.claim_links) {
      if (link.from != claim.id || link.kind == ClaimLinkKind::copies) continue;
      page_.line(indent, to_string(link.kind),
                 link.to + (link.slot.empty() ? "" : " (" + link.slot + ')'));
    }
  }

  /// The event that a claim tells, or null.
  [[nodiscard]] const MergedEvent* teller(std::string_view claim) const {
    for (const MergedEvent& event : corpus_.events) {
      for (const Claim& one : event.claims) {
        if (one.id == claim) return &event;
      }
    }
    return nullptr;
  }

  /// What the words of its sentences put before or after the event.
  void tell_words_of_order(const MergedEvent& event) {
    const auto tells = [&](const std::string& id) {
      return std::find_if(event.claims.begin(), event.claims.end(),
                          [&](const Claim& claim) { return claim.id == id; });
    };
    for (const ClaimOrder& order : corpus_.claim_order) {
      const auto before = tells(order.before);
      const auto after = tells(order.after);
      const bool first = before != event.claims.end();
      if (first == (after != event.claims.end())) continue;
      const MergedEvent* other = teller(first ? order.after : order.before);
      if (other == nullptr) continue;
      page_.line(2, first ? "comes before" : "comes after",
                 other->id + ' ' + other->summary + ", by " + explaining::quoted(order.cue.text));
      Evidence evidence = first ? before->evidence : after->evidence;
      evidence.rule = order.rule;
      tell_evidence(4, evidence);
    }
  }

  void tell_event(const MergedEvent& event) {
    page_.heading(0, event.id, std::string{to_string(event.type)} + ": " + event.summary);
    std::string date = event.date.value.empty() ? "not told" : event.date.value;
    const std::string days = explaining::days_of(event.date.bounds);
    if (!days.empty() && days != date) date += ", that is " + days;
    page_.line(2, "date", date);
    page_.line(2, "because", event.date.why);
    for (const MergedParticipant& participant : event.participants) {
      page_.line(2, to_string(participant.role), named(participant.entity));
    }
    page_.line(2, "is",
               std::string{event.negated ? "denied to happen, " : ""} +
                   std::string{to_string(event.factuality)});
    if (event.status != DealStatus::none) page_.line(2, "status", to_string(event.status));
    std::string sources = std::to_string(event.independent) + " independent of " +
                          std::to_string(event.claims.size());
    if (event.dates_disagree) sources += "; their dates disagree";
    if (event.amounts_disagree) sources += "; their amounts disagree";
    page_.line(2, "sources", sources);
    tell_corrections(event.id);
    for (const SlotValue& value : event.values) {
      page_.line(2, value.slot,
                 value.value + (value.currency.empty() ? "" : ' ' + value.currency) +
                     (value.unit.empty() ? "" : ' ' + value.unit) + ", said " +
                     std::to_string(value.claims) + " times, by " +
                     std::to_string(value.independent) + " independent");
    }
    if (event.inferred) {
      page_.line(2, "inferred",
                 explaining::days_of(event.inferred->bounds) + ": " + event.inferred->why);
    }
    tell_words_of_order(event);
    for (const Claim& claim : event.claims) tell_claim(2, claim);
    for (const EventLink& link : corpus_.links) {
      if (link.from == event.id) {
        page_.line(2, to_string(link.kind), link.to + (link.why.empty() ? "" : ": " + link.why));
      } else if (link.to == event.id) {
        page_.line(2, "linked",
                   link.from + ' ' + std::string{to_string(link.kind)} + " it" +
                       (link.why.empty() ? "" : ": " + link.why));
      }
    }
  }

  void tell_document(const RecordDocument& document) {
    page_.heading(0, document.id, document.title);
    page_.line(2, "published", document.published.value);
    page_.line(2, "because", document.published.why);
    for (const DocumentCopy& copy : corpus_.copies) {
      if (copy.document == document.id) page_.line(2, "copy of", copy.original);
    }
  }

  void tell_entity(const MergedEntity& entity) {
    page_.heading(0, entity.id, entity.name + ", " + std::string{to_string(entity.type)});
    for (const std::string& alias : entity.aliases)
      page_.line(2, "also", explaining::quoted(alias));
    page_.line(2, "mentions", std::to_string(entity.mentions));
    tell_corrections(entity.id);
    for (const std::string& id : entity.documents) {
      const RecordDocument* document = graph_.document(id);
      page_.line(2, "document", document != nullptr ? explaining::name_of(*document) : id);
    }
    for (const MergedEvent* event : graph_.events_of(entity.id)) {
      page_.line(2, "event",
                 event->id + ' ' + (event->date.value.empty() ? "undated" : event->date.value) +
                     ' ' + event->summary);
    }
    for (const MergedStance& stance : corpus_.stances) {
      if (stance.holder == entity.id || stance.target == entity.id)
        page_.line(2, "stance", short_of(stance));
    }
    for (const MergedRole& role : corpus_.roles) {
      if (role.person == entity.id || role.organization == entity.id)
        page_.line(2, "role", role.id + ' ' + short_of(role));
    }
  }

  /// "Ada Example, PDG of Example Works": names with their ids.
  [[nodiscard]] std::string short_of(const MergedRole& role) const {
    return named(role.person) + ", " + role.role + " of " + named(role.organization);
  }

  void tell_role(const MergedRole& role) {
    page_.heading(0, role.id, short_of(role));
    for (const RoleClaim& claim : role.claims) {
      page_.line(2, "time", std::string{to_string(claim.time)} + ", seen from the document");
      tell_evidence(4, claim.evidence);
    }
  }

  [[nodiscard]] std::string short_of(const MergedStance& stance) const {
    const std::string_view side = stance.polarity > 0   ? " for "
                                  : stance.polarity < 0 ? " against "
                                                        : " neutral to ";
    return stance.id + ' ' + named(stance.holder) + std::string{side} + named(stance.target);
  }

  void tell_stance(const MergedStance& stance) {
    const std::string words = short_of(stance);
    page_.heading(0, stance.id, std::string_view{words}.substr(stance.id.size() + 1));
    page_.line(
        2, "basis",
        std::string{to_string(stance.basis)} + ", " + std::string{to_string(stance.expression)});
    tell_corrections(stance.id);
    explaining::tell_attribution(page_, 2, stance.attribution);
    explaining::tell_date(page_, 2, source(stance.evidence.front().document), stance.date);
    for (const Evidence& evidence : stance.evidence) tell_evidence(2, evidence);
  }

  const EventGraph& graph_;
  const Corpus& corpus_;
  Page page_;
};

}  // namespace

Result<std::string> explain(const EventGraph& graph, std::string_view id) {
  GraphExplainer explainer{graph};
  if (explainer.tell(id)) return explainer.take();
  const auto found = explainer.timex(explaining::address_of(id));
  if (found.empty()) {
    return fail({ErrorCode::not_found,
                 "no \"" + std::string{id} +
                     "\" in the graph; ids are those of its events, claims, stances, roles, "
                     "entities and timex",
                 {},
                 0,
                 0});
  }
  if (found.size() > 1) {
    const auto address = [&](std::size_t i) {
      return found[i]->document + '#' + found[i]->timex.id;
    };
    return fail({ErrorCode::bad_value,
                 std::to_string(found.size()) + " documents have a " + std::string{id} +
                     "; write " + address(0) + " or " + address(1),
                 {},
                 0,
                 0});
  }
  explainer.tell_timex(*found.front());
  return explainer.take();
}

Result<std::string> explain_connection(const EventGraph& graph, std::string_view from,
                                       std::string_view to) {
  for (const std::string_view id : {from, to}) {
    if (graph.entity(id) != nullptr) continue;
    return fail({ErrorCode::not_found,
                 "no entity \"" + std::string{id} + "\" in the graph; two ids are those of actors",
                 {},
                 0,
                 0});
  }
  GraphExplainer explainer{graph};
  if (explainer.tell_connection(from, to)) return explainer.take();
  return fail({ErrorCode::not_found,
               "nothing in the graph connects " + std::string{from} + " and " + std::string{to},
               {},
               0,
               0});
}

}  // namespace frise
