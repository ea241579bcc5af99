// Noun phrases of the walk whose head is a role or a noun of the tables: appositions, what is
// learned of a name, who is meant. Tested in tests/unit/entity/reference_test.cpp.

#include "entity/walker.hpp"

namespace frise {
namespace {

/// The role, as packs call it, of those who speak for others.
constexpr std::string_view spokesperson = "spokesperson";

Wanted wanted(const NounPhrase& np) { return {np.noun->rule, np.trade, np.nationality, np.detail}; }

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
  std::uint32_t next = np.end + 1;
  if (next < sentence_.end && rules_.titles.contains(reading_.words[next])) ++next;  // "Me X"
  if (next < sentence_.end && reading_.is(np.end, ',') && name_at_[next] != 0) {
    const std::uint32_t behind = names_[name_at_[next] - 1].tokens.end;
    const bool closed =
        behind >= sentence_.end || reading_.token(behind).kind == TokenKind::punctuation;
    if (closed) return suits(name_at_[next] - 1);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Walker::possessor(const PronounRule& rule, std::uint32_t at) {
  PronounRule holder = rule;
  holder.number = rule.plural_possessor ? GrammaticalNumber::plural : GrammaticalNumber::singular;
  Place where = place(at, at);
  where.object = false;  // "X garde son usine": its own
  return resolver_.pronoun(holder, where);
}

/// The text calls the entity by the noun of the phrase.
void Walker::learn(std::uint32_t entity, const NounPhrase& np) {
  if (np.noun == nullptr || np.plural) return;
  entities_.learn(entity, np.noun->rule, np.trade, np.detail);
  Presence& presence = entities_.presence(entity);
  if (presence.country.empty()) presence.country = np.nationality;
}

/// "X est un laboratoire": what the subject is said to be.
std::optional<std::uint32_t> Walker::predicated(const NounPhrase& np) const {
  if (!subject_ || np.noun == nullptr || np.begin == sentence_.begin) return std::nullopt;
  const std::string_view lemma = reading_.tags[np.begin - 1].lemma;
  if (lemma != "être" && lemma != "be" && lemma != "devenir" && lemma != "become") {
    return std::nullopt;
  }
  const EntityType type = entities_.entity(*subject_).type;
  return type == rules_.noun_rules[np.noun->rule].type ? subject_ : std::nullopt;
}

/// The group of "le patron du groupe": a phrase of its own inside the role's.
const PhraseHit* Walker::inner_noun(const NounPhrase& np) const {
  if (np.role == nullptr || np.complement) return nullptr;
  for (std::uint32_t i = np.role->end; i < np.end; ++i) {
    if (reading_.noun_at[i] == 0) continue;
    const PhraseHit& noun = reading_.nouns[reading_.noun_at[i] - 1];
    const bool whole =
        !noun.plural && noun.begin == i && rules_.noun_rules[noun.rule].scope != NounScope::cue;
    return whole ? &noun : nullptr;
  }
  return nullptr;
}

/// Whose role it is, as far as the phrase says.
std::optional<std::uint32_t> Walker::organization_of(const NounPhrase& np, const Place& where,
                                                     std::optional<std::uint32_t> possessor) {
  std::optional<std::uint32_t> organization = possessor;
  if (np.complement) organization = names_[*np.complement].entity;
  if (organization && entities_.entity(*organization).type == EntityType::person) return {};
  if (const PhraseHit* noun = inner_noun(np)) {
    const std::uint16_t trade = rules_.noun_rules[noun->rule].field;
    organization = resolver_.noun({noun->rule, trade, {}, {}}, where);
  }
  return organization;
}

std::optional<std::uint32_t> Walker::role_holder(const NounPhrase& np, const Place& where,
                                                 std::optional<std::uint32_t> organization) {
  const RoleTime time = role_time(reading_, sentence_, np.role->begin);
  if (time == RoleTime::future || (np.other && time != RoleTime::past)) return std::nullopt;
  const bool narrowed = !np.complement && np.end > np.role->end && inner_noun(np) != nullptr;
  if (narrowed && !organization) return std::nullopt;
  const RoleRule& role = rules_.role_rules[np.role->rule];
  const auto holder = resolver_.role(role.role, np.gender, time, organization, where);
  // A spokesman without a name speaks for the house: "la porte-parole de la fédération".
  if (!holder && role.role == spokesperson && time == RoleTime::present) return organization;
  return holder;
}

std::optional<std::uint32_t> Walker::called(const NounPhrase& np, const Place& where,
                                            std::optional<std::uint32_t> possessor) {
  const NounRule& rule = rules_.noun_rules[np.noun->rule];
  if (np.other) return std::nullopt;
  if (np.determiner == DeterminerClass::possessive) {
    if (!possessor) return std::nullopt;
    const auto entity = resolver_.owned(rule, *possessor);
    return entity == possessor ? std::nullopt : entity;
  }
  // Who is quoted says "nous" of his own house, and "la société" of society.
  if (where.quoted && rule.scope == NounScope::generic) return std::nullopt;
  // "le groupe de X" is somebody else's, unless X is where it is from.
  if (np.complement && entities_.entity(*names_[*np.complement].entity).type != EntityType::place) {
    return std::nullopt;
  }
  const auto entity = resolver_.noun(wanted(np), where);
  const bool government = np.end == np.noun->end && rule.type == EntityType::government &&
                          rule.scope == NounScope::specific && rule.field == 0;
  return !entity && government ? resolver_.home_government() : entity;
}

/// "X, présidente du club", "X, the union's secretary": for whom a person beside the phrase speaks.
void Walker::employ(const NounPhrase& np, std::uint32_t organization) {
  if (entities_.entity(organization).type == EntityType::person) return;
  const auto person = [&](std::uint32_t at) {
    return at < sentence_.end && at >= sentence_.begin && name_at_[at] != 0 &&
           entities_.entity(*names_[name_at_[at] - 1].entity).type == EntityType::person;
  };
  const auto hire = [&](std::uint32_t at) {
    employers_.insert_or_assign(*names_[name_at_[at] - 1].entity, organization);
  };
  std::uint32_t begin = np.begin;
  if (np.end + 1 < sentence_.end && reading_.key(np.end) == "'s") {
    std::uint32_t role = np.end + 1;
    if (reading_.role_at[role] == 0 && role + 1 < sentence_.end) ++role;
    if (reading_.role_at[role] == 0) return;
    std::uint32_t behind = reading_.roles[reading_.role_at[role] - 1].end;
    if (behind < sentence_.end && reading_.is(behind, ',')) ++behind;
    if (person(behind)) return hire(behind);
  } else {
    // "du" is a link and an article in one.
    if (begin > sentence_.begin && reading_.link(begin) != LinkUse::of) --begin;
    if (reading_.link(begin) != LinkUse::of || begin == sentence_.begin ||
        reading_.role_at[begin - 1] == 0) {
      return;
    }
    begin = reading_.roles[reading_.role_at[begin - 1] - 1].begin;
    if (begin > sentence_.begin && reading_.determiner(begin - 1) != DeterminerClass::none) --begin;
  }
  if (begin >= sentence_.begin + 2 && reading_.is(begin - 1, ',') && person(begin - 2)) {
    hire(begin - 2);
  }
}

/// "les deux groupes": the last two houses spoken of, when no third is as near. A noun that tells
/// more than that it is a house ("the two carmakers") is left alone, since that is not known of
/// both.
std::optional<std::pair<std::uint32_t, std::uint32_t>> Walker::both(const NounPhrase& np) const {
  constexpr std::uint32_t longest_memory = 3;  // sentences
  if (!np.pair || np.other || np.complement || np.noun == nullptr ||
      np.determiner != DeterminerClass::definite) {
    return std::nullopt;
  }
  const NounRule& rule = rules_.noun_rules[np.noun->rule];
  if (rule.type != EntityType::company || rule.scope != NounScope::generic) return std::nullopt;
  std::vector<std::uint32_t> houses;
  for (const std::uint32_t entity : entities_.recent()) {
    const EntityType type = entities_.entity(entity).type;
    if (type == EntityType::company || type == EntityType::organization) houses.push_back(entity);
  }
  if (houses.size() < 2) return std::nullopt;
  const auto last = [this](std::uint32_t entity) { return entities_.presence(entity).sentence; };
  if (number_ - last(houses[1]) > longest_memory) return std::nullopt;
  if (houses.size() > 2 && last(houses[2]) == last(houses[1])) return std::nullopt;
  return std::minmax(houses[0], houses[1]);
}

std::uint32_t Walker::nominal(const NounPhrase& np) {
  // "la startup X": the name is the mention, and the noun is learned of it.
  if (np.end < sentence_.end && name_at_[np.end] != 0 && !np.complement) {
    const std::uint32_t named = *names_[name_at_[np.end] - 1].entity;
    if (np.noun != nullptr &&
        rules_.noun_rules[np.noun->rule].type == entities_.entity(named).type) {
      learn(named, np);
    }
    return np.begin + 1;
  }
  if (const std::uint32_t end = court(np); end != np.begin) return end;
  const bool cue = np.noun != nullptr && rules_.noun_rules[np.noun->rule].scope == NounScope::cue;
  if (cue && np.determiner != DeterminerClass::possessive) return np.begin + 1;
  // "du groupe": the preposition in "du" is the sentence's.
  const std::uint32_t begin =
      reading_.tags[np.begin].pos == Pos::adposition ? np.begin + 1 : np.begin;
  Mention mention;
  mention.number = np.plural ? GrammaticalNumber::plural : GrammaticalNumber::singular;
  mention.gender = np.gender;
  std::uint32_t length = 0;
  const PronounRule* owner = pronoun_rule(np.begin, length);
  if (owner != nullptr && owner->use == PronounUse::possessive) {
    mention.possessor = possessor(*owner, np.begin);
  }
  const Place where = place(np.begin, np.end);
  std::uint32_t end = np.end;
  std::optional<std::uint32_t> entity;
  std::optional<std::uint32_t> second;
  if (const auto two = both(np)) {
    entity = two->first;
    second = two->second;
  }
  if (!np.plural && np.determiner != DeterminerClass::first_person) {
    std::optional<std::uint32_t> organization;
    if (np.role != nullptr) organization = organization_of(np, where, mention.possessor);
    entity = apposed(np);
    if (!entity && np.role != nullptr) {  // "la ministre des Transports, X,"
      const auto holder = holders_.find(np.role->begin);
      if (holder != holders_.end()) entity = holder->second;
    }
    if (entity) learn(*entity, np);
    if (np.determiner == DeterminerClass::indefinite) {
      const auto subject = predicated(np);
      if (subject) learn(*subject, np);
      if (!entity && !subject && np.noun != nullptr) {
        resolver_.stranger(wanted(np), where);
      }
    } else if (!entity) {
      entity = np.role != nullptr ? role_holder(np, where, organization)
                                  : called(np, where, mention.possessor);
    }
    if (entity && np.noun != nullptr) {
      employ(np, *entity);
      entities_.learn_trade(*entity, np.trade);
    }
    if (entity && organization && entity != organization) employers_[*entity] = *organization;
    if (organization && inner_noun(np) != nullptr) end = inner_noun(np)->begin;
  }
  // A thing that nothing names is told by its words, as any other noun is.
  if (!entity && !mention.possessor && np.noun != nullptr &&
      rules_.noun_rules[np.noun->rule].type == EntityType::product) {
    return np.begin + 1;
  }
  // A name or a group behind "de" is a mention of its own; the nominal ends before its link.
  if (np.complement) end = names_[*np.complement].tokens.begin;
  while (end < np.end && end > begin + 1 &&
         (reading_.link(end - 1) != LinkUse::none ||
          reading_.determiner(end - 1) == DeterminerClass::definite)) {
    --end;
  }
  Mention& out =
      add(begin, end, MentionKind::nominal, np.role != nullptr ? "nominal-role" : "nominal");
  out.number = mention.number;
  out.gender = mention.gender;
  out.possessor = mention.possessor;
  out.second = second;
  if (second) speak(*second, out.tokens.begin);
  refer(out, entity);
  if (np.determiner == DeterminerClass::first_person && where.quoted) {
    const bool house = np.noun != nullptr && !np.plural &&
                       rules_.noun_rules[np.noun->rule].type == EntityType::company &&
                       rules_.noun_rules[np.noun->rule].scope == NounScope::generic;
    first_persons_.push_back({out_.size() - 1, quotation_, true, house});
  }
  return end;
}

}  // namespace frise
