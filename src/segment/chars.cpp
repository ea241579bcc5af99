// ICU's character properties behind two tables: nearly all news text lies below U+2100, so a class
// costs one load there and an ICU look-up only beyond.

#include "segment/chars.hpp"

#include <unicode/uchar.h>

namespace frise::chars {

const Tables tables;

Tables::Tables() noexcept {
  for (char32_t c = 0; c < table_end; ++c) {
    classes[c] = classify_with_icu(c);
    lowers[c] = static_cast<char16_t>(lower_with_icu(c));
  }
}

Class classify_with_icu(char32_t c) noexcept {
  const auto u = static_cast<UChar32>(c);
  if (c == 0x2028 || c == 0x2029 || c == 0x85 || u_isUWhiteSpace(u) != 0) return Class::space;
  if (c < 0x20 || c == 0x7F) return Class::space;  // stray controls part words, and are no words
  switch (u_charType(u)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return Class::upper;
    case U_LOWERCASE_LETTER:
      return Class::lower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return Class::letter;
    case U_DECIMAL_DIGIT_NUMBER:
      return Class::digit;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return Class::mark;
    case U_FORMAT_CHAR:
      return Class::ignorable;
    case U_CONTROL_CHAR:
      return Class::space;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return Class::punctuation;
    case U_OTHER_PUNCTUATION:
      // # % & * / @ \ are signs to a reader of news, whatever Unicode calls them.
      return c == '#' || c == '%' || c == '&' || c == '*' || c == '/' || c == '@' || c == '\\' ||
                     c == 0x2030
                 ? Class::symbol
                 : Class::punctuation;
    default:
      return Class::symbol;
  }
}

char32_t lower_with_icu(char32_t c) noexcept {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

Decoded decode_multibyte(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto follows = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0U) == 0x80U; };
  const std::uint32_t first = byte(at);
  if (first >= 0xC2 && first < 0xE0 && follows(at + 1)) {
    return {((first & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU), 2};
  }
  if (first >= 0xE0 && first < 0xF0 && follows(at + 1) && follows(at + 2)) {
    return {((first & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU), 3};
  }
  if (first >= 0xF0 && first < 0xF5 && follows(at + 1) && follows(at + 2) && follows(at + 3)) {
    return {((first & 0x07U) << 18U) | ((byte(at + 1) & 0x3FU) << 12U) |
                ((byte(at + 2) & 0x3FU) << 6U) | (byte(at + 3) & 0x3FU),
            4};
  }
  return {0xFFFD, 1};
}

void append_utf8(std::vector<char>& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

}  // namespace frise::chars
