#pragma once

/// \file
/// How well two neighbouring readings agree in gender, number and person, in the unit of
/// ContextCosts.

#include "tag/candidates.hpp"

namespace frise::tag {

/// Words that form one noun phrase share gender and number; a finite verb agrees with the pronoun
/// before it, or with the noun.
[[nodiscard]] int disagreement(const Candidate& first, const Candidate& second) noexcept;

/// What a candidate hands on to the word after it: the class that is felt through adverbs, and the
/// subject pronoun that waits for its verb.
void inherit(const Candidate& before, Candidate& here) noexcept;

}  // namespace frise::tag
