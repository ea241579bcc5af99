// The reader of write_record.cpp: fields in any order, unknown ones passed over, references checked
// at the end. Tested in tests/unit/record/record_test.cpp.

#include "frise/record/record.hpp"
#include "frise/record/words.hpp"
#include "record/fields.hpp"

#include <unordered_set>
#include <utility>

namespace frise {
namespace {

RecordSentence read_sentence(JsonReader& in, JsonValue& value) {
  RecordSentence sentence;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (read_span(in, key, field, sentence.span)) return;
    if (key == "number") in.number(field, sentence.number);
    if (key == "text") in.text(field, sentence.text);
  });
  check_span(in, sentence.span);
  return sentence;
}

RecordTimex read_timex(JsonReader& in, JsonValue& value) {
  RecordTimex timex;
  in.object(value, [&](std::string_view key, JsonValue field) {
    read_timex_field(in, key, field, timex);
  });
  check_span(in, timex.quote.span);
  return timex;
}

RecordEntity read_entity(JsonReader& in, JsonValue& value) {
  RecordEntity entity;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "id") in.text(field, entity.id);
    if (key == "name") in.text(field, entity.name);
    if (key == "type") in.word(field, entity.type, parse_entity_type, "type of entity");
  });
  if (entity.id.empty()) in.fail("an entity has no id");
  return entity;
}

RecordMention read_mention(JsonReader& in, JsonValue& value) {
  RecordMention mention;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (read_span(in, key, field, mention.quote.span)) return;
    if (key == "id") in.text(field, mention.id);
    if (key == "text") in.text(field, mention.quote.text);
    if (key == "entity") in.text(field, mention.entity);
    if (key == "kind") in.word(field, mention.kind, parse_mention_kind, "kind of mention");
  });
  check_span(in, mention.quote.span);
  return mention;
}

RecordParticipant read_participant(JsonReader& in, JsonValue& value) {
  RecordParticipant participant;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "role") in.word(field, participant.role, parse_participant_role, "role");
    if (key == "entity") in.text(field, participant.entity);
    if (key == "mention") in.text(field, participant.mention);
  });
  return participant;
}

RecordEvent read_event(JsonReader& in, JsonValue& value) {
  RecordEvent event;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "id") in.text(field, event.id);
    if (key == "type") in.word(field, event.type, parse_event_type, "type of event");
    if (key == "trigger") event.trigger = read_quote(in, field);
    if (key == "sentence") event.sentence = read_sentence(in, field);
    if (key == "date") event.date = read_date(in, field);
    if (key == "participants") {
      in.array(field, [&](JsonValue element) {
        event.participants.push_back(read_participant(in, element));
      });
    }
    if (key == "amounts") event.amounts = read_amounts(in, field);
    if (key == "factuality") in.word(field, event.factuality, parse_factuality, "factuality");
    if (key == "status") in.word(field, event.status, parse_deal_status, "status of a deal");
    if (key == "attribution") event.attribution = read_attribution(in, field);
    if (key == "negated") in.flag(field, event.negated);
    if (key == "salient") in.flag(field, event.salient);
    if (key == "summary") in.text(field, event.summary);
    if (key == "rule") in.text(field, event.rule);
  });
  return event;
}

RecordStance read_stance(JsonReader& in, JsonValue& value) {
  RecordStance stance;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "holder") in.text(field, stance.holder);
    if (key == "target") in.text(field, stance.target);
    if (key == "polarity") in.integer(field, stance.polarity);
    if (key == "strength") in.real(field, stance.strength);
    if (key == "basis") in.word(field, stance.basis, parse_stance_basis, "basis of a stance");
    if (key == "expression") {
      in.word(field, stance.expression, parse_stance_expression, "expression of a stance");
    }
    if (key == "date") stance.date = read_date(in, field);
    if (key == "evidence") stance.evidence = read_quote(in, field);
    if (key == "sentence") stance.sentence = read_sentence(in, field);
    if (key == "attribution") stance.attribution = read_attribution(in, field);
    if (key == "rule") in.text(field, stance.rule);
  });
  return stance;
}

RecordOrder read_order(JsonReader& in, JsonValue& value) {
  RecordOrder order;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (key == "before") in.text(field, order.before);
    if (key == "after") in.text(field, order.after);
    if (key == "cue") order.cue = read_quote(in, field);
    if (key == "rule") in.text(field, order.rule);
  });
  return order;
}

