#pragma once

/// \file
/// Sizes of the sheet that a figure is drawn on.

#include "frise/core/result.hpp"
#include "frise/render/render.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace frise::render {

/// Lengths are in units in which the smallest text is 9.5; a unit is `scale` pixels of 1/96 inch.
/// So a poster is laid out as a larger sheet of the same text.
struct Page {
  double width = 1123;  ///< A4 across
  double height = 794;  ///< of a sheet, when `whole`
  double margin = 40;
  bool whole = true;       ///< sheets of a fixed height; otherwise height follows the content
  bool time_down = false;  ///< time runs downwards
  bool titled = true;
  bool broken_axis = false;  ///< long stretches without an event are cut out of the axis
  double scale = 1;
  double gutter = 124;    ///< for the names of lanes
  std::size_t lanes = 8;  ///< that its height takes beside labels

  [[nodiscard]] double inner_right() const noexcept { return width - margin; }
  [[nodiscard]] double inner_width() const noexcept { return width - 2 * margin; }
};

[[nodiscard]] constexpr Page scaled_page(double width, double height, double margin, double scale,
                                         std::size_t lanes) noexcept {
  return {.width = width / scale,
          .height = height / scale,
          .margin = margin / scale,
          .scale = scale,
          .lanes = lanes};
}

inline constexpr std::array<std::pair<std::string_view, Page>, 6> pages{{
    {"a4-landscape", Page{}},
    {"a4-portrait", Page{.width = 794, .height = 1123, .time_down = true}},
    {"16x9", scaled_page(1280, 720, 48, 1.5, 5)},
    {"poster-a1", scaled_page(3179, 2245, 120, 2.6, 8)},
    {"poster-a0", scaled_page(4494, 3179, 120, 2.6, 12)},
    {"auto", Page{.whole = false}},
}};

inline constexpr std::string_view page_names =
    "a4-landscape, a4-portrait, 16x9, poster-a1, poster-a0, auto";

/// \returns ErrorCode::bad_value for a page that is not known.
[[nodiscard]] inline Result<Page> find_page(std::string_view name) {
  const auto* const found = std::find_if(pages.begin(), pages.end(),
                                         [name](const auto& page) { return page.first == name; });
  if (found != pages.end()) return found->second;
  return fail({.code = ErrorCode::bad_value,
               .message = "unknown page '" + std::string{name.substr(0, 40)} + "': one of " +
                          std::string{page_names}});
}

/// The page asked for; of a figure within another page, without title and hardly with margins.
[[nodiscard]] inline Result<Page> find_page(const RenderOptions& options) {
  auto page = find_page(options.page);
  if (page && options.embedded) {
    page->whole = false;
    page->margin = 10;
    page->titled = false;
  }
  return page;
}

}  // namespace frise::render
