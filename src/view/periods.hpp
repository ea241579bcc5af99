#pragma once

/// \file
/// Years or quarters, counted, and which of them a date stands in.

#include "frise/core/date.hpp"
#include "frise/record/record.hpp"
#include "frise/view/view.hpp"
#include "view/date_words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace frise {

/// From one period to the last that it covers; numbers that follow each other.
struct PeriodSpan {
  int first = 0;
  int last = 0;
};

/// The period that a day is in: the year, or four times the year and its quarter from 0.
[[nodiscard]] int period_of(Day day, MapPeriod per) noexcept;

/// The periods in which something surely took place: one for a date that lies in it, all for what
/// lasted from one to another. None for a date that is not known, only bounded, wider than a
/// period, or as wide and approximate.
[[nodiscard]] std::optional<PeriodSpan> periods_of(const RecordDate& date, MapPeriod per);

/// "2018", "T2 2018".
[[nodiscard]] std::string period_name(int period, MapPeriod per, const DateWords& dates);

/// "2019–2020, 2024": the periods between the first and the last of `known` (sorted) that are not
/// in it; empty for none.
[[nodiscard]] std::string periods_between(const std::vector<int>& known, MapPeriod per,
                                          const DateWords& dates);

}  // namespace frise
