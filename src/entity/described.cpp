// Phrases of the walk that name somebody by something else than a role or a trade: courts of a
// place, what somebody has, speakers without a name, people called by their country. Tested in
// tests/unit/entity/reference_test.cpp.

#include "entity/walker.hpp"

namespace frise {

/// "le tribunal de commerce de Lyon", "a court in Delaware": a court of a place is somebody, though
/// it has no name of its own. The place keeps its mention.
std::uint32_t Walker::court(const NounPhrase& np) {
  if (np.noun == nullptr || np.plural) return np.begin;
  const NounRule& rule = rules_.noun_rules[np.noun->rule];
  if (rule.type != EntityType::government || rules_.fields[rule.field] != "court") return np.begin;
  std::optional<std::uint32_t> seat = np.complement;
  if (!seat && np.end + 1 < sentence_.end && name_at_[np.end + 1] != 0 &&
      (reading_.link(np.end) == LinkUse::in || reading_.link(np.end) == LinkUse::of ||
       reading_.link(np.end) == LinkUse::to)) {
    seat = name_at_[np.end + 1] - 1;
  }
  if (!seat || entities_.entity(*names_[*seat].entity).type != EntityType::place) return np.begin;
  NamedThing thing;
  thing.name = reading_.text(TokenRange{np.noun->begin, names_[*seat].tokens.end});
  thing.type = EntityType::government;
  thing.sure = true;
  const std::uint32_t entity = entities_.found(thing);
  entities_.learn(entity, np.noun->rule, np.trade);
  const std::uint32_t begin =
      reading_.tags[np.begin].pos == Pos::adposition ? np.begin + 1 : np.begin;
  Mention& mention = add(begin, np.noun->end, MentionKind::nominal, "nominal-court");
  mention.gender = rule.gender;
  mention.number = GrammaticalNumber::singular;
  refer(mention, entity);
  return np.noun->end;
}

/// "leur travail", "sa stratégie": whose it is, though no table knows the noun.
std::uint32_t Walker::possessed(std::uint32_t at) {
  std::uint32_t length = 0;
  const PronounRule* rule = pronoun_rule(at, length);
  if (rule == nullptr || rule->use != PronounUse::possessive) return at + 1;
  std::uint32_t head = at + 1;
  while (head < sentence_.end && head < at + 4 && name_at_[head] == 0 && reading_.is_word(head) &&
         reading_.tags[head].pos != Pos::noun && reading_.is_adjective(head)) {
    ++head;
  }
  if (head >= sentence_.end || name_at_[head] != 0 || reading_.tags[head].pos != Pos::noun) {
    return at + 1;
  }
  // English heads stand last: "its gaming revenue".
  for (int more = 0; more < 2 && rules_.lang == "en" && head + 1 < sentence_.end &&
                     name_at_[head + 1] == 0 && reading_.tags[head + 1].pos == Pos::noun;
       ++more) {
    ++head;
  }
  const auto whose = possessor(*rule, at);
  Mention& mention = add(at, head + 1, MentionKind::nominal, "possessive");
  mention.gender = reading_.tags[head].morphology.gender;
  mention.number = reading_.tags[head].morphology.number;
  mention.possessor = whose;
  return head + 1;
}

/// "des sources proches du dossier": nobody in particular, to be cited all the same.
std::uint32_t Walker::speaker(std::uint32_t at) {
  std::uint32_t begin = at;
  const DeterminerClass determiner = reading_.determiner(at);
  if (determiner != DeterminerClass::none) ++begin;
  while (begin < sentence_.end && begin < at + 3 && name_at_[begin] == 0 &&
         rules_.others.contains(reading_.words[begin])) {
    ++begin;
  }
  std::uint32_t rule = 0;
  const std::uint32_t length = rules_.speakers.longest(reading_.words, begin, sentence_.end, rule);
  if (length == 0 || (determiner == DeterminerClass::none && begin == at && length == 1)) return at;
  for (std::uint32_t i = at; i < begin + length; ++i) {
    if (name_at_[i] != 0) return at;
  }
  if (reading_.role_at[begin] != 0 &&
      (determiner == DeterminerClass::definite || determiner == DeterminerClass::possessive) &&
      rules_.speaker_numbers[rule] == GrammaticalNumber::singular) {
    return at;  // "le porte-parole" may be known
  }
  Mention& mention = add(at, begin + length, MentionKind::nominal, "speaker");
  mention.number = rules_.speaker_numbers[rule];
  return begin + length;
}

/// "L'Italienne prendra ses fonctions": French calls people by where they are from, with a capital.
std::uint32_t Walker::national(std::uint32_t at) {
  const std::uint32_t head = at + 1;
  const bool singular =
      reading_.determiner(at) == DeterminerClass::definite && head < sentence_.end &&
      reading_.tags[at].morphology.number != GrammaticalNumber::plural && reading_.key(at) != "les";
  if (rules_.lang == "en" || !singular || name_at_[head] != 0 ||
      reading_.nationality(head).empty()) {
    return at;
  }
  // "l'américain se retire": no noun or name that it could belong to.
  const std::uint32_t next = head + 1;
  const bool person = reading_.capital(head);
  if (next < sentence_.end &&
      (name_at_[next] != 0 || reading_.capital(next) ||
       (!person && (reading_.tags[next].pos == Pos::noun || reading_.is_adjective(next) ||
                    reading_.noun_at[next] != 0 || reading_.role_at[next] != 0)))) {
    return at;
  }
  const Place where = place(at, next);
  if (!person) {
    const auto house = resolver_.national_house(reading_.nationality(head), where);
    if (!house) return at;
    refer(add(at, next, MentionKind::nominal, "nominal-nationality"), house);
    return next;
  }
  Mention& mention = add(at, head + 1, MentionKind::nominal, "nominal-nationality");
  mention.gender = reading_.tags[head].morphology.gender;
  mention.number = GrammaticalNumber::singular;
  refer(mention, resolver_.national(mention.gender, reading_.nationality(head), where));
  return next;
}

}  // namespace frise
