// Units are walked with civil-calendar arithmetic, so each tick lies exactly on its unit's first
// day; the unit is chosen by its average length. Words are centred on the visible part of their
// unit and left out when they do not fit it. Tested in tests/unit/render/time_axis_test.cpp.

#include "render/time_axis.hpp"

#include "render/font_metrics.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace frise::render {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

enum class Step : std::uint8_t { day, week, month };

struct Unit {
  Step step;
  int count;      ///< of steps
  double length;  ///< average, in days
  std::string_view skeleton;
  int parent;  ///< index into units, or -1
};

constexpr double year_days = 365.2425;

constexpr std::array<Unit, 14> units{{
    {Step::day, 1, 1, "d", 2},
    {Step::week, 1, 7, "MMMd", 4},
    {Step::month, 1, year_days / 12, "yMMM", -1},  // as a parent of days
    {Step::month, 1, year_days / 12, "MMM", 4},
    {Step::month, 12, year_days, "y", -1},
    {Step::month, 3, year_days / 4, "QQQ", 4},
    {Step::month, 24, 2 * year_days, "y", -1},
    {Step::month, 60, 5 * year_days, "y", -1},
    {Step::month, 120, 10 * year_days, "y", -1},
    {Step::month, 240, 20 * year_days, "y", -1},
    {Step::month, 600, 50 * year_days, "y", -1},
    {Step::month, 1200, 100 * year_days, "y", -1},
    {Step::month, 6000, 500 * year_days, "y", -1},
    {Step::month, 12000, 1000 * year_days, "y", -1},
}};

/// Units that ticks may have, from fine to coarse.
constexpr std::array<std::size_t, 13> choices{0, 1, 3, 5, 4, 6, 7, 8, 9, 10, 11, 12, 13};

int floor_to(int value, int step) {
  const int rest = ((value % step) + step) % step;
  return value - rest;
}

/// First day of the unit that `day` lies in.
Day unit_start(Day day, const Unit& unit) {
  if (unit.step == Step::day) return day;
  if (unit.step == Step::week) return day - days{std::chrono::weekday{day}.iso_encoding() - 1};
  const year_month_day ymd{day};
  const int month = static_cast<int>(ymd.year()) * 12 + static_cast<int>(unsigned{ymd.month()}) - 1;
  const int start = floor_to(month, unit.count);
  return Day{
      year_month_day{std::chrono::year{floor_to(start, 12) / 12},
                     std::chrono::month{static_cast<unsigned>(start - floor_to(start, 12) + 1)},
                     std::chrono::day{1}}};
}

Day next_start(Day start, const Unit& unit) {
  if (unit.step == Step::day) return start + days{1};
  if (unit.step == Step::week) return start + days{7};
  year_month_day ymd{start};
  ymd += std::chrono::months{unit.count};
  return Day{ymd};
}

std::vector<Tick> walk(const TimeScale& scale, const Unit& unit, const DateWriter& dates,
                       double font_size) {
  std::vector<Tick> ticks;
  // Units of several years name their first year: the words stand at the line, not in the middle.
  const bool at_line = unit.step == Step::month && unit.count > 12;
  for (Day start = unit_start(scale.first(), unit); start <= scale.last();) {
    const Day next = next_start(start, unit);
    Tick tick{.x = scale.begin(start)};
    // There is no year 0 to name.
    const bool named = static_cast<int>(year_month_day{start}.year()) > 0;
    const std::string label = named ? dates.write(start, unit.skeleton) : std::string{};
    const double half = text_width(label, font_size) / 2;
    if (at_line) {
      tick.label_x = tick.x;
      if (tick.x - half >= scale.left() - 14 && tick.x + half <= scale.right() + 8)
        tick.label = label;
    } else {
      const double from = std::max(tick.x, scale.left());
      const double to = std::min(scale.begin(next), scale.right());
      tick.label_x = (from + to) / 2;
      if (to - from >= 2 * half + 4) tick.label = label;
    }
    ticks.push_back(std::move(tick));
    start = next;
  }
  return ticks;
}

}  // namespace

double TimeScale::pixels_per_day() const noexcept {
  return (right_ - left_) / static_cast<double>((last_ - first_).count() + 1);
}

double TimeScale::begin(Day day) const noexcept {
  return left_ + static_cast<double>((day - first_).count()) * pixels_per_day();
}

double TimeScale::end(Day day) const noexcept { return begin(day + days{1}); }

Ticks make_ticks(const TimeScale& scale, std::string_view locale, double spacing,
                 double font_size) {
  const DateWriter dates{locale};
  const double per_day = scale.pixels_per_day();
  std::size_t chosen = choices.back();
  for (const std::size_t i : choices) {
    // Single days need less room than names of months do.
    const double needed = i == 0 ? spacing / 2 : spacing;
    if (units[i].length * per_day >= needed) {
      chosen = i;
      break;
    }
  }
  Ticks ticks;
  ticks.units = walk(scale, units[chosen], dates, font_size);
  if (const int parent = units[chosen].parent; parent >= 0) {
    ticks.parents = walk(scale, units[static_cast<std::size_t>(parent)], dates, font_size);
  }
  return ticks;
}

}  // namespace frise::render
