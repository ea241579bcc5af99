#pragma once

/// \file
/// Stances of all records, like ones told together.

#include "merge/entities.hpp"

#include <vector>

namespace frise {

/// One stance a holder, target, polarity, basis and date; sorted by id.
[[nodiscard]] std::vector<MergedStance> merge_stances(const std::vector<Record>& records,
                                                      const EntityTable& entities);

}  // namespace frise
