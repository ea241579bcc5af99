#pragma once

/// \file
/// Two dates that are the ends of one stretch: "du 28 décembre au 3 janvier 2023", "2017-2019".

#include "temporal/resolve.hpp"

#include <string>

namespace frise::temporal {

struct RangeEnds {
  Resolved first;
  Resolved last;
  std::string value;      ///< "2022-12-28/2023-01-03"; empty where an end is not placed
  bool backward = false;  ///< the end lies before the beginning: neither is to be believed
};

/// Reads both ends against each other: the year said at the end is that of the end, and an end
/// without a year is the first that follows the beginning.
[[nodiscard]] RangeEnds resolve_range(Frame first, Frame last, const ResolveContext& context);

}  // namespace frise::temporal
