#pragma once

/// \file
/// One unit out of a period: the first Monday of May, the last day, the third week.

#include "frise/core/date.hpp"
#include "temporal/frame.hpp"

#include <optional>
#include <string>

namespace frise::temporal {

/// The TIMEX3 value of the n-th day, week or weekend within [first, last], or of the n-th `weekday`
/// (1 is Monday) where that is not 0; n = -1 is the last. A week belongs where its Thursday lies
/// (ISO 8601). \returns empty when there are not so many.
[[nodiscard]] std::string nth_within(Day first, Day last, int nth, Unit unit, int weekday);

/// The day numbered `day` of the month nearest to `from` in which it is a `weekday`: "jeudi 15".
/// One to come is thrice as likely as one gone by. \returns empty when there is none within two
/// years.
[[nodiscard]] std::optional<Day> weekday_of_month(Day from, int day, int weekday);

}  // namespace frise::temporal
