#pragma once

/// \file
/// Measures of who stands where among the actors (Boost.Graph inside). Two entities are neighbours
/// when both take part in an event, one holds a stance towards the other, or one has a role at the
/// other.

#include "frise/graph/event_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

struct ActorMeasures {
  std::string entity;           ///< id
  std::uint32_t component = 0;  ///< numbered by the first entity in each, in the corpus's order
  std::uint32_t neighbours = 0;
  /// Part of the shortest ways between two others that lead through it (Freeman 1977, by the
  /// algorithm of Brandes 2001), 0 to 1; nothing in a graph too large for it, see
  /// `most_for_betweenness`.
  std::optional<double> betweenness;
};

/// Entities times neighbourhoods up to which betweenness is counted; the time grows with it.
inline constexpr std::size_t most_for_betweenness = 20'000'000;

/// Of every entity that has a neighbour, in the corpus's order.
[[nodiscard]] std::vector<ActorMeasures> measure_actors(const Corpus& corpus);

/// One thing that ties an actor of a figure to another, such as an event that one does to the
/// other.
struct ActorTie {
  std::string_view from;  ///< entity ids
  std::string_view to;    ///< or empty: it acts alone
  double weight = 1;
};

struct RankedActor {
  std::string_view entity;  ///< id
  double degree = 0;        ///< weights of its ties, added up
  /// As in `ActorMeasures`, by whether two are tied, not by how much.
  std::optional<double> betweenness;
};

/// Negative, 0 or positive, as the first id's name comes before, with or after the second's.
using ActorOrder = std::function<int(std::string_view, std::string_view)>;

/// Those whom a figure should show first: by weighted degree, then by betweenness, then by name,
/// then by id. The order of the ties does not show. What the ids point to must outlive the result.
[[nodiscard]] std::vector<RankedActor> rank_actors(const std::vector<ActorTie>& ties,
                                                   const ActorOrder& by_name);

/// One step from an entity to the next, and what joins them.
struct ConnectionStep {
  std::string from;  ///< entity ids
  std::string to;
  std::string
      by;  ///< id of an event, stance or role: the first in the corpus's order, events first
};

/// The shortest way between two entities, of several the first by the corpus's order; empty when
/// there is none, or when an id is that of no entity.
[[nodiscard]] std::vector<ConnectionStep> connection(const Corpus& corpus, std::string_view from,
                                                     std::string_view to);

/// Stances of one entity towards another in one year; those without a date have no year.
struct StanceBalance {
  std::optional<int> year;
  std::uint32_t favourable = 0;
  std::uint32_t unfavourable = 0;
};

/// By year, the undated last.
[[nodiscard]] std::vector<StanceBalance> stance_balance(const Corpus& corpus,
                                                        std::string_view holder,
                                                        std::string_view target);

}  // namespace frise
