#pragma once

// The phrases around a verb by their place: subject, object and prepositions, passives turned.

#include "event/parse.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

class VerbPlaces {
 public:
  VerbPlaces(const ParsedDocument& document, const ParsedSentence& sentence, std::uint32_t clause)
      : document_{document},
        sentence_{sentence},
        clause_{sentence.clauses[clause]},
        verb_{*sentence.chunks[clause_.chunk].verb} {}

  /// What the words turn round: "a été exclu", "exclu par".
  [[nodiscard]] bool passive() const { return verb_.passive || bare_participle(); }

  /// Chunks that stand in a place of the active clause: "subj", "obj" or a preposition. The object
  /// of a verb with a particle follows either: "shut the plant down", "shut down the plant".
  [[nodiscard]] std::vector<std::uint32_t> at(std::string_view place,
                                              std::string_view particle = {}) const;

 private:
  [[nodiscard]] bool bare_participle() const {
    return verb_.form == VerbForm::past_participle && !verb_.perfect;
  }
  [[nodiscard]] std::vector<std::uint32_t> told_of() const;
  [[nodiscard]] std::vector<std::uint32_t> quantity_of(bool after_verb) const;

  const ParsedDocument& document_;
  const ParsedSentence& sentence_;
  const Clause& clause_;
  const VerbGroup& verb_;
};

/// "X, fondée en 1921, ...": the phrase before the comma that a participle tells of.
[[nodiscard]] std::optional<std::uint32_t> set_off_from(const ParsedDocument& document,
                                                        const ParsedSentence& sentence,
                                                        const Clause& clause);

/// The noun that a phrase is about: for "une centaine de postes", "500 000 tonnes de ciment" that
/// of the complement too.
[[nodiscard]] bool head_among(const ParsedDocument& document, const ParsedSentence& sentence,
                              std::uint32_t chunk, const std::vector<std::string>& lemmas);

/// The phrase counts something: "500 postes", "deux raffineries".
[[nodiscard]] bool is_counted(const ParsedDocument& document, const ParsedSentence& sentence,
                              std::uint32_t chunk);

/// A number of those who act or are acted for: "trois banques", "deux raffineries".
[[nodiscard]] bool counts_actors(const ParsedDocument& document, const ParsedSentence& sentence,
                                 std::uint32_t chunk);

/// One of the mentions is of a person.
[[nodiscard]] bool any_person(const ParsedDocument& document,
                              const std::vector<std::uint32_t>& mentions);

/// What the phrase stands for, else the names inside it.
[[nodiscard]] std::vector<std::uint32_t> named_by(const ParsedDocument& document,
                                                  const ParsedSentence& sentence,
                                                  std::uint32_t chunk);

}  // namespace frise
