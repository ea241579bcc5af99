#pragma once

/// \file
/// The part of a TIMEX3 value behind its day: T15:30, T08:15:30, T16:00+02:00, TEV.

#include "temporal/frame.hpp"

#include <optional>
#include <string>

namespace frise::temporal {

/// \returns empty where the frame tells no time that a day has. T24:00 is the end of a day.
[[nodiscard]] std::optional<std::string> time_of_day(const Frame& frame);

}  // namespace frise::temporal
