// std::chrono's civil days do the work, for histories begin before the year 1400, where
// Boost.DateTime does; the tests hold it against Boost's calendar. Easter after the anonymous
// Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). Tested in
// tests/unit/temporal/calendar_test.cpp.

#include "temporal/calendar.hpp"

#include <chrono>

namespace frise::temporal {

using std::chrono::days;
using std::chrono::year_month_day;

namespace {

year_month_day civil(Day day) { return year_month_day{day}; }

Unit unit_of(Precision precision) {
  switch (precision) {
    case Precision::day:
      return Unit::day;
    case Precision::week:
      return Unit::week;
    case Precision::month:
      return Unit::month;
    case Precision::quarter:
      return Unit::quarter;
    case Precision::season:
      return Unit::season;
    case Precision::half:
      return Unit::half;
    case Precision::year:
      return Unit::year;
    case Precision::decade:
      return Unit::decade;
    case Precision::century:
      return Unit::century;
    case Precision::interval:
    case Precision::unknown:
      break;
  }
  return Unit::year;
}

/// "BC0480-08": the bounds are those of the same fields of a year of ours, moved there.
Anchor before_our_era(std::string_view value) {
  Anchor anchor;
  constexpr int shape_year = 2003;  // like most years, without 29 February
  int year = 0;
  for (const char c : value.substr(2, 4)) {
    if (c < '0' || c > '9') return anchor;
    year = year * 10 + (c - '0');
  }
  if (value.size() < 6 || year == 0) return anchor;
  const auto date = parse_date(std::to_string(shape_year).append(value.substr(6)));
  if (!date || !date->bounds.known()) return anchor;
  const auto there = [&](Day day) {
    const year_month_day ymd = civil(day);
    return Day{(ymd.year() + std::chrono::years{1 - year - shape_year}) / ymd.month() / ymd.day()};
  };
  anchor.known = true;
  anchor.first = there(*date->bounds.earliest);
  anchor.last = there(*date->bounds.latest);
  anchor.unit = unit_of(date->precision);
  return anchor;
}

}  // namespace

int year_of(Day day) { return static_cast<int>(civil(day).year()); }

int Anchor::year() const { return year_of(middle()); }

Anchor anchor_of(const std::string& value) {
  if (value.starts_with("BC")) return before_our_era(value);
  Anchor anchor;
  const auto date = parse_date(value);
  if (!date || !date->bounds.known()) return anchor;
  anchor.known = true;
  anchor.first = *date->bounds.earliest;
  anchor.last = *date->bounds.latest;
  anchor.unit = unit_of(date->precision);
  return anchor;
}

Anchor anchor_of(const Published& published) {
  Anchor anchor = anchor_of(published.value);
  if (anchor.known && published.basis == DateBasis::inferred && !published.bounds.latest) {
    // The true date may be any day from here on; the month is the finest that is worth saying.
    const year_month_day first = civil(anchor.first);
    anchor.first = Day{first.year() / first.month() / 1};
    anchor.last = Day{first.year() / first.month() / std::chrono::last};
    if (coarseness(anchor.unit) < coarseness(Unit::month)) anchor.unit = Unit::month;
    anchor.open = true;
  }
  if (!anchor.known && published.bounds.known()) {
    const Day first = *published.bounds.earliest;
    const Day last = *published.bounds.latest;
    if (year_of(first) == year_of(last)) {
      anchor = {.known = true, .first = first, .last = last, .unit = Unit::year};
      if (civil(first).month() == civil(last).month()) anchor.unit = Unit::month;
    }
  }
  return anchor;
}

int coarseness(Unit unit) {
  switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
    case Unit::day:
      return 0;
    case Unit::week:
    case Unit::weekend:
      return 1;
    case Unit::fortnight:
      return 2;
    case Unit::month:
      return 3;
    case Unit::quarter:
    case Unit::season:
      return 4;
    case Unit::half:
      return 5;
    case Unit::year:
      return 6;
    case Unit::decade:
      return 7;
    case Unit::century:
      return 8;
    case Unit::millennium:
      return 9;
  }
  return 0;
}

