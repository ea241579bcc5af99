#include "frise/record/record.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using namespace frise;

Record sample() {
  Record record;
  record.document = {"d1",
                     "a.txt",
                     "fr",
                     "Une usine",
                     "Le Courrier",
                     "https://example.org/a",
                     "00ff",
                     {"2024-03-15",
                      {parse_iso_day("2024-03-15"), parse_iso_day("2024-03-15")},
                      DateBasis::given,
                      "sidecar"}};
  record.timex.push_back({"t1",
                          {{0, 4}, "2023"},
                          TimexType::date,
                          "2023",
                          TimexMod::approx,
                          {parse_iso_day("2023-01-01"), parse_iso_day("2023-12-31")},
                          TimexAnchor::absolute,
                          true,
                          "t9",
                          "2026 moved by -3 years = 2023",
                          "fr/temporal/year",
                          "2023/2024",
                          1});
  record.sentences.push_back({{0, 40}, 1, "2023 : Alta rachète Béru.\n"});
  record.entities.push_back({"company:alta", "Alta \"SA\"", EntityType::company});
  record.entities.push_back({"company:beru", "Béru", EntityType::company});
  record.mentions.push_back({"m1", {{6, 10}, "Alta"}, "company:alta", MentionKind::name});
  RecordEvent event;
  event.id = "ev1";
  event.type = EventType::acquire;
  event.trigger = {{11, 18}, "rachète"};
  event.sentence = {{0, 40}, 1, "2023 : Alta rachète Béru.\n"};
  event.date = {
      "2023", {parse_iso_day("2023-01-01"), parse_iso_day("2023-12-31")}, "t1", true, "year"};
  event.participants = {{ParticipantRole::agent, "company:alta", "m1"},
                        {ParticipantRole::patient, "company:beru", ""}};
  event.amounts = {{"amount", "1500000.5", "EUR", "", {20, 30}},
                   {"count", "12", "", "usine", {31, 33}}};
  event.factuality = Factuality::reported;
  event.status = DealStatus::signed_;
  event.attribution =
      RecordAttribution{"des sources", "", Anonymity::anonymous, "selon", {1, 2}, "company:alta"};
  event.negated = true;
  event.salient = false;
  event.summary = "Alta rachète Béru";
  event.rule = "fr/event/racheter";
  record.events.push_back(event);
  record.order.push_back({"ev1", "ev1", {{19, 25}, "après"}, "fr/event/order/apres"});
  RecordStance stance;
  stance.holder = "company:alta";
  stance.target = "company:beru";
  stance.polarity = -1;
  stance.strength = -4.1;
  stance.basis = StanceBasis::material;
  stance.expression = StanceExpression::quoted;
  stance.date.value = "2023";
  stance.evidence = {{0, 5}, "2023 :"};
  stance.sentence = event.sentence;
  record.stances.push_back(stance);
  record.roles.push_back({"company:alta", "company:beru", "repreneur", RoleTime::past, {7, 20}});
  record.diagnostics.push_back({{3, 4}, "no-such-day", "31 is no day of April"});
  return record;
}

}  // namespace

TEST_CASE("a record written and read back writes the same bytes", "[record]") {
  const std::string json = to_json(sample());
  CHECK(json.find('\n') == std::string::npos);
  const auto again = parse_record(json);
  REQUIRE(again);
  CHECK(to_json(*again) == json);
  CHECK(again->events[0].amounts[0].value == "1500000.5");
  CHECK(again->events[0].status == DealStatus::signed_);
  CHECK(again->order[0].cue.text == "après");
  CHECK(again->stances[0].strength == -4.1);
  CHECK(again->roles[0].time == RoleTime::past);
  CHECK(again->document.published.basis == DateBasis::given);
}

