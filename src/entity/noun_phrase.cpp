// A phrase is determiner, adjectives and numbers, head, adjectives, and what "de" ties to it; the
// parts of speech only carry it on, the tables decide. Tested in
// tests/unit/entity/reference_test.cpp.

#include "entity/noun_phrase.hpp"

#include <algorithm>

namespace frise {
namespace {

constexpr std::uint32_t longest_complement = 5;

/// An adjective behind its noun; "dit" in "le laboratoire dit avoir" is the verb.
bool narrows(const Reading& reading, std::uint32_t at) {
  if (reading.tags[at].pos == Pos::verb && reading.verb(at) == VerbUse::say) return false;
  return reading.is_adjective(at) || reading.is_demonym(at);
}

/// What a noun among the words that narrow another tells of its trade: "fabricant de moteurs".
std::uint16_t trade_of_modifier(const Reading& reading, std::uint32_t at) {
  if (reading.noun_at[at] == 0) return 0;
  return reading.rules.noun_rules[reading.nouns[reading.noun_at[at] - 1].rule].field;
}

/// The noun or role that begins at a token, whichever is longer; of two as long the role, so that
/// "le directeur financier" is a role before "directeur" could be a noun.
bool take_head(const Reading& reading, std::uint32_t at, NounPhrase& np) {
  const PhraseHit* role =
      reading.role_at[at] == 0 ? nullptr : &reading.roles[reading.role_at[at] - 1];
  const PhraseHit* noun =
      reading.noun_at[at] == 0 ? nullptr : &reading.nouns[reading.noun_at[at] - 1];
  if (role != nullptr && role->begin != at) role = nullptr;
  if (noun != nullptr && noun->begin != at) noun = nullptr;
  if (role != nullptr && noun != nullptr) (noun->end > role->end ? role : noun) = nullptr;
  if (role == nullptr && noun == nullptr) return false;
  np.role = role;
  np.noun = noun;
  np.end = role != nullptr ? role->end : noun->end;
  if (role != nullptr) {
    np.plural = reading.rules.role_rules[role->rule].number == GrammaticalNumber::plural;
  } else {
    np.plural = noun->plural;
    const std::uint16_t trade = reading.rules.noun_rules[noun->rule].field;
    if (trade != 0) np.trade = trade;
  }
  return true;
}

/// What follows the head: adjectives, then "de ..." with a name or with plain nouns.
void add_complement(const Reading& reading, const NameView& names, TokenRange sentence,
                    NounPhrase& np) {
  const auto free = [&](std::uint32_t at) { return at < sentence.end && names.at[at] == 0; };
  std::uint32_t at = np.end;
  const auto adjectives = [&] {
    while (free(at) && reading.is_word(at) && narrows(reading, at) &&
           reading.determiner(at) == DeterminerClass::none) {
      if (np.nationality.empty()) np.nationality = reading.nationality(at);
      ++at;
    }
  };
  adjectives();
  // "le fabricant de puces géant": a second noun of the same kind.
  if (free(at) && np.noun != nullptr && reading.noun_at[at] != 0) {
    const PhraseHit& second = reading.nouns[reading.noun_at[at] - 1];
    if (second.begin == at && reading.rules.noun_rules[second.rule].type ==
                                  reading.rules.noun_rules[np.noun->rule].type) {
      at = second.end;
      adjectives();
    }
  }
  np.end = at;
  if (!free(at) || reading.link(at) == LinkUse::none || reading.link(at) == LinkUse::by) return;
  const bool of = reading.link(at) == LinkUse::of;
  if (!of && np.role == nullptr) return;
  std::uint32_t next = at + 1;
  if (next < sentence.end && names.at[next] == 0 &&
      reading.determiner(next) == DeterminerClass::definite) {
    ++next;
  }
  if (next >= sentence.end) return;
  if (names.at[next] != 0) {
    np.complement = names.at[next] - 1;
    np.end = names.mentions[*np.complement].tokens.end;
    return;
  }
  if (!of) return;
  // "la société de télécommunications chinoise": plain nouns narrow the head.
  const std::uint32_t stop = std::min(sentence.end, at + longest_complement);
  std::uint32_t end = at;
  for (std::uint32_t i = at + 1; i < stop && names.at[i] == 0; ++i) {
    const Pos pos = reading.tags[i].pos;
    if (pos == Pos::noun || (reading.is_adjective(i) && i > at + 1)) {
      end = i + 1;
      if (np.trade == 0) np.trade = trade_of_modifier(reading, i);
      if (pos == Pos::noun) np.detail = reading.key(i);
      if (np.nationality.empty()) np.nationality = reading.nationality(i);
    } else if (reading.link(i) != LinkUse::of &&
               reading.determiner(i) != DeterminerClass::definite) {
      break;
    }
  }
  if (end > at) np.end = end;
}

}  // namespace

std::optional<NounPhrase> noun_phrase_at(const Reading& reading, const NameView& names,
                                         TokenRange sentence, std::uint32_t at) {
  NounPhrase np;
  np.begin = at;
  np.determiner = reading.determiner(at);
  // "leur" and "l'" may stand for somebody; "its" never does, whatever the tagger says.
  const bool heads_last = reading.rules.lang == "en";
  const bool pronoun = reading.tags[at].pos == Pos::pronoun &&
                       !(heads_last && np.determiner == DeterminerClass::possessive);
  if (np.determiner == DeterminerClass::none || pronoun) return std::nullopt;
  // English heads stand last: "the engine supplier", "the double-deck passenger plane".
  bool many = false;
  std::uint32_t head = at + 1;
  // "the world's largest brewer"
  if (heads_last && head + 2 < sentence.end && names.at[head] == 0 && reading.noun_at[head] == 0 &&
      reading.tags[head].pos == Pos::noun && reading.key(head + 1) == "'s") {
    head += 2;
  }
  for (int steps = 0; steps < 4 && head < sentence.end && names.at[head] == 0; ++steps) {
    if (reading.noun_at[head] != 0 || reading.role_at[head] != 0) break;
    const bool number =
        reading.tags[head].pos == Pos::numeral || reading.token(head).kind == TokenKind::number;
    const bool other = reading.rules.others.contains(reading.words[head]);
    const bool modifier =
        heads_last && (reading.tags[head].pos == Pos::noun ||
                       reading.key(head).find('-') != std::string_view::npos ||
                       (reading.tags[head].pos == Pos::verb &&
                        (reading.key(head).ends_with("ing") || reading.key(head).ends_with("ed"))));
    if (!number && !other && !modifier && !reading.is_adjective(head)) return std::nullopt;
    many = many || number;
    np.other = np.other || other;
    np.pair = np.pair || reading.rules.pairs.contains(reading.words[head]);
    if (np.nationality.empty()) np.nationality = reading.nationality(head);
    ++head;
  }
  if (head >= sentence.end || names.at[head] != 0 || !take_head(reading, head, np)) {
    return std::nullopt;
  }
  while (heads_last && np.end < sentence.end && names.at[np.end] == 0 && reading.is_word(np.end) &&
         !reading.capital(np.end)) {
    if (np.noun != nullptr && np.trade == 0) np.trade = trade_of_modifier(reading, np.end - 1);
    if (take_head(reading, np.end, np)) continue;
    if (reading.tags[np.end].pos == Pos::noun) return std::nullopt;  // "the drug trial"
    break;
  }
  np.plural = np.plural || many;
  for (std::uint32_t i = np.begin; i < np.end; ++i) {
    if (names.at[i] != 0) return std::nullopt;
  }
  np.gender = np.role != nullptr ? reading.rules.role_rules[np.role->rule].gender
                                 : reading.rules.noun_rules[np.noun->rule].gender;
  const DeterminerClass article = np.determiner;
  if (np.gender == Gender::unknown && !heads_last &&
      (article == DeterminerClass::definite || article == DeterminerClass::indefinite)) {
    np.gender = reading.tags[at].morphology.gender;
  }
  add_complement(reading, names, sentence, np);
  return np;
}

bool is_impersonal(const Reading& reading, TokenRange sentence, std::uint32_t at,
                   std::uint32_t after) {
  // "y a-t-il"
  if (at >= sentence.begin + 2 && reading.key(at - 2) == "y") return true;
  const std::uint32_t stop = std::min(sentence.end, after + 4);
  for (std::uint32_t i = after; i < stop; ++i) {
    std::uint32_t rule = 0;
    if (reading.rules.impersonal.longest(reading.words, i, sentence.end, rule) != 0) return true;
    const auto node =
        reading.rules.impersonal.step(PhraseTrie::root, hash_word(reading.tags[i].lemma));
    if (node != PhraseTrie::none && !reading.rules.impersonal.values(node).empty()) return true;
    const std::string_view key = reading.key(i);
    const bool passed_over = key == "ne" || key == "n'" || key == "pas" || key == "not" ||
                             key == "n't" || key == "also" ||
                             reading.token(i).kind == TokenKind::punctuation;
    if (!passed_over) break;
  }
  // "il est essentiel d'avoir", "it is odd that"
  std::uint32_t verb = after;
  while (verb < stop && (reading.key(verb) == "n'" || reading.key(verb) == "ne")) ++verb;
  const bool is = verb < sentence.end &&
                  (reading.tags[verb].lemma == "être" || reading.tags[verb].lemma == "be");
  if (!is) return false;
  for (std::uint32_t i = verb + 1; i + 1 < sentence.end && i < verb + 5; ++i) {
    const Pos pos = reading.tags[i].pos;
    if (pos == Pos::adverb || pos == Pos::particle) continue;
    if (pos != Pos::adjective) return false;
    const std::string_view next = reading.key(i + 1);
    return next == "de" || next == "d'" || next == "que" || next == "qu'" || next == "that" ||
           next == "to";
  }
  return false;
}

}  // namespace frise
