// Tested in tests/unit/temporal/dialogue_test.cpp.

#include "temporal/clock_text.hpp"

#include "temporal/frame.hpp"

#include <algorithm>

namespace frise::temporal {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Two figures below 60 at the front of a text.
std::optional<std::int32_t> sixtieth(std::string_view text) {
  if (figures_in(text) != 2 || text[0] > '5') return std::nullopt;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

}  // namespace

std::size_t figures_in(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) -
                                  text.begin());
}

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_digit) - text.begin());
}

std::optional<std::int32_t> clock_second(std::int32_t hour, std::string_view tail,
                                         const Vocabulary& vocabulary, const NumberStyle& style) {
  const std::int32_t noon = vocabulary.value_in(tail, style.meridiem);
  if (noon != kUnset) {
    if (hour < 1 || hour > 12) return std::nullopt;
    return (hour % 12 + noon) * 3600;
  }
  if (hour > 24) return std::nullopt;
  if (tail.empty()) return hour * 3600;
  const std::size_t letters = letters_in(tail);
  if (vocabulary.value_in(tail.substr(0, letters), style.clock_letter) == kUnset) {
    return std::nullopt;
  }
  tail = tail.substr(letters);
  if (tail.empty()) return hour * 3600;
  const auto minute = sixtieth(tail);
  if (!minute) return std::nullopt;
  tail = tail.substr(2);
  const std::size_t unit = letters_in(tail);
  if (unit > 0 && vocabulary.value_in(tail.substr(0, unit), style.minute_letter) == kUnset) {
    return std::nullopt;
  }
  tail = tail.substr(unit);
  std::int32_t second = 0;
  if (!tail.empty()) {
    const auto told = sixtieth(tail);
    if (!told || (tail.size() > 2 && tail.substr(2) != "s")) return std::nullopt;
    second = *told;
  }
  return hour * 3600 + *minute * 60 + second;
}

bool looks_like_clock(std::string_view tail, const Vocabulary& vocabulary,
                      const NumberStyle& style) {
  const std::size_t letters = letters_in(tail);
  return tail.size() == letters + 2 && figures_in(tail.substr(letters)) == 2 &&
         vocabulary.value_in(tail.substr(0, letters), style.clock_letter) != kUnset;
}

}  // namespace frise::temporal