TEST_CASE("the keys stand in the order of the contract", "[record]") {
  const auto json = nlohmann::ordered_json::parse(to_json(sample()));
  std::string keys;
  for (const auto& [key, value] : json.items()) keys += key + " ";
  CHECK(
      keys ==
      "schema document timex sentences entities mentions events order stances roles diagnostics ");
  std::string event;
  for (const auto& [key, value] : json["events"][0].items()) event += key + " ";
  CHECK(event ==
        "id type trigger sentence date participants amounts factuality status attribution negated "
        "salient summary rule ");
  CHECK(json["timex"][0]["type"] == "DATE");
  CHECK(json["timex"][0]["mod"] == "APPROX");
}

TEST_CASE("what is not known is absent", "[record]") {
  Record record;
  record.document.id = "d";
  record.events.emplace_back();
  const auto json = nlohmann::json::parse(to_json(record));
  CHECK_FALSE(json["document"].contains("lang"));
  CHECK_FALSE(json["events"][0].contains("date"));
  CHECK_FALSE(json["events"][0].contains("status"));
  CHECK_FALSE(json["events"][0].contains("attribution"));
  CHECK_FALSE(json.contains("order"));
  CHECK(json["stances"].empty());
}

TEST_CASE("what is written is always UTF-8, whatever the bytes were", "[record]") {
  struct Row {
    std::string bytes;
    std::string read;
  };
  const auto row = GENERATE(values<Row>({
      {"caf\xC3\xA9", "caf\xC3\xA9"},
      {"caf\xE9", "caf\xEF\xBF\xBD"},
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xF0\x9F\x98", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {std::string{"a\0b", 3}, std::string{"a\0b", 3}},
      {"\x01\x7F\"\\\n\t/", "\x01\x7F\"\\\n\t/"},
  }));
  Record record;
  record.document.title = row.bytes;
  const std::string json = to_json(record);
  const auto again = parse_record(json);
  REQUIRE(again);
  CHECK(again->document.title == row.read);
  CHECK_NOTHROW(nlohmann::json::parse(json));
}

TEST_CASE("fields may come in any order, and unknown ones are passed over", "[record]") {
  const auto record = parse_record(
      R"({"extra": {"deep": [1, {"x": null}]}, "events": [{"salient": null, "type": "invest",)"
      R"( "date": null}], "document": {"id": "a"}, "schema": "frise-record/1"})");
  REQUIRE(record);
  CHECK(record->events.at(0).type == EventType::invest);
  CHECK(record->events[0].salient);
}

TEST_CASE("a broken record is refused, with its place", "[record]") {
  struct Row {
    std::string json;
    std::string message;
    std::size_t column;
  };
  const std::string head = R"({"schema":"frise-record/1",)";
  const auto row = GENERATE_COPY(values<Row>({
      {"", "no JSON", 1},
      {"[]", "expected an object", 0},
      {"{}", "expected \"frise-record/1\"", 1},
      {R"({"schema":"frise-record/2"})", "schema \"frise-record/2\"", 1},
      {head + R"("events":[{"type":"invent"}]})", "\"invent\" is no type of event", 46},
      {head + R"("events":[{"trigger":{"start":5,"end":3}}]})", "ends before it starts", 0},
      {head + R"("events":[{"trigger":{"start":-1}}]})", "whole number", 0},
      {head + R"("events":[{"trigger":{"start":4294967296}}]})", "below 4294967296", 0},
      {head + R"("events":{}})", "expected an array", 0},
      {head + R"("entities":[{"name":"x"}]})", "no id", 0},
      {head + R"("events":[{"participants":[{"role":"agent","entity":"x"}]}]})",
       "\"x\" is spoken of", 0},
      {head + R"("document":{"published":{"earliest":"2025-02-30"}}})", "no day", 0},
      {head + R"("events":[)", "no JSON", 0},
      {head + R"("events":[]} {})", "after the end", 0},
      {head + "\"document\":{\"id\":\"\xFF\"}}", "no JSON", 0},
  }));
  CAPTURE(row.json);
  const auto record = parse_record(row.json);
  REQUIRE_FALSE(record);
  CAPTURE(record.error().message);
  CHECK(record.error().code == ErrorCode::bad_format);
  CHECK(record.error().message.find(row.message) != std::string::npos);
  CHECK(record.error().line == 1);
  if (row.column != 0) CHECK(record.error().column == row.column);
}

