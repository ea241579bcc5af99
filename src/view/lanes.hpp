#pragma once

/// \file
/// Which actors get a lane, in which order, and whose lane each event stands on.

#include "view/selection.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace frise {

struct LanePlan {
  std::vector<Lane> lanes;  ///< in drawing order; the folded rest last
  struct Place {
    std::uint32_t lane = 0;
    std::vector<std::uint32_t> targets;
    std::vector<std::uint32_t> partners;
    std::string actor;  ///< name of who acts, also on a lane that is not theirs
  };
  std::vector<Place> places;         ///< one an event
  std::vector<std::string> leading;  ///< names of the most active actors, for the title
};

/// What the reader wants of lanes.
struct LaneWishes {
  std::size_t most = 8;
  std::vector<std::string> first;  ///< names or ids of actors that have a lane, in this order
};

/// \param events those drawn, in order.
[[nodiscard]] LanePlan plan_lanes(const EventGraph& graph,
                                  const std::vector<const MergedEvent*>& events,
                                  const LaneWishes& wishes, const std::string& locale);

/// The one among `candidates` that a person's role names ("directeur technique de Béru"), or
/// nullptr.
[[nodiscard]] const MergedEntity* employer_of(const std::string& role,
                                              const std::vector<const MergedEntity*>& candidates);

/// The words of a person's role, as the first source that gives one has them; may be empty.
[[nodiscard]] std::string role_of(const MergedEntity& person,
                                  const std::vector<const MergedEvent*>& events);

}  // namespace frise
