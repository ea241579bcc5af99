// The characters dropped are those that XML 1.0 forbids and those that could reorder a figure's
// other text. Tested in tests/unit/render/text_test.cpp.

#include "render/utf8.hpp"

namespace frise::render {
namespace {

bool is_space(char32_t c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 ||
         c == 0x2028 || c == 0x2029;
}

bool is_dropped(char32_t c) noexcept {
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return true;
  if (c == 0x061C || c == 0x200E || c == 0x200F) return true;  // direction marks
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F)) return true;
  if (c == 0xFEFF || c == 0x00AD || (c >= 0xFFF9 && c <= 0xFFFB)) return true;
  if (c >= 0xE0000 && c <= 0xE007F) return true;                  // invisible tags
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);  // noncharacters
}

}  // namespace

std::string clean(std::string_view text, std::size_t limit) {
  std::string out;
  out.reserve(std::min(text.size(), 4 * limit));
  std::size_t count = 0;
  std::size_t last_start = 0;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) {
      space = !out.empty();
      continue;
    }
    if (is_dropped(c)) continue;
    const std::size_t needed = space ? 2 : 1;
    if (count + needed > limit) {
      if (count == limit) out.resize(last_start);
      return out + "…";
    }
    if (space) out += ' ';
    space = false;
    count += needed;
    last_start = out.size();
    append_utf8(out, c);
  }
  return out;
}

bool has_right_to_left(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if ((c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
        (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
        (c >= 0x1E800 && c <= 0x1EFFF)) {
      return true;
    }
  }
  return false;
}

std::string isolate(std::string text) {
  if (!has_right_to_left(text)) return text;
  return "\u2068" + std::move(text) + "\u2069";
}

}  // namespace frise::render
