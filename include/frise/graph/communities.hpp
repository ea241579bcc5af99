#pragma once

/// \file
/// Which of many are tied more to each other than chance would tie them.
///
/// Modularity is the part of all ties that lie within groups, less what would lie there by chance
/// among vertices of the same degrees (Newman and Girvan 2004, Phys. Rev. E 69, 026113): 0 for no
/// more than chance, near 1 for groups that hardly touch.
///
/// \code
///   // A triangle, another, and one tie between them.
///   const Communities found = find_communities(6, {{0, 1}, {1, 2}, {0, 2}, {2, 3},
///                                                  {3, 4}, {4, 5}, {3, 5}});
///   found.members;     // {{0, 1, 2}, {3, 4, 5}}
///   found.modularity;  // 5/14
/// \endcode

#include <cstdint>
#include <vector>

namespace frise {

struct WeightedTie {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t weight = 1;
};

struct Communities {
  std::vector<std::vector<std::uint32_t>> members;  ///< by first member; members sorted
  double modularity = 0;
};

/// Greedy modularity (Clauset, Newman and Moore 2004, Phys. Rev. E 70, 066111): of all pairs of
/// groups with a tie between them, the pair that gains most is joined, until none gains. Of equal
/// gains the pair with the lowest numbers is first, so numbers should be ranks. Ties of a vertex
/// with itself do not count; ties between the same two add up.
/// \param ties whose ends are below `vertices`.
[[nodiscard]] Communities find_communities(std::size_t vertices,
                                           const std::vector<WeightedTie>& ties);

}  // namespace frise
