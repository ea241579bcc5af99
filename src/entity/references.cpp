// One walk over the tokens. Names raise the salience of what they name; a determiner opens a noun
// phrase that may refer (definite, demonstrative, possessive) or may not (indefinite); pronouns are
// looked up, impersonal ones passed over. Tested in tests/unit/entity/reference_test.cpp.

#include "entity/references.hpp"

#include "entity/noun_phrase.hpp"
#include "entity/resolver.hpp"

#include <algorithm>

namespace frise {
namespace {

using Impl = EntityRules::Impl;

class Walker {
 public:
  Walker(const Reading& reading, const std::vector<Mention>& names,
         const std::vector<std::uint32_t>& name_at, const std::vector<HeldRole>& roles,
         Register& entities)
      : reading_{reading},
        rules_{reading.rules},
        names_{names},
        name_at_{name_at},
        entities_{entities},
        resolver_{reading, roles, entities} {}

  std::vector<Mention> run();

 private:
  void sentence(std::uint32_t number);
  std::uint32_t token(std::uint32_t at);
  void name(const Mention& mention);
  std::uint32_t nominal(const NounPhrase& np);
  std::uint32_t possessed(std::uint32_t at);
  std::uint32_t speaker(std::uint32_t at);
  std::uint32_t national(std::uint32_t at);
  std::uint32_t pronoun(std::uint32_t at);
  [[nodiscard]] const PronounRule* pronoun_rule(std::uint32_t at, std::uint32_t& length) const;
  [[nodiscard]] bool subject_position(std::uint32_t begin) const;
  [[nodiscard]] std::optional<std::uint32_t> apposed(const NounPhrase& np) const;
  [[nodiscard]] std::optional<std::uint32_t> possessor(const PronounRule& rule, std::uint32_t at);
  [[nodiscard]] Place place(std::uint32_t at, std::uint32_t after) const;
  Mention& add(std::uint32_t begin, std::uint32_t end, MentionKind kind, const char* rule);
  void speak(std::uint32_t entity, std::uint32_t token);
  void refer(Mention& mention, std::optional<std::uint32_t> entity);

