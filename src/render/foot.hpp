#pragma once

/// \file
/// What stands under a figure: legend, sections such as the numbered sources, and the last line.

#include "frise/view/view.hpp"
#include "render/palette.hpp"
#include "text/xml_writer.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise::render {

inline constexpr double legend_size = 11;

/// One sample of the legend; `draw` gets the left end and the middle line.
struct LegendEntry {
  std::string words;
  double width = 18;  ///< of the sample
  std::function<void(XmlWriter&, double x, double y)> draw;
};

struct LegendGroup {
  std::string heading;
  std::vector<LegendEntry> entries;
};

/// A paragraph with a hanging mark before it: "[1]", "+", the glyph of a stance, or both.
struct FootEntry {
  std::string mark;
  std::string text;
  std::string id;                   ///< of the element; may be empty
  std::optional<MarkStance> glyph;  ///< after `mark`
  bool strong = false;              ///< heads those after it
};

/// Width kept for the marks of a section.
[[nodiscard]] double mark_room(const std::vector<FootEntry>& entries);
/// The mark of an entry whose text begins at `text_x` and has its first baseline at `baseline`.
void draw_mark(XmlWriter& svg, const FootEntry& entry, double x, double text_x, double baseline,
               const Palette& colours);

struct FootSection {
  std::string heading;  ///< may be empty
  std::vector<FootEntry> entries;
  std::size_t columns = 2;  ///< on a wide sheet, when there are more than a few entries
  std::string explanation;  ///< how to read the marks, beside the heading
  std::size_t count = 0;    ///< of what the heading names; an entry need not be one
};

struct Foot {
  std::vector<LegendGroup> legend;
  std::vector<FootSection> sections;
  std::string last_line;
};

/// Height of the foot for that width; `draw_foot` draws the same.
[[nodiscard]] double foot_height(const Foot& foot, double width);
void draw_foot(XmlWriter& svg, const Foot& foot, double left, double top, double width,
               const Palette& colours);

}  // namespace frise::render
