// Units are walked with civil-calendar arithmetic, so each tick lies exactly on its unit's first
// day; the unit is chosen by its average length. Words are centred on the visible part of their
// unit and left out when they do not fit it. Tested in tests/unit/render/time_axis_test.cpp.

#include "render/time_axis.hpp"

#include "render/font_metrics.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

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

bool omits(const TimeScale& scale, Day day) {
  return std::any_of(scale.breaks().begin(), scale.breaks().end(),
                     [day](const AxisBreak& gap) { return gap.first <= day && day <= gap.last; });
}

/// Where most of the days [start, next) are to be seen.
std::pair<double, double> longest_part(const TimeScale& scale, Day start, Day next) {
  std::pair<double, double> best{0, 0};
  const auto part = [&](Day from, Day to) {  // [from, to)
    if (to <= from) return;
    const double left = std::max(scale.begin(from), scale.left());
    const double right = std::min(scale.end(to - days{1}), scale.right());
    if (right - left > best.second - best.first) best = {left, right};
  };
  for (const AxisBreak& gap : scale.breaks()) {
    if (gap.last < start || gap.first >= next) continue;
    part(start, gap.first);
    start = std::min(gap.last + days{1}, next);
  }
  part(start, next);
  return best;
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
      const auto [from, to] = longest_part(scale, start, next);
      tick.label_x = (from + to) / 2;
      if (to - from >= 2 * half + 4) tick.label = label;
    }
    if (!omits(scale, start)) {
      ticks.push_back(std::move(tick));
    } else if (!tick.label.empty() && !at_line) {
      tick.x = scale.left() - 1000;  // its line is in the break: words only
      ticks.push_back(std::move(tick));
    }
    start = next;
  }
  return ticks;
}

}  // namespace

double TimeScale::pixels_per_day() const noexcept {
  double shown = static_cast<double>((last_ - first_).count() + 1);
  for (const AxisBreak& gap : breaks_) shown -= gap.days();
  return (right_ - left_ - break_width * static_cast<double>(breaks_.size())) / shown;
}

double TimeScale::begin(Day day) const noexcept {
  double shown = static_cast<double>((day - first_).count());
  double cut = 0;
  for (const AxisBreak& gap : breaks_) {
    if (day < gap.first) break;
    if (day <= gap.last) {
      shown -= static_cast<double>((day - gap.first).count());
      break;
    }
    shown -= gap.days();
    cut += break_width;
  }
  return left_ + shown * pixels_per_day() + cut;
}

double TimeScale::end(Day day) const noexcept {
  // The last day before a break ends where the break begins.
  return begin(day) + pixels_per_day();
}

std::vector<AxisBreak> find_breaks(std::vector<Covered> covered, double width) {
  constexpr std::size_t most = 4;
  constexpr double worth = 2.5;       // times the room of the break itself
  constexpr double breathing = 0.02;  // of what is covered, left on both sides
  std::sort(covered.begin(), covered.end(), [](const Covered& a, const Covered& b) {
    return a.first != b.first ? a.first < b.first : a.last < b.last;
  });
  if (covered.empty()) return {};
  Day last = covered.front().last;
  for (const Covered& one : covered) last = std::max(last, one.last);
  const auto length = static_cast<double>((last - covered.front().first).count() + 1);
  const auto pad = days{static_cast<days::rep>(length * breathing)};
  const Unit& month = units[3];
  std::vector<AxisBreak> found;
  Day end = covered.front().last;
  for (const Covered& one : covered) {
    if (one.first > end) {
      const Day from = next_start(unit_start(end + pad, month), month);
      const Day to = unit_start(one.first - pad, month) - days{1};
      if (from < to) found.push_back({from, to});
    }
    end = std::max(end, one.last);
  }
  std::erase_if(found, [&](const AxisBreak& gap) {
    return gap.days() / length * width < worth * TimeScale::break_width;
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const AxisBreak& a, const AxisBreak& b) { return a.days() > b.days(); });
  if (found.size() > most) found.resize(most);
  std::sort(found.begin(), found.end(),
            [](const AxisBreak& a, const AxisBreak& b) { return a.first < b.first; });
  return found;
}

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
