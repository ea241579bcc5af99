#pragma once

// What the tree of a sentence says of each clause.

#include "event/clause_draft.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace frise {

/// The arguments of one clause as its tree has them; chunks.
struct TreeArguments {
  std::vector<std::uint32_t> subjects;
  std::vector<std::uint32_t> objects;
  std::vector<std::pair<std::string_view, std::uint32_t>> complements;
  std::vector<std::pair<std::string_view, std::uint32_t>> inner;
  bool has_subject = false;             ///< a word stands as subject, be it "il" or a clause
  bool own_subject = false;             ///< and hangs on this verb, not on one side by side with it
  Relation relation = Relation::other;  ///< of the predicate to what it hangs on
  std::optional<std::uint32_t> governor;  ///< clause that it hangs on
  std::optional<std::uint32_t> noun;      ///< chunk that it hangs on: "une puce vendue par ..."
};

/// One a clause of the draft. Linear in the tokens: a word is read for one clause only.
[[nodiscard]] std::vector<TreeArguments> read_tree(const ClauseDraft& draft,
                                                   const SentenceTree& tree);

}  // namespace frise
