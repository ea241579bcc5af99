#include "frise/view/view.hpp"
#include "unit/merge/sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

EventGraph graph_of(std::vector<Record> records) {
  return EventGraph::build(merge_records(std::move(records)));
}

TimelineView timeline(std::vector<Record> records, const ViewOptions& options = {}) {
  auto view = make_timeline(graph_of(std::move(records)), options);
  REQUIRE(view);
  return std::move(*view);
}

const std::vector<std::string> alta_beru{"agent company:alta", "patient company:beru"};

std::vector<Record> story() {
  Record a =
      article("a", "2025-05-01",
              {{EventType::admit,
                "2018",
                "Alta accueille Uno dans Tremplin.",
                {"agent company:alta", "patient company:uno", "recipient programme:tremplin"}},
               {EventType::exclude,
                "2025-04-25",
                "Alta écarte les mineurs de Tremplin.",
                {"agent company:alta", "patient sector:mineurs", "recipient programme:tremplin"}},
               {EventType::state, "", "Tout va bien.", {"agent company:alta"}}});
  Record b = article("b", "2023-03-20",
                     {{EventType::state,
                       "2023-03",
                       "Ada Noor ne voit rien d'utile chez les mineurs.",
                       {"agent person:ada-noor", "topic sector:mineurs"}},
                      {EventType::admit,
                       "2018",
                       "Uno entre dans Tremplin, d'Alta.",
                       {"agent company:alta", "patient company:uno"}}});
  add_stance(b, "person:ada-noor", "sector:mineurs", -1, "2023-03", "x");
  b.stances[0].sentence.span = b.events[0].sentence.span;
  b.stances[0].sentence.number = b.events[0].sentence.number;
  return {a, b};
}

const TimelineItem& item(const TimelineView& view, const std::string& date) {
  for (const TimelineItem& one : view.items) {
    if (one.date && one.date->value == date) return one;
  }
  throw std::out_of_range{date};
}

}  // namespace

TEST_CASE("a timeline says who did what to whom, when, and who tells it", "[view]") {
  const TimelineView view = timeline(story());
  REQUIRE(view.items.size() == 3);
  CHECK(view.extracted == 4);
  CHECK(view.hidden == 1);  // the statement without date, topic or second source
  CHECK(view.locale == "fr");
  CHECK(view.title == "Alta\u00A0: 2018–2025");
  CHECK(view.subtitle == "3 événements d’après 2 articles\u202F; une ligne par acteur");

  const TimelineItem& admitted = item(view, "2018");
  CHECK(admitted.actor == "Alta");
  CHECK(view.lanes[admitted.lane].id == "company:alta");
  CHECK(admitted.targets.size() == 2);
  CHECK(admitted.stance == MarkStance::favourable);
  CHECK(admitted.citations == std::vector<Citation>{{1, {1}}, {2, {2}}});
  CHECK(admitted.date_label == "2018");
  const TimelineItem& excluded = item(view, "2025-04-25");
  CHECK(excluded.stance == MarkStance::unfavourable);
  CHECK(excluded.date_label == "25 avr. 2025");
  CHECK(excluded.label == "Alta écarte les mineurs de Tremplin.");
  const TimelineItem& said = item(view, "2023-03");
  CHECK(said.stance == MarkStance::unfavourable);
  CHECK(view.lanes[said.lane].id == "person:ada-noor");

  REQUIRE(view.links.size() == 1);
  CHECK(view.links[0].kind == LinkKind::contradicts);
  CHECK(view.items[view.links[0].from].id == excluded.id);
  REQUIRE(view.notes.size() == 2);
  CHECK(view.notes[0].number == 1);
  CHECK(view.notes[0].sentences.size() == 2);
  CHECK_FALSE(view.notes[0].sentences[0].quote.empty());
  CHECK(view.input_hash.size() == 12);
}

