#pragma once

/// \file
/// Sizes of the sheet that a figure is drawn on, in pixels of 1/96 inch.

#include "frise/core/result.hpp"

#include <optional>
#include <string_view>

namespace frise::render {

struct Page {
  double width = 1123;  ///< A4 across
  double height = 794;  ///< at least, when `whole`; figures grow beyond it rather than drop events
  double margin = 40;
  bool whole = true;  ///< fill the sheet when nearly full; otherwise height follows the content

  [[nodiscard]] double inner_right() const noexcept { return width - margin; }
  [[nodiscard]] double inner_width() const noexcept { return width - 2 * margin; }
};

/// \returns ErrorCode::bad_value for a page that is not known.
[[nodiscard]] inline Result<Page> find_page(std::string_view name) {
  if (name == "a4-landscape") return Page{};
  if (name == "auto") return Page{.whole = false};
  return fail(
      {.code = ErrorCode::bad_value,
       .message = "unknown page '" + std::string{name.substr(0, 40)} + "': a4-landscape or auto"});
}

}  // namespace frise::render
