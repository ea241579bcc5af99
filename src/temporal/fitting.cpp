// Few candidates each: the two weekdays around, the months and the years around. Of those that the
// want allows, the nearest. Tested in tests/unit/temporal/annotate_times_test.cpp.

#include "temporal/fitting.hpp"

#include "temporal/within_year.hpp"

namespace frise::temporal {
namespace {

using std::chrono::days;

/// A day of the year: 3 March, Easter, the first Monday in October.
bool names_day(const Frame& frame) {
  return frame.has(Slot::feast) ||
         (frame.has(Slot::month) && (frame.has(Slot::day) || frame.has(Slot::nth)));
}

bool fits(Day first, Day last, const Anchor& anchor, Want want) {
  switch (want) {
    case Want::before:
      return last < anchor.first;
    case Want::on_or_before:
      return first <= anchor.last;
    case Want::rather_before:
    case Want::leaning:
    case Want::nearest:
    case Want::rather_after:
      return true;
    case Want::on_or_after:
      return last >= anchor.first;
    case Want::after:
      return first > anchor.last;
  }
  return true;
}

days distance(Day first, Day last, const Anchor& anchor) {
  if (last < anchor.first) return anchor.first - last;
  if (first > anchor.last) return first - anchor.last;
  return days{0};
}

/// How many times a day on the side that the clause does not look to counts: "It was to land on
/// 11 November", told on the 5th, is of next week and not of last year.
int reluctance(Want want, bool ahead, bool behind) {
  constexpr int against_tense = 20;
  if (want == Want::leaning && ahead) return 2;
  if (want == Want::rather_before && ahead) return against_tense;
  if (want == Want::rather_after && behind) return against_tense;
  return 1;
}

/// One pass over the years around; with `by_weekday` only those in which the day is that weekday.
std::string nearest_year(const Frame& frame, const Anchor& anchor, const YearQuery& query,
                         bool by_weekday) {
  const int here = anchor.year();
  const int reach = by_weekday ? 6 : frame.has(Slot::day) ? 4 : 1;
  const Want want = by_weekday && !frame.has(Slot::direction) ? Want::nearest : query.want;
  std::string best;
  days best_cost{0};
  for (int year = here - reach; year <= here + reach; ++year) {
    if (year < kFirstYear || year > 9999) continue;
    std::string value = value_in_year(frame, year);
    const Anchor candidate = anchor_of(value);
    if (!candidate.known) continue;
    const Day first = candidate.first;
    const Day last = candidate.last;
    if (by_weekday && weekday_of(first) != frame[Slot::weekday]) continue;
    if (!query.story && !fits(first, last, anchor, want)) continue;
    days cost = distance(first, last, anchor);
    if (!query.story) {
      cost *= reluctance(query.want, first > anchor.last, last < anchor.first);
    }
    // Of the two winters of a year, the one that it ends with.
    if (best.empty() || cost < best_cost || (frame.has(Slot::season) && cost == best_cost)) {
      best = std::move(value);
      best_cost = cost;
    }
  }
  return best;
}

}  // namespace

Want wanted(const Frame& frame, const ResolveContext& context, bool near) {
  if (frame.has(Slot::direction)) {
    switch (static_cast<Direction>(frame[Slot::direction])) {
      case Direction::past:
        return Want::before;
      case Direction::future:
        return Want::after;
      case Direction::nearest:
        return Want::nearest;
      case Direction::coming:
        return Want::on_or_after;
    }
  }
  if (context.kind == TextKind::dialogue && context.tense != ClauseTense::past) {
    return near ? Want::after : Want::on_or_after;
  }
  switch (context.tense) {
    case ClauseTense::past:
      return names_day(frame) ? Want::rather_before : Want::on_or_before;
    case ClauseTense::future:
      return names_day(frame) ? Want::rather_after : Want::on_or_after;
    case ClauseTense::present:
    case ClauseTense::state:
      return Want::nearest;
    case ClauseTense::open:
      return near ? Want::on_or_before : Want::nearest;
    case ClauseTense::unknown:
      break;
  }
  return near ? Want::on_or_before : Want::leaning;
}

Day fitting_weekday(const Anchor& anchor, int weekday, Want want) {
  const int back = (weekday_of(anchor.first) - weekday + 7) % 7;
  const int forth = (7 - back) % 7;
  int step = -back;
  switch (want) {
    case Want::before:
      step = back == 0 ? -7 : -back;
      break;
    case Want::on_or_before:
    case Want::rather_before:
    case Want::leaning:
      break;
    case Want::nearest:
      step = forth <= back ? forth : -back;
      break;
    case Want::on_or_after:
    case Want::rather_after:
      step = forth;
      break;
    case Want::after:
      step = forth == 0 ? 7 : forth;
      break;
  }
  return anchor.first + days{step};
}

std::optional<Day> fitting_day_of_month(const Anchor& anchor, int day, int weekday, Want want) {
  const int reach = weekday != 0 ? 6 : 2;
  std::optional<Day> best;
  for (int step = -reach; step <= reach; ++step) {
    const auto around = moved(anchor.first, Unit::month, step);
    if (!around) continue;
    const std::chrono::year_month_day ymd{*around};
    const int month = static_cast<int>(static_cast<unsigned>(ymd.month()));
    if (!day_exists(year_of(*around), month, day)) continue;
    const Day candidate = *around + days{day - static_cast<int>(static_cast<unsigned>(ymd.day()))};
    if (weekday != 0 && weekday_of(candidate) != weekday) continue;
    if (!fits(candidate, candidate, anchor, want)) continue;
    if (!best ||
        std::chrono::abs(candidate - anchor.first) < std::chrono::abs(*best - anchor.first)) {
      best = candidate;
    }
  }
  return best;
}

std::string fitting_year(const Frame& frame, const Anchor& anchor, const YearQuery& query) {
  if (query.checked) {
    std::string best = nearest_year(frame, anchor, query, true);
    if (!best.empty()) return best;
  }
  return nearest_year(frame, anchor, query, false);
}

}  // namespace frise::temporal
