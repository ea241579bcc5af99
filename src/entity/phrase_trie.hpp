#pragma once

/// \file
/// Phrases to find in a text, as a trie over hashed words: one table probe a token, however many
/// phrases.
///
/// Words are 64-bit hashes of lookup forms, so two forms could in theory be taken for one; a name
/// is compared again by its letters where its case counts.

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

class PhraseTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node none = 0;
  static constexpr Node root = 1;

  PhraseTrie();

  /// Adds a phrase of at least one word. A phrase may be added again with another value.
  void add(std::span<const std::string> words, std::uint32_t value);

  /// The node after one more word, or `none`.
  [[nodiscard]] Node step(Node node, std::uint64_t word) const noexcept {
    return node == root && !may_begin(word) ? none : edges_[slot(node, word)].to;
  }

  /// What was added for the phrase that ends here, in the order of adding.
  [[nodiscard]] std::span<const std::uint32_t> values(Node node) const noexcept {
    const Run& run = nodes_[node];
    return std::span{values_}.subspan(run.begin, run.count);
  }

  /// Length in words of the longest phrase that begins at `begin` of a text's words; 0 when none
  /// does. \param value set to the first value of that phrase.
  [[nodiscard]] std::uint32_t longest(std::span<const std::uint64_t> words, std::uint32_t begin,
                                      std::uint32_t end, std::uint32_t& value) const noexcept {
    return begin < end && may_begin(words[begin]) ? longest_phrase(words, begin, end, value) : 0;
  }

 private:
  struct Edge {
    std::uint64_t word = 0;
    Node from = none;
    Node to = none;
  };

  /// The values of a node.
  struct Run {
    std::uint32_t begin = 0;
    std::uint32_t count = 0;
  };

  /// A quick no for most words of a text.
  [[nodiscard]] bool may_begin(std::uint64_t word) const noexcept {
    return first_words_[word % first_words_.size()];
  }
  [[nodiscard]] std::uint32_t longest_phrase(std::span<const std::uint64_t> words,
                                             std::uint32_t begin, std::uint32_t end,
                                             std::uint32_t& value) const noexcept;
  [[nodiscard]] std::size_t slot(Node from, std::uint64_t word) const noexcept;
  void grow();

  std::bitset<16384> first_words_;
  std::vector<Edge> edges_;  ///< open addressing, a power of two
  std::size_t used_ = 0;
  std::vector<Run> nodes_;
  std::vector<std::uint32_t> values_;  ///< of one node side by side
};

/// 64-bit FNV-1a of a lookup form (Fowler, Noll and Vo, draft-eastlake-fnv).
[[nodiscard]] constexpr std::uint64_t hash_word(std::string_view word) noexcept {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : word) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return hash;
}

}  // namespace frise
