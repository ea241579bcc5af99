// One walk over the tokens. Names raise the salience of what they name; a determiner opens a noun
// phrase that may refer (definite, demonstrative, possessive) or may not (indefinite); pronouns are
// looked up, impersonal ones passed over. Tested in tests/unit/entity/reference_test.cpp.

#include "entity/references.hpp"

#include "entity/walker.hpp"

namespace frise {

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
  if (mention.kind == MentionKind::nominal && mention.gender != Gender::unknown) {
    entities_.presence(*entity).spoken = mention.gender;
  }
  speak(*entity, mention.tokens.begin);
}

void Walker::speak(std::uint32_t entity, std::uint32_t token) {
  const bool subject = subject_position(token);
  std::uint32_t first = token;
  if (first > sentence_.begin && reading_.determiner(first - 1) == DeterminerClass::definite)
    --first;
  entities_.presence(entity).governed =
      reading_.link(first) == LinkUse::of ||
      (first > sentence_.begin && reading_.link(first - 1) == LinkUse::of);
  entities_.mention(entity, number_, token, subject);
  // Who acts inside a quotation does not act in the sentence around it.
  if (subject && !quoted(token) && entities_.entity(entity).type != EntityType::place) {
    subject_ = entity;
    acts_in_clause_ = true;
  }
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

bool Walker::quoted(std::uint32_t at) const {
  const auto& quotations = reading_.segmentation.quotations;
  return quotation_ < quotations.size() && quotations[quotation_].tokens.contains(at);
}

Place Walker::place(std::uint32_t at, std::uint32_t after) const {
  Place out;
  out.sentence = number_;
  out.token = at;
  out.subject = subject_;
  out.previous = previous_;
  // "X s'intéresse au groupe": not to itself. Behind "de" it may well be: "l'avenir du groupe".
  if (acts_in_clause_ && clause_has_verb_ && at > sentence_.begin) {
    const LinkUse contraction = reading_.link(at);
    const Pos before = reading_.tags[at - 1].pos;
    const bool argument = before == Pos::verb || before == Pos::auxiliary ||
                          (before == Pos::adposition && reading_.link(at - 1) != LinkUse::of) ||
                          contraction == LinkUse::to;
    const bool owner = after < sentence_.end && reading_.key(after) == "'s";
    out.object = argument && !owner && reading_.verb(at - 1) != VerbUse::say;
  }
  out.quoted = quoted(at);
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

/// "Parquet fédéral", "Banque du Rhône", "Road Agency": the name says what it is.
void Walker::learn_from_name(const Mention& mention) {
  const bool english = rules_.lang == "en";
  const std::uint32_t head = english ? mention.tokens.end - 1 : mention.tokens.begin;
  if (mention.tokens.size() < 2 || reading_.noun_at[head] == 0) return;
  const PhraseHit& hit = reading_.nouns[reading_.noun_at[head] - 1];
  const bool inside = hit.begin >= mention.tokens.begin && hit.end <= mention.tokens.end &&
                      hit.end - hit.begin < mention.tokens.size();
  const NounRule& rule = rules_.noun_rules[hit.rule];
  const auto house = [](EntityType type) {
    return type == EntityType::company || type == EntityType::organization ||
           type == EntityType::government;
  };
  const EntityType type = entities_.entity(*mention.entity).type;
  if (inside && rule.scope != NounScope::cue &&
      (type == rule.type || (house(type) && house(rule.type)))) {
    Presence& presence = entities_.presence(*mention.entity);
    presence.name_noun = hit.rule;
    if (presence.field == 0) presence.field = rule.field;
  }
}

/// "le constructeur français X", "the X jet": the words beside it say what X is.
void Walker::learn_beside(const Mention& mention) {
  Presence& presence = entities_.presence(*mention.entity);
  const auto tells = [&](const PhraseHit& hit) {
    return rules_.noun_rules[hit.rule].type == entities_.entity(*mention.entity).type;
  };
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
    if (hit.end == at && !hit.plural && tells(hit)) {
      entities_.learn(*mention.entity, hit.rule, rule.field);
      if (presence.country.empty()) presence.country = nationality;
      presence.spoken = rule.gender;
    }
  } else if (at > sentence_.begin && reading_.determiner(at - 1) == DeterminerClass::definite) {
    // "le danois X", "la CGT"
    if (presence.country.empty()) presence.country = nationality;
    if (entities_.entity(*mention.entity).type != EntityType::person) {
      presence.spoken = reading_.tags[at - 1].morphology.gender;
    }
  }
  const std::uint32_t next = mention.tokens.end;
  if (next + 1 < sentence_.end && reading_.is(next, ',') && reading_.noun_at[next + 1] != 0) {
    // "X, fabricant de jouets,"
    const PhraseHit& hit = reading_.nouns[reading_.noun_at[next + 1] - 1];
    if (hit.begin == next + 1 && !hit.plural && tells(hit)) {
      entities_.learn(*mention.entity, hit.rule, rules_.noun_rules[hit.rule].field);
    }
  }
  if (rules_.lang == "en" && next < sentence_.end && reading_.noun_at[next] != 0) {
    const PhraseHit& hit = reading_.nouns[reading_.noun_at[next] - 1];
    const bool thing = rules_.noun_rules[hit.rule].type == EntityType::product;
    if (hit.begin == next && thing && tells(hit)) {
      entities_.learn(*mention.entity, hit.rule, rules_.noun_rules[hit.rule].field);
    }
  }
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
  learn_from_name(mention);
  learn_beside(mention);
  if (unplaced_.contains(*mention.entity) && !employers_.contains(*mention.entity)) {
    // "le PDG, X": of the house that the text is about.
    const auto house = resolver_.house(place(mention.tokens.begin, mention.tokens.end));
    if (house) employers_.emplace(*mention.entity, *house);
  }
  speak(*mention.entity, mention.tokens.begin);
}

/// "X, which | it sued": the name that a relative before a word tells of.
std::optional<std::uint32_t> Walker::antecedent(std::uint32_t at) const {
  if (at < sentence_.begin + 2 || !rules_.relatives.contains(reading_.words[at - 1])) return {};
  std::uint32_t name = at - 2;
  if (reading_.is(name, ',') && name > sentence_.begin) --name;
  return name_at_[name] == 0 ? std::nullopt : names_[name_at_[name] - 1].entity;
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
  if (rule->use == PronounUse::first) return first_person(*rule, at, end);
  const bool set_off = at >= sentence_.begin + 2 && reading_.is(at - 1, ',') &&
                       end < sentence_.end && reading_.is(end, ',');
  // "AMD, lui, ..." and "X a, elle, ...": the name beside it.
  if (set_off && name_at_[at - 2] != 0) {
    Mention& mention = add(at, end, MentionKind::pronoun, "pronoun-emphatic");
    mention.gender = rule->gender;
    mention.number = rule->number;
    refer(mention, names_[name_at_[at - 2] - 1].entity);
    return end;
  }
  // "La ministre sera consultée, elle, en mai": says again who was said, and is no one else.
  if (set_off && rules_.lang != "en" && rule->use == PronounUse::subject) return end;
  if (rule->use == PronounUse::object) {
    // "lui" and "eux" stand for themselves behind a preposition only: "avec eux", "pour lui".
    if (rules_.lang != "en" &&
        (at == sentence_.begin || reading_.tags[at - 1].pos != Pos::adposition)) {
      return at;
    }
  } else if (rule->impersonal && is_impersonal(reading_, sentence_, at, end)) {
    return end;
  }
  // An inverted subject has its verb before it: "a-t-il dit".
  Place where = place(at, end);
  if (at > sentence_.begin && reading_.verb(at - 1) == VerbUse::say) where.before_say_verb = true;
  // "a-t-elle": the hyphens and the t are the verb's.
  const std::string_view form = reading_.text(at);
  where.inverted = where.before_say_verb && form.starts_with('-');
  where.told_of = antecedent(at);
  const auto entity = resolver_.pronoun(*rule, where);
  Mention& mention = add(at, end, MentionKind::pronoun, "pronoun");
  if (where.inverted) inverted_.push_back({out_.size() - 1, quotation_});
  if (const auto hyphen = form.rfind('-'); form.starts_with('-')) {
    mention.span.begin += static_cast<std::uint32_t>(hyphen + 1);
  }
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
    acts_in_clause_ = false;
    return at + 1;
  }
  if (rules_.relatives.contains(reading_.words[at])) {
    acts_in_clause_ = false;  // its subject is the word before, or its own
    clause_has_verb_ = false;
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
  acts_in_clause_ = false;
  if (subject_ || sentence_.size() == 0 || !quoted(sentence_.begin)) previous_ = subject_;
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
  resolve_quoted();
  return std::move(out_);
}

std::vector<Mention> find_references(const Reading& reading, const std::vector<Mention>& names,
                                     const std::vector<std::uint32_t>& name_at,
                                     const std::vector<HeldRole>& roles, Register& entities) {
  return Walker{reading, names, name_at, roles, entities}.run();
}

}  // namespace frise
