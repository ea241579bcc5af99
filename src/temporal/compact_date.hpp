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
    day_month,    ///< value: month * 100 + day
    date_clock,   ///< 2014-11-30T08:15: a date, and the second of its day
    clock,        ///< value: hour * 60 + minute
    clock_s,      ///< value: second of the day
    years,        ///< value: first year * 10000 + last
    no_such_day,  ///< written as a date: 2023-13-45
    other,        ///< a version, a telephone number, a score: no part of it is a date
  };
  Kind kind = Kind::none;
  std::uint32_t end = 0;  ///< byte after it
  std::int32_t value = 0;
  std::uint32_t clock_begin = 0;  ///< byte of the first figure of its clock time
  std::int32_t second = 0;
};

/// The three pieces of a date with its month in letters, 12-mars-2024 or 2024/Mar/12, cut at `-` or
/// `/`. Empty unless just one piece is of letters.
struct NamedDate {
  std::string_view month;
  std::int32_t day = 0;
  std::int32_t year = 0;
  std::uint32_t end = 0;  ///< byte after it; 0 when there is none
};
[[nodiscard]] NamedDate read_named(std::string_view text, std::size_t begin);

/// year * 10000 + month * 100 + day, or 0 where there is no such day.
[[nodiscard]] std::int32_t date_value(std::int32_t year, std::int32_t month, std::int32_t day);

/// Reads from the digit at `begin`. Looks at no more than some twenty bytes.
[[nodiscard]] CompactDate read_compact(std::string_view text, std::size_t begin, bool month_first);

}  // namespace frise::temporal
