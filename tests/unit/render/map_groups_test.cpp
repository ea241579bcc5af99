#include "frise/render/render.hpp"
#include "render/map_fit.hpp"
#include "render/map_layout.hpp"
#include "render/palette.hpp"
#include "unit/render/figure_checks.hpp"
#include "unit/render/fixtures.hpp"
#include "unit/render/svg_reader.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace frise {
namespace {

std::string findings_of(const RelationView& view, const std::string& bytes) {
  std::string text;
  for (const auto& finding : test::check_map(bytes, view.nodes.size(), view.relations.size())) {
    text += finding + "\n";
  }
  for (const auto& finding : test::check_groups(bytes, view)) text += finding + "\n";
  return text;
}

/// Blocks of memory in and out, so that what comes next lies elsewhere than it did before.
class Clutter {
 public:
  explicit Clutter(std::uint32_t seed) {
    std::mt19937 random{seed};
    for (int i = 0; i < 20000; ++i) blocks_.push_back(std::malloc(8 + random() % 400));
    std::shuffle(blocks_.begin(), blocks_.end(), random);
    for (std::size_t i = 0; i < blocks_.size() / 2; ++i) {
      std::free(blocks_.back());
      blocks_.pop_back();
    }
  }
  ~Clutter() {
    for (void* block : blocks_) std::free(block);
  }
  Clutter(const Clutter&) = delete;
  Clutter& operator=(const Clutter&) = delete;

 private:
  std::vector<void*> blocks_;
};

}  // namespace

TEST_CASE("a band holds its group and nothing else, on every page and theme", "[render]") {
  const auto [camps, members] =
      GENERATE(table<std::size_t, std::size_t>({{2, 3}, {4, 3}, {3, 8}, {6, 10}, {12, 5}}));
  const Theme theme = GENERATE(Theme::light, Theme::dark, Theme::print);
  CAPTURE(camps, members);
  const RelationView view = test::camps_map(camps, members);
  REQUIRE(view.groups->standing_out.size() >= 2);
  const auto rendering = map_svg(view, {.page = "auto", .theme = theme});
  REQUIRE(rendering);
  CHECK(rendering->warnings.empty());
  CHECK(findings_of(view, rendering->bytes) == "");
}

TEST_CASE("on a sheet, groups are those of what it holds", "[render]") {
  const std::string page =
      GENERATE(as<std::string>{}, "a4-landscape", "a4-portrait", "16x9", "poster-a1");
  CAPTURE(page);
  const render::Page sheet = *render::find_page(page);
  const render::MapSheet fitted =
      render::fit_map(test::camps_map(4, 6), sheet, render::palette(Theme::light));
  const MapGroups again = group_map(fitted.view);
  REQUIRE(fitted.view.groups);
  CHECK(fitted.view.groups->modularity == again.modularity);
  CHECK(fitted.layout.bands.size() == again.standing_out.size());
  const auto rendering = map_svg(test::camps_map(4, 6), {.page = page});
  CHECK(findings_of(fitted.view, rendering->bytes) == "");
}

TEST_CASE("a band says what it is, and the legend that no source does", "[render]") {
  const auto rendering = map_svg(test::camps_map(3, 8), {.page = "auto"});
  REQUIRE(rendering);
  std::string why;
  const auto root = test::read_svg(rendering->bytes, why);
  REQUIRE(root);
  const auto groups = test::all(*root, "g", "group");
  REQUIRE(groups.size() == 3);
  CHECK(groups[0]->get("aria-label").starts_with("groupe de "));
  CHECK(groups[0]->get("aria-label").find("autour d’Atelier") != std::string::npos);
  CHECK(rendering->bytes.find("donnés par aucune source (modularité 0,") != std::string::npos);
}

TEST_CASE("where no groups stand out, the figure and the program say so", "[render]") {
  RelationView view = test::star_map(20);
  view.groups = group_map(view);
  const auto rendering = map_svg(view, {.page = "auto"});
  REQUIRE(rendering);
  REQUIRE(rendering->remarks.size() == 1);
  CHECK(rendering->remarks[0].starts_with("no groups stand out: modularity 0."));
  CHECK(rendering->bytes.find("aucun groupe ne se détache") != std::string::npos);
  CHECK(rendering->bytes.find("group-band") == std::string::npos);
  view.groups = MapGroups{.modularity = 0.5, .standing_out = {}};
  CHECK(render::no_bands(*view.groups, "fr") == "aucun groupe n’a trois acteurs : modularité 0,50");
  // Never said to be what it would have to be.
  view.groups->modularity = 0.2999;
  CHECK(render::no_bands(*view.groups, "en") == "no groups stand out: modularity 0.29 < 0.30");
}

TEST_CASE("without Graphviz, groups stand under each other, apart", "[render]") {
  const RelationView view = test::camps_map(4, 6);
  const render::MapLayout layout = render::lay_out_map(view, {1043, 490}, false);
  CHECK(layout.fallback);
  REQUIRE(layout.bands.size() == view.groups->standing_out.size());
  std::vector<render::Box> boxes;
  for (const auto& node : layout.nodes) boxes.push_back(node.box);
  for (const auto& relation : layout.relations) boxes.push_back(relation.label.box);
  for (std::size_t g = 0; g < layout.bands.size(); ++g) {
    const auto members = render::boxes_in(view, view.groups->standing_out[g]);
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
      const bool member = std::find(members.begin(), members.end(), i) != members.end();
      CHECK(overlap(boxes[i], layout.bands[g].box) == member);
      CHECK_FALSE(overlap(boxes[i], layout.bands[g].title_box));
    }
  }
}

TEST_CASE("more actors than get labels are drawn without bands, and it is said", "[render]") {
  RelationView view = test::camps_map(40, 6);
  const auto rendering = map_svg(view, {.page = "auto"});
  REQUIRE(rendering);
  REQUIRE(rendering->warnings.size() == 1);
  CHECK(rendering->warnings[0] == "groups are drawn among at most 200 actors");
  CHECK(rendering->bytes.find("group-band") == std::string::npos);
}

TEST_CASE("where things lie in memory does not show in a map with groups", "[render]") {
  const RelationView view = test::camps_map(6, 10);
  const auto first = map_svg(view, {.page = "auto"});
  REQUIRE(first);
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    const Clutter clutter{seed};
    CHECK(map_svg(view, {.page = "auto"})->bytes == first->bytes);
    CHECK(map_dot(view, {})->bytes == map_dot(view, {})->bytes);
  }
}

}  // namespace frise