std::optional<Day> moved(Day day, Unit unit, std::int64_t count) {
  constexpr std::int64_t limit = 4'000'000;  // days in ten thousand years, and some
  if (count > limit || count < -limit) return std::nullopt;
  std::int64_t day_step = 0;
  std::int64_t month_step = 0;
  switch (unit) {
    case Unit::second:
      day_step = count / 86'400;
      break;
    case Unit::minute:
      day_step = count / 1440;
      break;
    case Unit::hour:
      day_step = count / 24;
      break;
    case Unit::day:
      day_step = count;
      break;
    case Unit::week:
    case Unit::weekend:
      day_step = 7 * count;
      break;
    case Unit::fortnight:
      day_step = 14 * count;
      break;
    case Unit::month:
      month_step = count;
      break;
    case Unit::quarter:
    case Unit::season:
      month_step = 3 * count;
      break;
    case Unit::half:
      month_step = 6 * count;
      break;
    case Unit::year:
      month_step = 12 * count;
      break;
    case Unit::decade:
      month_step = 120 * count;
      break;
    case Unit::century:
      month_step = 1200 * count;
      break;
    case Unit::millennium:
      month_step = 12'000 * count;
      break;
  }
  if (month_step != 0) {
    const year_month_day from = civil(day);
    const std::int64_t total = static_cast<std::int64_t>(static_cast<int>(from.year())) * 12 +
                               static_cast<unsigned>(from.month()) - 1 + month_step;
    if (total < 12 * kFirstYear || total >= 120'000) return std::nullopt;
    const std::int64_t month_index = (total % 12 + 12) % 12;
    const std::chrono::year y{static_cast<int>((total - month_index) / 12)};
    const std::chrono::month m{static_cast<unsigned>(month_index + 1)};
    year_month_day to{y, m, from.day()};
    if (!to.ok()) to = y / m / std::chrono::last;
    day = Day{to};
  }
  const Day out = day + days{day_step};
  if (out < Day{std::chrono::year{kFirstYear} / 1 / 1} ||
      out > Day{std::chrono::year{9999} / 12 / 31}) {
    return std::nullopt;
  }
  return out;
}

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

std::string year_text(int year) {
  if (year < 1) return "BC" + year_text(1 - year);
  return two_digits(year / 100) + two_digits(year % 100);
}

std::string day_text(Day day) {
  const year_month_day ymd = civil(day);
  return value_around(day, Unit::month) + "-" +
         two_digits(static_cast<int>(static_cast<unsigned>(ymd.day())));
}

int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()); }

std::string value_around(Day day, Unit unit) {
  const year_month_day ymd = civil(day);
  const int y = static_cast<int>(ymd.year());
  const auto m = static_cast<int>(static_cast<unsigned>(ymd.month()));
  switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
    case Unit::day:
      return day_text(day);
    case Unit::week:
    case Unit::fortnight:
    case Unit::weekend: {
      // The ISO year and number of a week are those of its Thursday.
      const Day thursday = day + days{4 - weekday_of(day)};
      const int week_year = year_of(thursday);
      const auto since = thursday - Day{std::chrono::year{week_year} / 1 / 1};
      std::string value =
          year_text(week_year) + "-W" + two_digits(static_cast<int>(since.count() / 7 + 1));
      return unit == Unit::weekend ? value + "-WE" : value;
    }
    case Unit::month:
      return year_text(y) + "-" + two_digits(m);
    case Unit::quarter:
      return year_text(y) + "-Q" + std::to_string((m - 1) / 3 + 1);
    case Unit::half:
      return year_text(y) + "-H" + std::to_string((m - 1) / 6 + 1);
    case Unit::season: {
      // Winter is named after the year it begins in.
      if (m < 3) return year_text(y - 1) + "-WI";
      return year_text(y) + (m < 6 ? "-SP" : m < 9 ? "-SU" : m < 12 ? "-FA" : "-WI");
    }
    case Unit::year:
      return year_text(y);
    case Unit::decade:
    case Unit::century:
    case Unit::millennium: {
      const auto cut = static_cast<std::size_t>(coarseness(unit) - coarseness(Unit::year));
      const std::string year = year_text(y);
      return year.substr(0, year.size() - cut);
    }
  }
  return {};
}

bool day_exists(int year, int month, int day) {
  // The types of <chrono> keep eight bits of a day.
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  return year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}}
      .ok();
}

Day easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31;
  const int day = (h + l - 7 * m + 114) % 31 + 1;
  return Day{std::chrono::year{year} / month / day};
}

}  // namespace frise::temporal
