#pragma once

/// \file
/// One act told in several ways that are not one event: planned and done, doubtful and firm, a deal
/// and what it consists of.

#include "frise/merge/corpus.hpp"

#include <vector>

namespace frise {

/// Adds `refines` links: from the firmest telling of an act to each vaguer one of the same kind,
/// between the same parties and with no days that speak against it; and between acts of two kinds
/// that one sentence ties to the same sum. Near-linear: events meet in blocks of two participants.
void add_variants(const std::vector<MergedEvent>& events, std::vector<EventLink>& links);

}  // namespace frise
