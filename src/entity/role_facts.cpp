// From each role word, look a few tokens back and forward for the person and the organisation:
// "X, PDG de Y", "le PDG de Y, X", "Y's chief executive X", "le PDG X". Nothing is guessed over a
// verb or another role. Tested in tests/unit/entity/role_facts_test.cpp.

#include "entity/role_facts.hpp"

namespace frise {
namespace {

class RoleFinder {
 public:
  RoleFinder(const Reading& reading, const std::vector<Entity>& entities,
             const std::vector<Mention>& mentions, const std::vector<std::uint32_t>& name_at)
      : reading_{reading}, entities_{entities}, mentions_{mentions}, name_at_{name_at} {}

  std::optional<HeldRole> at(const PhraseHit& hit) const;

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

  const Reading& reading_;
  const std::vector<Entity>& entities_;
  const std::vector<Mention>& mentions_;
  const std::vector<std::uint32_t>& name_at_;
};

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
  if (at < sentence.end && (organization != nullptr || at == hit.end || small(at - 1))) {
    const std::uint32_t next = reading_.is(at, ',') ? at + 1 : at;
    const bool plain = next == at;
    if (next < sentence.end && (plain || organization != nullptr)) {
      person = name(next, true);
      if (person != nullptr) last = person->tokens.end;
    }
  }

  // Backward: "X, [le] PDG", "Y's PDG", "Y PDG".
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
  return held;
}

}  // namespace

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
  return out;
}

}  // namespace frise
