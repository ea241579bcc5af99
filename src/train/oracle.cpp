// Arcs are lost one by one, so that a cost is a count. Tested in tests/unit/train/oracle_test.cpp.

#include "train/oracle.hpp"

#include <algorithm>
#include <utility>

namespace frise::train {

using syntax::Configuration;
using syntax::Move;

Oracle::Oracle(std::vector<std::uint32_t> heads)
    : heads_{std::move(heads)}, children_(heads_.size() + 1) {
  for (std::uint32_t word = 0; word < size(); ++word) children_[heads_[word]].push_back(word);
}

std::uint32_t Oracle::children_ahead(std::uint32_t word, const Configuration& at) const {
  const std::vector<std::uint32_t>& all = children_[word];
  const auto first = std::lower_bound(all.begin(), all.end(), at.next());
  return static_cast<std::uint32_t>(all.end() - first);
}

std::uint32_t Oracle::cost(Move move, const Configuration& at) const {
  const std::uint32_t next = at.next();
  if (move == Move::shift) {
    // The next word goes on top: heads below the present top, and children on the stack, are lost.
    std::uint32_t lost = 0;
    for (const std::uint32_t word : at.stacked()) {
      if (heads_[word] == next) ++lost;
      if (heads_[next] == word && word != at.stack(0)) ++lost;
    }
    return lost;
  }
  const std::uint32_t top = at.stack(0);
  const std::uint32_t head = heads_[top];
  std::uint32_t lost = children_ahead(top, at);
  if (move == Move::left) {
    if (head == at.stack(1) || head > next) ++lost;
  } else if (head >= next) {
    ++lost;
  }
  return lost;
}

}  // namespace frise::train
