#pragma once

/// \file
/// Noun phrases whose head a table knows, and the pronoun that stands for nothing.

#include "entity/reading.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace frise {

/// A noun phrase, cut into what matters.
struct NounPhrase {
  std::uint32_t begin = 0;  ///< determiner
  std::uint32_t end = 0;
  DeterminerClass determiner = DeterminerClass::none;
  const PhraseHit* noun = nullptr;
  const PhraseHit* role = nullptr;
  std::uint16_t trade = 0;  ///< of the noun, else of what narrows it: "engine supplier"
  std::string_view detail;  ///< lookup form of the noun that narrows it: "le géant du luxe"
  std::string_view nationality;
  Gender gender = Gender::unknown;  ///< of the head, else of the determiner: "la ministre"
  bool plural = false;
  bool pair = false;                        ///< "les deux groupes"
  bool other = false;                       ///< "ancienne", "autre": not the one spoken of
  std::optional<std::uint32_t> complement;  ///< mention behind "de": "le patron de X"
};

/// Names as the reference walk sees them.
struct NameView {
  const std::vector<Mention>& mentions;  ///< sorted
  const std::vector<std::uint32_t>& at;  ///< of each token: 1 + index of the name over it, or 0
};

/// The noun phrase that the determiner at `at` opens, when its head is a noun or a role of the
/// tables.
[[nodiscard]] std::optional<NounPhrase> noun_phrase_at(const Reading& reading,
                                                       const NameView& names, TokenRange sentence,
                                                       std::uint32_t at);

/// Does the pronoun at `at`, which ends at `after`, stand for nothing: "il faut", "it is likely
/// that"?
[[nodiscard]] bool is_impersonal(const Reading& reading, TokenRange sentence, std::uint32_t at,
                                 std::uint32_t after);

}  // namespace frise