RecordRole read_role(JsonReader& in, JsonValue& value) {
  RecordRole role;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (read_span(in, key, field, role.evidence)) return;
    if (key == "person") in.text(field, role.person);
    if (key == "organization") in.text(field, role.organization);
    if (key == "role") in.text(field, role.role);
    if (key == "time") in.word(field, role.time, parse_role_time, "time of a role");
    if (key == "sentence") role.sentence = read_sentence(in, field);
  });
  check_span(in, role.evidence);
  return role;
}

Diagnostic read_diagnostic(JsonReader& in, JsonValue& value) {
  Diagnostic diagnostic;
  in.object(value, [&](std::string_view key, JsonValue field) {
    if (read_span(in, key, field, diagnostic.span)) return;
    if (key == "code") in.text(field, diagnostic.code);
    if (key == "message") in.text(field, diagnostic.message);
  });
  check_span(in, diagnostic.span);
  return diagnostic;
}

template <class T>
void read_all(JsonReader& in, JsonValue& value, std::vector<T>& out,
              T (*read)(JsonReader&, JsonValue&)) {
  out.clear();
  in.array(value, [&](JsonValue element) { out.push_back(read(in, element)); });
}

/// The first entity that is spoken of and not listed; empty when there is none.
std::string missing_entity(const Record& record) {
  std::unordered_set<std::string_view> known;
  for (const RecordEntity& entity : record.entities) known.insert(entity.id);
  const auto missing = [&](const std::string& id) { return !id.empty() && !known.contains(id); };
  for (const RecordMention& mention : record.mentions) {
    if (missing(mention.entity)) return mention.entity;
  }
  for (const RecordEvent& event : record.events) {
    for (const RecordParticipant& participant : event.participants) {
      if (missing(participant.entity)) return participant.entity;
    }
  }
  for (const RecordStance& stance : record.stances) {
    if (missing(stance.holder)) return stance.holder;
    if (missing(stance.target)) return stance.target;
  }
  for (const RecordRole& role : record.roles) {
    if (missing(role.person)) return role.person;
    if (missing(role.organization)) return role.organization;
  }
  return {};
}

/// The first event that is put in order and not told; empty when there is none.
std::string missing_event(const Record& record) {
  if (record.order.empty()) return {};
  std::unordered_set<std::string_view> known;
  for (const RecordEvent& event : record.events) known.insert(event.id);
  for (const RecordOrder& order : record.order) {
    if (!known.contains(order.before)) return order.before;
    if (!known.contains(order.after)) return order.after;
  }
  return {};
}

}  // namespace

Result<Record> parse_record(std::string_view json) {
  Record record;
  std::string schema;
  JsonReader in{json};
  in.document([&](std::string_view key, JsonValue value) {
    if (key == "schema") in.text(value, schema);
    if (key == "document") record.document = read_document(in, value);
    if (key == "timex") read_all(in, value, record.timex, read_timex);
    if (key == "sentences") read_all(in, value, record.sentences, read_sentence);
    if (key == "entities") read_all(in, value, record.entities, read_entity);
    if (key == "mentions") read_all(in, value, record.mentions, read_mention);
    if (key == "events") read_all(in, value, record.events, read_event);
    if (key == "order") read_all(in, value, record.order, read_order);
    if (key == "stances") read_all(in, value, record.stances, read_stance);
    if (key == "roles") read_all(in, value, record.roles, read_role);
    if (key == "diagnostics") read_all(in, value, record.diagnostics, read_diagnostic);
  });
  if (!in.failed() && schema != record_schema) {
    in.fail_at(0, schema.empty() ? "no \"schema\": expected \"frise-record/1\""
                                 : "schema \"" + schema + "\": expected \"frise-record/1\"");
  }
  if (!in.failed()) {
    if (const std::string id = missing_entity(record); !id.empty()) {
      in.fail_at(0, "\"" + id + "\" is spoken of and not among the entities");
    }
  }
  if (!in.failed()) {
    if (const std::string id = missing_event(record); !id.empty()) {
      in.fail_at(0, "\"" + id + "\" is put in order and not among the events");
    }
  }
  if (in.failed()) return fail(in.error());
  return record;
}

}  // namespace frise
