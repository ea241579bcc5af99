#pragma once

/// \file
/// Time on paper: a linear scale from days to pixels, and the ticks that fit it.

#include "frise/core/date.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frise::render {

/// x = left + (day - first) / (last + 1 - first) * width, for days within [first, last].
/// A day's place is its midnight; day + 1 is its end.
class TimeScale {
 public:
  TimeScale(Day first, Day last, double left, double right) noexcept
      : first_{first}, last_{last}, left_{left}, right_{right} {}

  [[nodiscard]] Day first() const noexcept { return first_; }
  [[nodiscard]] Day last() const noexcept { return last_; }
  [[nodiscard]] double left() const noexcept { return left_; }
  [[nodiscard]] double right() const noexcept { return right_; }
  [[nodiscard]] double pixels_per_day() const noexcept;

  /// Where the day begins.
  [[nodiscard]] double begin(Day day) const noexcept;
  /// Where the day ends.
  [[nodiscard]] double end(Day day) const noexcept;

 private:
  Day first_;
  Day last_;
  double left_;
  double right_;
};

/// A line on the axis, at the beginning of a unit, and the words for the unit.
struct Tick {
  double x = 0;        ///< gridline; outside [left, right] for a unit cut by the axis' start
  double label_x = 0;  ///< middle of the words
  std::string label;   ///< empty when there is no room for it
};

struct Ticks {
  std::vector<Tick> units;
  std::vector<Tick> parents;  ///< of the next larger unit; empty when the unit says enough
};

/// Ticks of the finest unit (day, week, month, quarter, year, 2, 5, 10 years and so on) that are at
/// least `spacing` pixels apart.
[[nodiscard]] Ticks make_ticks(const TimeScale& scale, std::string_view locale, double spacing,
                               double font_size);

}  // namespace frise::render