  const Reading& reading_;
  const Impl& rules_;
  const std::vector<Mention>& names_;
  const std::vector<std::uint32_t>& name_at_;
  Register& entities_;
  Resolver resolver_;
  std::vector<Mention> out_;
  TokenRange sentence_;
  std::uint32_t number_ = 0;
  bool clause_has_verb_ = false;
  std::optional<std::uint32_t> subject_;   ///< of this sentence so far
  std::optional<std::uint32_t> previous_;  ///< of the sentence before
  std::size_t quotation_ = 0;
};

Mention& Walker::add(std::uint32_t begin, std::uint32_t end, MentionKind kind, const char* rule) {
  Mention mention;
  mention.tokens = {begin, end};
  mention.span = reading_.span(mention.tokens);
  mention.kind = kind;
  mention.rule = rules_.lang + "/entity/" + rule;
  out_.push_back(std::move(mention));
  return out_.back();
}

void Walker::refer(Mention& mention, std::optional<std::uint32_t> entity) {
  if (!entity) return;
  mention.entity = entity;
  speak(*entity, mention.tokens.begin);
}

void Walker::speak(std::uint32_t entity, std::uint32_t token) {
  const bool subject = subject_position(token);
  entities_.mention(entity, number_, token, subject);
  if (subject && entities_.entity(entity).type != EntityType::place) subject_ = entity;
}

/// Before the verb of its clause and behind no preposition.
bool Walker::subject_position(std::uint32_t begin) const {
  // « ... », explique X
  if (begin > sentence_.begin && reading_.verb(begin - 1) == VerbUse::say &&
      reading_.tags[begin - 1].morphology.verb_form != VerbForm::infinitive) {
    return true;
  }
  if (clause_has_verb_) return false;
  std::uint32_t at = begin;
  while (at > sentence_.begin && begin - at < 4) {
    const std::uint32_t before = at - 1;
    if (reading_.tags[before].pos == Pos::adposition) return false;
    const LinkUse link = reading_.link(before);
    if (link == LinkUse::of || link == LinkUse::to || link == LinkUse::in ||
        link == LinkUse::house || link == LinkUse::by) {
      return false;
    }
    if (reading_.determiner(before) == DeterminerClass::none && !reading_.is_adjective(before))
      break;
    --at;
  }
  return true;
}

Place Walker::place(std::uint32_t at, std::uint32_t after) const {
  Place out{number_, at, false, false, subject_, previous_};
  const auto& quotations = reading_.segmentation.quotations;
  out.quoted = quotation_ < quotations.size() && quotations[quotation_].tokens.contains(at);
  for (std::uint32_t i = after; i < sentence_.end && i < after + 5; ++i) {
    const VerbUse verb = reading_.verb(i);
    if (verb != VerbUse::none) {
      out.before_say_verb = verb == VerbUse::say;
      break;
    }
    const Pos pos = reading_.tags[i].pos;
    if (pos != Pos::auxiliary && pos != Pos::adverb && pos != Pos::pronoun &&
        pos != Pos::particle) {
      break;
    }
  }
  return out;
}

void Walker::name(const Mention& mention) {
  Presence& presence = entities_.presence(*mention.entity);
  const Token& last = reading_.token(mention.tokens.end - 1);
  const std::string_view key = reading_.segmentation.key(last);
  presence.plural =
      entities_.entity(*mention.entity).type == EntityType::sector &&
      (reading_.tags[mention.tokens.begin].morphology.number == GrammaticalNumber::plural ||
       (mention.tokens.size() == 1 && key.size() > 3 && key.back() == 's'));
  if (entities_.entity(*mention.entity).type == EntityType::sector) {
    presence.gender = reading_.tags[mention.tokens.begin].morphology.gender;
  }
  // "le constructeur français X" says what X is.
  std::uint32_t at = mention.tokens.begin;
  std::string_view nationality;
  while (at > sentence_.begin && mention.tokens.begin - at < 3 && reading_.noun_at[at - 1] == 0 &&
         reading_.is_adjective(at - 1)) {
    --at;
    if (nationality.empty()) nationality = reading_.nationality(at);
  }
  if (at > sentence_.begin && reading_.noun_at[at - 1] != 0) {
    const PhraseHit& hit = reading_.nouns[reading_.noun_at[at - 1] - 1];
    const NounRule& rule = rules_.noun_rules[hit.rule];
    if (hit.end == at && !hit.plural && rule.type == entities_.entity(*mention.entity).type) {
      entities_.learn(*mention.entity, hit.rule);
      if (presence.country.empty()) presence.country = nationality;
    }
  }
  speak(*mention.entity, mention.tokens.begin);
}

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
  if (np.determiner == DeterminerClass::indefinite || np.other) return next;
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
    refer(mention, resolver_.role(role, organization, where));
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
      rule.scope == NounScope::specific) {
    entity = resolver_.home_government();
  }
  refer(mention, entity);
  return next;
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

const PronounRule* Walker::pronoun_rule(std::uint32_t at, std::uint32_t& length) const {
  std::uint32_t rule = 0;
  length = rules_.pronouns.longest(reading_.words, at, sentence_.end, rule);
  return length == 0 ? nullptr : &rules_.pronoun_rules[rule];
}

std::uint32_t Walker::pronoun(std::uint32_t at) {
  std::uint32_t length = 0;
  const PronounRule* rule = pronoun_rule(at, length);
  if (rule == nullptr || rule->use == PronounUse::possessive) return at;
  const std::uint32_t end = at + length;
  // "AMD, lui, ..." and "X a, elle, ...": the name beside it.
  if (at >= sentence_.begin + 2 && reading_.is(at - 1, ',') && name_at_[at - 2] != 0 &&
      end < sentence_.end && reading_.is(end, ',')) {
    Mention& mention = add(at, end, MentionKind::pronoun, "pronoun-emphatic");
    mention.gender = rule->gender;
    mention.number = rule->number;
    refer(mention, names_[name_at_[at - 2] - 1].entity);
    return end;
  }
  if (rule->use == PronounUse::object) {
    // "lui" and "eux" stand for themselves behind a preposition only: "avec eux", "pour lui".
    if (rules_.lang != "en" &&
        (at == sentence_.begin || reading_.tags[at - 1].pos != Pos::adposition)) {
      return at;
    }
  } else if (is_impersonal(reading_, sentence_, at, end)) {
    return end;
  }
  // An inverted subject has its verb before it: "a-t-il dit".
  Place where = place(at, end);
  if (at > sentence_.begin && reading_.verb(at - 1) == VerbUse::say) where.before_say_verb = true;
  const auto entity = resolver_.pronoun(*rule, where);
  Mention& mention = add(at, end, MentionKind::pronoun, "pronoun");
  mention.gender = rule->gender;
  mention.number = rule->number;
  refer(mention, entity);
  return end;
}

std::uint32_t Walker::token(std::uint32_t at) {
  if (name_at_[at] != 0) {
    const Mention& mention = names_[name_at_[at] - 1];
    name(mention);
    return mention.tokens.end;
  }
  const WordTag& tag = reading_.tags[at];
  if ((tag.pos == Pos::verb || tag.pos == Pos::auxiliary) &&
      tag.morphology.verb_form == VerbForm::finite) {
    clause_has_verb_ = true;
  }
  if (tag.pos == Pos::subordinating_conjunction || reading_.is(at, ';') || reading_.is(at, ':') ||
      tag.pos == Pos::coordinating_conjunction) {
    clause_has_verb_ = false;
    return at + 1;
  }
  if (!reading_.is_word(at)) return at + 1;
  if (const std::uint32_t end = speaker(at); end != at) return end;
  if (reading_.determiner(at) != DeterminerClass::none) {
    if (const auto np = noun_phrase_at(reading_, {names_, name_at_}, sentence_, at))
      return nominal(*np);
    if (const std::uint32_t end = national(at); end != at) return end;
    if (reading_.determiner(at) == DeterminerClass::possessive) return possessed(at);
  }
  if (const std::uint32_t end = pronoun(at); end != at) return end;
  return at + 1;
}

void Walker::sentence(std::uint32_t number) {
  number_ = number;
  sentence_ = reading_.sentence_tokens(number);
  clause_has_verb_ = false;
  previous_ = subject_;
  subject_.reset();
  const auto& quotations = reading_.segmentation.quotations;
  for (std::uint32_t at = sentence_.begin; at < sentence_.end;) {
    while (quotation_ < quotations.size() && quotations[quotation_].tokens.end <= at) ++quotation_;
    at = token(at);
  }
}

std::vector<Mention> Walker::run() {
  for (std::uint32_t number = 0; number < reading_.traits.size(); ++number) {
    if (!reading_.traits[number].furniture) sentence(number);
  }
  return std::move(out_);
}

}  // namespace

std::vector<Mention> find_references(const Reading& reading, const std::vector<Mention>& names,
                                     const std::vector<std::uint32_t>& name_at,
                                     const std::vector<HeldRole>& roles, Register& entities) {
  return Walker{reading, names, name_at, roles, entities}.run();
}

}  // namespace frise
