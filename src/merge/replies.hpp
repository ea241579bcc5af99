#pragma once

/// \file
/// Own words against a report: the most usual form of a denial.

#include "frise/merge/corpus.hpp"

#include <vector>

namespace frise {

/// Adds `denies` links: a statement by which somebody speaks well of the other side, in his own
/// voice, soon after it was reported that the two sides are at odds, denies that report. A person
/// stands on the side of the organization where he is said to hold a role.
void add_replies(const Corpus& corpus, std::vector<EventLink>& links);

}  // namespace frise
