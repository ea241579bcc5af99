// Values are spelled first and judged by parse_date after, so that a day that does not exist stays
// what the text says until then. Tested in tests/unit/temporal/values_test.cpp.

#include "temporal/within_year.hpp"

#include <fmt/format.h>
#include <array>
#include <cstdlib>
#include <optional>

namespace frise::temporal {
namespace {

using std::chrono::days;

constexpr int kNthWeekday = 100'000;  // of a feast's number: what follows is nth_weekday_feast's
constexpr std::array<const char*, 5> kSeasons{"", "SP", "SU", "FA", "WI"};
// A common year and a leap year: what comes out alike in both holds without a year.
constexpr std::array<int, 2> kAnyYears{2001, 2004};

/// The n-th weekday from a first day on.
Day nth_from(Day first, int nth, int weekday) {
  const int wait = (weekday - weekday_of(first) + 7) % 7;
  return first + days{wait + 7 * (nth - 1)};
}

/// First days of the seasons, by the sun.
Day season_begin(int year, int season) {
  constexpr std::array<int, 5> months{3, 3, 6, 9, 12};
  const auto month = static_cast<unsigned>(months[static_cast<std::size_t>(season)]);
  const unsigned day = season == 3 ? 22 : season == 1 ? 20 : 21;
  return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

int figures(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::string day_value(int year, int month, int day) {
  if (month <= 0) return year_text(year);
  if (day <= 0) return fmt::format("{}-{:02}", year_text(year), month);
  return fmt::format("{}-{:02}-{:02}", year_text(year), month, day);
}

std::string nth_weekday(int year, int month, int nth, int weekday) {
  const std::chrono::year_month_day first{std::chrono::year{year},
                                          std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{1}};
  if (!first.ok()) return {};
  const Day last{first.year() / first.month() / std::chrono::last};
  if (nth < 0 || nth >= 5) return day_text(last - days{(weekday_of(last) - weekday + 7) % 7});
  const Day found = nth_from(Day{first}, nth, weekday);
  return nth >= 1 && found <= last ? day_text(found) : std::string{};
}

namespace {

/// month * 1000 + n * 100 + weekday * 10 + days after it: 11441 is the day after the fourth
/// Thursday of November. n = 5 is the last.
std::string nth_weekday_feast(int year, int code) {
  const std::string day = nth_weekday(year, code / 1000, code / 100 % 10, code / 10 % 10);
  const Anchor there = anchor_of(day);
  return there.known ? day_text(there.first + days{code % 10}) : std::string{};
}

}  // namespace

std::string value_in_year(const Frame& frame, int year) {
  if (frame.has(Slot::feast)) {
    const int feast = frame[Slot::feast];
    if (feast >= kNthWeekday) return nth_weekday_feast(year, feast - kNthWeekday);
    if (feast >= 3000) return day_text(easter(year) + days{feast - 3500});
    return day_value(year, feast / 100, feast % 100);
  }
  if (frame.has(Slot::nth) && frame.has(Slot::weekday)) {
    if (frame.has(Slot::month)) {
      return nth_weekday(year, frame[Slot::month], frame[Slot::nth], frame[Slot::weekday]);
    }
    if (frame.has(Slot::season) && frame[Slot::nth] >= 1 && frame[Slot::nth] <= 12) {
      return day_text(nth_from(season_begin(year, frame[Slot::season]), frame[Slot::nth],
                               frame[Slot::weekday]));
    }
  }
  if (frame.has(Slot::month)) {
    return day_value(year, frame[Slot::month], frame.has(Slot::day) ? frame[Slot::day] : 0);
  }
  if (frame.has(Slot::season)) {
    return fmt::format("{}-{}", year_text(year),
                       kSeasons[static_cast<std::size_t>(frame[Slot::season])]);
  }
  if (frame.has(Slot::quarter)) return fmt::format("{}-Q{}", year_text(year), frame[Slot::quarter]);
  if (frame.has(Slot::half)) return fmt::format("{}-H{}", year_text(year), frame[Slot::half]);
  if (frame.has(Slot::week)) return fmt::format("{}-W{:02}", year_text(year), frame[Slot::week]);
  return year_text(year);
}

std::string value_without_year(const Frame& frame) {
  if (frame.has(Slot::day) && frame[Slot::day] > 31) return {};
  if (frame.has(Slot::feast) && frame[Slot::feast] >= 3000) return "XXXX";
  if (frame.has(Slot::feast)) {
    return fmt::format("XXXX-{:02}-{:02}", frame[Slot::feast] / 100, frame[Slot::feast] % 100);
  }
  if (frame.has(Slot::month) && frame.has(Slot::day)) {
    // 29 February is a day of some years.
    if (!day_exists(kAnyYears[1], frame[Slot::month], frame[Slot::day])) return {};
    return fmt::format("XXXX-{:02}-{:02}", frame[Slot::month], frame[Slot::day]);
  }
  if (frame.has(Slot::month)) return fmt::format("XXXX-{:02}", frame[Slot::month]);
  if (frame.has(Slot::day)) return fmt::format("XXXX-XX-{:02}", frame[Slot::day]);
  if (frame.has(Slot::weekday)) return fmt::format("XXXX-WXX-{}", frame[Slot::weekday]);
  if (frame.has(Slot::weekend)) return "XXXX-WXX-WE";
  std::string value = value_in_year(frame, 1);
  if (value.size() >= 4) value.replace(0, 4, "XXXX");
  return value;
}

std::string moved_without_year(std::string_view value, Unit unit, std::int64_t count) {
  const bool month_only = value.size() == 7;
  if ((value.size() != 10 && !month_only) || (month_only && unit != Unit::month)) return {};
  const int month = figures(value.substr(5, 2));
  const int day = month_only ? 1 : figures(value.substr(8, 2));
  if (month == 0 || day == 0 || std::abs(count) > 366) return {};
  std::string out;
  for (const int year : kAnyYears) {
    const auto start = parse_iso_day(day_value(year, month, day));
    const auto there = start ? moved(*start, unit, count) : std::nullopt;
    if (!there) return {};
    std::string here = "XXXX" + value_around(*there, unit).substr(4);
    if (!out.empty() && here != out) return {};
    out = std::move(here);
  }
  return unit == Unit::day || unit == Unit::month ? out : std::string{};
}

}  // namespace frise::temporal
