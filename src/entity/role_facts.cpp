// From each role word, look a few tokens back and forward for the person and the organisation:
// "X, PDG de Y", "le PDG de Y, X", "Y's chief executive X", "le PDG X". Nothing is guessed over a
// verb or another role. Tested in tests/unit/entity/role_facts_test.cpp.

#include "entity/role_facts.hpp"

#include <algorithm>
#include <array>

namespace frise {
namespace {

constexpr std::uint32_t longest_complement = 9;

class RoleFinder {
 public:
  RoleFinder(const Reading& reading, const std::vector<Entity>& entities,
             const std::vector<Mention>& mentions, const std::vector<std::uint32_t>& name_at)
      : reading_{reading}, entities_{entities}, mentions_{mentions}, name_at_{name_at} {}

  [[nodiscard]] std::optional<HeldRole> at(const PhraseHit& hit) const;
  [[nodiscard]] std::optional<HeldRole> by_title(const Mention& mention) const;
  [[nodiscard]] std::optional<HeldRole> by_verb(const Mention& mention) const;

 private:
  [[nodiscard]] const Mention* name(std::uint32_t token, bool person) const {
    if (name_at_[token] == 0) return nullptr;
    const Mention& mention = mentions_[name_at_[token] - 1];
    const EntityType type = entities_[*mention.entity].type;
    const bool is_person = type == EntityType::person;
    const bool holds = type == EntityType::company || type == EntityType::organization ||
                       type == EntityType::government || type == EntityType::publication ||
                       type == EntityType::product;
    return (person ? is_person : holds) ? &mention : nullptr;
  }
  [[nodiscard]] bool small(std::uint32_t token) const {
    return reading_.rules.role_times.contains(reading_.words[token]) ||
           reading_.determiner(token) != DeterminerClass::none || reading_.is_adjective(token);
  }

  [[nodiscard]] std::uint32_t past_plain_complement(std::uint32_t at, std::uint32_t end) const;
  /// The name that begins here stands between commas.
  [[nodiscard]] bool closed(std::uint32_t at, std::uint32_t end) const {
    if (name_at_[at] == 0) return false;
    const std::uint32_t behind = mentions_[name_at_[at] - 1].tokens.end;
    return behind >= end || reading_.token(behind).kind == TokenKind::punctuation;
  }

