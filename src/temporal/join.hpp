#pragma once

/// \file
/// Speech tells its times in pieces: a day and its hour, the two ends of a span, hours and minutes.
/// Here the pieces become one expression, by the words between them.

#include "temporal/found.hpp"

#include <vector>

namespace frise::temporal {

/// Neighbours parted by nothing, or by words of the classes that Impl names, are put together:
///
///     mardi | à | 15h               one time
///     de | 9h | à | 11h             one span: the other end is Found::until
///     une heure | et | 30 minutes   one length: the smaller part is Found::until
///     3 jours | après | le 12 mars  one day: counted from by Found::distance
[[nodiscard]] std::vector<Found> join_expressions(const std::vector<Found>& all,
                                                  const Segmentation& segmentation,
                                                  const TemporalRules::Impl& rules);

/// A length or a recurrence is no place in time.
[[nodiscard]] bool is_length(const Frame& frame);

}  // namespace frise::temporal
