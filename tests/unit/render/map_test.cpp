#include "frise/render/render.hpp"
#include "render/map_layout.hpp"
#include "render/map_view.hpp"
#include "unit/render/figure_checks.hpp"
#include "unit/render/fixtures.hpp"

#include <catch2/catch.hpp>

namespace frise {
namespace {

std::string findings_of(const RelationView& view) {
  const auto rendering = map_svg(view, {});
  REQUIRE(rendering);
  std::size_t drawable = 0;
  for (const MapRelation& relation : view.relations) {
    drawable += relation.from < view.nodes.size() && relation.to < view.nodes.size() ? 1 : 0;
  }
  std::string text;
  for (const std::string& finding :
       test::check_map(rendering->bytes, view.nodes.size(), drawable)) {
    text += finding + "\n";
  }
  return text;
}

std::vector<render::Box> boxes_of(const render::MapLayout& layout) {
  std::vector<render::Box> boxes;
  for (const auto& node : layout.nodes) boxes.push_back(node.box);
  for (const auto& relation : layout.relations) boxes.push_back(relation.label.box);
  return boxes;
}

}  // namespace

TEST_CASE("a map of any size has no box over another", "[render]") {
  const std::size_t spokes = GENERATE(0, 1, 2, 5, 12, 40, 60);
  CAPTURE(spokes);
  CHECK(findings_of(test::star_map(spokes)) == "");
}

TEST_CASE("a map of a subject passes the same checks", "[render]") {
  CHECK(findings_of(test::chips_map()) == "");
  CHECK(findings_of(RelationView{}) == "");
}

TEST_CASE("hostile names and labels give a sound and inert map", "[render]") {
  CHECK(findings_of(test::hostile_map()) == "");
}

TEST_CASE("cycles, relations with oneself and many between two are drawn", "[render]") {
  RelationView view = test::chips_map();
  const auto add = [&view](std::uint32_t from, std::uint32_t to) {
    MapRelation relation;
    relation.id = "x" + std::to_string(view.relations.size());
    relation.from = from;
    relation.to = to;
    relation.label = "agit";
    view.relations.push_back(relation);
  };
  add(7, 0);
  add(6, 5);
  add(3, 3);
  for (int i = 0; i < 20; ++i) add(0, 4);
  CHECK(findings_of(view) == "");
}

TEST_CASE("when dot gives nothing, columns of our own take its place without overlap", "[render]") {
  for (const RelationView& view : {test::chips_map(), test::star_map(40)}) {
    const render::MapLayout layout = render::lay_out_map(view, 1043, 490, false);
    CHECK(layout.fallback);
    const auto boxes = boxes_of(layout);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(overlap(boxes[i], boxes[j]));
    }
    for (const auto& relation : layout.relations) CHECK(relation.before.points.size() >= 4);
  }
}

TEST_CASE("more than a map can hold is cut before layout, heaviest kept, and said", "[render]") {
  RelationView view = test::star_map(300);
  view.nodes[250].weight = 99;
  std::vector<std::string> warnings;
  const RelationView cut = render::bounded(view, warnings);
  CHECK(cut.nodes.size() == 200);
  CHECK(cut.hidden_nodes == 101);
  CHECK(cut.nodes.back().name == "Société 250");
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0] == "101 actors left out: a map holds at most 200");
  for (const MapRelation& relation : cut.relations) {
    CHECK(relation.from < cut.nodes.size());
    CHECK(relation.to < cut.nodes.size());
  }
}

TEST_CASE("the same map is the same bytes", "[render]") {
  const auto first = map_svg(test::chips_map(), {});
  const auto second = map_svg(test::chips_map(), {});
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->bytes == second->bytes);
}

}  // namespace frise
