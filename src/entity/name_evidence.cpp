// Each cue adds points to the kinds it speaks for; nothing is decided here. The cues are those of
// McDonald's internal and external evidence (1993): words inside the name, titles and nouns before
// it, appositions after it, verbs it is the subject of, and the list it stands in. Tested in
// tests/unit/entity/name_types_test.cpp.

#include "entity/name_evidence.hpp"

namespace frise {
namespace {

using Impl = EntityRules::Impl;

/// Steps back over a list ("A, B et C"); a longer list adds nothing.
constexpr std::uint32_t longest_list = 24;

class Witness {
 public:
  Witness(const Reading& reading, const std::vector<NameSpan>& spans,
          const std::vector<std::uint32_t>& span_at, const NameSpan& span)
      : reading_{reading},
        rules_{reading.rules},
        spans_{spans},
        span_at_{span_at},
        tokens_{span.tokens},
        sentence_{reading.sentence_tokens(span.sentence)},
        person_like_{looks_like_person(reading, span.tokens)} {}

  NameEvidence hear();

 private:
  void inside();
  void article();
  void before();
  void place();
  void after();
  void verbs();
  void list();
  [[nodiscard]] std::uint32_t past_list(std::uint32_t at) const;

  void say(EntityType type, int points) { out_.scores.add(type, points); }
  void say_noun(const PhraseHit& hit, int points);
  [[nodiscard]] const PhraseHit* role_over(std::uint32_t at) const {
    return reading_.role_at[at] == 0 ? nullptr : &reading_.roles[reading_.role_at[at] - 1];
  }
  [[nodiscard]] const PhraseHit* noun_over(std::uint32_t at) const {
    return reading_.noun_at[at] == 0 ? nullptr : &reading_.nouns[reading_.noun_at[at] - 1];
  }
  [[nodiscard]] bool has_digit() const {
    for (std::uint32_t at = tokens_.begin; at < tokens_.end; ++at) {
      if (reading_.token(at).is(shape_has_digit) || reading_.token(at).kind == TokenKind::number) {
        return true;
      }
    }
    return false;
  }
  [[nodiscard]] bool opening_quote(std::uint32_t at) const {
    const std::string_view key = reading_.key(at);
    return key == "«" || key == "\"" || key == "“" || key == "‘" || key == "'";
  }

