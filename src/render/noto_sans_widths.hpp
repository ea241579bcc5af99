#pragma once

/// \file
/// Advance widths of Noto Sans in thousandths of an em, 0 where the font has no glyph.

#include <array>
#include <cstdint>

namespace frise::render {

struct WidthRange {
  char32_t first;
  char32_t last;
  const std::uint16_t* widths;  ///< last - first + 1 of them
};

extern const std::array<WidthRange, 9> noto_sans_regular;
extern const std::array<WidthRange, 9> noto_sans_bold;
extern const std::array<WidthRange, 9> noto_sans_italic;

}  // namespace frise::render
