#pragma once

/// \file
/// A simple temporal network (Dechter, Meiri and Pearl, "Temporal constraint networks", 1991):
/// points in time, and for pairs of them how many days at most may lie between.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace frise::temporal {

class DayNetwork {
 public:
  using Point = std::size_t;
  /// Whatever the caller wants named again: an index of a sentence, of a fact.
  using Reason = std::uint32_t;

  explicit DayNetwork(std::size_t points) : points_{points} {}

  /// to - from <= days.
  void at_most(Point from, Point to, std::int32_t days, Reason reason);
  /// to - from >= days.
  void at_least(Point from, Point to, std::int32_t days, Reason reason);

  /// One side of what the network allows, and the constraints that make it so, in the order of the
  /// chain from the first point to the second.
  struct Bound {
    std::int32_t days = 0;
    std::vector<Reason> reasons;
  };

  /// The reasons along a negative cycle: constraints that cannot hold together. Empty when all can.
  /// Which cycle is named does not depend on anything but the order of the constraints.
  [[nodiscard]] std::vector<Reason> conflict() const;

  /// Greatest to - from. Empty when nothing bounds it. The network must be free of conflicts.
  [[nodiscard]] std::optional<Bound> greatest(Point from, Point to) const;
  /// Least to - from.
  [[nodiscard]] std::optional<Bound> least(Point from, Point to) const;

 private:
  struct Constraint {
    Point from = 0;
    Point to = 0;
    std::int32_t days = 0;
    Reason reason = 0;
  };
  class Paths;

  std::size_t points_;
  std::vector<Constraint> constraints_;
};

}  // namespace frise::temporal
