#pragma once

// Which phrases belong to which verb: subjects, objects, complements, and the verb that governs it.

#include "event/chunks.hpp"
#include "event/sentence_tree.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace frise {

/// How a clause hangs on its governor.
enum class ClauseLink : std::uint8_t {
  none,         ///< main clause
  coordinated,  ///< "... et a vendu": shares the subject
  relative,     ///< "qui ..."
  complement,   ///< "a dit que ...", "a dit avoir ..."
  infinitive,   ///< "de participer"
  decision,     ///< "la décision de vendre": settled
  purpose,      ///< "pour commercialiser"
  gerund,       ///< "en vendant"
  participle,   ///< "une startup combinant ...", "une puce vendue par ..."
  condition,    ///< "si ..."
  adverbial,    ///< "car ...", "tandis que ..."
};

struct Clause {
  std::uint32_t chunk = 0;              ///< of its verb group
  std::vector<std::uint32_t> subjects;  ///< chunks
  std::vector<std::uint32_t> objects;
  std::vector<std::pair<std::string_view, std::uint32_t>> complements;  ///< slot name, chunk
  /// Complements of the objects and complements: "signer un accord avec X", "le contrôle de X".
  std::vector<std::pair<std::string_view, std::uint32_t>> inner;
  std::optional<std::uint32_t> governor;  ///< clause
  ClauseLink link = ClauseLink::none;
  bool inverted = false;                 ///< the subject follows: "..., a déclaré X"
  TokenRange extent;                     ///< verb and complements, up to the next clause
  std::optional<std::uint32_t> content;  ///< first chunk of what is said, after que or a colon

  /// The phrases in a slot: complements of the verb, else those inside its arguments.
  [[nodiscard]] std::vector<std::uint32_t> in_slot(std::string_view slot) const;
};

/// The clause near a relative whose object is what the relative tells of: "X a publié un logiciel
/// qui limite ...".
[[nodiscard]] std::optional<std::uint32_t> clause_of_antecedent(const std::vector<Clause>& clauses,
                                                                const Clause& relative);

/// The clauses of a sentence in the order of their verbs. Linear: every scan stops at a clause mark
/// or after a bounded number of chunks.
[[nodiscard]] std::vector<Clause> find_clauses(const SentenceContext& context,
                                               const std::vector<Chunk>& chunks,
                                               const SentenceTree& tree);

}  // namespace frise
