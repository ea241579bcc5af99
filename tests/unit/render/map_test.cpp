#include "frise/render/render.hpp"
#include "render/map_layout.hpp"
#include "render/map_view.hpp"
#include "render/page.hpp"
#include "unit/render/figure_checks.hpp"
#include "unit/render/fixtures.hpp"
#include "unit/render/svg_reader.hpp"

#include <unistd.h>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

namespace frise {
namespace {

std::string findings_of(const RelationView& view) {
  const auto rendering = map_svg(view, {.page = "auto"});
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
    const render::MapLayout layout = render::lay_out_map(view, {1043, 490}, false);
    CHECK(layout.fallback);
    const auto boxes = boxes_of(layout);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(overlap(boxes[i], boxes[j]));
    }
    for (const auto& relation : layout.relations) CHECK(relation.before.points.size() >= 4);
  }
}

TEST_CASE("more than a map can hold is cut before layout, heaviest kept, and said", "[render]") {
  RelationView view = test::star_map(1100);
  view.nodes[1050].weight = 99;
  std::vector<std::string> warnings;
  const RelationView cut = render::bounded(view, warnings);
  CHECK(cut.nodes.size() == 1000);
  CHECK(cut.hidden_nodes == 101);
  CHECK(cut.nodes.back().name == "Société 1050");
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0] == "101 actors left out: a map holds at most 1000");
  for (const MapRelation& relation : cut.relations) {
    CHECK(relation.from < cut.nodes.size());
    CHECK(relation.to < cut.nodes.size());
  }
}

TEST_CASE("a layout that crashes, hangs, babbles or gives up counts as none", "[render]") {
  using Numbers = std::vector<double>;
  using Graphs = std::vector<render::LayeredGraph>;
  const Graphs graphs{{.sizes = {{10, 10}}, .node_count = 1}};
  const render::LayoutLimits limits{
      .cpu_seconds = 2, .patience = std::chrono::milliseconds{300}, .answer = 1 << 16};
  const auto told = [&](const render::Layouter& layouter) {
    return run_limited(graphs, layouter, limits).size();
  };
  CHECK(told([](const Graphs&, Numbers& out) {
          out = {20, 20, 10, 10};
          return true;
        }) == 1);
  CHECK(told([](const Graphs&, Numbers&) { return false; }) == 0);  // no plug-in
  CHECK(told([](const Graphs&, Numbers&) -> bool { std::abort(); }) == 0);
  CHECK(told([](const Graphs&, Numbers&) {
          while (true) pause();
          return true;
        }) == 0);
  CHECK(told([](const Graphs&, Numbers& out) {
          out = {20, 20, std::nan(""), 10};
          return true;
        }) == 0);
  CHECK(told([](const Graphs&, Numbers& out) {
          out = {20, 20, 10, 10, 10};
          return true;
        }) == 0);
  CHECK(told([](const Graphs&, Numbers& out) {
          out.assign(1 << 20, 0.0);
          return true;
        }) == 0);
#if !defined(__SANITIZE_ADDRESS__)
  // More memory than it may have: the child ends, we do not.
  render::LayoutLimits poor = limits;
  poor.patience = std::chrono::seconds{20};
  poor.memory = std::size_t{64} << 20U;
  const render::Layouter greedy = [](const Graphs&, Numbers& out) {
    const std::vector<char> hoard(std::size_t{128} << 20U, 'x');
    out = {20, 20, 10, static_cast<double>(hoard.back() - 'x' + 10)};
    return true;
  };
  CHECK(run_limited(graphs, greedy, poor).empty());
  poor.memory = render::LayoutLimits{}.memory;
  CHECK(run_limited(graphs, greedy, poor).size() == 1);
#endif
}

TEST_CASE("more actors than can be read stand apart, relations as lines", "[render]") {
  const RelationView view = test::star_map(260);
  CHECK(findings_of(view) == "");
  const render::MapLayout plain = render::lay_out_map(view, {1043, 490}, false);
  CHECK(plain.fallback);
  std::vector<render::Box> boxes;
  for (const auto& node : plain.nodes) boxes.push_back(node.box);
  std::size_t overlaps = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size(); ++j)
      overlaps += overlap(boxes[i], boxes[j]) ? 1U : 0U;
  }
  CHECK(overlaps == 0);
}

TEST_CASE("a map keeps to its sheet, at a size that can be read, and counts what it hides",
          "[render]") {
  const std::string page =
      GENERATE(as<std::string>{}, "a4-landscape", "a4-portrait", "16x9", "poster-a1", "poster-a0");
  const std::size_t spokes = GENERATE(1, 6, 60);
  CAPTURE(page, spokes);
  const auto rendering = map_svg(test::star_map(spokes), {.page = page});
  REQUIRE(rendering);
  const render::Page sheet = *render::find_page(page);
  std::string why;
  const auto root = test::read_svg(rendering->bytes, why);
  REQUIRE(root);
  CHECK(root->number("width") == Approx(sheet.width * sheet.scale));
  CHECK(root->number("height") ==
        Approx(sheet.height * sheet.scale * static_cast<double>(rendering->sheets)));
  const std::size_t nodes = test::all(*root, "g", "node").size();
  const std::size_t relations = test::all(*root, "g", "relation").size();
  CHECK(nodes >= std::min<std::size_t>(spokes + 1, 4));
  std::string found;
  for (const auto& finding : test::check_map(rendering->bytes, nodes, relations)) found += finding;
  CHECK(found == "");
  const std::string hidden = std::to_string(spokes + 1 - nodes) + " acteurs masqués";
  CHECK((rendering->bytes.find(hidden) != std::string::npos) == (nodes <= spokes));
  for (const auto* node : test::all(*root, "g", "node")) {
    for (const auto& child : node->children) {
      if (child.name == "text") CHECK(child.number("font-size") >= 9.49);
    }
  }
}

TEST_CASE("a map can be read on each theme", "[render]") {
  const Theme theme = GENERATE(Theme::light, Theme::dark, Theme::automatic, Theme::print);
  const RelationView view = test::chips_map();
  const auto rendering = map_svg(view, {.page = "auto", .theme = theme});
  REQUIRE(rendering);
  std::string found;
  for (const auto& finding :
       test::check_map(rendering->bytes, view.nodes.size(), view.relations.size())) {
    found += finding + "\n";
  }
  CHECK(found == "");
}

TEST_CASE("the same map is the same bytes", "[render]") {
  const auto first = map_svg(test::chips_map(), {});
  const auto second = map_svg(test::chips_map(), {});
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->bytes == second->bytes);
}

}  // namespace frise
