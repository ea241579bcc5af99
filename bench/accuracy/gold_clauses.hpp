#pragma once

// What a treebank says that each verb of a sentence has: subjects, objects, complements, governor.

#include "event/clauses.hpp"
#include "train/lesson.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace frise::bench {

/// Arguments of one verb, as tokens. "Else" lists hold what is as good ("le patron, X Y, ...") or
/// says nothing ("il faut"): found or not, it counts neither way.
struct GoldVerb {
  std::uint32_t token = 0;
  bool knows_subject = false;  ///< finite, or with a subject of its own
  std::vector<std::uint32_t> subjects, else_subjects;
  std::vector<std::uint32_t> objects, else_objects;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> complements;  ///< preposition, head
  std::optional<std::uint32_t> governor;                             ///< token of the verb
  std::optional<ClauseLink> link;  ///< of a finite verb: none, relative, complement or adverbial
  bool governed = false;           ///< by a noun too: a relative, an infinitive of a noun
  bool has_auxiliary = false;
  bool passive = false;
};

/// In the order of their tokens. Relative pronouns are turned into what they stand for; subjects
/// are shared by verbs side by side; a copula has what its predicate has.
[[nodiscard]] std::vector<GoldVerb> gold_verbs(const SentenceContext& context,
                                               const train::Lesson& lesson,
                                               const SentenceTree& tree);

}  // namespace frise::bench
