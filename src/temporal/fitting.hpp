#pragma once

/// \file
/// Which Monday, which 19th, which March? The one that fits best to a stretch of days, by what the
/// words or the tense of the clause ask for.

#include "temporal/calendar.hpp"
#include "temporal/frame.hpp"
#include "temporal/resolve.hpp"

#include <optional>
#include <string>

namespace frise::temporal {

/// What the words, else the kind of text and the tense, ask for.
/// \param near  it recurs within days or weeks: a weekday, a day of any month
[[nodiscard]] Want wanted(const Frame& frame, const ResolveContext& context, bool near);

/// \pre `anchor` is a day. \param weekday 1 is Monday.
[[nodiscard]] Day fitting_weekday(const Anchor& anchor, int weekday, Want want);

/// The 19th of the anchor's month, or of one around it; empty if none of them has such a day.
/// \param weekday  that the day must be, or 0
[[nodiscard]] std::optional<Day> fitting_day_of_month(const Anchor& anchor, int day, int weekday,
                                                      Want want);

struct YearQuery {
  Want want = Want::nearest;
  bool story = false;    ///< the nearest, whatever the tense: flashbacks are as near as next steps
  bool checked = false;  ///< the frame tells the weekday too, and so the year
};

/// The value of a frame without a year (a month, a day of a month, a season ...) in the year that
/// fits; empty if there is none.
[[nodiscard]] std::string fitting_year(const Frame& frame, const Anchor& anchor,
                                       const YearQuery& query);

}  // namespace frise::temporal
