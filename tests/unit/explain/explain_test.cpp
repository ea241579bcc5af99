#include "frise/explain/explain.hpp"

#include <catch2/catch.hpp>

using namespace frise;

namespace {

DayBounds days(const char* first, const char* last) {
  return {parse_iso_day(first), parse_iso_day(last)};
}

/// "La vente date du 4 mai 2012. Deux jours plus tard, Alta rach\u00e8te B\u00e9ru."
Record sample(const std::string& id) {
  Record record;
  record.document.id = id;
  record.document.path = "in/" + id + ".txt";
  record.document.published = {"2012-06-01", days("2012-06-01", "2012-06-01"), DateBasis::given,
                               "sidecar a.json"};
  RecordTimex first;
  first.id = "t1";
  first.quote = {{17, 27}, "4 mai 2012"};
  first.value = "2012-05-04";
  first.bounds = days("2012-05-04", "2012-05-04");
  first.anchor = TimexAnchor::absolute;
  first.rule = "fr/temporal/date";
  first.sentence = 1;
  RecordTimex second = first;
  second.id = "t2";
  second.quote = {{29, 49}, "Deux jours plus tard"};
  second.value = "2012-05-06";
  second.bounds = days("2012-05-06", "2012-05-06");
  second.anchor = TimexAnchor::reference;
  second.inferred = true;
  second.from = "t1";
  second.why = "2012-05-04 moved by +2 days = 2012-05-06";
  second.rule = "fr/temporal/later";
  second.sentence = 2;
  record.timex = {first, second};
  record.sentences = {{{0, 28}, 1, "La vente date du 4 mai 2012."},
                      {{29, 73}, 2, "Deux jours plus tard, Alta rach\u00e8te B\u00e9ru."}};
  record.entities = {{"company:alta", "Alta", EntityType::company},
                     {"company:beru", "B\u00e9ru", EntityType::company}};
  record.mentions = {{"m1", {{51, 55}, "Alta"}, "company:alta", MentionKind::name},
                     {"m2", {{65, 70}, "B\u00e9ru"}, "company:beru", MentionKind::name}};
  RecordEvent event;
  event.id = "ev1";
  event.type = EventType::acquire;
  event.trigger = {{56, 64}, "rach\u00e8te"};
  event.sentence = record.sentences[1];
  event.date = {"2012-05-06", second.bounds, "t2", true, "time expression of its clause"};
  event.participants = {{ParticipantRole::agent, "company:alta", "m1"},
                        {ParticipantRole::patient, "company:beru", "m2"}};
  event.summary = "Alta rach\u00e8te B\u00e9ru";
  event.rule = "fr/event/racheter";
  record.events.push_back(event);
  return record;
}

constexpr const char* chain =
    "t2  \"Deux jours plus tard\"\n"
    "  document  a (in/a.txt), 2012-06-01 by sidecar a.json\n"
    "  sentence  2 \"Deux jours plus tard, Alta rach\u00e8te B\u00e9ru.\"\n"
    "  rule      fr/temporal/later\n"
    "  reads     DATE 2012-05-06\n"
    "  days      2012-05-06\n"
    "  from      t1 \"4 mai 2012\", 2012-05-04, in sentence 1\n"
    "  because   2012-05-04 moved by +2 days = 2012-05-06\n"
    "  t1  \"4 mai 2012\"\n"
    "    sentence  1 \"La vente date du 4 mai 2012.\"\n"
    "    rule      fr/temporal/date\n"
    "    reads     DATE 2012-05-04\n"
    "    days      2012-05-04\n"
    "    from      its own words\n";

}  // namespace

TEST_CASE("a date of a record is explained back to what it was counted from", "[explain]") {
  const auto told = explain(std::vector{sample("a")}, "t2");
  REQUIRE(told.has_value());
  CHECK(*told == chain);
}

TEST_CASE("an event of a record names its words, rule and date", "[explain]") {
  const auto told = explain(std::vector{sample("a")}, "ev1");
  REQUIRE(told.has_value());
  for (const char* line :
       {"ev1  acquire: Alta rach\u00e8te B\u00e9ru\n", "  trigger   \"rach\u00e8te\"\n",
        "  rule      fr/event/racheter\n", "  agent     company:alta\n",
        "  date      2012-05-06, inferred in part\n", "  because   time expression of its clause\n",
        "    t2  \"Deux jours plus tard\"\n"}) {
    CHECK_THAT(*told, Catch::Contains(line));
  }
}

TEST_CASE("an id that several documents have wants its document", "[explain]") {
  const std::vector records{sample("a"), sample("b")};
  const auto many = explain(records, "t2");
  REQUIRE_FALSE(many.has_value());
  CHECK(many.error().message == "2 documents have a t2; write a#t2 or b#t2");
  const auto one = explain(records, "a#t2");
  REQUIRE(one.has_value());
  CHECK(*one == chain);
  const auto none = explain(records, "c#t2");
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().code == ErrorCode::not_found);
}

TEST_CASE("a graph explains its dates as the records do", "[explain]") {
  const EventGraph built = EventGraph::build(merge_records({sample("a")}));
  const auto read = parse_graph(to_json(built));
  REQUIRE(read.has_value());
  const MergedEvent& event = read->corpus().events.at(0);
  const auto told = explain(*read, event.id);
  REQUIRE(told.has_value());
  for (const char* line :
       {"  agent     Alta (company:alta)\n", "  sources   1 independent of 1\n",
        "    document  a (in/a.txt), 2012-06-01 by sidecar a.json\n",
        "    rule      fr/event/racheter\n", "      t2  \"Deux jours plus tard\"\n",
        "        because   2012-05-04 moved by +2 days = 2012-05-06\n",
        "        t1  \"4 mai 2012\"\n"}) {
    CHECK_THAT(*told, Catch::Contains(line));
  }
  for (const std::string& id : {event.claims.at(0).id, std::string{"company:beru"},
                                std::string{"t2"}, std::string{"a#t1"}}) {
    CAPTURE(id);
    CHECK(explain(*read, id).has_value());
  }
  CHECK_FALSE(explain(*read, "ev-none").has_value());
}

TEST_CASE("two actors are explained by what connects them", "[explain]") {
  const EventGraph graph = EventGraph::build(merge_records({sample("a")}));
  const auto told = explain_connection(graph, "company:alta", "company:beru");
  REQUIRE(told.has_value());
  CHECK(told->starts_with("company:alta to company:beru\n"));
  CHECK_THAT(*told, Catch::Contains(graph.corpus().events.at(0).id));
  CHECK_THAT(*told, Catch::Contains("sentence  "));
  CHECK_FALSE(explain_connection(graph, "company:alta", "company:none").has_value());
  CHECK_FALSE(explain_connection(graph, "company:alta", "company:alta").has_value());
}

TEST_CASE("an article cannot move the cursor of who reads an explanation", "[explain]") {
  Record record = sample("a");
  record.timex[0].quote.text = "4 mai\x1b[2J\n  rule      false";
  record.document.path = "\x1b]0;x\x07";
  const auto told = explain(std::vector{record}, "t1");
  REQUIRE(told.has_value());
  CHECK(told->find('\x1b') == std::string::npos);
  CHECK(told->find("\n  rule      false") == std::string::npos);
}
