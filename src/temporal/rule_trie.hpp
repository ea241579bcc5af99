#pragma once

/// \file
/// All sequences of all rules in one trie over elements, and the longest match from a token on.

#include "frise/segment/segmentation.hpp"
#include "frise/tag/tagging.hpp"
#include "temporal/items.hpp"
#include "temporal/pattern.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace frise::temporal {

/// Where one way through one rule ends.
struct Leaf {
  std::uint32_t rule = 0;
  std::uint32_t next = 0;  ///< further leaves of the node; 0 is none
  std::span<const Group> groups;
  std::span<const Assignment> assignments;
};

inline constexpr std::size_t kMaxDepth = 32;

/// What a rule made of the tokens [begin, end). Step i covers [steps[i].begin, steps[i].end).
struct Match {
  struct Step {
    std::uint32_t begin;
    std::uint32_t end;
    std::int32_t value;
  };
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  const Leaf* leaf = nullptr;
  std::array<Step, kMaxDepth> steps;  ///< those of the match are set, the others are not
};

/// The text as the guards of rules look at it.
struct MatchContext {
  const Segmentation& segmentation;
  const std::vector<WordTag>& tags;  ///< may be empty: guards on parts of speech then see no tag
  const Items& items;
  TokenRange sentence;
  TextKind kind = TextKind::news;
};

class RuleTrie {
 public:
  /// No rules.
  RuleTrie() : RuleTrie{std::vector<Rule>{}} {}

  /// Of two that match alike, the one for fewer kinds of text wins, then
  /// the one that comes first.
  explicit RuleTrie(std::vector<Rule> rules);

  /// The longest match that begins at a token and whose guards hold. Looks at no more than
  /// kMaxDepth elements, so its time has a bound.
  [[nodiscard]] bool longest(const MatchContext& context, std::uint32_t token, Match& best) const;

  [[nodiscard]] const std::string& rule_name(const Leaf& leaf) const {
    return rules_[leaf.rule].name;
  }
  /// Rule::row of the leaf's rule.
  [[nodiscard]] std::uint32_t row_of(const Leaf& leaf) const { return rules_[leaf.rule].row; }
  [[nodiscard]] std::size_t rule_count() const noexcept { return rules_.size(); }
  [[nodiscard]] std::size_t node_count() const noexcept { return leaf_of_node_.size(); }

 private:
  struct Edge {
    std::uint64_t key = 0;  // node << 16 | element, plus 1 so that 0 is free
    std::uint32_t child = 0;
  };
  /// Where the edge of a key is, or the free place where it would be.
  [[nodiscard]] std::size_t place_of(std::uint64_t key) const noexcept;
  void grow();
  void add(const Sequence& sequence, std::uint32_t rule, std::uint32_t root);
  [[nodiscard]] std::uint32_t child(std::uint32_t node, Element element) const noexcept;
  void walk(const MatchContext& context, std::uint32_t node, std::size_t depth, Match& current,
            Match& best) const;
  [[nodiscard]] bool holds(const MatchContext& context, const Rule& rule, const Match& match) const;

  std::vector<Rule> rules_;  ///< the leaves view their ways
  std::vector<Leaf> leaves_{1};
  std::vector<std::uint32_t> leaf_of_node_{0, 0};  // the two roots have none
  Kinds some_kinds_ = 0;                           // that a rule is only for
  std::size_t edge_count_ = 0;
  std::vector<Edge> edges_;                  ///< open addressing, a power of two
  std::array<std::vector<bool>, 2> starts_;  ///< elements that lead on from each root
};

}  // namespace frise::temporal
