#pragma once

// The clauses of a sentence while they are found, and the steps that find them, in their order.

#include "event/clauses.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace frise {

struct ClauseDraft {
  /// One clause a verb group, with nothing in it yet.
  ClauseDraft(const SentenceContext& context, const std::vector<Chunk>& chunks);

  /// Chunks looked at on either side of a verb, so that a sentence of any length costs linear time.
  static constexpr std::uint32_t reach = 80;

  const SentenceContext& context;
  const std::vector<Chunk>& chunks;
  std::vector<Clause> clauses;
  std::vector<std::optional<std::uint32_t>> clause_of;   ///< of each chunk that is a verb
  std::vector<std::optional<std::uint32_t>> subject_of;  ///< the clause that a chunk is subject of

  [[nodiscard]] const VerbGroup& verb(const Clause& clause) const {
    return *chunks[clause.chunk].verb;
  }
  [[nodiscard]] std::uint32_t index(const Clause& clause) const {
    return static_cast<std::uint32_t>(&clause - clauses.data());
  }
};

/// By order and small words: subjects, links, governors.
void scan_subjects(ClauseDraft& draft);

/// By order and small words: objects, complements, how far a clause reaches. Needs the subjects.
void scan_complements(ClauseDraft& draft);

}  // namespace frise
