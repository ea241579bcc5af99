#pragma once

/// \file
/// Times of the day in one piece: what is stuck to the figures of an hour.

#include "temporal/items.hpp"
#include "temporal/vocabulary.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace frise::temporal {

/// How many digits a text begins with, and how many bytes before its first digit.
[[nodiscard]] std::size_t figures_in(std::string_view text);
[[nodiscard]] std::size_t letters_in(std::string_view text);

/// The second of the day that an hour and its tail tell: "h", "h30", "h10m30s", "pm". An empty tail
/// is a whole hour. \returns empty for what is no time of day.
[[nodiscard]] std::optional<std::int32_t> clock_second(std::int32_t hour, std::string_view tail,
                                                       const Vocabulary& vocabulary,
                                                       const NumberStyle& style);

/// "h70": written as a time of the day, whether there is such a one or not.
[[nodiscard]] bool looks_like_clock(std::string_view tail, const Vocabulary& vocabulary,
                                    const NumberStyle& style);

}  // namespace frise::temporal
