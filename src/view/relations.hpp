#pragma once

/// \file
/// Relations between entities, merged by direction and stance.

#include "view/selection.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace frise {

/// Ends of a relation (ids held by the graph) and its stance.
struct RelationKey {
  std::string_view from;
  std::string_view to;
  MarkStance stance = MarkStance::neutral;

  friend auto operator<=>(const RelationKey&, const RelationKey&) = default;
};

/// What is merged into one relation.
struct Bundle {
  std::vector<const MergedEvent*> events;
  std::vector<const MergedStance*> stances;
  std::string role;  ///< "directrice technique" of a person at an organisation

  [[nodiscard]] double weight() const noexcept {
    return static_cast<double>(events.size() + stances.size()) + (role.empty() ? 0.0 : 0.5);
  }
};

using Bundles = std::map<RelationKey, Bundle>;

struct Relations {
  Bundles bundles;
  std::size_t passed_over = 0;  ///< pairs that only a statement about many names together
};

/// Each event gives an edge from each of its agents to each party it touches; a stance, one from
/// holder to target, unless an event of the same sentence already shows it.
[[nodiscard]] Relations gather_relations(const EventGraph& graph, const Selection& selection);

/// Adds an edge from each person to the employer that their role names, where both are among
/// `entities` and nothing else relates them.
void add_roles(Bundles& bundles, const EventGraph& graph,
               const std::vector<const MergedEntity*>& entities);

/// Somebody speaks of somebody and takes no side.
[[nodiscard]] bool is_mention(const RelationKey& key, const Bundle& bundle);

/// Keeps the pairs that have most between them, each with all its relations whatever their stance,
/// and tells how many relations went; equal ones by their ends. Pairs in `first` come before all.
std::size_t keep_heaviest(Bundles& bundles, std::size_t most,
                          const std::set<std::pair<std::string_view, std::string_view>>& first);

}  // namespace frise