TEST_CASE("a record cut short at any byte is refused and never crashes", "[record]") {
  const std::string json = to_json(sample());
  for (std::size_t length = 0; length < json.size(); ++length) {
    CHECK_FALSE(parse_record(json.substr(0, length)));
  }
  // Bent at any byte, it is read or refused.
  for (std::size_t i = 0; i < json.size(); ++i) {
    for (const char c : {'"', '{', ']', '\\', '0', '\0', '\xFF'}) {
      std::string bent = json;
      bent[i] = c;
      (void)parse_record(bent);
    }
  }
}

TEST_CASE("deep nesting is refused, not followed", "[record]") {
  std::string json = R"({"schema":"frise-record/1","x":)";
  json.append(100000, '[');
  CHECK_FALSE(parse_record(json));
}

TEST_CASE("layers become a record that names its words", "[record]") {
  Document document;
  document.id = "d1";
  document.lang = "fr";
  document.text = "En 2023,\n  Alta rachète Béru.";
  Segmentation segmentation;
  segmentation.blocks.push_back({{0, 31}, BlockKind::paragraph, 0, 1});
  segmentation.sentences.push_back({{0, 31}, {0, 0}, 0, 4});
  Layer<TimeExpression> times;
  times.items.push_back(
      {.span = {3, 7}, .value = "2023", .anchor = TimexAnchor::absolute, .rule = "r"});
  times.items.push_back(
      {.span = {11, 15}, .value = "2024", .from = 0, .why = "2023 moved by +1 year = 2024"});
  EntityLayer entities;
  entities.entities.push_back({"company:alta", "Alta", EntityType::company, false});
  Mention name;
  name.span = {11, 15};
  name.entity = 0;
  entities.mentions.push_back(name);
  EventLayer events;
  EventMention event;
  event.type = EventType::acquire;
  event.trigger = {16, 24};
  event.date.value = "2023";
  event.date.timex = 0;
  event.participants.push_back({ParticipantRole::agent, 0, 0});
  Attribution attribution;
  attribution.speaker = 0;
  event.attribution = attribution;
  events.events.push_back(event);
  const Record record = make_record(document, {}, segmentation, times, entities, events);
  REQUIRE(record.events.size() == 1);
  CHECK(record.events[0].id == "ev1");
  CHECK(record.events[0].trigger.text == "rachète");
  CHECK(record.events[0].sentence.text == "En 2023, Alta rachète Béru.");
  CHECK(record.events[0].sentence.number == 4);
  CHECK(record.events[0].date.timex == "t1");
  CHECK(record.events[0].participants[0].mention == "m1");
  CHECK(record.events[0].participants[0].entity == "company:alta");
  CHECK(record.events[0].attribution->speaker == "company:alta");
  CHECK(record.mentions[0].quote.text == "Alta");
  CHECK(record.timex[1].from == "t1");
  CHECK(record.timex[1].why == "2023 moved by +1 year = 2024");
  CHECK(record.timex[1].sentence == 4);
  REQUIRE(record.sentences.size() == 1);
  CHECK(record.sentences[0].text == "En 2023, Alta rachète Béru.");
}

TEST_CASE("an endless sentence is quoted short", "[record]") {
  Document document;
  for (int i = 0; i < 5000; ++i) document.text += "é \n";
  const auto size = static_cast<std::uint32_t>(document.text.size());
  Segmentation segmentation;
  segmentation.sentences.push_back({{0, size}, {0, 0}, 0, 1});
  EventLayer events;
  events.events.resize(3);
  const Record record = make_record(document, {}, segmentation, {}, {}, events);
  CHECK(record.events[2].sentence.text.size() <= 3000);
  CHECK(record.events[2].sentence.span.end == size);
}
