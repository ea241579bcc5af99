// Graphs as no article would give them, through every figure and every export: each gives a sound
// file that says what is not there, or a message.

#include "cli/inert_svg.hpp"
#include "cli/run_program.hpp"
#include "frise/export/formats.hpp"
#include "scratch_folder.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace frise::test;

namespace {

using Arguments = std::vector<std::string>;

std::string day(std::size_t i) {
  const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(2010 + i / 336 % 12) + '-' + two(1 + i / 28 % 12) + '-' + two(1 + i % 28);
}

/// A table of `count` events; `row(i)` is "actor,type,target".
std::string table(std::size_t count, const std::function<std::string(std::size_t)>& row) {
  std::string out = "date,actor,type,target,source,quote\n";
  for (std::size_t i = 0; i < count; ++i) {
    out += day(i) + ',' + row(i) + ",Gazette " + std::to_string(i % 40) + ",Phrase " +
           std::to_string(i) + ".\n";
  }
  return out;
}

std::string type(std::size_t i) {
  constexpr std::array<const char*, 6> types{"invest", "partner", "supply",
                                             "fine",   "exclude", "criticize"};
  return types.at(i % types.size());
}

Ran draw(const Arguments& figure, const std::string& graph) {
  Arguments arguments{"draw"};
  arguments.insert(arguments.end(), figure.begin(), figure.end());
  arguments.insert(arguments.end(), {graph, "--locale", "en"});
  return run_frise(arguments);
}

/// What is wrong with the figures and the exports of a graph, or nothing.
std::string wrong_with_all_of(const std::string& graph, const ScratchFolder& scratch) {
  std::string wrong;
  for (const Arguments& figure : {Arguments{"timeline"},
                                  {"map"},
                                  {"order"},
                                  {"map", "--per", "year"},
                                  {"map", "--per", "quarter"}}) {
    const Ran ran = draw(figure, graph);
    const std::string found = wrong_with_svg(ran.out);
    if (ran.exit != 0 || !found.empty()) wrong += figure.back() + ": " + found + ran.err + '\n';
  }
  for (const Arguments& page : {Arguments{"timeline", "-T", "html"},
                                {"map", "-T", "dot"},
                                {"order", "-T", "dot"},
                                {"timeline", "-T", "dot"}}) {
    const Ran ran = draw(page, graph);
    if (ran.exit != 0 || ran.out.size() < 40) wrong += page[0] + page[2] + ": " + ran.err + '\n';
  }
  for (const frise::ExportFormat& format : frise::export_formats()) {
    const std::string name{format.name};
    const Ran ran = run_frise({"export", graph, "-T", name, "-o", scratch.path("out-" + name)});
    if (ran.exit != 0 || !ran.err.empty()) wrong += name + ": " + ran.err + '\n';
  }
  return wrong;
}

}  // namespace

TEST_CASE("a graph that lacks or repeats something gives sound figures and exports",
          "[end-to-end][bad-input]") {
  struct Row {
    std::string what;
    std::string events;
    Arguments figure;
    std::string says;  ///< that figure
  };
  const auto row = GENERATE(values<Row>({
      {"no relations",
       table(6, [](auto i) { return "Alta " + std::to_string(i) + ",launch,"; }),
       {"map"},
       "No relation to show."},
      {"no relations, by year",
       table(6, [](auto i) { return "Alta " + std::to_string(i) + ",launch,"; }),
       {"map", "--per", "year"},
       "No relation to show."},
      {"no relations, in order",
       table(6, [](auto i) { return "Alta " + std::to_string(i) + ",launch,"; }),
       {"order"},
       "6 events, 0 known successions from 6 articles"},
      {"one actor",
       table(6, [](auto i) { return "Alta," + type(i) + ','; }),
       {"map"},
       "No relation to show."},
      {"one actor, in order",
       table(6, [](auto i) { return "Alta," + type(i) + ','; }),
       {"order"},
       "6 events, 5 known successions from 6 articles"},
      {"relations of an actor with itself",
       table(6, [](auto i) { return "Alta," + type(i) + ",Alta"; }),
       {"map"},
       "No relation to show."},
      {"5,000 relations between two",
       table(5000,
             [](auto i) {
               return std::string{i % 2 ? "Alta," : "Beru,"} + type(i) +
                      (i % 2 ? ",Beru" : ",Alta");
             }),
       {"map"},
       "2 actors, "},
      {"a circle of investors",
       table(60,
             [](auto i) {
               return "C" + std::to_string(i % 7) + ",invest,C" + std::to_string((i + 1) % 7);
             }),
       {"map"},
       "7 actors, 7 relations"},
  }));
  INFO(row.what);
  const ScratchFolder scratch;
  const std::string graph = scratch.path("graph.json");
  REQUIRE(run_frise({"merge", scratch.write("t.csv", row.events), "-o", graph}).exit == 0);
  CHECK(wrong_with_all_of(graph, scratch) == "");
  CHECK_THAT(draw(row.figure, graph).out, Catch::Contains(row.says));
}

TEST_CASE("a graph without anything gives empty figures, not an error", "[end-to-end][bad-input]") {
  const ScratchFolder scratch;
  const std::string graph = scratch.write(
      "graph.json",
      R"({"schema":"frise-graph/1","documents":[],"timex":[],"entities":[],"events":[],)"
      R"("stances":[],"roles":[],"links":[],"order":[]})");
  CHECK(wrong_with_all_of(graph, scratch) == "");
  CHECK_THAT(draw({"order"}, graph).out, Catch::Contains("No event to show."));
}

TEST_CASE("an order in a circle, or of an event with itself, is drawn without",
          "[end-to-end][bad-input]") {
  const ScratchFolder scratch;
  const std::string graph = scratch.path("graph.json");
  const std::string events =
      scratch.write("t.csv", table(9, [](auto i) { return "Alta," + type(i) + ",Beru"; }));
  REQUIRE(run_frise({"merge", events, "-o", graph}).exit == 0);
  auto json = nlohmann::json::parse(bytes_of(graph));
  std::vector<std::string> ids;
  for (const auto& event : json["events"]) ids.push_back(event["id"]);
  auto order = nlohmann::json::array();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    for (const std::size_t after : {i, (i + 1) % ids.size(), (i + 4) % ids.size()}) {
      order.push_back({{"before", ids[i]}, {"after", ids[after]}, {"why", "dates"}});
    }
  }
  json["order"] = order;
  scratch.write("graph.json", json.dump());
  CHECK(wrong_with_all_of(graph, scratch) == "");
  order.push_back({{"before", "ev-none"}, {"after", ids[0]}, {"why", "dates"}});
  json["order"] = order;
  scratch.write("graph.json", json.dump());
  const Ran ran = draw({"order"}, graph);
  CHECK(ran.exit == 1);
  CHECK_THAT(ran.err, Catch::Contains("\"ev-none\" is not among the events"));
}
