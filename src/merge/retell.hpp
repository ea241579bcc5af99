#pragma once

/// \file
/// An event whose claims are no longer those it was made of: what it says follows from those left.

#include "frise/merge/corpus.hpp"

namespace frise {

/// Tells the event by the finest dated of its claims, unless the one it was told by is still there;
/// counts its sources anew and forgets copies of what is gone. \param event with one claim or more.
void retell(MergedEvent& event);

/// What hangs on the events and claims together, made anew: links of claims, order, copies of
/// documents that are left. \param corpus whose events and links are final
void relink(Corpus& corpus);

/// Claims in the order of the contract.
void sort_claims(MergedEvent& event);

/// Values by slot, what most claims give first.
void sort_values(std::vector<SlotValue>& values);

/// Events in the order of the contract.
void sort_events(std::vector<MergedEvent>& events);

}  // namespace frise
