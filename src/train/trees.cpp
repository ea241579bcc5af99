// Sentences are short and few trees have crossing arcs, so plain loops do. Tested in
// tests/unit/train/trees_test.cpp.

#include "train/trees.hpp"

#include <algorithm>

namespace frise::train {
namespace {

/// Whether every word strictly between a word and its head is below that head.
bool arc_is_clear(std::span<const std::uint32_t> heads, std::uint32_t child) {
  const auto root = static_cast<std::uint32_t>(heads.size());
  const std::uint32_t head = heads[child];
  for (std::uint32_t word = std::min(child, head) + 1; word < std::max(child, head); ++word) {
    std::uint32_t up = word;
    while (up != head && up != root) up = heads[up];
    if (up != head) return false;
  }
  return true;
}

}  // namespace

bool is_tree(std::span<const std::uint32_t> heads) {
  const auto root = static_cast<std::uint32_t>(heads.size());
  if (std::count(heads.begin(), heads.end(), root) != 1) return false;
  for (std::uint32_t word = 0; word < root; ++word) {
    std::uint32_t up = word;
    for (std::uint32_t steps = 0; up != root; ++steps) {
      if (steps > root || up > root) return false;
      up = heads[up];
    }
  }
  return true;
}

bool is_projective(std::span<const std::uint32_t> heads) {
  for (std::uint32_t word = 0; word < heads.size(); ++word) {
    if (!arc_is_clear(heads, word)) return false;
  }
  return true;
}

void make_projective(std::vector<std::uint32_t>& heads) {
  const auto root = static_cast<std::uint32_t>(heads.size());
  while (true) {
    std::uint32_t shortest = root;
    std::uint32_t length = 0;
    for (std::uint32_t word = 0; word < root; ++word) {
      if (heads[word] == root || arc_is_clear(heads, word)) continue;
      const std::uint32_t reach = std::max(word, heads[word]) - std::min(word, heads[word]);
      if (shortest == root || reach < length) {
        shortest = word;
        length = reach;
      }
    }
    if (shortest == root) return;
    heads[shortest] = heads[heads[shortest]];
  }
}

}  // namespace frise::train
