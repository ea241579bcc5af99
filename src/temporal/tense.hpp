#pragma once

/// \file
/// Does the clause around an expression tell what was, is, or will be?

#include "temporal/resolve.hpp"
#include "temporal/rules_impl.hpp"

namespace frise::temporal {

/// Looks no more than some tens of tokens to either side.
[[nodiscard]] ClauseTense clause_tense(const Segmentation& segmentation,
                                       const std::vector<WordTag>& tags, TokenRange sentence,
                                       TokenRange expression, const TemporalRules::Impl& rules);

}  // namespace frise::temporal
