#pragma once

/// \file
/// Gold trees: whether heads make a tree, and the same tree without arcs that cross.

#include <cstdint>
#include <span>
#include <vector>

namespace frise::train {

/// \param heads  of words 0 to n - 1; n is the root
/// \returns one word hangs on the root, and the way up from every word ends there.
[[nodiscard]] bool is_tree(std::span<const std::uint32_t> heads);

/// No word between a head and its child hangs outside of that stretch, the root standing at the
/// end.
[[nodiscard]] bool is_projective(std::span<const std::uint32_t> heads);

/// Lifts the shortest arc that is crossed to the head of its head, until none is crossed
/// (Nivre and Nilsson 2005). The heads must be a tree.
void make_projective(std::vector<std::uint32_t>& heads);

}  // namespace frise::train
