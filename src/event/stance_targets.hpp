#pragma once

// Whom a stance word is about, by the places of its clause and by nouns that stand for somebody.

#include "event/parse.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace frise {

/// "a" is one of the names in "a|b".
[[nodiscard]] bool is_one_of(std::string_view places, std::string_view name);

class StanceTargets {
 public:
  using Entities = std::vector<std::uint32_t>;

  /// \param told the events so far, this sentence's included
  StanceTargets(const ParsedDocument& document, const ParsedSentence& sentence,
                const std::vector<EventMention>& told)
      : document_{document}, sentence_{sentence}, told_{told} {}

  /// The run of prepositions and phrases after a noun.
  [[nodiscard]] std::vector<std::pair<std::string_view, std::uint32_t>> complements_of(
      std::uint32_t c) const;

  /// Entities in the places of a clause; `holders` are not their own target.
  [[nodiscard]] Entities places(const Clause& clause, std::string_view names,
                                const Entities& holders) const;

  /// "la stratégie de X", "leur travail", "ces déclarations": what is X's stands for X.
  [[nodiscard]] Entities phrase(std::uint32_t c, const Entities& holders) const;

  /// "leur travail": whom the possessive stands for.
  [[nodiscard]] std::optional<std::uint32_t> possessor_of(std::uint32_t chunk) const;

  /// Sorted, each once.
  [[nodiscard]] static Entities unique(Entities list);

 private:
  [[nodiscard]] std::string_view lemma(std::uint32_t chunk) const {
    return document_.input.tags[sentence_.chunks[chunk].head].lemma;
  }
  [[nodiscard]] Entities theme(const Entities& holders) const;
  [[nodiscard]] Entities doer_of(const std::vector<EventType>& types, std::uint32_t before,
                                 const Entities& holders) const;
  [[nodiscard]] Entities doer(const Entities& holders) const;
  [[nodiscard]] Entities last(const Entities& holders, bool spoke,
                              std::uint32_t sentences = UINT32_MAX) const;
  [[nodiscard]] bool neutral(const Clause& clause) const;
  [[nodiscard]] Entities governed_subjects(const Clause& clause) const;

  const ParsedDocument& document_;
  const ParsedSentence& sentence_;
  const std::vector<EventMention>& told_;
};

}  // namespace frise
