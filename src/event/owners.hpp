#pragma once

// Who acts where the clause names a thing or nobody: the owner of "l'usine", the possessor in "son
// usine", the company that says "500 postes seront supprimés".

#include "event/parse.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace frise {

/// An entity and the words that stand for it.
struct Owner {
  std::uint32_t mention = 0;
  std::uint32_t entity = 0;
};

/// Whose the things of an article are, as far as it has told. Built once a document, in one pass.
class OwnedThings {
 public:
  explicit OwnedThings(const ParsedDocument& document);

  /// "l'usine produira": whoever owned the last usine told of before.
  [[nodiscard]] std::optional<Owner> owner_of_definite(const ParsedDocument& document,
                                                       const ParsedSentence& sentence,
                                                       std::uint32_t chunk) const;

 private:
  struct Told {
    std::uint32_t token = 0;
    Owner owner;
  };
  std::map<std::string_view, std::vector<Told>> things_;  ///< by lemma of the noun, in text order
};

/// "son usine", "leurs ventes": the entity that the possessive stands for.
[[nodiscard]] std::optional<Owner> possessor_of(const ParsedDocument& document,
                                                const ParsedSentence& sentence,
                                                std::uint32_t chunk);

/// The company that a sentence is about though its clause names no agent: the one before the colon
/// of a headline ("Renault : 500 postes supprimés"), else the one that says so.
[[nodiscard]] std::optional<Owner> company_behind(const ParsedDocument& document,
                                                  const ParsedSentence& sentence,
                                                  std::uint32_t token);

/// The mention as the owner it names, if it is one of those who act.
[[nodiscard]] std::optional<Owner> as_actor(const ParsedDocument& document, std::uint32_t mention);

}  // namespace frise
