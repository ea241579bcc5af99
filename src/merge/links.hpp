#pragma once

/// \file
/// Links between merged events: few, and right.

#include "frise/merge/corpus.hpp"

#include <vector>

namespace frise {

/// \param events as assembled, with their final ids.
/// \returns sorted by `from`, `to`, kind; at most one link of a kind from each event.
[[nodiscard]] std::vector<EventLink> link_events(const std::vector<MergedEvent>& events);

}  // namespace frise
