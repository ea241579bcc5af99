// Two hundred timelines of 1 to 5,000 events from fixed seeds: crowded and empty, one lane and a
// hundred, every sort of date and page, labels by enemies. Each must pass every check of a figure.

#include "frise/render/render.hpp"
#include "unit/render/figure_checks.hpp"
#include "unit/render/fixtures.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <string_view>

namespace frise {
namespace {

constexpr std::uint32_t graphs = 200;

std::size_t size_of(std::uint32_t seed) {
  if (seed % 100 == 99) return 5000;
  if (seed % 40 == 7) return 500;
  constexpr std::array<std::size_t, 10> sizes{1, 2, 5, 9, 14, 22, 35, 50, 80, 3};
  return sizes[seed % sizes.size()];
}

}  // namespace

TEST_CASE("two hundred generated timelines pass every check", "[render][property]") {
  constexpr std::array<std::string_view, 6> pages{"a4-landscape", "auto",      "16x9",
                                                  "poster-a1",    "poster-a0", "a4-portrait"};
  for (std::uint32_t seed = 0; seed < graphs; ++seed) {
    const TimelineView view = test::generated(seed, size_of(seed));
    const RenderOptions options{.page = std::string{pages[seed % pages.size()]},
                                .theme = static_cast<Theme>(seed % 4),
                                .broken_axis = seed % 3 == 0};
    const auto drawn = timeline_svg(view, options);
    REQUIRE(drawn);
    std::string text;
    for (const std::string& finding : test::check_timeline(drawn->bytes, view)) {
      text += finding + "\n";
    }
    CAPTURE(seed, view.items.size(), options.page);
    CHECK(text.substr(0, 2000) == "");
    if (seed % 8 != 0) continue;
    const auto again = timeline_svg(view, options);
    CHECK(again->bytes == drawn->bytes);
  }
}

}  // namespace frise
