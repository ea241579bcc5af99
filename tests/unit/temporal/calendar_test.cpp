#include "temporal/calendar.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <catch2/catch.hpp>

using namespace frise;
using namespace frise::temporal;
namespace gregorian = boost::gregorian;

namespace {

Day day_of(gregorian::date date) {
  return Day{std::chrono::year{date.year()} /
             std::chrono::month{static_cast<unsigned>(date.month())} /
             std::chrono::day{static_cast<unsigned>(date.day())}};
}

}  // namespace

TEST_CASE("weekdays, weeks and moves are those of Boost's calendar", "[temporal]") {
  // 97 days on each time. Boost moves the last day of a month to the last of another.
  const gregorian::date end{9998, 12, 31};
  std::size_t days = 0;
  std::size_t differences = 0;
  for (gregorian::date date{1400, 2, 1}; date < end; date += gregorian::days{97}) {
    const Day day = day_of(date);
    const int weekday = date.day_of_week() == 0 ? 7 : static_cast<int>(date.day_of_week());
    const std::string week = value_around(day, Unit::week);
    const bool same =
        year_of(day) == date.year() && weekday_of(day) == weekday &&
        week.substr(week.size() - 2) == two_digits(static_cast<int>(date.week_number())) &&
        (date.day() > 27 || moved(day, Unit::month, 7) == day_of(date + gregorian::months{7})) &&
        moved(day, Unit::week, -3) == day_of(date - gregorian::weeks{3});
    ++days;
    if (!same) ++differences;
  }
  CHECK(days > 30'000);
  CHECK(differences == 0);
}

TEST_CASE("a month's last days stay in the month", "[temporal]") {
  const auto after_a_month = [](const char* day) {
    return to_iso(moved(*parse_iso_day(day), Unit::month, 1).value());
  };
  CHECK(after_a_month("2023-01-31") == "2023-02-28");
  CHECK(after_a_month("2024-01-31") == "2024-02-29");
  CHECK(after_a_month("2024-12-31") == "2025-01-31");
  CHECK_FALSE(moved(*parse_iso_day("9999-12-31"), Unit::day, 1));
}

TEST_CASE("Easter falls on its known days", "[temporal]") {
  // Earliest and latest possible, and some at random from printed calendars.
  for (const char* day : {"1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2024-03-31",
                          "2025-04-20", "2038-04-25"}) {
    CAPTURE(day);
    CHECK(to_iso(easter(year_of(*parse_iso_day(day)))) == day);
  }
}
