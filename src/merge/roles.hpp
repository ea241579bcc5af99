#pragma once

/// \file
/// Roles of all records, like ones told together.

#include "merge/entities.hpp"

#include <vector>

namespace frise {

/// One role a person, organization and folded words; sorted by id.
/// \param records sorted; document ids unique.
[[nodiscard]] std::vector<MergedRole> merge_roles(const std::vector<Record>& records,
                                                  const EntityTable& entities);

}  // namespace frise
