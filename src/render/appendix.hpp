#pragma once

/// \file
/// Sheets after the figure, for what its foot does not hold: the list of events without a label,
/// and the sources.

#include "render/foot.hpp"
#include "render/geometry.hpp"
#include "render/page.hpp"

#include <string>
#include <vector>

namespace frise::render {

/// A paragraph or a heading at its place; y runs on over the sheets.
struct AppendixBlock {
  Point at;
  FootEntry entry;  ///< its mark and id; the text is in `lines`
  double text_x = 0;
  std::vector<std::string> lines;
  bool heading = false;
};

struct Appendix {
  std::size_t sheets = 0;
  std::vector<AppendixBlock> blocks;
  Page sheet;
};

/// Two columns a sheet, the first sheet under the figure's own.
[[nodiscard]] Appendix lay_out_appendix(std::vector<FootSection> sections, const std::string& title,
                                        std::string_view locale, const Page& sheet);
void draw_appendix(XmlWriter& svg, const Appendix& appendix, const Palette& colours);

}  // namespace frise::render
