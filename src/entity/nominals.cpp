// Noun phrases of the walk: appositions, roles, courts, possessives, people called by their
// country. Tested in tests/unit/entity/reference_test.cpp.

#include "entity/walker.hpp"

namespace frise {
namespace {

/// The role, as packs call it, of those who speak for others.
constexpr std::string_view spokesperson = "spokesperson";

}  // namespace

/// "X, le fabricant de puces, ..." and "le patron de X, Y, ...": the name beside the comma.
std::optional<std::uint32_t> Walker::apposed(const NounPhrase& np) const {
  const auto suits = [&](std::uint32_t mention) -> std::optional<std::uint32_t> {
    const std::uint32_t entity = *names_[mention].entity;
    const bool person = entities_.entity(entity).type == EntityType::person;
    if (np.role != nullptr) return person ? std::optional{entity} : std::nullopt;
    if (person) return std::nullopt;
    const NounRule& rule = rules_.noun_rules[np.noun->rule];
    const EntityType type = entities_.entity(entity).type;
    const bool alike = type == rule.type ||
                       (rule.type == EntityType::company && type == EntityType::organization) ||
                       (rule.type == EntityType::organization && type == EntityType::company);
    return alike ? std::optional{entity} : std::nullopt;
  };
  // "X le vice-président de Y", the comma forgotten.
  if (np.role != nullptr && np.begin > sentence_.begin && name_at_[np.begin - 1] != 0 &&
      np.determiner == DeterminerClass::definite) {
    if (const auto entity = suits(name_at_[np.begin - 1] - 1)) return entity;
  }
  if (np.begin >= sentence_.begin + 2 && reading_.is(np.begin - 1, ',') &&
      name_at_[np.begin - 2] != 0) {
    // "A, B et l'entreprise" is a list; an apposition is closed by a mark or ends the sentence.
    const bool closed =
        np.end >= sentence_.end || reading_.token(np.end).kind == TokenKind::punctuation;
    if (closed || np.determiner == DeterminerClass::indefinite) {
      if (const auto entity = suits(name_at_[np.begin - 2] - 1)) return entity;
    }
  }
  if (np.end + 1 < sentence_.end && reading_.is(np.end, ',') && name_at_[np.end + 1] != 0) {
    const std::uint32_t behind = names_[name_at_[np.end + 1] - 1].tokens.end;
    const bool closed =
        behind >= sentence_.end || reading_.token(behind).kind == TokenKind::punctuation;
    if (closed) return suits(name_at_[np.end + 1] - 1);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Walker::possessor(const PronounRule& rule, std::uint32_t at) {
  PronounRule holder = rule;
  holder.number = rule.plural_possessor ? GrammaticalNumber::plural : GrammaticalNumber::singular;
  return resolver_.pronoun(holder, place(at, at));
}

std::uint32_t Walker::nominal(const NounPhrase& np) {
  // "la startup X": the name is the mention, and the noun is learned of it.
  if (np.end < sentence_.end && name_at_[np.end] != 0 && !np.complement) {
    const std::uint32_t named = *names_[name_at_[np.end] - 1].entity;
    if (np.noun != nullptr && !np.plural &&
        rules_.noun_rules[np.noun->rule].type == entities_.entity(named).type) {
      entities_.learn(named, np.noun->rule);
      if (entities_.presence(named).country.empty()) {
        entities_.presence(named).country = np.nationality;
      }
    }
    return np.begin + 1;
  }
  if (const std::uint32_t end = court(np); end != np.begin) return end;
  const bool cue = np.noun != nullptr && rules_.noun_rules[np.noun->rule].scope == NounScope::cue;
  if (cue && np.determiner != DeterminerClass::possessive) return np.begin + 1;
  // "du groupe": the preposition in "du" is the sentence's.
  const std::uint32_t begin =
      reading_.tags[np.begin].pos == Pos::adposition ? np.begin + 1 : np.begin;
  Mention& mention = add(begin, np.complement ? names_[*np.complement].tokens.begin : np.end,
                         MentionKind::nominal, np.role != nullptr ? "nominal-role" : "nominal");
  if (np.complement) {
    // The name behind "de" is a mention of its own; the nominal ends before its link.
    std::uint32_t end = names_[*np.complement].tokens.begin;
    while (end > begin + 1 && (reading_.link(end - 1) != LinkUse::none ||
                               reading_.determiner(end - 1) == DeterminerClass::definite)) {
      --end;
    }
    mention.tokens.end = end;
    mention.span = reading_.span(mention.tokens);
  }
  const std::uint32_t next = mention.tokens.end;
  mention.number = np.plural ? GrammaticalNumber::plural : GrammaticalNumber::singular;
  mention.gender = np.role != nullptr ? rules_.role_rules[np.role->rule].gender
                                      : rules_.noun_rules[np.noun->rule].gender;
  std::uint32_t length = 0;
  const PronounRule* owner = pronoun_rule(np.begin, length);
  if (owner != nullptr && owner->use == PronounUse::possessive) {
    mention.possessor = possessor(*owner, np.begin);
  }
  if (np.plural || np.determiner == DeterminerClass::first_person) return next;
  if (const auto entity = apposed(np)) {
    if (np.noun != nullptr) {
      entities_.learn(*entity, np.noun->rule);
      Presence& presence = entities_.presence(*entity);
      if (presence.country.empty()) presence.country = np.nationality;
    }
    refer(mention, entity);
    return next;
  }
  const RoleTime time =
      np.role != nullptr ? role_time(reading_, sentence_, np.role->begin) : RoleTime::present;
  if (np.determiner == DeterminerClass::indefinite) return next;
  if (time == RoleTime::future || (np.other && time != RoleTime::past)) return next;
  const Place where = place(np.begin, np.end);
  if (np.role != nullptr) {
    const RoleRule& role = rules_.role_rules[np.role->rule];
    std::optional<std::uint32_t> organization = mention.possessor;
    if (np.complement) organization = names_[*np.complement].entity;
    if (organization && entities_.entity(*organization).type == EntityType::person) {
      organization.reset();
    }
    if (!np.complement && np.end > np.role->end) {
      // "le patron du groupe": of the group spoken of.
      for (std::uint32_t i = np.role->end; i < np.end && !organization; ++i) {
        if (reading_.noun_at[i] == 0) continue;
        const PhraseHit& noun = reading_.nouns[reading_.noun_at[i] - 1];
        if (noun.plural || rules_.noun_rules[noun.rule].scope == NounScope::cue) break;
        organization = resolver_.noun(rules_.noun_rules[noun.rule], noun.rule, {}, where);
      }
      if (!organization) return next;
    }
    auto holder = resolver_.role(role, time, organization, where);
    // A spokesman without a name speaks for the house: "la porte-parole de la fédération".
    if (!holder && role.role == spokesperson && time == RoleTime::present) holder = organization;
    refer(mention, holder);
    return next;
  }
  const NounRule& rule = rules_.noun_rules[np.noun->rule];
  if (np.determiner == DeterminerClass::possessive) {
    if (mention.possessor) {
      const auto entity = resolver_.owned(rule, *mention.possessor);
      if (entity != mention.possessor) refer(mention, entity);
    }
    return next;
  }
  // "le groupe de X" is somebody else's, unless X is where it is from.
  if (np.complement && entities_.entity(*names_[*np.complement].entity).type != EntityType::place) {
    return next;
  }
  std::optional<std::uint32_t> entity = resolver_.noun(rule, np.noun->rule, np.nationality, where);
  if (!entity && np.end == np.noun->end && rule.type == EntityType::government &&
      rule.scope == NounScope::specific && rule.field == 0) {
    entity = resolver_.home_government();
  }
  refer(mention, entity);
  return next;
}

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
  entities_.learn(entity, np.noun->rule);
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
  if (reading_.role_at[begin] != 0 && determiner == DeterminerClass::definite &&
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
  if (rules_.lang == "en" || !singular || name_at_[head] != 0 || !reading_.capital(head) ||
      reading_.nationality(head).empty() ||
      (head + 1 < sentence_.end && (name_at_[head + 1] != 0 || reading_.capital(head + 1)))) {
    return at;
  }
  Mention& mention = add(at, head + 1, MentionKind::nominal, "nominal-nationality");
  mention.gender = reading_.tags[head].morphology.gender;
  mention.number = GrammaticalNumber::singular;
  refer(mention,
        resolver_.national(mention.gender, reading_.nationality(head), place(at, head + 1)));
  return head + 1;
}

}  // namespace frise
