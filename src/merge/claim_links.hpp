#pragma once

/// \file
/// What claims have to do with one another.

#include "frise/merge/corpus.hpp"

#include <vector>

namespace frise {

/// \param events as assembled, claims ranked. \param links between them.
/// \returns sorted by `from`, `to`, kind, slot. Linear: a claim is held against the preferred claim
/// of its event and its original, and preferred claims of linked events against each other.
[[nodiscard]] std::vector<ClaimLink> link_claims(const std::vector<MergedEvent>& events,
                                                 const std::vector<EventLink>& links);

}  // namespace frise
