#pragma once

/// \file
/// Which actors and relations of a graph are on a map.

#include "view/relations.hpp"
#include "view/selection.hpp"

#include <cstddef>
#include <vector>

namespace frise {

struct MapActor {
  const MergedEntity* entity = nullptr;
  double weight = 0;
  bool focus = false;
};

struct MapChoice {
  std::vector<MapActor> actors;  ///< the focus first; any first few of them belong together too
  Bundles bundles;               ///< among them
  std::size_t hidden_actors = 0;
  std::size_t hidden_relations = 0;
};

/// Actors that have to do with each other, and what most ties them.
/// \returns ErrorCode::bad_value for more actors than can be read, unless forced.
[[nodiscard]] Result<MapChoice> choose_for_map(const EventGraph& graph, const Selection& selection,
                                               const ViewOptions& options);

}  // namespace frise
