// Calendar values of EDTF (ISO 8601-2:2019, level 1) and TIMEX3, read by hand-written descent: a
// value is at most a few characters, and a wrong one must be refused, never normalised (2025-02-30
// is no day). Weeks follow ISO 8601. Where a unit sticks out of the years 1 to 9999, so that its
// days could not be written, it is cut there. Tested in tests/unit/core/date_test.cpp.

#include "frise/core/date.hpp"

#include <algorithm>
#include <array>

namespace frise {
namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month_day;

Day day_of(int y, unsigned m, unsigned d) {
  return Day{year_month_day{year{y}, month{m}, std::chrono::day{d}}};
}

Day last_of_month(int y, unsigned m) {
  return Day{std::chrono::year_month_day_last{year{y}, std::chrono::month_day_last{month{m}}}};
}

PartialDate covering(std::string_view value, Precision precision, Day first, Day last) {
  PartialDate date;
  date.value = value;
  date.precision = precision;
  date.bounds = {std::max(first, first_day), std::min(last, last_day)};
  return date;
}

bool day_exists(int y, unsigned m, unsigned d) {
  return year_month_day{year{y}, month{m}, std::chrono::day{d}}.ok();
}

/// Exactly `count` digits at `at`, or -1.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/// Months `first` to `first + count - 1` of a year; they may run into the next one (winter).
PartialDate month_range(std::string_view value, Precision precision, int y, unsigned first,
                        unsigned count) {
  const unsigned last = first + count - 1;
  const int last_year = y + static_cast<int>((last - 1) / 12);
  const unsigned last_month = (last - 1) % 12 + 1;
  return covering(value, precision, day_of(y, first, 1), last_of_month(last_year, last_month));
}

std::optional<PartialDate> week(std::string_view value, int y, std::string_view rest) {
  const int number = digits(rest, 1, 2);
  if (number < 1 || number > 53) return std::nullopt;
  // Week 1 is the week of 4 January.
  const Day fourth = day_of(y, 1, 4);
  const auto weekday = std::chrono::weekday{fourth}.iso_encoding();
  const Day monday = fourth - days{weekday - 1} + days{7 * (number - 1)};
  const Day next_fourth = day_of(y + 1, 1, 4);
  const Day next_monday = next_fourth - days{std::chrono::weekday{next_fourth}.iso_encoding() - 1};
  if (monday >= next_monday) return std::nullopt;
  const std::string_view tail = rest.substr(3);
  if (tail.empty()) return covering(value, Precision::week, monday, monday + days{6});
  if (monday + days{6} > last_day) return std::nullopt;
  if (tail == "-WE") return covering(value, Precision::week, monday + days{5}, monday + days{6});
  if (tail.size() == 2 && tail[0] == '-' && tail[1] >= '1' && tail[1] <= '7') {
    const Day day = monday + days{tail[1] - '1'};
    return covering(value, Precision::day, day, day);
  }
  return std::nullopt;
}

/// What may follow a day: `T09`, `T09:30`, `T09:30:15.5`, each with `Z` or `+02:00`, and the parts
/// of the day of TIMEX3, `TMO` or `TEV`. Which moment it is does not matter here, but it must be
/// one.
bool is_time(std::string_view text) {
  if (text.size() < 3 || text[0] != 'T') return false;
  if (text.size() == 3 && digits(text, 1, 2) < 0) {
    constexpr std::array<std::string_view, 6> parts{"MO", "MI", "AF", "EV", "NI", "DT"};
    return std::find(parts.begin(), parts.end(), text.substr(1)) != parts.end();
  }
  if (const int hour = digits(text, 1, 2); hour < 0 || hour > 24) return false;
  text.remove_prefix(3);
  for (int field = 0; field < 2 && text.starts_with(':'); ++field) {
    if (const int sixtieth = digits(text, 1, 2); sixtieth < 0 || sixtieth > 60) return false;
    text.remove_prefix(3);
  }
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    if (end == 0) return false;
    text.remove_prefix(end);
  }
  if (text.empty() || text == "Z") return true;
  const int hours = text[0] == '+' || text[0] == '-' ? digits(text, 1, 2) : -1;
  if (hours < 0 || hours > 14) return false;
  text.remove_prefix(3);
  if (text.starts_with(':')) text.remove_prefix(1);
  return text.empty() || (text.size() == 2 && digits(text, 0, 2) >= 0 && digits(text, 0, 2) < 60);
}

