#pragma once

/// \file
/// TIMEX3 values of lengths and recurrences: P3M, PT20M, PXY, P12M/P15M, XXXX-WXX-1.

#include "temporal/frame.hpp"

#include <string>

namespace frise::temporal {

/// Empty when the count is absurd.
[[nodiscard]] std::string duration_value(const Frame& frame);

[[nodiscard]] std::string recurrence_value(const Frame& frame);

}  // namespace frise::temporal
