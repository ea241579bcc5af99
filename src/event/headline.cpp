// Headlines of English tell in the present, without articles: taggers take their verb for a plural
// noun. Tested in tests/unit/event/english_test.cpp.

#include "event/chunks.hpp"

#include <algorithm>

namespace frise {
namespace {

bool finite(const WordTag& tag) {
  const VerbForm form = tag.morphology.verb_form;
  return (tag.pos == Pos::verb || tag.pos == Pos::auxiliary) &&
         (form == VerbForm::finite || form == VerbForm::none);
}

/// "rolls out": the word after the verb belongs to one of its frames.
bool is_particle(const EventRules::Impl& rules, std::string_view lemma, std::string_view next) {
  const auto found = rules.verbs.find(lemma);
  return found != rules.verbs.end() &&
         std::any_of(found->second.begin(), found->second.end(), [next](const Frame& frame) {
           return !frame.fixed.empty() && frame.fixed.front() == next;
         });
}

bool opens_object(const SentenceContext& context, std::string_view lemma, std::uint32_t token) {
  switch (context.tag(token).pos) {
    case Pos::determiner:
    case Pos::numeral:
    case Pos::symbol:
    case Pos::adjective:
    case Pos::noun:
    case Pos::proper_noun:
      return true;
    default:
      return is_particle(context.rules, lemma, context.key(token));
  }
}

}  // namespace

void find_headline_verb(SentenceContext& context) {
  if (!context.rules.head_last) return;
  constexpr std::uint32_t longest = 25;
  if (context.tokens.size() > longest) return;
  for (std::uint32_t t = context.tokens.begin; t < context.tokens.end; ++t) {
    if (finite(context.tag(t))) return;
  }
  for (std::uint32_t t = context.tokens.begin + 1; t + 1 < context.tokens.end; ++t) {
    const WordTag& tag = context.tag(t);
    const bool plural = (tag.pos == Pos::noun || tag.pos == Pos::proper_noun) &&
                        context.key(t).ends_with('s') && context.key(t) != tag.lemma;
    if (!plural || !context.rules.verbs.contains(tag.lemma)) continue;
    const auto before = mention_at(context.input.entities, t - 1);
    const auto inside = mention_at(context.input.entities, t);
    if (!before || inside || !opens_object(context, tag.lemma, t + 1)) continue;
    context.headline_verb = t;
    context.headline_tag = tag;
    context.headline_tag.pos = Pos::verb;
    context.headline_tag.morphology = {.number = GrammaticalNumber::singular,
                                       .person = 3,
                                       .verb_form = VerbForm::finite,
                                       .mood = Mood::indicative,
                                       .tense = Tense::present};
    return;
  }
}

}  // namespace frise
