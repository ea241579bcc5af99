#pragma once

/// \file
/// What makes and cuts a map: its actors and relations written, and its titles.

#include "frise/view/view.hpp"
#include "view/map_choice.hpp"
#include "view/notes.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace frise {

[[nodiscard]] MapNode write_actor(const MapActor& actor, const EventGraph& graph);

/// Without its ends.
[[nodiscard]] MapRelation write_relation(const RelationKey& key, const Bundle& bundle,
                                         std::string_view label, Notes& notes);

/// A map of these actors without a relation yet.
[[nodiscard]] RelationView begin_map(const EventGraph& graph, const Selection& selection,
                                     const MapChoice& choice, const ViewOptions& options);

/// By id, the places of actors among a view's nodes.
using ActorNumbers = std::unordered_map<std::string_view, std::uint32_t>;
[[nodiscard]] ActorNumbers number_actors(const MapChoice& choice);

/// By from, to, stance.
[[nodiscard]] std::vector<const Bundles::value_type*> in_order(const Bundles& bundles,
                                                               const ActorNumbers& numbers);

/// Title and subtitle of what the view shows, where they are made and not given.
void title_map(RelationView& view);

}  // namespace frise
