// The reader of write_graph.cpp. Every id that is spoken of is noted with its place and looked up
// once all is read, since sections may come in any order. Tested in
// tests/unit/graph/graph_test.cpp.

#include "frise/graph/event_graph.hpp"
#include "frise/record/words.hpp"
#include "record/fields.hpp"

#include <unordered_set>
#include <utility>

namespace frise {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view json) : in_{json} {}

  Result<Corpus> parse();

 private:
  struct Reference {
    std::string id;
    std::size_t place = 0;
  };

  /// An id that something listed elsewhere must bear.
  void reference(JsonValue& value, std::string& out, std::vector<Reference>& references) {
    const std::size_t place = in_.here();
    in_.text(value, out);
    references.push_back({out, place});
  }

  template <class T>
  void list(JsonValue& value, std::vector<T>& out, T (Parser::*read)(JsonValue&)) {
    out.clear();
    in_.array(value, [&](JsonValue element) { out.push_back((this->*read)(element)); });
  }

  template <class T>
  void identified(JsonValue& value, std::vector<T>& out, T (Parser::*read)(JsonValue&),
                  std::unordered_set<std::string>& ids) {
    out.clear();
    in_.array(value, [&](JsonValue element) {
      const std::size_t place = in_.here();
      T item = (this->*read)(element);
      if (item.id.empty()) return in_.fail_at(place, "no id");
      if (!ids.insert(item.id).second) return in_.fail_at(place, "\"" + item.id + "\" twice");
      out.push_back(std::move(item));
    });
  }

  std::string string(JsonValue& value) {
    std::string out;
    in_.text(value, out);
    return out;
  }

  RecordDocument document(JsonValue& value) { return read_document(in_, value); }
  MergedEntity entity(JsonValue& value);
  MergedParticipant participant(JsonValue& value);
  bool evidence_field(std::string_view key, JsonValue& value, Evidence& evidence);
  DatingTimex timex(JsonValue& value);
  Evidence evidence(JsonValue& value);
  Claim claim(JsonValue& value);
  MergedEvent event(JsonValue& value);
  MergedStance stance(JsonValue& value);
  RoleClaim role_claim(JsonValue& value);
  MergedRole role(JsonValue& value);
  EventLink link(JsonValue& value);
  CorrectionNote correction(JsonValue& value);
  SlotValue slot_value(JsonValue& value);
  ClaimLink claim_link(JsonValue& value);
  ClaimOrder claim_order(JsonValue& value);
  DocumentCopy copy(JsonValue& value);
  OrderEdge order_edge(JsonValue& value);
  OrderConflict conflict(JsonValue& value);
  void check(const std::vector<Reference>& references, const std::unordered_set<std::string>& ids,
             std::string_view section);

  JsonReader in_;
  std::vector<Reference> documents_;
  std::vector<Reference> entities_;
  std::vector<Reference> events_;
  std::vector<Reference> claims_;
  std::unordered_set<std::string> claim_ids_;
};

MergedEntity Parser::entity(JsonValue& value) {
  MergedEntity entity;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "id") in_.text(field, entity.id);
    if (key == "name") in_.text(field, entity.name);
    if (key == "type") in_.word(field, entity.type, parse_entity_type, "type of entity");
    if (key == "aliases") list(field, entity.aliases, &Parser::string);
    if (key == "documents") {
      in_.array(field, [&](JsonValue element) {
        reference(element, entity.documents.emplace_back(), documents_);
      });
    }
    if (key == "mentions") in_.number(field, entity.mentions);
  });
  return entity;
}

MergedParticipant Parser::participant(JsonValue& value) {
  MergedParticipant participant;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "role") in_.word(field, participant.role, parse_participant_role, "role");
    if (key == "entity") reference(field, participant.entity, entities_);
  });
  return participant;
}

bool Parser::evidence_field(std::string_view key, JsonValue& value, Evidence& evidence) {
  if (key == "document") {
    reference(value, evidence.document, documents_);
  } else if (key == "sentence") {
    in_.object(value, [&](std::string_view part, JsonValue field) {
      if (read_span(in_, part, field, evidence.span)) return;
      if (part == "number") in_.number(field, evidence.sentence);
      if (part == "text") in_.text(field, evidence.quote);
    });
    check_span(in_, evidence.span);
  } else if (key == "rule") {
    in_.text(value, evidence.rule);
  } else {
    return false;
  }
  return true;
}

DatingTimex Parser::timex(JsonValue& value) {
  DatingTimex dating;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "document") reference(field, dating.document, documents_);
    read_timex_field(in_, key, field, dating.timex);
  });
  check_span(in_, dating.timex.quote.span);
  return dating;
}

Evidence Parser::evidence(JsonValue& value) {
  Evidence evidence;
  in_.object(value,
             [&](std::string_view key, JsonValue field) { evidence_field(key, field, evidence); });
  return evidence;
}

