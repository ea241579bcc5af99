// The costs of the oracle are compared with a plain search: the most arcs that any way to the end
// can reach.

#include "train/oracle.hpp"
#include "train/perceptron.hpp"
#include "train/trees.hpp"

#include <catch2/catch.hpp>
#include <functional>

using namespace frise::train;
using frise::syntax::Configuration;
using frise::syntax::Move;

namespace {

constexpr Move moves[] = {Move::shift, Move::left, Move::right};

/// The oracle counts as if the root could take several children: so does the search.
bool may(Move move, const Configuration& at) {
  return at.may(move) || (move == Move::left && !at.stacked().empty());
}

/// \returns how many right arcs the move itself makes.
std::uint32_t go(Move move, const Oracle& oracle, Configuration& at) {
  if (move == Move::shift) {
    at.shift();
    return 0;
  }
  const std::uint32_t right = oracle.head(at.stack(0)) == at.head_by(move) ? 1 : 0;
  at.hang(move, 0);
  return right;
}

std::uint32_t best_from(const Oracle& oracle, const Configuration& at) {
  std::uint32_t best = 0;
  for (const Move move : moves) {
    if (!may(move, at)) continue;
    Configuration after = at;
    const std::uint32_t made = go(move, oracle, after);
    best = std::max(best, made + best_from(oracle, after));
  }
  return best;
}

/// A projective tree over `size` words, by lot.
std::vector<std::uint32_t> some_tree(std::uint32_t size, Shuffler& lot) {
  while (true) {
    std::vector<std::uint32_t> heads(size);
    for (std::uint32_t& head : heads) head = static_cast<std::uint32_t>(lot.next() % (size + 1));
    if (!is_tree(heads)) continue;
    make_projective(heads);
    return heads;
  }
}

}  // namespace

TEST_CASE("a move costs what the best way after it lacks", "[train]") {
  Shuffler lot;
  for (int round = 0; round < 60; ++round) {
    const Oracle oracle{some_tree(5, lot)};
    Configuration at;
    at.begin(oracle.size());
    while (!at.done()) {
      const std::uint32_t best = best_from(oracle, at);
      std::vector<Move> legal;
      for (const Move move : moves) {
        if (!may(move, at)) continue;
        legal.push_back(move);
        Configuration after = at;
        const std::uint32_t made = go(move, oracle, after);
        CHECK(oracle.cost(move, at) == best - made - best_from(oracle, after));
      }
      go(legal[lot.next() % legal.size()], oracle, at);
    }
  }
}

TEST_CASE("moves without cost lead to the tree", "[train]") {
  Shuffler lot;
  for (int round = 0; round < 200; ++round) {
    const std::vector<std::uint32_t> heads = some_tree(9, lot);
    const Oracle oracle{heads};
    Configuration at;
    at.begin(oracle.size());
    while (!at.done()) {
      Move free = Move::shift;
      bool found = false;
      for (const Move move : moves) {
        if (!at.may(move) || oracle.cost(move, at) != 0) continue;
        free = move;
        found = true;
      }
      REQUIRE(found);
      go(free, oracle, at);
    }
    for (std::uint32_t w = 0; w < heads.size(); ++w) CHECK(at.links(w).head == heads[w]);
  }
}
