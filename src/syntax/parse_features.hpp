#pragma once

/// \file
/// What the parser looks at to choose a move, and to name the relation that a move makes. Training
/// and parsing call the same functions.

#include "syntax/node.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace frise::syntax {

inline constexpr std::size_t most_parse_features = 96;
using ParseFeatures = std::array<std::uint32_t, most_parse_features>;

/// \returns how many features were written.
std::size_t move_features(std::span<const Node> nodes, const Configuration& at,
                          ParseFeatures& out) noexcept;

/// Of the relation between the top of the stack and the word that `move` hangs it on.
std::size_t relation_features(std::span<const Node> nodes, const Configuration& at, Move move,
                              ParseFeatures& out) noexcept;

/// What decides which relations are possible: the tags of both words and the direction.
[[nodiscard]] std::uint64_t relation_place(std::span<const Node> nodes, const Configuration& at,
                                           Move move) noexcept;

}  // namespace frise::syntax
