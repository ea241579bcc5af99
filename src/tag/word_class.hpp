#pragma once

/// \file
/// The classes that context speaks of: parts of speech, cut finer where neighbours differ ("avoir"
/// before a participle, a pronoun that must stand before a verb, a preposition that takes
/// infinitives).

#include "tag/features.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace frise::tag {

enum class WordClass : std::uint8_t {
  boundary,  ///< before the first and after the last token of a sentence
  determiner,
  contraction,  ///< preposition and article in one: du, aux
  noun,
  adjective,
  proper,
  numeral,
  finite,
  have,   ///< finite forms of the auxiliary of the perfect
  be,     ///< finite forms of the auxiliary of the passive
  modal,  ///< finite forms that take a bare infinitive: peut, will
  infinitive,
  inf_have,
  inf_be,
  participle,  ///< past
  been,        ///< past participle of `be`: a participle may follow
  gerund,      ///< present participle
  ger_have,
  ger_be,
  subject,   ///< pronoun before its verb: il, on, they
  inverted,  ///< subject pronoun after its verb: -t-il
  object,    ///< pronoun that must stand before a verb: le, se, y
  relative,
  pronoun,
  negation,  ///< ne, n'
  adverb,
  negator,  ///< pas, jamais, not
  preposition,
  prep_inf,  ///< that may take an infinitive: de, à, pour, sans; English to
  prep_ger,  ///< that may take a present participle: en
  coordinator,
  subordinator,
  interjection,
  comma,
  punctuation,
  symbol,
  possessive,  ///< 's, '
  other,
};

inline constexpr std::size_t word_class_count = static_cast<std::size_t>(WordClass::other) + 1;

[[nodiscard]] std::string_view to_string(WordClass c) noexcept;
[[nodiscard]] std::optional<WordClass> parse_word_class(std::string_view name) noexcept;

/// The class of a reading of which no table says more.
[[nodiscard]] WordClass usual_class(const Features& features) noexcept;

/// Classes that let the word before them be felt by the word after: "a toujours investi".
[[nodiscard]] constexpr bool is_transparent(WordClass c) noexcept {
  return c == WordClass::adverb || c == WordClass::negator || c == WordClass::inverted;
}

[[nodiscard]] constexpr bool is_finite(WordClass c) noexcept {
  return c >= WordClass::finite && c <= WordClass::modal;
}

/// Any form of an auxiliary: a participle after it makes it one.
[[nodiscard]] constexpr bool can_be_auxiliary(WordClass c) noexcept {
  switch (c) {
    case WordClass::have:
    case WordClass::be:
    case WordClass::inf_have:
    case WordClass::inf_be:
    case WordClass::been:
    case WordClass::ger_have:
    case WordClass::ger_be:
      return true;
    default:
      return false;
  }
}

}  // namespace frise::tag
