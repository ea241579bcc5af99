// A disjunction for each clue, yet no search: once its year is chosen a clue speaks of nothing but
// the day of writing, so each allows one period a year, and two sorted lists of periods are laid
// over each other in one pass. Tested in tests/unit/temporal/find_published_test.cpp.

#include "temporal/year_choice.hpp"

#include "temporal/calendar.hpp"

namespace frise::temporal {
namespace {

using boost::gregorian::days;
using Kind = DateClue::Kind;

DatePeriod from_to(Date first, Date last) { return {first, last + days{1}}; }

const Date& epoch() {
  static const Date day{1970, 1, 1};
  return day;
}

}  // namespace

bool has_date(Day day) { return year_of(day) >= kFirstDatedYear && year_of(day) <= kLastDatedYear; }

Date date_of(Day day) { return epoch() + days{static_cast<long>(day.time_since_epoch().count())}; }

Day day_of(Date date) { return Day{std::chrono::days{(date - epoch()).days()}}; }

std::optional<DatePeriod> written_within(const DateClue& clue, int year) {
  const DayBounds told = clue.days_in(year);
  if (!told.known() || !has_date(*told.earliest)) return std::nullopt;
  const Date first = date_of(*told.earliest);
  const Date last = date_of(*told.latest);
  const Date new_year{first.year(), 1, 1};
  const Date new_years_eve{first.year(), 12, 31};
  switch (clue.kind) {
    case Kind::recent:
      return from_to(first, last + days{kRecentDays});
    case Kind::checked:
      return from_to(clue.past ? first : first - days{kRecentDays}, last + days{kRecentDays});
    case Kind::last_time:
      return from_to(last + days{1}, first + days{364});
    case Kind::this_year:
      return from_to(clue.past ? first : new_year, new_years_eve);
    default:
      return std::nullopt;
  }
}

std::vector<DatePeriod> where_holds(const std::vector<DatePeriod>& periods, const DateClue& clue) {
  std::vector<DatePeriod> out;
  if (periods.empty()) return out;
  std::size_t at = 0;
  const int last_year = periods.back().last().year() + 1;
  for (int year = periods.front().begin().year() - 1; year <= last_year; ++year) {
    const auto within = written_within(clue, year);
    if (!within) continue;
    while (at < periods.size() && periods[at].last() < within->begin()) ++at;
    for (std::size_t i = at; i < periods.size() && periods[i].intersects(*within); ++i) {
      out.push_back(periods[i].intersection(*within));
    }
  }
  return out;
}

std::optional<int> year_for(const DateClue& clue, Date day) {
  const int here = day.year();
  for (const int year : {here, here - 1, here + 1}) {
    const auto within = written_within(clue, year);
    if (within && within->contains(day)) return year;
  }
  return std::nullopt;
}

}  // namespace frise::temporal
