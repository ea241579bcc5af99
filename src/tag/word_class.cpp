// Names of the classes, and the class of an ordinary reading.

#include "tag/word_class.hpp"

#include <array>

namespace frise::tag {
namespace {

constexpr std::array<std::string_view, word_class_count> names{
    "boundary",    "determiner",   "contraction",  "noun",        "adjective",   "proper",
    "numeral",     "finite",       "have",         "be",          "modal",       "infinitive",
    "inf_have",    "inf_be",       "participle",   "been",        "gerund",      "ger_have",
    "ger_be",      "subject",      "inverted",     "object",      "relative",    "pronoun",
    "negation",    "adverb",       "negator",      "preposition", "prep_inf",    "prep_ger",
    "coordinator", "subordinator", "interjection", "comma",       "punctuation", "symbol",
    "possessive",  "other"};

WordClass class_of_verb(VerbForm form) noexcept {
  switch (form) {
    case VerbForm::infinitive:
      return WordClass::infinitive;
    case VerbForm::past_participle:
      return WordClass::participle;
    case VerbForm::present_participle:
      return WordClass::gerund;
    default:
      return WordClass::finite;
  }
}

}  // namespace

std::string_view to_string(WordClass c) noexcept { return names[static_cast<std::size_t>(c)]; }

std::optional<WordClass> parse_word_class(std::string_view name) noexcept {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<WordClass>(i);
  }
  return std::nullopt;
}

WordClass usual_class(const Features& features) noexcept {
  switch (features.pos) {
    case Pos::adjective:
      return WordClass::adjective;
    case Pos::adposition:
      return WordClass::preposition;
    case Pos::adverb:
      return WordClass::adverb;
    case Pos::auxiliary:
      return WordClass::modal;
    case Pos::coordinating_conjunction:
      return WordClass::coordinator;
    case Pos::determiner:
      return WordClass::determiner;
    case Pos::interjection:
      return WordClass::interjection;
    case Pos::noun:
      return WordClass::noun;
    case Pos::numeral:
      return WordClass::numeral;
    case Pos::particle:
      return WordClass::other;
    case Pos::pronoun:
      return WordClass::pronoun;
    case Pos::proper_noun:
      return WordClass::proper;
    case Pos::punctuation:
      return WordClass::punctuation;
    case Pos::subordinating_conjunction:
      return WordClass::subordinator;
    case Pos::symbol:
      return WordClass::symbol;
    case Pos::verb:
      return class_of_verb(features.morphology.verb_form);
    case Pos::other:
      return WordClass::other;
  }
  return WordClass::other;
}

}  // namespace frise::tag
