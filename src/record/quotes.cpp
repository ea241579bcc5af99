// Tested in tests/unit/record/record_test.cpp, by way of make_record.

#include "record/quotes.hpp"

namespace frise {

std::string squeeze(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t characters = 0;
  bool space_due = false;
  for (const char c : text) {
    if (is_quote_space(c)) {
      space_due = !out.empty();
      continue;
    }
    const bool starts_character = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (starts_character) {
      characters += space_due ? 2 : 1;
      if (characters > longest_quote) break;
    }
    if (space_due) out += ' ';
    space_due = false;
    out += c;
  }
  return out;
}

}  // namespace frise
