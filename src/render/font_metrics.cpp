// Table look-up by range, then a class of script (UAX #11 wide characters one em, marks nothing).
// Tested in tests/unit/render/text_test.cpp.

#include "render/font_metrics.hpp"

#include "render/noto_sans_widths.hpp"
#include "render/utf8.hpp"

#include <fontconfig/fontconfig.h>
#include <array>

namespace frise::render {
namespace {

struct ScriptWidth {
  char32_t first;
  char32_t last;
  std::uint16_t width;
};

/// Sorted; thousandths of an em, the wider letters of each script.
constexpr std::array<ScriptWidth, 20> script_widths{{
    {0x0300, 0x036F, 0},                               // combining marks
    {0x0483, 0x0489, 0},      {0x0590, 0x05CF, 0},     // Hebrew points
    {0x05D0, 0x05FF, 620},                             // Hebrew
    {0x064B, 0x065F, 0},                               // Arabic marks
    {0x0900, 0x0DFF, 800},                             // Indic
    {0x0E00, 0x0EFF, 620},                             // Thai, Lao
    {0x1100, 0x115F, 1000},                            // Hangul Jamo
    {0x200B, 0x200D, 0},                               // zero width
    {0x2190, 0x23FF, 1000},                            // arrows, operators, technical
    {0x2500, 0x27BF, 1000},                            // shapes, dingbats
    {0x2E80, 0x303E, 1000},                            // CJK radicals, punctuation
    {0x3041, 0x4DBF, 1000},                            // kana, CJK
    {0x4E00, 0xA4CF, 1000},   {0xAC00, 0xD7A3, 1000},  // Hangul
    {0xF900, 0xFAFF, 1000},   {0xFE00, 0xFE0F, 0},     // variation selectors
    {0xFF00, 0xFF60, 1000},                            // full width
    {0x1F000, 0x1FAFF, 1300},                          // emoji
    {0x20000, 0x3FFFD, 1000},
}};

constexpr std::uint16_t other_width = 720;

const std::array<WidthRange, 9>& ranges(FontStyle style) noexcept {
  switch (style) {
    case FontStyle::bold:
      return noto_sans_bold;
    case FontStyle::italic:
      return noto_sans_italic;
    case FontStyle::regular:
      break;
  }
  return noto_sans_regular;
}

std::uint16_t advance(char32_t code, FontStyle style) noexcept {
  for (const WidthRange& range : ranges(style)) {
    if (code < range.first) break;
    if (code <= range.last) {
      const std::uint16_t width = range.widths[code - range.first];
      if (width != 0) return width;
      break;
    }
  }
  for (const ScriptWidth& script : script_widths) {
    if (code < script.first) break;
    if (code <= script.last) return script.width;
  }
  return code >= 0x2066 && code <= 0x2069 ? std::uint16_t{0} : other_width;
}

}  // namespace

double text_width(std::string_view text, double size, FontStyle style) noexcept {
  std::uint64_t thousandths = 0;
  for (std::size_t at = 0; at < text.size();) {
    thousandths += advance(next_code_point(text, at), style);
  }
  return static_cast<double>(thousandths) * size / 1000.0;
}

bool noto_sans_installed() {
  static const bool installed = [] {
    FcPattern* pattern = FcPatternCreate();
    FcObjectSet* objects = FcObjectSetBuild(FC_FAMILY, nullptr);
    bool found = false;
    if (pattern != nullptr && objects != nullptr) {
      FcPatternAddString(pattern, FC_FAMILY, reinterpret_cast<const FcChar8*>("Noto Sans"));
      FcFontSet* set = FcFontList(nullptr, pattern, objects);
      found = set != nullptr && set->nfont > 0;
      if (set != nullptr) FcFontSetDestroy(set);
    }
    if (objects != nullptr) FcObjectSetDestroy(objects);
    if (pattern != nullptr) FcPatternDestroy(pattern);
    return found;
  }();
  return installed;
}

}  // namespace frise::render
