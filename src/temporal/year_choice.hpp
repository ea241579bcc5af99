#pragma once

/// \file
/// Which year is "le 1er février"? The stretches of days on which a text with such dates can have
/// been written.

#include "temporal/date_clues.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace frise::temporal {

/// Civil days as counted from 1970-01-01, both included.
struct DayStretch {
  std::int32_t first = 0;
  std::int32_t last = 0;
};

[[nodiscard]] std::int32_t day_number(Day day);
[[nodiscard]] Day day_of_number(std::int32_t number);

/// A day told without its year is at most this old: older ones are told with it.
inline constexpr std::int32_t kRecentDays = 300;

/// When a text with that clue can have been written, if the clue's year is this one.
[[nodiscard]] std::optional<DayStretch> written_within(const DateClue& clue, int year);

/// The part of `stretches` on which the clue holds in some year; sorted and apart,
/// as they come. The years tried are those of the stretches and the ones beside them.
[[nodiscard]] std::vector<DayStretch> where_holds(const std::vector<DayStretch>& stretches,
                                                  const DateClue& clue);

/// The year of the clue that allows a day.
[[nodiscard]] std::optional<int> year_for(const DateClue& clue, std::int32_t day);

}  // namespace frise::temporal
