// What stands behind a name, what it does, and the list it stands in. Tested in
// tests/unit/entity/name_types_test.cpp.

#include "entity/witness.hpp"

namespace frise {
namespace {

/// Steps back over a list ("A, B et C"); a longer list adds nothing.
constexpr std::uint32_t longest_list = 24;

}  // namespace

void Witness::after() {
  std::uint32_t at = tokens_.end;
  if (at >= sentence_.end) return;
  const std::string_view key = reading_.key(at);
  // "X (NASDAQ: ABCD)"
  if (reading_.is(at, '(') && at + 4 < sentence_.end && reading_.is(at + 2, ':') &&
      reading_.is(at + 4, ')')) {
    say(EntityType::company, 6);
    return;
  }
  if (key == "'s" || key == "'") {
    std::uint32_t rule = 0;
    if (rules_.owned.longest(reading_.words, at + 1, sentence_.end, rule) != 0) {
      say(rules_.owned_things[rule].owner, 4);
    }
    if (at + 1 < sentence_.end && role_over(at + 1) != nullptr) say(EntityType::company, 4);
    return;
  }
  if (rules_.lang == "en") {
    std::uint32_t rule = 0;
    if (role_over(at) != nullptr && !person_like_) say(EntityType::company, 4);
    // "the Dreamliner aircraft", "Velostat pills"
    if (noun_over(at) != nullptr && noun_over(at)->begin == at && !noun_over(at)->plural) {
      const NounRule& noun = rules_.noun_rules[noun_over(at)->rule];
      // "the Guardian newspaper", "the Verdi union"; "Ford unit" is Ford's.
      if (noun.type == EntityType::product || noun.type == EntityType::programme ||
          (noun.scope != NounScope::cue && noun.type != EntityType::place)) {
        say(noun.type, 3);
      }
    }
    if (rules_.owned.longest(reading_.words, at, sentence_.end, rule) != 0) {
      say(rules_.owned_things[rule].owner, 3);
    }
  }
  if (!reading_.is(at, ',') && !reading_.is(at, '(')) return;
  ++at;
  if (at >= sentence_.end) return;
  // "X, 41 ans,", "X, 41, ...", "X, who ...": a person.
  const bool age = reading_.token(at).kind == TokenKind::number && reading_.key(at).size() == 2 &&
                   at + 1 < sentence_.end &&
                   (reading_.is(at + 1, ',') || reading_.key(at + 1) == "ans");
  if (person_like_ && (age || reading_.key(at) == "who")) {
    say(EntityType::person, 5);
    return;
  }
  DeterminerClass determiner = reading_.determiner(at);
  if (determiner != DeterminerClass::none) ++at;
  // "X, a French carmaker"; of an English compound the last noun speaks: "X, a migraine drug".
  const auto describes = [&](std::uint32_t word) {
    if (reading_.is_adjective(word)) return true;
    return rules_.lang == "en" && determiner == DeterminerClass::indefinite &&
           reading_.tags[word].pos == Pos::noun && word + 1 < sentence_.end &&
           noun_over(word + 1) != nullptr;
  };
  for (int steps = 0; steps < 2 && at < sentence_.end && role_over(at) == nullptr &&
                      noun_over(at) == nullptr && describes(at);
       ++steps) {
    ++at;
  }
  if (at >= sentence_.end) return;
  if (const PhraseHit* role = role_over(at); role != nullptr && role->begin == at) {
    if (tokens_.size() > 1 || determiner == DeterminerClass::none) say(EntityType::person, 6);
    if (out_.gender == Gender::unknown) out_.gender = rules_.role_rules[role->rule].gender;
  } else if (const PhraseHit* noun = noun_over(at); noun != nullptr && noun->begin == at) {
    bool apposed = determiner == DeterminerClass::none || determiner == DeterminerClass::indefinite;
    // "X, le constructeur italien, ...": a definite noun that is closed before any verb.
    for (std::uint32_t i = noun->end; !apposed && i < sentence_.end && i < noun->end + 8; ++i) {
      if (reading_.token(i).kind == TokenKind::punctuation) {
        apposed = true;
      } else if (reading_.tags[i].pos == Pos::verb || reading_.tags[i].pos == Pos::auxiliary) {
        break;
      }
    }
    if (!noun->plural) say_noun(*noun, apposed ? 5 : 1);
  }
}

/// "A, B et C ont signé": the verb behind a list is the verb of each of its names.
std::uint32_t Witness::past_list(std::uint32_t at) const {
  std::uint32_t end = at;
  for (int names = 0; names < 5 && at + 1 < sentence_.end; ++names) {
    const bool join = reading_.link(at) == LinkUse::join;
    if (!join && !reading_.is(at, ',')) break;
    std::uint32_t next = at + 1;
    if (reading_.determiner(next) == DeterminerClass::definite) ++next;
    if (next >= sentence_.end || span_at_[next] == 0) break;
    at = spans_[span_at_[next] - 1].tokens.end;
    if (join) end = at;
  }
  return end;
}

void Witness::verbs() {
  const auto subject_of = [&](VerbUse use) {
    if (use == VerbUse::say) {
      say(EntityType::person, !person_like_ ? 1 : given_name(reading_, tokens_.begin) ? 4 : 3);
      say(EntityType::company, 1);
      say(EntityType::organization, 1);
    } else if (use == VerbUse::act) {
      say(EntityType::company, 3);
      say(EntityType::organization, 1);
      if (person_like_) say(EntityType::person, given_name(reading_, tokens_.begin) ? 2 : 1);
    } else if (use == VerbUse::rule) {
      say(EntityType::organization, 2);
      say(EntityType::company, 1);
      if (person_like_) say(EntityType::person, 3);
    }
  };
  const bool of_something =
      tokens_.begin > sentence_.begin && (reading_.link(tokens_.begin - 1) == LinkUse::of ||
                                          reading_.link(tokens_.begin - 1) == LinkUse::to ||
                                          reading_.link(tokens_.begin - 1) == LinkUse::in);
  if (!of_something) {
    const std::uint32_t first = past_list(tokens_.end);
    for (std::uint32_t at = first; at < sentence_.end && at < first + 5; ++at) {
      const Pos pos = reading_.tags[at].pos;
      if (pos == Pos::auxiliary || reading_.verb(at) == VerbUse::modal) continue;
      if (pos == Pos::verb) {
        subject_of(reading_.verb(at));
        break;
      }
      if (pos != Pos::adverb && pos != Pos::pronoun && pos != Pos::particle) break;
    }
  }
  // « ... », explique X
  if (tokens_.begin > sentence_.begin) {
    const std::uint32_t at = tokens_.begin - 1;
    if (reading_.verb(at) == VerbUse::say) {
      say(EntityType::person, person_like_ ? 4 : 1);
      say(EntityType::organization, 1);
      say(EntityType::company, 1);
    }
  }
}

/// "cinq banques : A, B et C": the noun before a list speaks for each of its names.
void Witness::list() {
  std::uint32_t at = tokens_.begin;
  bool in_list = false;
  for (std::uint32_t steps = 0; at > sentence_.begin && steps < longest_list; ++steps) {
    const std::uint32_t before = at - 1;
    if (reading_.is(before, ',') || reading_.tags[before].pos == Pos::coordinating_conjunction) {
      --at;
      in_list = true;
    } else if (span_at_[before] != 0 && at < tokens_.begin) {
      const NameSpan& other = spans_[span_at_[before] - 1];
      if (other.known && in_list) {
        const EntityType type = rules_.entities[*other.known].type;
        if (steps < 4) say(type, 2);
      }
      at = other.tokens.begin;
    } else {
      break;
    }
  }
  std::uint32_t next = tokens_.end;
  if (next + 1 < sentence_.end &&
      (reading_.is(next, ',') || reading_.tags[next].pos == Pos::coordinating_conjunction) &&
      span_at_[next + 1] != 0) {
    const NameSpan& other = spans_[span_at_[next + 1] - 1];
    if (other.known) say(rules_.entities[*other.known].type, 2);
    in_list = true;
  }
  if (!in_list) return;
  int commas = 0;
  for (std::uint32_t back = at; back > sentence_.begin && at - back < 5; --back) {
    if (const PhraseHit* noun = noun_over(back - 1); noun != nullptr) {
      if (noun->plural) say_noun(*noun, 4);
      break;
    }
    if (reading_.is(back - 1, ',') && ++commas > 1) break;  // "trois banques, dont A et B"
  }
}

}  // namespace frise
