#include "frise/view/view.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

RelationView map_of(const std::vector<Said>& events, const ViewOptions& options) {
  auto view = make_map(EventGraph::build(merge_records({article("a", "2025", events)})), options);
  REQUIRE(view);
  return std::move(*view);
}

Said supplies(const std::string& from, const std::string& to, int turn = 0) {
  return {EventType::supply,
          "2024-0" + std::to_string(1 + turn % 9),
          "livraison " + std::to_string(turn),
          {"agent company:" + from, "recipient company:" + to}};
}

std::string names_of(const RelationView& view) {
  std::string names;
  for (const MapNode& node : view.nodes) names += (names.empty() ? "" : " ") + node.name;
  return names;
}

std::size_t parts_of(const RelationView& view) {
  std::vector<std::size_t> part(view.nodes.size());
  std::iota(part.begin(), part.end(), 0U);
  const auto root = [&part](std::size_t i) {
    while (part[i] != i) i = part[i];
    return i;
  };
  for (const MapRelation& relation : view.relations) {
    part[root(relation.from)] = root(relation.to);
  }
  std::size_t parts = 0;
  for (std::size_t i = 0; i < part.size(); ++i) parts += root(i) == i ? 1U : 0U;
  return parts;
}

}  // namespace

TEST_CASE("actors on a map have to do with each other, heaviest tie first", "[view]") {
  std::vector<Said> events;
  // Alta is the heaviest; Xeno and Yado trade much, but with nobody else.
  for (int i = 0; i < 8; ++i) events.push_back(supplies("alta", "beru", i));
  for (int i = 0; i < 6; ++i) events.push_back(supplies("xeno", "yado", i));
  for (int i = 0; i < 2; ++i) events.push_back(supplies("alta", "cobo", i));
  events.push_back(supplies("cobo", "dima"));
  CHECK(names_of(map_of(events, {.top = 3})) == "Alta Beru Cobo");
  CHECK(names_of(map_of(events, {.top = 4})) == "Alta Beru Cobo Dima");
  // When nobody is left who has to do with them, the heaviest of the others follow.
  CHECK(names_of(map_of(events, {.top = 6})) == "Alta Beru Cobo Dima Xeno Yado");
  CHECK(names_of(map_of(events, {.top = 2, .focus = "Yado"})) == "Yado Xeno");
  CHECK(map_of(events, {.top = 3}).hidden_nodes == 3);
}

TEST_CASE("a map of thousands of actors holds as many as asked for, in one piece", "[view]") {
  // Sixty hubs that never meet but by small ones; every hub is heavier than they are.
  std::vector<Said> events;
  for (int hub = 0; hub < 60; ++hub) {
    for (int i = 0; i < 30; ++i) {
      events.push_back(supplies("hub" + std::to_string(hub),
                                "small" + std::to_string((hub * 17 + i * 13) % 900), i));
    }
  }
  const RelationView view = map_of(events, {});
  CHECK(view.nodes.size() == 60);
  CHECK(parts_of(view) == 1);
  CHECK(view.hidden_nodes > 500);
  for (const std::size_t most : {2U, 7U, 31U}) {
    CAPTURE(most);
    const RelationView cut = cut_map(view, most);
    CHECK(cut.nodes.size() == most);
    CHECK(parts_of(cut) == 1);
  }
}

TEST_CASE("thinned relations leave nobody alone", "[view]") {
  std::vector<Said> events;
  for (int a = 0; a < 20; ++a) {
    for (int b = 0; b < 20; ++b) {
      if (a == b) continue;
      for (int i = 0; i < 2; ++i)
        events.push_back(supplies("c" + std::to_string(a), "c" + std::to_string(b), i));
    }
  }
  events.push_back(supplies("tail", "c7"));
  const RelationView view = map_of(events, {.top = 21});
  CHECK(view.nodes.size() == 21);
  CHECK(view.relations.size() <= 63);
  CHECK(parts_of(view) == 1);
}
