// Hidden: `frise_tests "[draw]"` writes the fixtures' figures into ./figures, to be looked at.

#include "frise/render/render.hpp"
#include "unit/render/fixtures.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

namespace frise {
namespace {

void write(const std::string& name, const Result<Rendering>& rendering) {
  REQUIRE(rendering);
  std::filesystem::create_directories("figures");
  std::ofstream{"figures/" + name, std::ios::binary} << rendering->bytes;
  for (const std::string& warning : rendering->warnings) WARN(name << ": " << warning);
}

}  // namespace

TEST_CASE("fixtures can be looked at", "[.draw]") {
  const std::vector<std::pair<std::string, TimelineView>> timelines{
      {"chips", test::chips_timeline()},    {"five", test::many_events(5, 2)},
      {"one", test::many_events(1, 1)},     {"none", TimelineView{}},
      {"fifty", test::many_events(50, 5)},  {"500", test::many_events(500, 8)},
      {"burst", test::burst(12)},           {"burst60", test::burst(60)},
      {"shapes", test::date_shapes()},      {"undated", test::undated_only()},
      {"hostile", test::hostile_timeline()}};
  for (const auto& [name, view] : timelines) {
    write("timeline-" + name + ".svg", timeline_svg(view, {}));
  }
  const std::vector<std::pair<std::string, RelationView>> maps{{"chips", test::chips_map()},
                                                               {"none", RelationView{}},
                                                               {"star12", test::star_map(12)},
                                                               {"star40", test::star_map(40)},
                                                               {"hostile", test::hostile_map()}};
  for (const auto& [name, view] : maps) {
    write("map-" + name + ".svg", map_svg(view, {}));
    write("map-" + name + ".dot", map_dot(view, {}));
  }
  write("timeline-chips.dot", timeline_dot(test::chips_timeline(), {}));
  write("timeline-hostile.dot", timeline_dot(test::hostile_timeline(), {}));
  write("map-chips-dark.svg", map_svg(test::chips_map(), {.theme = Theme::dark}));
  write("timeline-chips-dark.svg", timeline_svg(test::chips_timeline(), {.theme = Theme::dark}));
}

}  // namespace frise