TEST_CASE("every drawn event has a lane, a label, a date label and a source", "[view]") {
  std::vector<Record> records;
  for (int d = 0; d < 12; ++d) {
    const std::string who = "company:actor-" + std::to_string(d);
    records.push_back(article("d" + std::to_string(d), "2024-01-02",
                              {{EventType::supply,
                                "2023-0" + std::to_string(d % 9 + 1),
                                "Livraison " + std::to_string(d),
                                {"agent " + who, "patient company:hub"}},
                               {EventType::invest,
                                "",
                                "Mise " + std::to_string(d),
                                {"agent company:hub", "patient " + who}}}));
  }
  const TimelineView view = timeline(records);
  CHECK(view.items.size() + view.hidden == view.extracted);
  CHECK(view.lanes.size() == 8);
  CHECK(view.lanes.back().id == "other");
  CHECK(view.lanes.back().name.find("Autres (") == 0);
  bool undated = false;
  for (const TimelineItem& one : view.items) {
    CHECK(one.lane < view.lanes.size());
    CHECK_FALSE(one.label.empty());
    CHECK_FALSE(one.date_label.empty());
    CHECK_FALSE(one.citations.empty());
    CHECK(std::is_sorted(one.targets.begin(), one.targets.end()));
    for (const std::uint32_t target : one.targets) {
      CHECK(target < view.lanes.size());
      CHECK(target != one.lane);
    }
    if (undated) CHECK_FALSE(one.date);  // undated ones stand last
    undated = undated || !one.date;
  }
}

TEST_CASE("a person without a lane speaks from the employer's", "[view]") {
  std::vector<Said> events;
  for (int i = 0; i < 3; ++i) {
    events.push_back({EventType::supply, "202" + std::to_string(i), "Alta livre Béru.", alta_beru});
    events.push_back({EventType::supply,
                      "202" + std::to_string(i),
                      "Béru paie Alta.",
                      {"agent company:beru", "patient company:alta"}});
  }
  events.push_back({EventType::state, "2024", "La demande explose.", {"agent person:ada-noor"}});
  Record a = article("a", "2025", events);
  a.events.back().attribution = RecordAttribution{
      "person:ada-noor", "directrice technique d'Alta", Anonymity::named, "dit", {}};
  const TimelineView view = timeline({a}, {.max_lanes = 2});
  CHECK(view.lanes.size() == 2);
  const TimelineItem& said = item(view, "2024");
  CHECK(view.lanes[said.lane].id == "company:alta");
  CHECK(said.actor == "Ada Noor");
}

TEST_CASE("lanes that the reader asks for come first, in that order", "[view]") {
  const auto names = [](const TimelineView& view) {
    std::string text;
    for (const Lane& lane : view.lanes) text += lane.name + "|";
    return text;
  };
  const std::string usual = names(timeline(story()));
  const std::string asked =
      names(timeline(story(), {.lanes = {"company:uno", "ada NOOR", "nobody"}}));
  CHECK_THAT(usual, !Catch::StartsWith("Uno|"));
  CHECK_THAT(asked, Catch::StartsWith("Uno|Ada Noor|"));
  CHECK(asked.size() == usual.size());
}

TEST_CASE("options choose what is seen, and the rest is counted", "[view]") {
  struct Row {
    ViewOptions options;
    std::size_t items;
  };
  const auto row = GENERATE(values<Row>({
      {{.since = "2019"}, 2},
      {{.until = "2018-06"}, 1},
      {{.since = "2018-03", .until = "2018-03"}, 1},  // some day of 2018: it may be this month
      {{.entities = {"person:ada-noor"}}, 1},
      {{.entities = {"ada NOOR"}}, 1},
      {{.types = {EventType::exclude}}, 1},
      {{.max_events = 2}, 2},
      {{}, 3},
  }));
  const TimelineView view = timeline(story(), row.options);
  CHECK(view.items.size() == row.items);
  CHECK(view.items.size() + view.hidden == view.extracted);
}

TEST_CASE("what is told in a quotation is in the mark of the statement", "[view]") {
  Record a = article("a", "2025",
                     {{EventType::state,
                       "2024",
                       "Ada Noor : « Nous aimons travailler avec Beru »",
                       {"agent person:ada-noor", "topic company:beru"}},
                      {EventType::partner,
                       "2024",
                       "Ada Noor : « Nous aimons travailler avec Beru »",
                       {"agent person:ada-noor", "patient company:beru"}}});
  a.events[1].sentence = a.events[0].sentence;
  a.events[1].attribution = RecordAttribution{"person:ada-noor", "", Anonymity::named, "dit", {}};
  const TimelineView view = timeline({a});
  REQUIRE(view.items.size() == 1);
  CHECK(view.hidden == 1);
}

