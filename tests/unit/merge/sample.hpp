#pragma once

/// \file
/// Records written by hand, as short as they can be said.

#include "frise/core/date.hpp"
#include "frise/merge/corpus.hpp"
#include "frise/record/words.hpp"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace frise::test {

/// An event of a record, as a test says it: participants as "agent company:alta".
struct Said {
  EventType type = EventType::other;
  std::string date;      ///< EDTF, or empty
  std::string sentence;  ///< also the summary
  std::vector<std::string> participants;
  std::string phrase;  ///< words of a relative date, or empty for an absolute one
  Factuality factuality = Factuality::certain;
  std::vector<std::string> amounts;  ///< "5000000 EUR"
  bool negated = false;
};

inline EntityType type_of(const std::string& id) {
  return parse_entity_type(id.substr(0, id.find(':'))).value_or(EntityType::organization);
}

inline std::string name_of(const std::string& id) {
  std::string name = id.substr(id.find(':') + 1);
  bool start = true;
  for (char& c : name) {
    if (c == '-') c = ' ';
    if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    start = c == ' ';
  }
  return name;
}

inline void add_entity(Record& record, const std::string& id) {
  for (const RecordEntity& entity : record.entities) {
    if (entity.id == id) return;
  }
  record.entities.push_back({id, name_of(id), type_of(id)});
  RecordMention mention;
  mention.id = "m" + std::to_string(record.mentions.size() + 1);
  mention.quote.text = name_of(id);
  mention.entity = id;
  record.mentions.push_back(mention);
}

inline RecordDate dated(const std::string& value) {
  RecordDate date;
  date.value = value;
  if (const auto known = parse_date(value)) date.bounds = known->bounds;
  return date;
}

inline void add_event(Record& record, const Said& said) {
  const auto place = static_cast<std::uint32_t>(record.events.size() * 100);
  RecordEvent event;
  event.id = "ev" + std::to_string(record.events.size() + 1);
  event.type = said.type;
  event.sentence = {
      {place, place + 90}, static_cast<std::uint32_t>(record.events.size() + 1), said.sentence};
  event.trigger = {{place + 10, place + 15}, "x"};
  event.date = dated(said.date);
  if (!said.date.empty()) {
    RecordTimex timex;
    timex.id = "t" + std::to_string(record.timex.size() + 1);
    timex.quote.text = said.phrase.empty() ? said.date : said.phrase;
    timex.value = said.date;
    timex.anchor = said.phrase.empty() ? TimexAnchor::absolute : TimexAnchor::published;
    event.date.timex = timex.id;
    record.timex.push_back(timex);
  }
  for (const std::string& words : said.participants) {
    const auto space = words.find(' ');
    const std::string id = words.substr(space + 1);
    if (parse_entity_type(id.substr(0, id.find(':')))) add_entity(record, id);
    event.participants.push_back(
        {parse_participant_role(words.substr(0, space)).value_or(ParticipantRole::topic), id, ""});
  }
  for (const std::string& words : said.amounts) {
    const auto space = words.find(' ');
    event.amounts.push_back({"amount", words.substr(0, space), words.substr(space + 1), "", {}});
  }
  event.factuality = said.factuality;
  event.negated = said.negated;
  event.summary = said.sentence;
  event.rule = "test";
  record.events.push_back(event);
}

inline Record article(const std::string& id, const std::string& published,
                      const std::vector<Said>& events, const std::string& lang = "fr") {
  Record record;
  record.document.id = id;
  record.document.path = id + ".txt";
  record.document.lang = lang;
  record.document.title = "Titre de " + id;
  record.document.source = "Journal " + id;
  record.document.published.value = published;
  if (const auto date = parse_date(published)) record.document.published.bounds = date->bounds;
  for (const Said& said : events) add_event(record, said);
  return record;
}

inline void add_stance(Record& record, const std::string& holder, const std::string& target,
                       int polarity, const std::string& date, const std::string& sentence) {
  add_entity(record, holder);
  add_entity(record, target);
  RecordStance stance;
  stance.holder = holder;
  stance.target = target;
  stance.polarity = polarity;
  stance.strength = 4.0 * polarity;
  stance.date = dated(date);
  stance.sentence = {{5000, 5050}, 51, sentence};
  stance.evidence = {{5000, 5050}, sentence};
  record.stances.push_back(stance);
}

}  // namespace frise::test
