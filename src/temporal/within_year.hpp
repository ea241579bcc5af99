#pragma once

/// \file
/// What a frame says within a year, and what is left of it where the year is not known.

#include "temporal/calendar.hpp"
#include "temporal/frame.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace frise::temporal {

/// "2024-03-05"; "2024-03" without a day, "2024" without a month. Not checked against the calendar.
[[nodiscard]] std::string day_value(int year, int month, int day);

/// The n-th weekday (1 = Monday) of a month, from 5 on and below 0 the last; empty for the 0th.
[[nodiscard]] std::string nth_weekday(int year, int month, int nth, int weekday);

/// Month, day, season, quarter, feast ... of a year: "2024-SU", "2024-03-31". Empty for no such
/// day.
[[nodiscard]] std::string value_in_year(const Frame& frame, int year);

/// The same without its year: "XXXX-02-01". Empty where no year has such a day.
[[nodiscard]] std::string value_without_year(const Frame& frame);

/// "XXXX-02-01", a day on: "XXXX-02-02". Empty where that depends on the year, or on what is not
/// said.
[[nodiscard]] std::string moved_without_year(std::string_view value, Unit unit, std::int64_t count);

}  // namespace frise::temporal