  const Reading& reading_;
  const std::vector<Entity>& entities_;
  const std::vector<Mention>& mentions_;
  const std::vector<std::uint32_t>& name_at_;
};

/// "la ministre des Transports, X": past what names no organisation, to the comma.
std::uint32_t RoleFinder::past_plain_complement(std::uint32_t at, std::uint32_t end) const {
  if (at >= end || reading_.link(at) != LinkUse::of) return at;
  for (std::uint32_t i = at + 1; i < end && i < at + longest_complement; ++i) {
    if (reading_.is(i, ',')) return i;
    const Pos pos = reading_.tags[i].pos;
    if (pos == Pos::verb || pos == Pos::auxiliary || pos == Pos::punctuation) break;
  }
  return at;
}

std::optional<HeldRole> RoleFinder::at(const PhraseHit& hit) const {
  const TokenRange sentence = reading_.sentence_tokens(reading_.sentence_of[hit.begin]);
  const RoleRule& rule = reading_.rules.role_rules[hit.rule];
  if (rule.number == GrammaticalNumber::plural) return std::nullopt;
  const Mention* person = nullptr;
  const Mention* organization = nullptr;
  std::uint32_t first = hit.begin;
  std::uint32_t last = hit.end;

  // Forward: adjectives, then "de Y", then perhaps a comma and X; or X at once.
  std::uint32_t at = hit.end;
  while (at < sentence.end && at < hit.end + 2 && name_at_[at] == 0 && reading_.is_adjective(at))
    ++at;
  if (at < sentence.end && name_at_[at] == 0 && reading_.link(at) != LinkUse::none) {
    // "directrice générale du fonds de capital-risque Y": a few words may introduce Y.
    const std::uint32_t stop = std::min(sentence.end, at + 8);
    for (std::uint32_t i = at + 1; i < stop; ++i) {
      if (const Mention* found = name(i, false)) {
        organization = found;
        at = found->tokens.end;
        last = at;
        break;
      }
      const Pos pos = reading_.tags[i].pos;
      if (name_at_[i] != 0 || pos == Pos::verb || pos == Pos::auxiliary ||
          pos == Pos::punctuation || reading_.role_at[i] != 0) {
        break;
      }
    }
  }
  if (organization == nullptr) at = past_plain_complement(at, sentence.end);
  // "Y's PDG", "Y PDG".
  if (organization == nullptr && hit.begin > sentence.begin) {
    std::uint32_t owner = hit.begin - 1;
    const std::string_view key = reading_.key(owner);
    const bool possessive = key == "'s" || key == "'";
    if (possessive && owner > sentence.begin) --owner;
    if (possessive || reading_.rules.lang == "en") {
      organization = name(owner, false);
      if (organization != nullptr) first = std::min(first, organization->tokens.begin);
    }
  }
  if (at < sentence.end) {
    const std::uint32_t next = reading_.is(at, ',') ? at + 1 : at;
    const bool plain = next == at;
    if (next < sentence.end && (plain || organization != nullptr || closed(next, sentence.end))) {
      person = name(next, true);
      if (person != nullptr) last = person->tokens.end;
    }
  }

  // Backward: "X, [le] PDG".
  std::uint32_t back = hit.begin;
  while (back > sentence.begin && hit.begin - back < 3 && name_at_[back - 1] == 0 &&
         small(back - 1)) {
    --back;
  }
  if (person == nullptr && back > sentence.begin + 1 &&
      (reading_.is(back - 1, ',') || reading_.is(back - 1, '('))) {
    person = name(back - 2, true);
    if (person != nullptr) first = person->tokens.begin;
  }
  if (person == nullptr && back > sentence.begin && back < hit.begin) {
    person = name(back - 1, true);  // "X le vice-président de Y", the comma forgotten
    if (person != nullptr) first = person->tokens.begin;
  }
  if (person == nullptr) return std::nullopt;
  HeldRole held;
  held.person = *person->entity;
  if (organization != nullptr) held.organization = organization->entity;
  held.role = rule.role;
  held.time = role_time(reading_, sentence, hit.begin);
  if (held.time == RoleTime::present && organization != nullptr &&
      organization->tokens.end <= hit.begin) {  // "former X chief executive Y"
    held.time = role_time(reading_, sentence, organization->tokens.begin);
  }
  held.words = reading_.text(TokenRange{hit.begin, hit.end});
  held.evidence = reading_.span({first, last});
  held.token = hit.begin;
  return held;
}

/// "Me X" is a lawyer.
std::optional<HeldRole> RoleFinder::by_title(const Mention& mention) const {
  const std::uint32_t at = mention.tokens.begin;
  if (at == 0 || entities_[*mention.entity].type != EntityType::person) return std::nullopt;
  const auto role = reading_.rules.title_roles.find(reading_.words[at - 1]);
  if (role == reading_.rules.title_roles.end()) return std::nullopt;
  HeldRole held;
  held.person = *mention.entity;
  held.role = role->second;
  held.words = reading_.text(TokenRange{at - 1, at});
  held.evidence = reading_.span({at - 1, mention.tokens.end});
  held.token = at - 1;
  return held;
}

/// "X, qui a fondé Y", "Y, présidé par X": what a person does tells a role.
std::optional<HeldRole> RoleFinder::by_verb(const Mention& mention) const {
  if (entities_[*mention.entity].type != EntityType::person) return std::nullopt;
  const TokenRange sentence = reading_.sentence_tokens(reading_.sentence_of[mention.tokens.begin]);
  const auto role_of = [&](std::uint32_t at) -> const std::string* {
    const auto found = reading_.rules.role_verbs.find(hash_word(reading_.tags[at].lemma));
    return found == reading_.rules.role_verbs.end() || reading_.tags[at].pos != Pos::verb
               ? nullptr
               : &found->second;
  };
  const std::string* role = nullptr;
  const Mention* organization = nullptr;
  std::uint32_t verb = mention.tokens.end;
  if (verb < sentence.end && reading_.is(verb, ',')) ++verb;
  const std::uint32_t before = mention.tokens.begin;
  if (verb + 1 < sentence.end && (reading_.key(verb) == "qui" || reading_.key(verb) == "who")) {
    ++verb;
    while (verb + 1 < sentence.end && reading_.tags[verb].pos == Pos::auxiliary) ++verb;
    role = role_of(verb);
    std::uint32_t object = verb + 1;
    while (object < sentence.end && object < verb + 4 && name_at_[object] == 0 && small(object)) {
      ++object;
    }
    if (role != nullptr && object < sentence.end) organization = name(object, false);
  } else if (before >= sentence.begin + 2 && reading_.link(before - 1) == LinkUse::by) {
    verb = before - 2;
    role = role_of(verb);
    std::uint32_t owner = verb;
    if (owner > sentence.begin && reading_.is(owner - 1, ',')) --owner;
    if (role != nullptr && owner > sentence.begin) organization = name(owner - 1, false);
  }
  if (role == nullptr) return std::nullopt;
  HeldRole held;
  held.person = *mention.entity;
  if (organization != nullptr) held.organization = organization->entity;
  held.role = *role;
  held.words = reading_.text(verb);
  held.evidence = reading_.span({std::min(verb, before), std::max(verb + 1, mention.tokens.end)});
  held.token = verb;
  return held;
}

}  // namespace

bool speaks_for_house(std::string_view role) {
  constexpr std::array roles{"chief_executive",
                             "deputy_chief_executive",
                             "president",
                             "vice_president",
                             "chairman",
                             "founder",
                             "head",
                             "secretary_general",
                             "spokesperson",
                             "representative",
                             "unionist"};
  return role.ends_with("_officer") ||
         std::any_of(roles.begin(), roles.end(), [&](const char* one) { return role == one; });
}

bool is_occupation(std::string_view role) {
  constexpr std::array roles{"artist",     "investor", "lawyer",  "player",
                             "politician", "scholar",  "unionist"};
  return std::any_of(roles.begin(), roles.end(), [&](const char* one) { return role == one; });
}

RoleTime role_time(const Reading& reading, TokenRange sentence, std::uint32_t at) {
  constexpr std::uint32_t reach = 3;
  for (std::uint32_t back = at; back > sentence.begin && at - back < reach; --back) {
    const std::uint32_t before = back - 1;
    const auto time = reading.rules.role_times.find(reading.words[before]);
    if (time != reading.rules.role_times.end()) return time->second;
    if (reading.determiner(before) == DeterminerClass::none && !reading.is_adjective(before)) break;
  }
  return RoleTime::present;
}

std::vector<HeldRole> find_held_roles(const Reading& reading, const std::vector<Entity>& entities,
                                      const std::vector<Mention>& mentions,
                                      const std::vector<std::uint32_t>& name_at) {
  const RoleFinder finder{reading, entities, mentions, name_at};
  std::vector<HeldRole> out;
  for (const PhraseHit& hit : reading.roles) {
    if (reading.traits[reading.sentence_of[hit.begin]].furniture) continue;
    if (name_at[hit.begin] != 0) continue;
    if (auto held = finder.at(hit)) out.push_back(std::move(*held));
  }
  for (const Mention& mention : mentions) {
    if (auto held = finder.by_title(mention)) out.push_back(std::move(*held));
    if (auto held = finder.by_verb(mention)) out.push_back(std::move(*held));
  }
  return out;
}

}  // namespace frise
