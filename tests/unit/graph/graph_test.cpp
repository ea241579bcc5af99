#include "frise/graph/event_graph.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace {

using namespace frise;
using namespace frise::test;

EventGraph sample() {
  Record a = article("a", "2024-06-01",
                     {{EventType::admit,
                       "2018",
                       "Alta accueille \"Béru\".",
                       {"agent company:alta", "patient company:beru"},
                       "",
                       Factuality::certain,
                       {"5000000 EUR"}},
                      {EventType::exclude,
                       "2025-04",
                       "Alta écarte Béru.",
                       {"agent company:alta", "patient company:beru"}}});
  a.events[0].attribution =
      RecordAttribution{"company:alta", "", Anonymity::institutional, "selon", {1, 6}};
  a.events[0].status = DealStatus::completed;
  add_stance(a, "person:ada-noor", "company:beru", -1, "2023-03", "Cela ne sert à rien.");
  Record b = article("b", "2024-06-01",
                     {{EventType::admit,
                       "2018-05",
                       "Béru rejoint Alta.",
                       {"agent company:alta", "patient company:beru"}}});
  return EventGraph::build(merge_records({a, b}));
}

}  // namespace

TEST_CASE("the graph finds what its ids name", "[graph]") {
  const EventGraph graph = sample();
  REQUIRE(graph.entity("company:alta") != nullptr);
  CHECK(graph.entity("company:nobody") == nullptr);
  CHECK(graph.document("b") != nullptr);
  const auto events = graph.events_of("company:beru");
  REQUIRE(events.size() == 2);
  CHECK(events[0]->date.value == "2018-05");
  CHECK(graph.event(events[1]->id) == events[1]);
  CHECK(graph.events_of("company:nobody").empty());
  CHECK(graph.degree("company:alta") == 2);
  CHECK(graph.degree("company:beru") == 3);
  CHECK(graph.degree("person:ada-noor") == 1);
  CHECK(graph.vertex_count() == 2 + 3 + 2);
  CHECK(graph.edge_count() == 4 + 3 + 1 + 1);  // roles, claims, a stance, a link
}

TEST_CASE("a graph written and read back writes the same bytes", "[graph]") {
  const std::string json = to_json(sample());
  CHECK(json.back() == '\n');
  const auto again = parse_graph(json);
  REQUIRE(again);
  CHECK(to_json(*again) == json);
  CHECK(again->edge_count() == sample().edge_count());
  CHECK(to_json(*parse_graph(to_json(EventGraph::build({})))) == to_json(EventGraph::build({})));
}

TEST_CASE("a broken graph is refused, with line and column", "[graph]") {
  struct Row {
    std::string from;
    std::string to;
    std::string message;
  };
  const auto row = GENERATE(values<Row>({
      {"frise-graph/1", "frise-graph/7", "schema \"frise-graph/7\""},
      {"\"entity\": \"company:beru\"", "\"entity\": \"company:bern\"",
       "\"company:bern\" is not among the entities"},
      {"\"document\": \"b\"", "\"document\": \"z\"", "\"z\" is not among the documents"},
      {"\"holder\": \"", "\"holder\": \"x", "is not among the entities"},
      {"\"from\": \"", "\"from\": \"x", "is not among the events"},
      {"\"type\": \"exclude\"", "\"type\": \"eclipse\"", "no type of event"},
      {"\"entities\": [", "\"entities\": [,", "no JSON"},
      {"\"number\": 1", "\"number\": 1.5", "whole number"},
      {"\"id\": \"company:beru\"", "\"id\": \"company:alta\"", "twice"},
  }));
  std::string json = to_json(sample());
  const auto at = json.find(row.from);
  REQUIRE(at != std::string::npos);
  json.replace(at, row.from.size(), row.to);
  const auto graph = parse_graph(json);
  REQUIRE_FALSE(graph);
  CAPTURE(row.from, graph.error().message);
  CHECK(graph.error().code == ErrorCode::bad_format);
  CHECK(graph.error().message.find(row.message) != std::string::npos);
  CHECK(graph.error().line > 1);
  CHECK(graph.error().column > 1);
}

TEST_CASE("a graph cut short at any byte is refused and never crashes", "[graph]") {
  const std::string json = to_json(sample());
  for (std::size_t length = 0; length + 2 < json.size(); length += 7) {
    CHECK_FALSE(parse_graph(json.substr(0, length)));
  }
}
