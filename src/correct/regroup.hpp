#pragma once

/// \file
/// Records merged with other ideas of who is who.

#include "correct/keys.hpp"

#include <vector>

namespace frise {

/// Merges the records with entities merged and split as the entries say. Events, stances and roles
/// keep the ids that they have in `base`.
/// \param base the same records merged without corrections
/// \param conflicts gets the splits that a name undid
[[nodiscard]] Corpus regroup(std::vector<Record> records, const EntityTable& entities,
                             const Corpus& base, const std::vector<FoundEntry>& entries,
                             const MergedInto& into, const std::string& path,
                             std::vector<Error>& conflicts);

}  // namespace frise
