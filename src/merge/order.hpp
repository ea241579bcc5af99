#pragma once

/// \file
/// What comes before what, over all articles: a simple temporal network (Dechter, Meiri & Pearl,
/// "Temporal constraint networks", 1991) whose variables are the events' days.
///
/// Constraints: the days that an event's words give; a link, or words of one sentence, that say
/// which of two came first; an event told as done is no later than the articles that tell it. All
/// are of the form x <= y or between fixed days, so that shortest paths are found in one pass each
/// way over the strongly connected components in topological order: linear.

#include "frise/merge/corpus.hpp"

namespace frise {

/// Sets MergedEvent::inferred, Corpus::order and Corpus::conflicts. A constraint that contradicts
/// an event's own days is told as a conflict, carries no further and orders nothing: dates that the
/// text gives stay as they are.
///
/// Order edges join events of one actor by their dates, and those that a link or words order; they
/// have no circle. Dates order two events where the last day of the first and the first day of the
/// second are known, whatever else is not ("au plus tard le 3 mai", "depuis 2019"). An edge that
/// follows from others is left out where a search over `search_bound` events shows it.
void order_events(Corpus& corpus);

}  // namespace frise