Claim Parser::claim(JsonValue& value) {
  Claim claim;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (evidence_field(key, field, claim.evidence)) return;
    if (key == "id") in_.text(field, claim.id);
    if (key == "trigger") {
      in_.object(field, [&](std::string_view part, JsonValue bound) {
        read_span(in_, part, bound, claim.trigger);
      });
      check_span(in_, claim.trigger);
    }
    if (key == "date") claim.date = read_date(in_, field);
    if (key == "amounts") claim.amounts = read_amounts(in_, field);
    if (key == "factuality") in_.word(field, claim.factuality, parse_factuality, "factuality");
    if (key == "status") in_.word(field, claim.status, parse_deal_status, "status of a deal");
    if (key == "attribution") claim.attribution = read_attribution(in_, field);
    if (key == "negated") in_.flag(field, claim.negated);
    if (key == "summary") in_.text(field, claim.summary);
    if (key == "lang") in_.text(field, claim.lang);
    if (key == "copy_of") in_.text(field, claim.copy_of);
    if (key == "rank") in_.word(field, claim.rank, parse_claim_rank, "rank of a claim");
    if (key == "rank_why") in_.text(field, claim.rank_why);
  });
  if (claim.evidence.document.empty()) in_.fail("a claim names no document");
  claim_ids_.insert(claim.id);
  return claim;
}

SlotValue Parser::slot_value(JsonValue& value) {
  SlotValue slot;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "slot") in_.text(field, slot.slot);
    if (key == "value") in_.text(field, slot.value);
    if (key == "currency") in_.text(field, slot.currency);
    if (key == "unit") in_.text(field, slot.unit);
    if (key == "claims") in_.number(field, slot.claims);
    if (key == "independent") in_.number(field, slot.independent);
  });
  return slot;
}

MergedEvent Parser::event(JsonValue& value) {
  MergedEvent event;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "id") in_.text(field, event.id);
    if (key == "type") in_.word(field, event.type, parse_event_type, "type of event");
    if (key == "date") event.date = read_date(in_, field);
    if (key == "participants") list(field, event.participants, &Parser::participant);
    if (key == "factuality") in_.word(field, event.factuality, parse_factuality, "factuality");
    if (key == "status") in_.word(field, event.status, parse_deal_status, "status of a deal");
    if (key == "negated") in_.flag(field, event.negated);
    if (key == "salient") in_.flag(field, event.salient);
    if (key == "summary") in_.text(field, event.summary);
    if (key == "lang") in_.text(field, event.lang);
    if (key == "independent") in_.number(field, event.independent);
    if (key == "values") list(field, event.values, &Parser::slot_value);
    if (key == "inferred") {
      RecordDate days = read_date(in_, field);
      event.inferred = InferredDays{days.bounds, std::move(days.why)};
    }
    if (key == "dates_disagree") in_.flag(field, event.dates_disagree);
    if (key == "amounts_disagree") in_.flag(field, event.amounts_disagree);
    if (key == "claims") list(field, event.claims, &Parser::claim);
  });
  if (event.claims.empty()) in_.fail("an event has no claim: every mark needs its source");
  return event;
}

MergedStance Parser::stance(JsonValue& value) {
  MergedStance stance;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "id") in_.text(field, stance.id);
    if (key == "holder") reference(field, stance.holder, entities_);
    if (key == "target") reference(field, stance.target, entities_);
    if (key == "polarity") in_.integer(field, stance.polarity);
    if (key == "strength") in_.real(field, stance.strength);
    if (key == "basis") in_.word(field, stance.basis, parse_stance_basis, "basis of a stance");
    if (key == "expression") {
      in_.word(field, stance.expression, parse_stance_expression, "expression of a stance");
    }
    if (key == "date") stance.date = read_date(in_, field);
    if (key == "attribution") stance.attribution = read_attribution(in_, field);
    if (key == "evidence") list(field, stance.evidence, &Parser::evidence);
  });
  if (stance.evidence.empty()) in_.fail("a stance has no evidence: every mark needs its source");
  return stance;
}

RoleClaim Parser::role_claim(JsonValue& value) {
  RoleClaim claim;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (read_span(in_, key, field, claim.words)) return;
    if (evidence_field(key, field, claim.evidence)) return;
    if (key == "time") in_.word(field, claim.time, parse_role_time, "time of a role");
  });
  check_span(in_, claim.words);
  if (claim.evidence.document.empty()) in_.fail("a role's claim names no document");
  return claim;
}

MergedRole Parser::role(JsonValue& value) {
  MergedRole role;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "id") in_.text(field, role.id);
    if (key == "person") reference(field, role.person, entities_);
    if (key == "organization") reference(field, role.organization, entities_);
    if (key == "role") in_.text(field, role.role);
    if (key == "claims") list(field, role.claims, &Parser::role_claim);
  });
  if (role.claims.empty()) in_.fail("a role has no claim: every mark needs its source");
  return role;
}

