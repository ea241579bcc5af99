// The edges of all nodes share one hash table with linear probing; nodes are numbers.
// Tested in tests/unit/entity/phrase_trie_test.cpp.

#include "entity/phrase_trie.hpp"

#include <algorithm>

namespace frise {

PhraseTrie::PhraseTrie() : edges_(16), nodes_(2) {}

std::size_t PhraseTrie::slot(Node from, std::uint64_t word) const noexcept {
  const std::uint64_t mixed =
      (word ^ (static_cast<std::uint64_t>(from) << 32U)) * 0x9e3779b97f4a7c15U;
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = static_cast<std::size_t>(mixed >> 20U) & mask;
  while (edges_[at].to != none && (edges_[at].from != from || edges_[at].word != word)) {
    at = (at + 1) & mask;
  }
  return at;
}

void PhraseTrie::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.to != none) edges_[slot(edge.from, edge.word)] = edge;
  }
}

void PhraseTrie::add(std::span<const std::string> words, std::uint32_t value) {
  Node node = root;
  for (const std::string& word : words) {
    const std::uint64_t hash = hash_word(word);
    if (node == root) first_words_.set(hash % first_words_.size());
    std::size_t at = slot(node, hash);
    if (edges_[at].to == none) {
      if (++used_ * 2 > edges_.size()) {
        grow();
        at = slot(node, hash);
      }
      edges_[at] = {hash, node, static_cast<Node>(nodes_.size())};
      nodes_.emplace_back();
    }
    node = edges_[at].to;
  }
  if (node == root) return;
  Run& run = nodes_[node];
  if (run.begin + run.count != values_.size()) {  // others have come since: move behind them
    const auto old = values_.size();
    values_.resize(old + run.count);
    std::copy_n(values_.begin() + run.begin, run.count, values_.end() - run.count);
    run.begin = static_cast<std::uint32_t>(old);
  }
  values_.push_back(value);
  ++run.count;
}

std::uint32_t PhraseTrie::longest_phrase(std::span<const std::uint64_t> words, std::uint32_t begin,
                                         std::uint32_t end, std::uint32_t& value) const noexcept {
  std::uint32_t length = 0;
  Node node = root;
  for (std::uint32_t at = begin; at < end; ++at) {
    node = step(node, words[at]);
    if (node == none) break;
    if (const Run& run = nodes_[node]; run.count != 0) {
      length = at + 1 - begin;
      value = values_[run.begin];
    }
  }
  return length;
}

}  // namespace frise
