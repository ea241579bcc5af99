#pragma once

/// \file
/// What the words in and around a name say about its kind.

#include "entity/reading.hpp"

#include <array>
#include <vector>

namespace frise {

/// Points for each EntityType; 3 are enough to name a kind.
struct TypeScores {
  std::array<int, entity_type_count> points{};

  void add(EntityType type, int value) { points[static_cast<std::size_t>(type)] += value; }
  [[nodiscard]] int of(EntityType type) const { return points[static_cast<std::size_t>(type)]; }
  TypeScores& operator+=(const TypeScores& other);
};

struct NameEvidence {
  TypeScores scores;
  TypeScores told;  ///< the part of the scores that is not the verbs': nouns, forms, titles
  Gender gender = Gender::unknown;
};

/// \param span_at  of each token: 1 + index of the name over it, or 0.
[[nodiscard]] NameEvidence evidence_for(const Reading& reading, const std::vector<NameSpan>& spans,
                                        const std::vector<std::uint32_t>& span_at,
                                        const NameSpan& span);

/// Two or three capitalised words without digits or company words: what a person's name looks like.
[[nodiscard]] bool looks_like_person(const Reading& reading, TokenRange tokens);

/// All its capitalised words are unknown to the language.
[[nodiscard]] bool is_strange(const Reading& reading, TokenRange tokens);

/// The gender that a given name tells, when `at` is one; also the first half of a compound.
[[nodiscard]] std::optional<Gender> given_name(const Reading& reading, std::uint32_t at);

}  // namespace frise
