#pragma once

/// \file
/// Dates and times written without words: 2023-03-04, 12/03/2024, 9:30, 2019-2021.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace frise::temporal {

struct CompactDate {
  enum class Kind : std::uint8_t {
    none,         ///< not one run of digits and marks
    date,         ///< value: year * 10000 + month * 100 + day, day 0 where not said
    clock,        ///< value: hour * 60 + minute
    years,        ///< value: first year * 10000 + last
    no_such_day,  ///< written as a date: 2023-13-45
    other,        ///< a version, a telephone number, a score: no part of it is a date
  };
  Kind kind = Kind::none;
  std::uint32_t end = 0;  ///< byte after it
  std::int32_t value = 0;
};

/// Reads from the digit at `begin`. Looks at no more than some twenty bytes.
[[nodiscard]] CompactDate read_compact(std::string_view text, std::size_t begin, bool month_first);

}  // namespace frise::temporal
