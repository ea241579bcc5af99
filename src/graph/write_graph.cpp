// graph.json: the corpus, from which the graph's edges follow. Keys in a fixed order
// (docs/RECORD.md).

#include "frise/graph/event_graph.hpp"
#include "frise/record/words.hpp"
#include "record/fields.hpp"

namespace frise {
namespace {

void write_strings(JsonWriter& out, std::string_view key, const std::vector<std::string>& values) {
  if (values.empty()) return;
  out.begin_array(key);
  for (const std::string& value : values) out.element(value);
  out.end_array();
}

/// The fields of the evidence, in an object that the caller has begun.
void write_evidence(JsonWriter& out, const Evidence& evidence) {
  out.text("document", evidence.document);
  out.begin_object("sentence");
  write_span(out, evidence.span);
  out.number("number", evidence.sentence);
  out.text("text", evidence.quote);
  out.end_object();
  out.text("rule", evidence.rule);
}

void write_entity(JsonWriter& out, const MergedEntity& entity) {
  out.begin_object();
  out.text("id", entity.id);
  out.text("name", entity.name);
  out.text("type", to_string(entity.type));
  write_strings(out, "aliases", entity.aliases);
  write_strings(out, "documents", entity.documents);
  out.number("mentions", entity.mentions);
  out.end_object();
}

void write_claim(JsonWriter& out, const Claim& claim) {
  out.begin_object();
  out.text("id", claim.id);
  write_evidence(out, claim.evidence);
  out.begin_object("trigger");
  write_span(out, claim.trigger);
  out.end_object();
  write_date(out, "date", claim.date);
  write_amounts(out, claim.amounts);
  out.text("factuality", to_string(claim.factuality));
  if (claim.status != DealStatus::none) out.text("status", to_string(claim.status));
  write_attribution(out, claim.attribution);
  if (claim.negated) out.flag("negated", true);
  out.text("summary", claim.summary);
  out.text("lang", claim.lang);
  out.text("copy_of", claim.copy_of);
  if (claim.rank != ClaimRank::normal) out.text("rank", to_string(claim.rank));
  out.text("rank_why", claim.rank_why);
  out.end_object();
}

void write_value(JsonWriter& out, const SlotValue& value) {
  out.begin_object();
  out.text("slot", value.slot);
  out.text("value", value.value);
  out.text("currency", value.currency);
  out.text("unit", value.unit);
  out.number("claims", value.claims);
  out.number("independent", value.independent);
  out.end_object();
}

void write_event(JsonWriter& out, const MergedEvent& event) {
  out.begin_object();
  out.text("id", event.id);
  out.text("type", to_string(event.type));
  write_date(out, "date", event.date);
  out.begin_array("participants");
  for (const MergedParticipant& participant : event.participants) {
    out.begin_object();
    out.text("role", to_string(participant.role));
    out.text("entity", participant.entity);
    out.end_object();
  }
  out.end_array();
  out.text("factuality", to_string(event.factuality));
  if (event.status != DealStatus::none) out.text("status", to_string(event.status));
  if (event.negated) out.flag("negated", true);
  out.flag("salient", event.salient);
  out.text("summary", event.summary);
  out.text("lang", event.lang);
  out.number("independent", event.independent);
  if (!event.values.empty()) {
    out.begin_array("values");
    for (const SlotValue& value : event.values) write_value(out, value);
    out.end_array();
  }
  if (event.inferred) {
    RecordDate days;
    days.bounds = event.inferred->bounds;
    days.why = event.inferred->why;
    write_date(out, "inferred", days);
  }
  if (event.dates_disagree) out.flag("dates_disagree", true);
  if (event.amounts_disagree) out.flag("amounts_disagree", true);
  out.begin_array("claims");
  for (const Claim& claim : event.claims) write_claim(out, claim);
  out.end_array();
  out.end_object();
}

void write_stance(JsonWriter& out, const MergedStance& stance) {
  out.begin_object();
  out.text("id", stance.id);
  out.text("holder", stance.holder);
  out.text("target", stance.target);
  out.number("polarity", stance.polarity);
  out.real("strength", stance.strength);
  out.text("basis", to_string(stance.basis));
  out.text("expression", to_string(stance.expression));
  write_date(out, "date", stance.date);
  write_attribution(out, stance.attribution);
  out.begin_array("evidence");
  for (const Evidence& evidence : stance.evidence) {
    out.begin_object();
    write_evidence(out, evidence);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void write_role(JsonWriter& out, const MergedRole& role) {
  out.begin_object();
  out.text("id", role.id);
  out.text("person", role.person);
  out.text("organization", role.organization);
  out.text("role", role.role);
  out.begin_array("claims");
  for (const RoleClaim& claim : role.claims) {
    out.begin_object();
    write_span(out, claim.words);
    out.text("time", to_string(claim.time));
    write_evidence(out, claim.evidence);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void write_correction(JsonWriter& out, const CorrectionNote& note) {
  out.begin_object();
  out.text("document", note.document);
  out.number("line", note.line);
  out.text("action", note.action);
  write_strings(out, "ids", note.ids);
  out.text("was", note.was);
  out.text("why", note.why);
  out.end_object();
}

template <class T, class Write>
void write_list(JsonWriter& out, std::string_view key, const std::vector<T>& items,
                const Write& write) {
  if (items.empty()) return;
  out.begin_array(key);
  for (const T& item : items) {
    out.begin_object();
    write(item);
    out.end_object();
  }
  out.end_array();
}

void write_story(JsonWriter& out, const Corpus& corpus) {
  write_list(out, "claim_links", corpus.claim_links, [&](const ClaimLink& link) {
    out.text("from", link.from);
    out.text("to", link.to);
    out.text("kind", to_string(link.kind));
    out.text("slot", link.slot);
  });
  write_list(out, "claim_order", corpus.claim_order, [&](const ClaimOrder& order) {
    out.text("before", order.before);
    out.text("after", order.after);
    out.begin_object("cue");
    write_quote(out, order.cue);
    out.end_object();
    out.text("rule", order.rule);
  });
  write_list(out, "copies", corpus.copies, [&](const DocumentCopy& copy) {
    out.text("document", copy.document);
    out.text("original", copy.original);
    out.real("shared", copy.shared);
  });
  write_list(out, "order", corpus.order, [&](const OrderEdge& edge) {
    out.text("before", edge.before);
    out.text("after", edge.after);
    out.text("why", edge.why);
  });
  write_list(out, "conflicts", corpus.conflicts, [&](const OrderConflict& conflict) {
    write_strings(out, "claims", conflict.claims);
    out.text("why", conflict.why);
  });
}

}  // namespace

void write_json(const EventGraph& graph, const std::function<void(std::string_view)>& write) {
  const Corpus& corpus = graph.corpus();
  std::string json;
  JsonWriter out{json, 2, [&] {
                   write(json);
                   json.clear();
                 }};
  out.begin_object();
  out.text("schema", graph_schema);
  out.begin_array("documents");
  for (const RecordDocument& document : corpus.documents) {
    out.begin_object();
    write_document(out, document);
    out.end_object();
  }
  out.end_array();
  out.begin_array("timex");
  for (const DatingTimex& dating : corpus.timex) {
    out.begin_object();
    out.text("document", dating.document);
    write_timex(out, dating.timex);
    out.end_object();
  }
  out.end_array();
  out.begin_array("entities");
  for (const MergedEntity& entity : corpus.entities) write_entity(out, entity);
  out.end_array();
  out.begin_array("events");
  for (const MergedEvent& event : corpus.events) write_event(out, event);
  out.end_array();
  out.begin_array("stances");
  for (const MergedStance& stance : corpus.stances) write_stance(out, stance);
  out.end_array();
  out.begin_array("roles");
  for (const MergedRole& role : corpus.roles) write_role(out, role);
  out.end_array();
  out.begin_array("links");
  for (const EventLink& link : corpus.links) {
    out.begin_object();
    out.text("from", link.from);
    out.text("to", link.to);
    out.text("kind", to_string(link.kind));
    out.text("why", link.why);
    out.end_object();
  }
  out.end_array();
  if (!corpus.corrections.empty()) {
    out.begin_array("corrections");
    for (const CorrectionNote& note : corpus.corrections) write_correction(out, note);
    out.end_array();
  }
  write_story(out, corpus);
  out.end_object();
  json += '\n';
  write(json);
}

std::string to_json(const EventGraph& graph) {
  std::string json;
  write_json(graph, [&](std::string_view piece) { json += piece; });
  return json;
}

}  // namespace frise
