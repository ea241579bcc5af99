#pragma once

/// \file
/// Links between merged events: few, and right.

#include "frise/merge/corpus.hpp"

#include <vector>

namespace frise {

/// \param events as assembled, with their final ids.
/// \returns sorted by `from`, `to`, kind; at most one link of a kind from each event.
[[nodiscard]] std::vector<EventLink> link_events(const std::vector<MergedEvent>& events);

/// By `from`, `to`, kind; each once.
void sort_links(std::vector<EventLink>& links);

/// Neither day is known to stand in the way.
[[nodiscard]] bool may_come_after(const MergedEvent& later, const MergedEvent& earlier) noexcept;
[[nodiscard]] bool share_document(const MergedEvent& a, const MergedEvent& b);

}  // namespace frise
