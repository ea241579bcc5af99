#pragma once

/// \file
/// From what the words say (a frame) to when that is, given what was told before.

#include "frise/temporal/time_expression.hpp"
#include "temporal/calendar.hpp"
#include "temporal/frame.hpp"
#include "temporal/trace.hpp"

#include <optional>
#include <string>

namespace frise::temporal {

/// Which way the clause looks.
enum class ClauseTense : std::uint8_t {
  unknown,
  past,
  present,
  state,  ///< present, of a verb that lasts: est, emploie
  future,
  open,  ///< under an infinitive, which looks either way
};

struct ResolveContext {
  Anchor published;
  Anchor reference;      ///< the last calendar date told
  Anchor reference_day;  ///< the last day told, for clock times and "la veille"
  std::string
      last_value;  ///< of the last date told, placed or not: "XXXX-02-01", "2024-03-05T14:30"
  std::optional<std::uint32_t> last_origin;  ///< of last_value: the expression
  std::optional<Day> said_day;  ///< the day that the text gives in full for the weekday at hand
  bool story = false;           ///< dates without a year follow the reference, not the document
  ClauseTense tense = ClauseTense::unknown;
  TextKind kind = TextKind::news;
};

struct Resolved {
  enum class Status : std::uint8_t { ok, no_such_day, no_such_time, out_of_range, nothing };
  Status status = Status::nothing;
  TimexType type = TimexType::date;
  std::string value;
  TimexMod mod = TimexMod::none;
  DayBounds bounds;
  TimexAnchor anchor = TimexAnchor::none;
  bool inferred = false;
  Trace trace;  ///< how it was placed
};

/// Never normalises: a day that does not exist has no value.
///
/// Without an anchor a relative expression is vague (PAST_REF, PRESENT_REF, FUTURE_REF) and a date
/// without its year keeps the X (XXXX-02-01). Where the anchor is coarser than the step, the value
/// stays as coarse as the anchor, `mod` is approx, and the bounds are those of the anchor moved.
[[nodiscard]] Resolved resolve(const Frame& frame, const ResolveContext& context);

}  // namespace frise::temporal
