// The record as one line of JSON, in the order of the contract (docs/RECORD.md).

#include "frise/record/record.hpp"
#include "frise/record/words.hpp"
#include "record/fields.hpp"

namespace frise {
namespace {

/// The fields of a sentence, and the end of its object.
void write_sentence(JsonWriter& out, const RecordSentence& sentence) {
  write_span(out, sentence.span);
  out.number("number", sentence.number);
  out.text("text", sentence.text);
  out.end_object();
}

void write_event(JsonWriter& out, const RecordEvent& event) {
  out.begin_object();
  out.text("id", event.id);
  out.text("type", to_string(event.type));
  out.begin_object("trigger");
  write_quote(out, event.trigger);
  out.end_object();
  out.begin_object("sentence");
  write_sentence(out, event.sentence);
  write_date(out, "date", event.date);
  out.begin_array("participants");
  for (const RecordParticipant& participant : event.participants) {
    out.begin_object();
    out.text("role", to_string(participant.role));
    out.text("entity", participant.entity);
    out.text("mention", participant.mention);
    out.end_object();
  }
  out.end_array();
  write_amounts(out, event.amounts);
  out.text("factuality", to_string(event.factuality));
  if (event.status != DealStatus::none) out.text("status", to_string(event.status));
  write_attribution(out, event.attribution);
  if (event.negated) out.flag("negated", true);
  out.flag("salient", event.salient);
  out.text("summary", event.summary);
  out.text("rule", event.rule);
  out.end_object();
}

void write_stance(JsonWriter& out, const RecordStance& stance) {
  out.begin_object();
  out.text("holder", stance.holder);
  out.text("target", stance.target);
  out.number("polarity", stance.polarity);
  out.real("strength", stance.strength);
  out.text("basis", to_string(stance.basis));
  out.text("expression", to_string(stance.expression));
  write_date(out, "date", stance.date);
  out.begin_object("evidence");
  write_quote(out, stance.evidence);
  out.end_object();
  out.begin_object("sentence");
  write_sentence(out, stance.sentence);
  write_attribution(out, stance.attribution);
  out.text("rule", stance.rule);
  out.end_object();
}

}  // namespace

std::string to_json(const Record& record) {
  std::string json;
  JsonWriter out{json};
  out.begin_object();
  out.text("schema", record_schema);
  out.begin_object("document");
  write_document(out, record.document);
  out.end_object();
  out.begin_array("timex");
  for (const RecordTimex& timex : record.timex) {
    out.begin_object();
    write_timex(out, timex);
    out.end_object();
  }
  out.end_array();
  out.begin_array("sentences");
  for (const RecordSentence& sentence : record.sentences) {
    out.begin_object();
    write_sentence(out, sentence);
  }
  out.end_array();
  out.begin_array("entities");
  for (const RecordEntity& entity : record.entities) {
    out.begin_object();
    out.text("id", entity.id);
    out.text("name", entity.name);
    out.text("type", to_string(entity.type));
    out.end_object();
  }
  out.end_array();
  out.begin_array("mentions");
  for (const RecordMention& mention : record.mentions) {
    out.begin_object();
    out.text("id", mention.id);
    write_quote(out, mention.quote);
    out.text("entity", mention.entity);
    out.text("kind", to_string(mention.kind));
    out.end_object();
  }
  out.end_array();
  out.begin_array("events");
  for (const RecordEvent& event : record.events) write_event(out, event);
  out.end_array();
  if (!record.order.empty()) {
    out.begin_array("order");
    for (const RecordOrder& order : record.order) {
      out.begin_object();
      out.text("before", order.before);
      out.text("after", order.after);
      out.begin_object("cue");
      write_quote(out, order.cue);
      out.end_object();
      out.text("rule", order.rule);
      out.end_object();
    }
    out.end_array();
  }
  out.begin_array("stances");
  for (const RecordStance& stance : record.stances) write_stance(out, stance);
  out.end_array();
  out.begin_array("roles");
  for (const RecordRole& role : record.roles) {
    out.begin_object();
    out.text("person", role.person);
    out.text("organization", role.organization);
    out.text("role", role.role);
    out.text("time", to_string(role.time));
    write_span(out, role.evidence);
    out.begin_object("sentence");
    write_sentence(out, role.sentence);
    out.end_object();
  }
  out.end_array();
  out.begin_array("diagnostics");
  for (const Diagnostic& diagnostic : record.diagnostics) {
    out.begin_object();
    write_span(out, diagnostic.span);
    out.text("code", diagnostic.code);
    out.text("message", diagnostic.message);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return json;
}

}  // namespace frise
