#pragma once

/// \file
/// What in a graph is worth a second look, as entries for corrections.toml.

#include "frise/graph/event_graph.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace frise {

struct Suggestion {
  std::size_t weight = 0;  ///< edges and sources that it would touch: the more, the more it matters
  std::string reason;      ///< one line
  std::string toml;        ///< an entry, as lines
};

/// Actors that may be one and that may be two, events that may be one, dates that sources disagree
/// on, and events without a date that much hangs on. What corrections already settled is passed
/// over. Sorted by weight, then by entry. Near-linear: actors meet by a word of their names, events
/// by type and actors.
[[nodiscard]] std::vector<Suggestion> review(const EventGraph& graph);

/// The first `most` as a text that is all comments: without the first `#` of its lines, an entry
/// applies as it is.
[[nodiscard]] std::string to_toml(const std::vector<Suggestion>& suggestions, std::size_t most);

}  // namespace frise