TEST_CASE("a source without a title goes by its file's name, wherever it lies", "[view]") {
  Record a = article("a", "2025", {{EventType::acquire, "2024", "Alta rachète Beru.", alta_beru}});
  a.document.title.clear();
  for (const char* path : {"news/2024/a.txt", "/home/x/a.txt", "./a.txt", "a.txt"}) {
    a.document.path = path;
    CHECK(timeline({a}).notes[0].path == "a.txt");
  }
}

TEST_CASE("an option that means nothing is refused by name", "[view]") {
  struct Row {
    ViewOptions options;
    std::string message;
  };
  const auto row = GENERATE(values<Row>({
      {{.since = "2025-02-30"}, "2025-02-30"},
      {{.until = "hier"}, "until"},
      {{.since = "2020", .until = "2019"}, "ends before it starts"},
      {{.entities = {"Nobody"}}, "Nobody"},
      {{.entities = {""}}, "no entity"},
      {{.locale = "f r"}, "no language"},
  }));
  const EventGraph graph = graph_of(story());
  const auto line = make_timeline(graph, row.options);
  REQUIRE_FALSE(line);
  CHECK(line.error().code == ErrorCode::bad_value);
  CAPTURE(line.error().message);
  CHECK(line.error().message.find(row.message) != std::string::npos);
  CHECK_FALSE(make_map(graph, row.options));
}

TEST_CASE("sources that disagree are all on the mark", "[view]") {
  const auto act = [](const std::string& date, const std::string& sum) {
    return Said{
        EventType::fine,
        date,
        "Le régulateur a infligé une amende de trois millions à Béru pour entente illicite.",
        {"agent government:regulateur", "patient company:beru"},
        "",
        Factuality::certain,
        {sum}};
  };
  const TimelineView view =
      timeline({article("a", "2024-03-14", {act("2024-03-12", "3000000 EUR")}),
                article("b", "2024-03-15", {act("2024-03-13", "5000000 EUR")})});
  REQUIRE(view.items.size() == 1);
  CHECK(view.items[0].date->value == "2024-03-12");
  REQUIRE(view.items[0].other_dates.size() == 1);
  CHECK(view.items[0].other_dates[0].value == "2024-03-13");
  CHECK(view.items[0].stance == MarkStance::contested);
}

TEST_CASE("an inferred year is marked as such", "[view]") {
  Record a = article("a", "2026-02-03",
                     {{EventType::acquire, "2026-02-01", "Alta rachète Béru.", alta_beru}});
  a.events[0].date.inferred = true;
  CHECK(timeline({a}).items[0].date_label == "1ᵉʳ févr. 2026 (année déduite)");
  CHECK(timeline({a}, {.locale = "en"}).items[0].date_label == "Feb 1, 2026 (year inferred)");
}

TEST_CASE("hostile text comes out harmless and short", "[view]") {
  std::string summary = "Alta \x01\u202E<b>\"\\N\" ";
  for (int i = 0; i < 400; ++i) summary += "mot ";
  Record a = article("a", "2024", {{EventType::acquire, "2024", summary, alta_beru}});
  a.entities[0].name = "Al\x02ta\u202E " + std::string(5000, 'x');
  a.document.title = std::string(100000, 'y');
  const TimelineView view = timeline({a});
  CHECK(view.items[0].label.size() <= 120);
  CHECK(view.items[0].label.find('\x01') == std::string::npos);
  CHECK(view.lanes[0].name.size() <= 200);
  CHECK(view.notes[0].title.size() <= 210);
  CHECK(view.notes[0].sentences[0].quote.size() <= 130);
}

TEST_CASE("a graph with nothing to draw gives an empty figure with a title", "[view]") {
  const TimelineView view = timeline({article("a", "", {})});
  CHECK(view.items.empty());
  CHECK(view.lanes.empty());
  CHECK(view.title == "Chronologie");
  const auto map = make_map(graph_of({}), {});
  REQUIRE(map);
  CHECK(map->nodes.empty());
}