std::optional<PartialDate> month_or_day(std::string_view value, int y, std::string_view rest) {
  if (rest == "XX" || rest == "XX-XX") return month_range(value, Precision::year, y, 1, 12);
  const int m = digits(rest, 0, 2);
  // EDTF: 21-24 seasons, 33-36 quarters, 40-41 halves.
  if (rest.size() == 2 && m >= 21 && m <= 24) {
    return month_range(value, Precision::season, y, static_cast<unsigned>(3 * (m - 21) + 3), 3);
  }
  if (rest.size() == 2 && m >= 33 && m <= 36) {
    return month_range(value, Precision::quarter, y, static_cast<unsigned>(3 * (m - 33) + 1), 3);
  }
  if (rest.size() == 2 && (m == 40 || m == 41)) {
    return month_range(value, Precision::half, y, static_cast<unsigned>(6 * (m - 40) + 1), 6);
  }
  if (m < 1 || m > 12) return std::nullopt;
  if (rest.size() == 2) {
    return month_range(value, Precision::month, y, static_cast<unsigned>(m), 1);
  }
  if (rest.substr(2) == "-XX") {
    return month_range(value, Precision::month, y, static_cast<unsigned>(m), 1);
  }
  const int d = digits(rest, 3, 2);
  if (rest[2] != '-' || d < 1) return std::nullopt;
  // A time of day does not change the day.
  if (rest.size() > 5 && !is_time(rest.substr(5))) return std::nullopt;
  if (!day_exists(y, static_cast<unsigned>(m), static_cast<unsigned>(d))) return std::nullopt;
  const Day day = day_of(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
  return covering(value, Precision::day, day, day);
}

/// Decades: "201" (TIMEX3), "201X" (EDTF); centuries: "20", "20XX".
std::optional<PartialDate> many_years(std::string_view value, std::string_view text) {
  const auto years = [&](int first, int count, Precision precision) {
    return covering(value, precision, day_of(first, 1, 1), day_of(first + count - 1, 12, 31));
  };
  const int decade = digits(text, 0, 3);
  if (decade >= 0 && (text.size() == 3 || text.substr(3) == "X")) {
    return years(decade * 10, 10, Precision::decade);
  }
  const int century = digits(text, 0, 2);
  if (century >= 0 && (text.size() == 2 || text.substr(2) == "XX")) {
    return years(century * 100, 100, Precision::century);
  }
  return std::nullopt;
}

/// "XXXX-12", "XXXX-02-29": a date, with no place on the axis. 29 February is a day of some years.
std::optional<PartialDate> without_year(std::string_view value, std::string_view text) {
  const int m = digits(text, 5, 2);
  const int d = text.size() == 7                      ? 1
                : text.size() == 10 && text[7] == '-' ? digits(text, 8, 2)
                                                      : -1;
  if (m < 1 || d < 1) return std::nullopt;
  if (!day_exists(2000, static_cast<unsigned>(m), static_cast<unsigned>(d))) return std::nullopt;
  PartialDate date;
  date.value = value;
  return date;
}

std::optional<PartialDate> year_and_rest(std::string_view value, std::string_view text) {
  if (text.starts_with("XXXX-")) return without_year(value, text);
  const int y = digits(text, 0, 4);
  if (y < 0) return many_years(value, text);
  if (y == 0) return std::nullopt;
  if (text.size() == 4) return month_range(value, Precision::year, y, 1, 12);
  if (text[4] != '-' || text.size() < 7) return std::nullopt;
  const std::string_view rest = text.substr(5);
  if (rest[0] == 'W' && rest.size() >= 3 && digits(rest, 1, 2) >= 0) return week(value, y, rest);
  if (rest.size() == 2) {
    if (rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4') {
      return month_range(value, Precision::quarter, y,
                         static_cast<unsigned>(3 * (rest[1] - '1') + 1), 3);
    }
    if (rest[0] == 'H' && (rest[1] == '1' || rest[1] == '2')) {
      return month_range(value, Precision::half, y, static_cast<unsigned>(6 * (rest[1] - '1') + 1),
                         6);
    }
    constexpr std::array<std::pair<std::string_view, unsigned>, 4> seasons{
        {{"SP", 3}, {"SU", 6}, {"FA", 9}, {"WI", 12}}};
    for (const auto& [name, first] : seasons) {
      if (rest == name) return month_range(value, Precision::season, y, first, 3);
    }
  }
  return month_or_day(value, y, rest);
}

/// EDTF knows an open side (`..`) and one that is not known (nothing): for what can be drawn they
/// are the same.
std::optional<PartialDate> interval(std::string_view value, std::size_t slash) {
  const std::string_view from = value.substr(0, slash);
  const std::string_view to = value.substr(slash + 1);
  PartialDate date;
  date.precision = Precision::interval;
  const auto side = [&](std::string_view text, std::optional<Day> DayBounds::*bound) {
    if (text.empty() || text == "..") {
      date.value += "..";
      return true;
    }
    const auto end = text.find('/') == std::string_view::npos ? parse_date(text) : std::nullopt;
    if (!end || !(end->bounds.*bound)) return false;
    date.value += end->value;
    date.bounds.*bound = end->bounds.*bound;
    date.approximate = date.approximate || end->approximate;
    date.uncertain = date.uncertain || end->uncertain;
    return true;
  };
  if (!side(from, &DayBounds::earliest)) return std::nullopt;
  date.value += '/';
  if (!side(to, &DayBounds::latest)) return std::nullopt;
  if (date.bounds == DayBounds{}) return std::nullopt;
  if (date.bounds.known() && *date.bounds.latest < *date.bounds.earliest) return std::nullopt;
  return date;
}

}  // namespace

std::optional<PartialDate> parse_date(std::string_view value) {
  if (const auto slash = value.find('/'); slash != std::string_view::npos) {
    return interval(value, slash);
  }
  std::string_view text = value;
  char mark = 0;
  if (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
    mark = text.back();
    text.remove_suffix(1);
  }
  auto date = text.size() >= 2 ? year_and_rest(value, text) : std::nullopt;
  if (date) {
    date->approximate = mark == '~' || mark == '%';
    date->uncertain = mark == '?' || mark == '%';
  }
  return date;
}

std::string to_iso(Day day) {
  const year_month_day ymd{day};
  const int y = static_cast<int>(ymd.year());
  const unsigned m = static_cast<unsigned>(ymd.month());
  const unsigned d = static_cast<unsigned>(ymd.day());
  std::string out(10, '-');
  const auto put = [&out](std::size_t at, std::size_t count, unsigned number) {
    for (std::size_t i = count; i-- > 0; number /= 10) {
      out[at + i] = static_cast<char>('0' + number % 10);
    }
  };
  put(0, 4, static_cast<unsigned>(y));
  put(5, 2, m);
  put(8, 2, d);
  return out;
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  const auto date = parse_date(text);
  if (!date || date->precision != Precision::day || text[5] == 'W') return std::nullopt;
  return date->bounds.earliest;
}

}  // namespace frise
