// Tested in tests/unit/temporal/dialogue_test.cpp.

#include "temporal/nth.hpp"

#include "temporal/calendar.hpp"

namespace frise::temporal {

std::string nth_within(Day first, Day last, int nth, Unit unit, int weekday) {
  using std::chrono::days;
  constexpr int thursday = 4;
  constexpr int saturday = 6;
  int step = 7;
  if (weekday == 0) {
    if (unit == Unit::week) {
      weekday = thursday;
    } else if (unit == Unit::weekend) {
      weekday = saturday;
    } else if (unit == Unit::day) {
      weekday = weekday_of(nth < 0 ? last : first);
      step = 1;
    } else {
      return {};
    }
  }
  Day day = first + days{(weekday - weekday_of(first) + 7) % 7 + step * (nth - 1)};
  if (nth < 0) day = last - days{(weekday_of(last) - weekday + 7) % 7};
  if (nth == 0 || day < first || day > last) return {};
  const bool whole = unit == Unit::week || unit == Unit::weekend;
  return whole ? value_around(day, unit) : to_iso(day);
}

std::optional<Day> weekday_of_month(Day from, int day, int weekday) {
  using std::chrono::days;
  std::optional<Day> best;
  days best_cost{0};
  for (int step = -24; step <= 24; ++step) {
    const auto around = moved(from, Unit::month, step);
    if (!around) continue;
    const std::chrono::year_month_day civil{*around};
    if (!day_exists(year_of(*around), static_cast<int>(static_cast<unsigned>(civil.month())),
                    day)) {
      continue;
    }
    const Day tried{civil.year() / civil.month() / std::chrono::day{static_cast<unsigned>(day)}};
    if (weekday_of(tried) != weekday) continue;
    const days distance = tried - from;
    const days cost = distance < days{0} ? -3 * distance : distance;
    if (best && cost >= best_cost) continue;
    best = tried;
    best_cost = cost;
  }
  return best;
}

}  // namespace frise::temporal
