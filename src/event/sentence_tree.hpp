#pragma once

// The tree of one sentence in the form that clauses are read from: relations of Universal
// Dependencies as an enumeration, and the children of each word.

#include "frise/syntax/parsing.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace frise {

/// Relations that say who does what to whom; the rest is `other`.
enum class Relation : std::uint8_t {
  other,
  root,
  subject,
  passive_subject,
  clausal_subject,
  expletive,
  object,
  indirect_object,
  oblique,
  agent,
  nominal,  ///< nmod
  numeral,
  case_mark,
  marker,
  determiner,
  adverb,
  auxiliary,
  passive_auxiliary,
  causative,  ///< "faire" before an infinitive
  copula,
  conjunct,
  coordinator,
  open_complement,  ///< xcomp
  complement,       ///< ccomp
  adverbial,        ///< advcl
  adnominal,        ///< acl
  relative,         ///< acl:relcl
  apposition,
  flat,  ///< the rest of a name, of a fixed phrase, or of a word cut up
  compound,
  parataxis,
  punctuation,
};

/// \param name as the treebank has it: "nsubj:pass". What stands behind an unknown colon is passed
/// over.
[[nodiscard]] Relation relation_named(std::string_view name) noexcept;

/// Each relation of a model by its number.
[[nodiscard]] std::vector<Relation> relations_of(const ParseModel& model);

class SentenceTree {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// No tree: clauses are found by rules.
  SentenceTree() = default;

  /// \param heads token indices in the document, `none` for the root; one a token, as `relations`
  SentenceTree(TokenRange tokens, std::vector<std::uint32_t> heads,
               std::vector<Relation> relations);

  /// \param arcs of the sentence; no tree when there are none
  SentenceTree(TokenRange tokens, std::span<const Arc> arcs, const std::vector<Relation>& names);

  [[nodiscard]] bool empty() const noexcept { return heads_.empty(); }
  [[nodiscard]] TokenRange tokens() const noexcept { return tokens_; }
  [[nodiscard]] std::uint32_t head(std::uint32_t token) const noexcept {
    return heads_[token - tokens_.begin];
  }
  [[nodiscard]] Relation relation(std::uint32_t token) const noexcept {
    return relations_[token - tokens_.begin];
  }
  /// Tokens that hang on a token, from left to right.
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t token) const noexcept {
    const std::uint32_t at = token - tokens_.begin;
    return std::span{children_}.subspan(first_[at], first_[at + 1] - first_[at]);
  }
  /// An argument of a verb begins at a token, the word before it belonging elsewhere: "the trucks |
  /// Orval sold".
  [[nodiscard]] bool parts_phrases(std::uint32_t token) const noexcept;
  /// The first child that hangs by a relation, or `none`.
  [[nodiscard]] std::uint32_t child(std::uint32_t token, Relation relation) const noexcept;

 private:
  void index_children();
  [[nodiscard]] std::uint32_t argument_around(std::uint32_t token) const noexcept;

  TokenRange tokens_;
  std::vector<std::uint32_t> heads_;
  std::vector<Relation> relations_;
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> first_;  ///< of each token's children; one more than tokens
};

}  // namespace frise
