#pragma once

/// \file
/// Time on paper: a linear scale from days to pixels, and the ticks that fit it.

#include "frise/core/date.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace frise::render {

/// Days left out of an axis, both included.
struct AxisBreak {
  Day first;
  Day last;

  [[nodiscard]] double days() const noexcept {
    return static_cast<double>((last - first).count() + 1);
  }
};

/// x = left + (day - first) / (last + 1 - first) * width, for days within [first, last].
/// A day's place is its midnight; day + 1 is its end. A break is `break_width` wide, however many
/// days it leaves out.
class TimeScale {
 public:
  static constexpr double break_width = 56;

  /// \param breaks in order, apart from each other and from the ends.
  TimeScale(Day first, Day last, double left, double right, std::vector<AxisBreak> breaks = {})
      : first_{first}, last_{last}, left_{left}, right_{right}, breaks_{std::move(breaks)} {}

  [[nodiscard]] Day first() const noexcept { return first_; }
  [[nodiscard]] Day last() const noexcept { return last_; }
  [[nodiscard]] double left() const noexcept { return left_; }
  [[nodiscard]] double right() const noexcept { return right_; }
  [[nodiscard]] double pixels_per_day() const noexcept;
  [[nodiscard]] const std::vector<AxisBreak>& breaks() const noexcept { return breaks_; }
  /// The same, moved along.
  [[nodiscard]] TimeScale shifted(double dx) const {
    return {first_, last_, left_ + dx, right_ + dx, breaks_};
  }

  /// Where the day begins.
  [[nodiscard]] double begin(Day day) const noexcept;
  /// Where the day ends.
  [[nodiscard]] double end(Day day) const noexcept;

 private:
  Day first_;
  Day last_;
  double left_;
  double right_;
  std::vector<AxisBreak> breaks_;
};

/// What an axis must show: a date's first and last day.
struct Covered {
  Day first;
  Day last;
};

/// Whole months between covered days that are long enough to be worth cutting out of an axis of
/// `width` pixels, the longest few; in order.
[[nodiscard]] std::vector<AxisBreak> find_breaks(std::vector<Covered> covered, double width);

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