EventLink Parser::link(JsonValue& value) {
  EventLink link;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "from") reference(field, link.from, events_);
    if (key == "to") reference(field, link.to, events_);
    if (key == "kind") in_.word(field, link.kind, parse_link_kind, "kind of link");
    if (key == "why") in_.text(field, link.why);
  });
  return link;
}

CorrectionNote Parser::correction(JsonValue& value) {
  CorrectionNote note;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "document") reference(field, note.document, documents_);
    if (key == "line") in_.number(field, note.line);
    if (key == "action") in_.text(field, note.action);
    if (key == "ids") list(field, note.ids, &Parser::string);
    if (key == "was") in_.text(field, note.was);
    if (key == "why") in_.text(field, note.why);
  });
  return note;
}

ClaimLink Parser::claim_link(JsonValue& value) {
  ClaimLink link;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "from") reference(field, link.from, claims_);
    if (key == "to") reference(field, link.to, claims_);
    if (key == "kind") in_.word(field, link.kind, parse_claim_link_kind, "kind of link");
    if (key == "slot") in_.text(field, link.slot);
  });
  return link;
}

ClaimOrder Parser::claim_order(JsonValue& value) {
  ClaimOrder order;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "before") reference(field, order.before, claims_);
    if (key == "after") reference(field, order.after, claims_);
    if (key == "cue") order.cue = read_quote(in_, field);
    if (key == "rule") in_.text(field, order.rule);
  });
  return order;
}

DocumentCopy Parser::copy(JsonValue& value) {
  DocumentCopy copy;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "document") reference(field, copy.document, documents_);
    if (key == "original") reference(field, copy.original, documents_);
    if (key == "shared") in_.real(field, copy.shared);
  });
  return copy;
}

OrderEdge Parser::order_edge(JsonValue& value) {
  OrderEdge edge;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "before") reference(field, edge.before, events_);
    if (key == "after") reference(field, edge.after, events_);
    if (key == "why") in_.text(field, edge.why);
  });
  return edge;
}

OrderConflict Parser::conflict(JsonValue& value) {
  OrderConflict conflict;
  in_.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "claims") {
      in_.array(field, [&](JsonValue element) {
        reference(element, conflict.claims.emplace_back(), claims_);
      });
    }
    if (key == "why") in_.text(field, conflict.why);
  });
  return conflict;
}

void Parser::check(const std::vector<Reference>& references,
                   const std::unordered_set<std::string>& ids, std::string_view section) {
  for (const Reference& reference : references) {
    if (!ids.contains(reference.id)) {
      return in_.fail_at(reference.place,
                         "\"" + reference.id + "\" is not among the " + std::string{section});
    }
  }
}

Result<Corpus> Parser::parse() {
  Corpus corpus;
  std::string schema;
  std::unordered_set<std::string> documents;
  std::unordered_set<std::string> entities;
  std::unordered_set<std::string> events;
  std::unordered_set<std::string> stances;
  std::unordered_set<std::string> roles;
  in_.document([&](std::string_view key, JsonValue value) {
    if (key == "schema") {
      const std::size_t place = in_.here();
      in_.text(value, schema);
      if (schema != graph_schema) {
        in_.fail_at(place, "schema \"" + schema + "\": expected \"frise-graph/1\"");
      }
    }
    if (key == "documents") identified(value, corpus.documents, &Parser::document, documents);
    if (key == "timex") list(value, corpus.timex, &Parser::timex);
    if (key == "entities") identified(value, corpus.entities, &Parser::entity, entities);
    if (key == "events") identified(value, corpus.events, &Parser::event, events);
    if (key == "stances") identified(value, corpus.stances, &Parser::stance, stances);
    if (key == "roles") identified(value, corpus.roles, &Parser::role, roles);
    if (key == "links") list(value, corpus.links, &Parser::link);
    if (key == "corrections") list(value, corpus.corrections, &Parser::correction);
    if (key == "claim_links") list(value, corpus.claim_links, &Parser::claim_link);
    if (key == "claim_order") list(value, corpus.claim_order, &Parser::claim_order);
    if (key == "copies") list(value, corpus.copies, &Parser::copy);
    if (key == "order") list(value, corpus.order, &Parser::order_edge);
    if (key == "conflicts") list(value, corpus.conflicts, &Parser::conflict);
  });
  if (!in_.failed() && schema.empty()) in_.fail_at(0, "no \"schema\": expected \"frise-graph/1\"");
  check(documents_, documents, "documents");
  check(entities_, entities, "entities");
  check(events_, events, "events");
  check(claims_, claim_ids_, "claims");
  if (in_.failed()) return fail(in_.error());
  return corpus;
}

}  // namespace

Result<EventGraph> parse_graph(std::string_view json) {
  auto corpus = Parser{json}.parse();
  if (!corpus) return fail(std::move(corpus.error()));
  return EventGraph::build(std::move(*corpus));
}

}  // namespace frise
