// Costs that a person wrote. Tested in tests/unit/tag/tag_words_test.cpp.

#include "tag/agreement.hpp"

namespace frise::tag {
namespace {

constexpr int cost_of_disagreement = 3;
constexpr int cost_of_wrong_person = 4;
constexpr int cost_of_missing_subject = 3;  ///< first or second person with no pronoun before it

template <class Value>
bool differ(Value a, Value b) {
  return a != Value{} && b != Value{} && a != b;
}

bool agrees_with_noun(WordClass c) {
  return c == WordClass::adjective || c == WordClass::participle;
}

int noun_phrase_cost(const Candidate& first, const Candidate& second) {
  const bool opens =
      first.word_class == WordClass::determiner || first.word_class == WordClass::contraction ||
      first.word_class == WordClass::adjective || first.word_class == WordClass::numeral;
  const bool into = second.word_class == WordClass::noun || agrees_with_noun(second.word_class);
  const bool after = first.word_class == WordClass::noun && agrees_with_noun(second.word_class);
  if (!(opens && into) && !after) return 0;
  const Morphology& a = first.features.morphology;
  const Morphology& b = second.features.morphology;
  return (differ(a.gender, b.gender) ? cost_of_disagreement : 0) +
         (differ(a.number, b.number) ? cost_of_disagreement : 0);
}

int verb_cost(const Candidate& first, const Candidate& second) {
  if (!is_finite(second.word_class)) return 0;
  const Morphology& verb = second.features.morphology;
  if (first.subject_person != 0) {
    const bool wrong =
        differ(first.subject_person, verb.person) || differ(first.subject_number, verb.number);
    return wrong ? cost_of_wrong_person : 0;
  }
  int cost = verb.person == 1 || verb.person == 2 ? cost_of_missing_subject : 0;
  if (verb.mood == Mood::imperative) cost = 0;
  if (first.word_class == WordClass::noun &&
      differ(first.features.morphology.number, verb.number)) {
    cost += 1;
  }
  return cost;
}

}  // namespace

int disagreement(const Candidate& first, const Candidate& second) noexcept {
  return noun_phrase_cost(first, second) + verb_cost(first, second);
}

void inherit(const Candidate& before, Candidate& here) noexcept {
  here.felt = is_transparent(here.word_class) ? before.felt : here.word_class;
  const bool waits = here.word_class == WordClass::object ||
                     here.word_class == WordClass::negation || here.word_class == WordClass::adverb;
  if (here.word_class == WordClass::subject) {
    here.subject_person = here.features.morphology.person;
    here.subject_number = here.features.morphology.number;
  } else if (waits) {
    here.subject_person = before.subject_person;
    here.subject_number = before.subject_number;
  }
}

}  // namespace frise::tag
