#pragma once

/// \file
/// The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2012, 2013): what a move costs.

#include "syntax/node.hpp"

#include <cstdint>
#include <vector>

namespace frise::train {

class Oracle {
 public:
  /// \param heads  of a projective tree; the number of words is the root
  explicit Oracle(std::vector<std::uint32_t> heads);

  /// How many arcs of the tree can be reached now and could not be after `move`.
  [[nodiscard]] std::uint32_t cost(syntax::Move move, const syntax::Configuration& at) const;

  [[nodiscard]] std::uint32_t head(std::uint32_t word) const { return heads_[word]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(heads_.size()); }

 private:
  [[nodiscard]] std::uint32_t children_ahead(std::uint32_t word,
                                             const syntax::Configuration& at) const;

  std::vector<std::uint32_t> heads_;
  std::vector<std::vector<std::uint32_t>> children_;
};

}  // namespace frise::train
