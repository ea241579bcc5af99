// A disjunction for each clue, yet no search: once its year is chosen a clue speaks of nothing but
// the day of writing, so each allows one stretch of days a year, and two sorted lists of stretches
// are laid over each other in one pass. Tested in tests/unit/temporal/find_published_test.cpp.

#include "temporal/year_choice.hpp"

#include "temporal/calendar.hpp"

#include <algorithm>

namespace frise::temporal {

using Kind = DateClue::Kind;

std::int32_t day_number(Day day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

Day day_of_number(std::int32_t number) { return Day{std::chrono::days{number}}; }

std::optional<DayStretch> written_within(const DateClue& clue, int year) {
  const DayBounds days = clue.days_in(year);
  if (!days.known()) return std::nullopt;
  const std::int32_t first = day_number(*days.earliest);
  const std::int32_t last = day_number(*days.latest);
  const std::int32_t new_year = day_number(Day{std::chrono::year{year} / 1 / 1});
  const std::int32_t next_year = day_number(Day{std::chrono::year{year + 1} / 1 / 1});
  switch (clue.kind) {
    case Kind::recent:
      return DayStretch{first, last + kRecentDays};
    case Kind::checked:
      return DayStretch{clue.past ? first : first - kRecentDays, last + kRecentDays};
    case Kind::last_time:
      return DayStretch{last + 1, first + 364};
    case Kind::this_year:
      return DayStretch{clue.past ? first : new_year, next_year - 1};
    default:
      return std::nullopt;
  }
}

std::vector<DayStretch> where_holds(const std::vector<DayStretch>& stretches,
                                    const DateClue& clue) {
  std::vector<DayStretch> out;
  if (stretches.empty()) return out;
  std::size_t at = 0;
  const int last_year = year_of(day_of_number(stretches.back().last)) + 1;
  for (int year = year_of(day_of_number(stretches.front().first)) - 1; year <= last_year; ++year) {
    const auto within = written_within(clue, year);
    if (!within) continue;
    while (at < stretches.size() && stretches[at].last < within->first) ++at;
    for (std::size_t i = at; i < stretches.size() && stretches[i].first <= within->last; ++i) {
      out.push_back(
          {std::max(stretches[i].first, within->first), std::min(stretches[i].last, within->last)});
    }
  }
  return out;
}

std::optional<int> year_for(const DateClue& clue, std::int32_t day) {
  const int here = year_of(day_of_number(day));
  for (const int year : {here, here - 1, here + 1}) {
    const auto within = written_within(clue, year);
    if (within && within->first <= day && day <= within->last) return year;
  }
  return std::nullopt;
}

}  // namespace frise::temporal
