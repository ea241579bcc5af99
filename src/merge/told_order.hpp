#pragma once

/// \file
/// What the words of one sentence say of the order of two events, claim by claim.

#include "frise/merge/corpus.hpp"

#include <vector>

namespace frise {

/// \param events as assembled, with the final ids of their claims.
/// \returns sorted, each once. An act told of several at once is several events: all of them stand
/// in the order.
[[nodiscard]] std::vector<ClaimOrder> order_of_claims(const std::vector<Record>& records,
                                                      const std::vector<MergedEvent>& events);

/// Drops what speaks of a claim that is gone.
void keep_told(std::vector<ClaimOrder>& order, const std::vector<MergedEvent>& events);

}  // namespace frise
