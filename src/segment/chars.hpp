#pragma once

/// \file
/// Code points as the tokeniser sees them: one small class each, and a lower-case form.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace frise::chars {

enum class Class : std::uint8_t {
  space,
  upper,
  lower,
  letter,  ///< of a script without case
  digit,
  mark,       ///< combining: belongs to the letter before it
  ignorable,  ///< soft hyphen, zero-width and bidirectional marks: within a word it is not there
  punctuation,
  symbol,
};

struct Decoded {
  char32_t c = 0;
  std::uint32_t length = 1;
};

/// The code point at `at`; ill-formed bytes read as one U+FFFD each.
[[nodiscard]] Decoded decode_multibyte(std::string_view text, std::size_t at) noexcept;

[[nodiscard]] inline Decoded decode(std::string_view text, std::size_t at) noexcept {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1};
  return decode_multibyte(text, at);
}

inline constexpr char32_t table_end = 0x2100;

/// ICU's properties of the code points below `table_end`.
struct Tables {
  std::array<Class, table_end> classes{};
  std::array<char16_t, table_end> lowers{};

  Tables() noexcept;
};

extern const Tables tables;

[[nodiscard]] Class classify_with_icu(char32_t c) noexcept;
[[nodiscard]] char32_t lower_with_icu(char32_t c) noexcept;

[[nodiscard]] inline Class classify(char32_t c) noexcept {
  return c < table_end ? tables.classes[c] : classify_with_icu(c);
}

/// Simple lower case: one code point for one.
[[nodiscard]] inline char32_t lower(char32_t c) noexcept {
  return c < table_end ? tables.lowers[c] : lower_with_icu(c);
}

[[nodiscard]] inline bool is_letter(Class k) noexcept {
  return k == Class::upper || k == Class::lower || k == Class::letter;
}

[[nodiscard]] inline bool is_apostrophe(char32_t c) noexcept {
  return c == U'\'' || c == 0x2019 || c == 0x02BC;
}

[[nodiscard]] inline bool is_hyphen(char32_t c) noexcept {
  return c == U'-' || c == 0x2010 || c == 0x2011;
}

[[nodiscard]] inline bool is_dash(char32_t c) noexcept {
  return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

void append_utf8(std::vector<char>& out, char32_t c);

}  // namespace frise::chars
