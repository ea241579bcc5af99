// Each cue adds points to the kinds it speaks for; nothing is decided here. The cues are those of
// McDonald's internal and external evidence (1993): words inside the name, titles and nouns before
// it; appositions after it, verbs it is the subject of and the list it stands in are heard in
// name_surroundings.cpp. Tested in tests/unit/entity/name_types_test.cpp.

#include "entity/witness.hpp"

namespace frise {

void Witness::say_noun(const PhraseHit& hit, int points) {
  const NounRule& rule = rules_.noun_rules[hit.rule];
  if (rule.type == EntityType::product && hit.plural) {
    // "les voitures Renault" names the maker, "les puces A100" the thing.
    say(has_digit() ? EntityType::product : EntityType::company, 2);
    return;
  }
  say(rule.type, rule.type == EntityType::product ? points - 2 : points);
}

/// "une offre de X", "les puces de X", "la filiale de X": whose it is.
void Witness::made_by(const PhraseHit& hit) {
  const NounRule& noun = rules_.noun_rules[hit.rule];
  const bool relation = noun.type == EntityType::company && noun.scope == NounScope::cue;
  if (noun.type == EntityType::product || relation) say(EntityType::company, 3);
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
  // "Bourg-en-Bresse", "Châlons-sur-Saône": what towns are called.
  for (const std::string_view inner : {"-sur-", "-en-", "-lès-", "-sous-", "-les-", "-upon-"}) {
    if (!many && reading_.key(first).find(inner) != std::string_view::npos) {
      say(EntityType::place, 4);
    }
  }
  // « Les Marées »: a title.
  if (many && !person_like_ && first > sentence_.begin && opening_quote(first - 1) &&
      tokens_.end < sentence_.end &&
      (reading_.key(tokens_.end) == "»" || reading_.key(tokens_.end) == "”")) {
    say(EntityType::product, 2);
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
        // "le tribunal de X" sits in X.
        // "le tribunal de X", "une offre de X": X is not what the noun says, save of works and
        // sites.
        const bool of_name = cue == at && reading_.link(at) == LinkUse::of &&
                             rules_.noun_rules[noun_over(back)->rule].type != EntityType::programme;
        if (of && !of_name) cue = back;
        if (of && of_name && back + 1 == cue) made_by(*noun_over(back));
        break;
      }
      if (span_at_[back] != 0) break;
      const bool link = reading_.link(back) == LinkUse::of;
      of = link;
      if (!link && pos != Pos::noun && !reading_.is_adjective(back)) break;
    }
  }
  if (const PhraseHit* role = role_over(cue); role != nullptr && role->end == cue + 1) {
    // "l'élu UBN Odrick Valmeraud": the acronym is where the person comes from.
    if (tokens_.size() == 1 && reading_.token(tokens_.begin).is(shape_all_caps) &&
        tokens_.end < sentence_.end && span_at_[tokens_.end] != 0) {
      say(EntityType::organization, 4);
      return;
    }
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
  if (owner == at && link == LinkUse::on) {  // a platform, or whose it is
    say(EntityType::product, 2);
    say(EntityType::company, 2);
  }
  if (owner == at && link == LinkUse::called) say(EntityType::product, 3);
  // "X, de la CGT, ...": where a person comes from
  if (link == LinkUse::of && owner >= sentence_.begin + 2 && reading_.is(owner - 1, ',') &&
      span_at_[owner - 2] != 0 &&
      given_name(reading_, spans_[span_at_[owner - 2] - 1].tokens.begin)) {
    say(EntityType::organization, 4);
  }
  if (owner == at) place();
  if (reading_.is(at, ',') && !person_like_) apposed_noun(at);
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

/// "la fédération des banques, X,", "its own heart pill, X.": the noun before the comma at `comma`.
void Witness::apposed_noun(std::uint32_t comma) {
  const bool closed =
      tokens_.end >= sentence_.end || reading_.token(tokens_.end).kind == TokenKind::punctuation;
  if (!closed) return;
  for (std::uint32_t back = comma; back > sentence_.begin && comma - back < 6; --back) {
    if (const PhraseHit* noun = noun_over(back - 1); noun != nullptr) {
      std::uint32_t first = noun->begin;
      while (first > sentence_.begin && noun->begin - first < 3 &&
             (reading_.is_adjective(first - 1) || reading_.tags[first - 1].pos == Pos::noun)) {
        --first;
      }
      const DeterminerClass determiner =
          first > sentence_.begin ? reading_.determiner(first - 1) : DeterminerClass::none;
      if (!noun->plural &&
          (determiner == DeterminerClass::definite || determiner == DeterminerClass::possessive)) {
        say_noun(*noun, rules_.noun_rules[noun->rule].type == EntityType::product ? 6 : 5);
      }
      return;
    }
    if (reading_.is(back - 1, ',') || span_at_[back - 1] != 0) return;
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

NameEvidence evidence_for(const Reading& reading, const std::vector<NameSpan>& spans,
                          const std::vector<std::uint32_t>& span_at, const NameSpan& span) {
  return Witness{reading, spans, span_at, span}.hear();
}

}  // namespace frise
