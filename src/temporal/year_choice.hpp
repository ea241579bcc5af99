#pragma once

/// \file
/// Which year is "le 1er février"? The periods in which a text with such dates can have been
/// written.

#include "temporal/date_clues.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <optional>
#include <vector>

namespace frise::temporal {

using Date = boost::gregorian::date;
using DatePeriod = boost::gregorian::date_period;

/// The years of Boost.DateTime begin so; the end leaves room for what is counted from a date.
/// Nothing that is told of other years bounds the day of writing.
inline constexpr int kFirstDatedYear = 1400;
inline constexpr int kLastDatedYear = 9900;
[[nodiscard]] bool has_date(Day day);

/// \pre has_date(day)
[[nodiscard]] Date date_of(Day day);
[[nodiscard]] Day day_of(Date date);

/// A day told without its year is at most this old: older ones are told with it.
inline constexpr int kRecentDays = 300;

/// When a text with that clue can have been written, if the clue's year is this one.
[[nodiscard]] std::optional<DatePeriod> written_within(const DateClue& clue, int year);

/// The parts of `periods` on which the clue holds in some year; sorted and apart, as they come.
[[nodiscard]] std::vector<DatePeriod> where_holds(const std::vector<DatePeriod>& periods,
                                                  const DateClue& clue);

/// The year of the clue that allows a day.
[[nodiscard]] std::optional<int> year_for(const DateClue& clue, Date day);

}  // namespace frise::temporal
