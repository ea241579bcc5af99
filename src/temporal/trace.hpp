#pragma once

/// \file
/// How an expression that does not say it all was placed: kept as numbers while it is worked out,
/// put into words once it is settled.

#include "temporal/calendar.hpp"
#include "temporal/frame.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace frise::temporal {

/// Where a reading must lie, seen from the anchor. `leaning` is the nearest, where days to come
/// count twice: no verb tells, and news is mostly past. `rather_before` and `rather_after`, for
/// days of a month, give way where the other side is much nearer.
enum class Want : std::uint8_t {
  before,
  on_or_before,
  rather_before,
  leaning,
  nearest,
  rather_after,
  on_or_after,
  after
};

struct Trace {
  enum class Step : std::uint8_t {
    none,     ///< said in full, or placed nowhere
    moved,    ///< the anchor moved by `count` units
    told,     ///< the one that the text dates in full elsewhere
    same,     ///< the days of the anchor, for want of anything finer
    fitting,  ///< the reading that fits: a weekday, a day of a month, a month or day of a year
    century,  ///< the century that suits the anchor: "les années 60", 3/5/98
  };
  Step step = Step::none;
  Want want = Want::nearest;  ///< of fitting
  Unit unit = Unit::day;      ///< of moved; of fitting: week, month or year
  std::int64_t count = 0;
  Day first{};  ///< of moved: where the anchor came to lie
  Day last{};
  Anchor anchor;
  std::string
      whole;  ///< where the value was taken from what this came to: the month of its first Monday
};

/// The arithmetic from the anchor to the value, for people:
/// "2026-02-03 moved by -2 weeks = 2026-01-20, its week = 2026-W04". Empty for Step::none.
[[nodiscard]] std::string in_words(const Trace& trace, std::string_view value);

}  // namespace frise::temporal
