#pragma once

/// \file
/// Spaces of the reader's language, and text broken into lines.

#include "render/font_metrics.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frise::render {

/// In French: U+202F inside « » and before ; ! ?, U+00A0 before a colon, and no break between a
/// number and what it counts. Other languages get the last rule only. Applying it twice changes
/// nothing.
[[nodiscard]] std::string typeset(std::string_view text, std::string_view locale);

/// Font and room of a paragraph, in pixels.
struct Paragraph {
  double width = 132;
  double size = 10.5;
  FontStyle style = FontStyle::regular;
  std::size_t max_lines = 3;
};

/// Lines of at most `paragraph.width`, broken where UAX #14 allows, within a word only when it is
/// wider than a line. The last line ends in an ellipsis when text is left over. An opening
/// guillemet never ends a line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, const Paragraph& paragraph);

/// The text cut to one line of at most `width`, with an ellipsis when something went.
[[nodiscard]] std::string fit(std::string_view text, double width, double size,
                              FontStyle style = FontStyle::regular);

}  // namespace frise::render
