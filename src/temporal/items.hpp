#pragma once

/// \file
/// What each token can stand for: its words' classes, and what its digits say.

#include "frise/core/diagnostic.hpp"
#include "frise/segment/segmentation.hpp"
#include "temporal/vocabulary.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace frise::temporal {

/// Two clock times in one value: first minute of the day * kClockPair + last.
inline constexpr std::int32_t kClockPair = 2000;

/// One reading of the tokens [its own, end): a class and its value.
struct Option {
  std::uint32_t end = 0;
  Element element = class_none;
  std::int32_t value = 0;
};

/// How a language writes its numbers, from pack.toml and the words of the classes named here.
struct NumberStyle {
  bool month_first = false;   ///< 03/12/2024 is 12 March
  Element word = class_none;  // `num-word`: vingt, hundred
  Element month = class_none;
  Element short_month = class_none;  // `short-month`: avr, only beside a day or a year
  Element joiner = class_none;       // `num-and`: et, and
  Element ordinal_suffix = class_none;
  Element clock_letter = class_none;
  Element minute_letter = class_none;
  Element meridiem = class_none;
  Element decade_suffix = class_none;
  Element abbreviated = class_none;  // `abbreviated`: sept, whose stop is a token of its own
  Element unit_suffix = class_none;  // `unit-suffix`: hrs in 24hrs
  Element clock_tail = class_none;   // `clock-tail`: hrs in 03:00hrs
};

/// Options of all tokens, those of a token side by side.
class Items {
 public:
  /// Linear in the number of tokens. Diagnostics: no-such-day for 2023-13-45 and the like.
  Items(std::string_view text, const Segmentation& segmentation, const Vocabulary& vocabulary,
        const NumberStyle& style, std::vector<Diagnostic>& diagnostics);

  [[nodiscard]] std::span<const Option> at(std::uint32_t token) const noexcept {
    return std::span{options_}.subspan(begin_[token], begin_[token + 1] - begin_[token]);
  }
  [[nodiscard]] bool has(std::uint32_t token, Element element) const noexcept {
    for (const Option& option : at(token)) {
      if (option.element == element) return true;
    }
    return false;
  }

 private:
  std::vector<Option> options_;
  std::vector<std::uint32_t> begin_;
};

}  // namespace frise::temporal