  const Reading& reading_;
  const Impl& rules_;
  const std::vector<NameSpan>& spans_;
  const std::vector<std::uint32_t>& span_at_;
  TokenRange tokens_;
  TokenRange sentence_;
  bool person_like_;
  NameEvidence out_;
};

void Witness::say_noun(const PhraseHit& hit, int points) {
  const NounRule& rule = rules_.noun_rules[hit.rule];
  if (rule.type == EntityType::product && hit.plural) {
    // "les voitures Renault" names the maker, "les puces A100" the thing.
    say(has_digit() ? EntityType::product : EntityType::company, 2);
    return;
  }
  say(rule.type, rule.type == EntityType::product ? points - 2 : points);
}

void Witness::inside() {
  const std::uint32_t first = tokens_.begin;
  const std::uint32_t last = tokens_.end - 1;
  const bool many = tokens_.size() > 1;
  const auto word = [&](std::uint32_t at) -> const OrganizationWord* {
    const auto found = rules_.organization_words.find(reading_.words[at]);
    return found == rules_.organization_words.end() ? nullptr : &found->second;
  };
  if (const OrganizationWord* end = word(last); many && end != nullptr && end->end) {
    say(end->type, end->legal ? 8 : 5);
  }
  if (const OrganizationWord* head = word(first); head != nullptr && head->head) {
    say(head->type, many ? 6 : 3);
  }
  for (std::uint32_t at = first; at < tokens_.end; ++at) {
    if (reading_.is(at, '&')) say(EntityType::company, 3);
  }
  if (first > sentence_.begin) {
    const std::uint64_t previous = reading_.words[first - 1];
    const auto strip = rules_.organization_words.find(previous);
    if (strip != rules_.organization_words.end() && strip->second.strip &&
        reading_.capital(first - 1)) {
      say(strip->second.type, 6);
    }
  }
  if (has_digit()) say(EntityType::product, many ? 4 : 3);
  const Token& only = reading_.token(first);
  if (!many && only.is(shape_all_caps) && reading_.key(first).size() <= 6) {
    say(EntityType::company, 1);
    say(EntityType::organization, 1);
  }
  if (!many && only.is(shape_mixed_case)) {
    // "OpenAI" is a company, "iPhone" what one makes.
    say(only.is(shape_capitalised) ? EntityType::company : EntityType::product, 2);
  }
  std::uint32_t rule = 0;
  const bool town =
      rules_.towns.longest(reading_.words, first, tokens_.end, rule) == tokens_.size();
  if (town) say(EntityType::place, 2);
  if (many) {
    const std::uint64_t country = reading_.words[last];
    const auto node = rules_.names.step(PhraseTrie::root, country);
    if (node != PhraseTrie::none && !rules_.names.values(node).empty()) {
      const KnownName& name = rules_.known_names[rules_.names.values(node).front()];
      // "HP France"
      if (rules_.entities[name.entity].type == EntityType::place) say(EntityType::company, 3);
    }
  }
  if (const auto gender = given_name(reading_, first)) {
    if (many ? person_like_ : !town && !reading_.is_common(first)) {
      say(EntityType::person, many ? 6 : 3);
      out_.gender = *gender;
    }
  } else if (many && person_like_ && is_strange(reading_, tokens_)) {
    // English companies are called so as often.
    say(EntityType::person, rules_.lang == "en" ? 1 : 2);
  }
  // "787 Dreamliner"
  if (!many && first > sentence_.begin && reading_.key(first).size() > 2 &&
      reading_.token(first).is(shape_space_before) &&
      reading_.token(first - 1).kind == TokenKind::number && reading_.key(first - 1).size() <= 4 &&
      reading_.tags[first].morphology.number != GrammaticalNumber::plural) {
    say(EntityType::product, 4);
  }
}

/// "la DGAC", "the FCA": an article before a name that no noun follows. French companies and people
/// go without one, English ones too.
void Witness::article() {
  const std::uint32_t first = tokens_.begin;
  if (first == sentence_.begin || has_digit() ||
      (reading_.determiner(first - 1) != DeterminerClass::definite &&
       reading_.determiner(first - 1) != DeterminerClass::contracted)) {
    return;
  }
  const std::uint32_t next = tokens_.end;
  const bool noun_follows =
      next < sentence_.end &&
      (reading_.tags[next].pos == Pos::noun || reading_.tags[next].pos == Pos::proper_noun ||
       reading_.noun_at[next] != 0 || reading_.role_at[next] != 0);
  if (noun_follows) return;
  const bool acronym = tokens_.size() == 1 && reading_.token(first).is(shape_all_caps);
  const bool plural = reading_.key(first - 1) == "les" || reading_.key(first - 1) == "des";
  say(EntityType::organization, acronym ? 3 : plural ? 2 : 1);
  if (person_like_) say(EntityType::person, -2);  // "les", "the": nobody's own name
}

/// "à X", "en X", "in X": where something is, unless the clause gives something to X.
void Witness::place() {
  const std::uint32_t at = tokens_.begin - 1;
  const LinkUse link = reading_.link(at);
  if (link != LinkUse::in && link != LinkUse::to) return;
  std::uint32_t rule = 0;
  const bool owned =
      at > sentence_.begin && rules_.owned.longest(reading_.words, at - 1, at, rule) == 1;
  if (owned && rules_.lang == "en") {  // "a stake in X"
    say(rules_.owned_things[rule].owner, 4);
    return;
  }
  bool given = false;
  for (std::uint32_t back = at; back > sentence_.begin && at - back < 14 && !given; --back) {
    given = rules_.giving.contains(hash_word(reading_.tags[back - 1].lemma));
  }
  const int points = link == LinkUse::in ? 3 : rules_.lang == "en" ? 1 : 2;
  say(EntityType::place, given ? 1 : points);
}

void Witness::before() {
  if (tokens_.begin == sentence_.begin) return;
  std::uint32_t at = tokens_.begin - 1;
  if (opening_quote(at) && at > sentence_.begin) --at;
  if (const auto title = rules_.titles.find(reading_.words[at]); title != rules_.titles.end()) {
    say(EntityType::person, 8);
    out_.gender = title->second;
    return;
  }
  if (reading_.is(at, '.') && at > sentence_.begin) {  // "M." cut in two
    const auto title_word = rules_.titles.find(reading_.words[at - 1]);
    if (title_word != rules_.titles.end() && reading_.capital(at - 1)) {
      say(EntityType::person, 8);
      out_.gender = title_word->second;
      return;
    }
  }
  // "la startup X", "le constructeur italien X", "le PDG américain X"
  std::uint32_t cue = at;
  for (int steps = 0; steps < 3 && cue > sentence_.begin && noun_over(cue) == nullptr &&
                      role_over(cue) == nullptr && reading_.is_adjective(cue);
       ++steps) {
    --cue;
  }
  // "le fabricant de batteries X": back over "de" and plain nouns to the head.
  if (noun_over(cue) == nullptr && role_over(cue) == nullptr) {
    bool of = false;
    for (std::uint32_t back = cue; back > sentence_.begin && cue - back < 5; --back) {
      const Pos pos = reading_.tags[back].pos;
      if (noun_over(back) != nullptr && noun_over(back)->end == back + 1) {
        if (of) cue = back;
        break;
      }
      if (span_at_[back] != 0) break;
      const bool link = reading_.link(back) == LinkUse::of;
      of = link;
      if (!link && pos != Pos::noun && !reading_.is_adjective(back)) break;
    }
  }
  if (const PhraseHit* role = role_over(cue); role != nullptr && role->end == cue + 1) {
    say(EntityType::person, tokens_.size() > 1 ? 7 : 5);
    if (out_.gender == Gender::unknown) out_.gender = rules_.role_rules[role->rule].gender;
    return;
  }
  if (const PhraseHit* noun = noun_over(cue); noun != nullptr && noun->end == cue + 1) {
    say_noun(*noun, 6);
    return;
  }
  // "le PDG de X", "analyste à X", "la ville de X", "les salariés de X", "l'action X"
  std::uint32_t owner = at;
  if (reading_.determiner(owner) == DeterminerClass::definite && owner > sentence_.begin &&
      reading_.link(owner - 1) != LinkUse::none) {
    --owner;
  }
  const LinkUse link = reading_.link(owner);
  // "du" and "des" are a link and an article in one.
  const bool linked = link == LinkUse::of || link == LinkUse::at || link == LinkUse::house ||
                      link == LinkUse::to || link == LinkUse::in;
  const std::uint32_t head = linked && owner > sentence_.begin ? owner - 1 : at;
  if (linked && owner > sentence_.begin) {
    if (const PhraseHit* role = role_over(head); role != nullptr && role->end == head + 1) {
      const std::string& kind = rules_.role_rules[role->rule].role;
      if (kind != "minister" && kind != "official" && kind != "player") {
        say(EntityType::company, 4);
        say(EntityType::organization,
            kind == "secretary_general" || kind == "representative" ? 5 : 3);
      }
    }
    const PhraseHit* noun = noun_over(head);
    if (noun != nullptr && noun->end == head + 1 && link == LinkUse::of &&
        rules_.noun_rules[noun->rule].type == EntityType::place) {
      say(EntityType::place, 6);
    }
  }
  for (std::uint32_t length = 1; length <= 3 && head + 1 >= sentence_.begin + length; ++length) {
    std::uint32_t rule = 0;
    const std::uint32_t begin = head + 1 - length;
    if (rules_.owned.longest(reading_.words, begin, head + 1, rule) == length &&
        (link == LinkUse::of || head == at)) {
      say(rules_.owned_things[rule].owner, person_like_ ? 2 : 4);
      break;
    }
  }
  if (link == LinkUse::house) say(EntityType::company, 4);
  if (owner == at && link == LinkUse::by) say(EntityType::company, 3);
  if (owner == at && link == LinkUse::on) say(EntityType::product, 3);
  if (owner == at && link == LinkUse::called) say(EntityType::product, 3);
  // "X, de la CGT, ...": where a person comes from
  if (link == LinkUse::of && owner >= sentence_.begin + 2 && reading_.is(owner - 1, ',') &&
      span_at_[owner - 2] != 0 &&
      given_name(reading_, spans_[span_at_[owner - 2] - 1].tokens.begin)) {
    say(EntityType::organization, 4);
  }
  if (owner == at) place();
  // "la fédération des banques, X,"
  if (reading_.is(at, ',') && !person_like_) {
    for (std::uint32_t back = at; back > sentence_.begin && at - back < 6; --back) {
      if (const PhraseHit* noun = noun_over(back - 1); noun != nullptr) {
        const bool definite = noun->begin > sentence_.begin &&
                              reading_.determiner(noun->begin - 1) == DeterminerClass::definite;
        if (definite && !noun->plural && tokens_.end < sentence_.end &&
            reading_.is(tokens_.end, ',')) {
          say_noun(*noun, 5);
        }
        break;
      }
      if (reading_.is(back - 1, ',') || span_at_[back - 1] != 0) break;
    }
  }
  // "le PDG d'OpenAI, X": a role that began before the comma
  if (reading_.is(at, ',') && person_like_) {
    for (std::uint32_t back = at; back > sentence_.begin && at - back < 10; --back) {
      if (role_over(back - 1) != nullptr) {
        say(EntityType::person, 4);
        break;
      }
      if (reading_.is(back - 1, ',')) break;
    }
  }
}

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
    if (noun_over(at) != nullptr && noun_over(at)->begin == at &&
        rules_.noun_rules[noun_over(at)->rule].type == EntityType::product &&
        !noun_over(at)->plural) {
      say(EntityType::product, 3);
    }
    if (rules_.owned.longest(reading_.words, at, sentence_.end, rule) != 0) {
      say(rules_.owned_things[rule].owner, 3);
    }
  }
  if (!reading_.is(at, ',') && !reading_.is(at, '(')) return;
  ++at;
  if (at >= sentence_.end) return;
  DeterminerClass determiner = reading_.determiner(at);
  if (determiner != DeterminerClass::none) ++at;
  for (int steps = 0; steps < 2 && at < sentence_.end && role_over(at) == nullptr &&
                      noun_over(at) == nullptr && reading_.is_adjective(at);
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

NameEvidence Witness::hear() {
  inside();
  article();
  before();
  after();
  list();
  out_.told = out_.scores;
  verbs();
  return out_;
}

}  // namespace

NameEvidence evidence_for(const Reading& reading, const std::vector<NameSpan>& spans,
                          const std::vector<std::uint32_t>& span_at, const NameSpan& span) {
  return Witness{reading, spans, span_at, span}.hear();
}

}  // namespace frise
