#pragma once

/// \file
/// Corrections of single things, on a corpus.

#include "correct/keys.hpp"

#include <vector>

namespace frise {

/// \param corpus with entities as the entries want them
/// \param base the same without any correction: where the ids of entries hold
/// \returns entries that could not be applied, since what they need is gone.
std::vector<Error> apply_entries(Corpus& corpus, const Corpus& base,
                                 const std::vector<FoundEntry>& entries, const MergedInto& into,
                                 const std::string& path);

}  // namespace frise
