#pragma once

/// \file
/// Calendar arithmetic on TIMEX3 values: the unit around a day, moves by units, spellings.

#include "frise/core/date.hpp"
#include "frise/core/document.hpp"
#include "temporal/frame.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace frise::temporal {

/// A stretch of days that others are counted from: the document's date, or a date told before.
struct Anchor {
  bool known = false;
  Day first{};
  Day last{};
  Unit unit = Unit::day;                  ///< its precision
  bool open = false;                      ///< only its beginning is sure: an inferred date
  bool told = false;                      ///< by the text before or beside, not the document's own
  std::optional<std::uint32_t> origin{};  ///< the expression that told it, where it is known

  [[nodiscard]] Day middle() const { return first + (last - first) / 2; }
  [[nodiscard]] int year() const;
};

/// Years are counted as astronomers do: 0 is 1 BC, written BC0001; none lies before it.
inline constexpr int kFirstYear = -4999;

/// Empty (not known) when the value is no calendar value or its year is not known.
[[nodiscard]] Anchor anchor_of(const std::string& value);
[[nodiscard]] Anchor anchor_of(const Published& published);

/// Larger is coarser. Clock units count as days.
[[nodiscard]] int coarseness(Unit unit);

/// `day` moved by `count` units, ends of months kept within the month.
/// \returns empty outside the years 5000 BC to 9999.
[[nodiscard]] std::optional<Day> moved(Day day, Unit unit, std::int64_t count);

/// The TIMEX3 value of the unit around a day: 2024-W11, 2024-Q1, 202, 20.
[[nodiscard]] std::string value_around(Day day, Unit unit);

[[nodiscard]] bool day_exists(int year, int month, int day);
[[nodiscard]] std::string year_text(int year);
/// 2024-03-13, BC0480-08-01.
[[nodiscard]] std::string day_text(Day day);
[[nodiscard]] std::string two_digits(int number);
/// 1 is Monday.
[[nodiscard]] int weekday_of(Day day);
[[nodiscard]] int year_of(Day day);
/// Western Easter Sunday, years 1583 on.
[[nodiscard]] Day easter(int year);

}  // namespace frise::temporal
