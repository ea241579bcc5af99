// Candidates are the entities spoken of lately; each is weighed by its salience and by how well it
// fits, and the heaviest wins. Nothing that fits: nothing is resolved.
// Tested in tests/unit/entity/reference_test.cpp.

#include "entity/resolver.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace frise {
namespace {

/// Sentences over which a pronoun may look back.
constexpr std::uint32_t pronoun_reach = 2;
constexpr std::uint32_t quoted_reach = 5;
constexpr std::uint32_t house_reach = 4;
constexpr std::uint32_t person_reach = 2;
constexpr std::size_t remembered_roles = 8;

/// Is who holds `held` called by the words for `asked`? A chief executive is a "dirigeant".
bool same_role(std::string_view asked, std::string_view held) {
  return asked == held || (asked == "head" && speaks_for_house(held) && held != "spokesperson" &&
                           held != "representative" && held != "unionist");
}

bool acts(EntityType type) {
  return type == EntityType::company || type == EntityType::organization ||
         type == EntityType::government || type == EntityType::publication;
}

}  // namespace

Resolver::Resolver(const Reading& reading, const std::vector<HeldRole>& roles, Register& entities)
    : reading_{reading}, rules_{reading.rules}, entities_{entities} {
  const auto add = [](ByEntity& map, std::uint32_t entity, const HeldRole& role) {
    std::vector<const HeldRole*>& list = map[entity];
    if (list.size() < remembered_roles) list.push_back(&role);
  };
  for (const HeldRole& role : roles) {
    add(roles_of_person_, role.person, role);
    if (role.organization) add(roles_in_organization_, *role.organization, role);
  }
}

const std::vector<const HeldRole*>& Resolver::held(const ByEntity& roles, std::uint32_t entity) {
  static const std::vector<const HeldRole*> none;
  const auto at = roles.find(entity);
  return at == roles.end() ? none : at->second;
}

std::optional<std::uint32_t> Resolver::best(const Place& place, std::uint32_t reach,
                                            const Weigh& weigh) const {
  std::optional<std::uint32_t> winner;
  double most = 0;
  for (const std::uint32_t candidate : entities_.recent()) {
    const Presence& presence = entities_.presence(candidate);
    if (place.sentence - presence.sentence > reach) continue;
    const double fit = weigh(candidate);
    if (fit <= 0) continue;
    const double weight = fit * entities_.salience(candidate, place.sentence);
    if (weight > most) {
      most = weight;
      winner = candidate;
    }
  }
  return winner;
}

std::optional<std::uint32_t> Resolver::national(Gender gender, std::string_view country,
                                                const Place& place) const {
  // Nothing tells two people of unknown origin apart.
  const auto unknown = [&](std::uint32_t candidate) {
    const Presence& presence = entities_.presence(candidate);
    return entities_.entity(candidate).type == EntityType::person && presence.country.empty() &&
           place.sentence - presence.sentence <= noun_reach &&
           (gender == Gender::unknown || presence.gender == gender);
  };
  const auto& recent = entities_.recent();
  const bool unclear = std::count_if(recent.begin(), recent.end(), unknown) > 1;
  return best(place, noun_reach, [&](std::uint32_t candidate) {
    const Presence& presence = entities_.presence(candidate);
    const EntityType type = entities_.entity(candidate).type;
    if (!presence.country.empty() && presence.country != country) return 0.0;
    if (type == EntityType::person) {
      if (presence.country.empty() && unclear) return 0.0;
      return gender == Gender::unknown || presence.gender == gender ? 1.0 : 0.0;
    }
    return type == EntityType::company && presence.country == country ? 0.6 : 0.0;
  });
}

/// "l'américain": the press calls companies so.
std::optional<std::uint32_t> Resolver::national_house(std::string_view country,
                                                      const Place& place) const {
  return best(place, noun_reach, [&](std::uint32_t candidate) {
    const bool from_there = entities_.presence(candidate).country == country;
    return from_there && entities_.entity(candidate).type == EntityType::company ? 1.0 : 0.0;
  });
}

std::optional<std::uint32_t> Resolver::owned(const NounRule& rule, std::uint32_t possessor) {
  const EntityType type = entities_.entity(possessor).type;
  // "son entreprise" of a person is where the person holds a role.
  if (type == EntityType::person) {
    if (rule.type != EntityType::company && rule.type != EntityType::organization) {
      return std::nullopt;
    }
    for (const HeldRole* role : held(roles_of_person_, possessor)) {
      if (role->organization) return role->organization;
    }
    const auto known = entities_.presence(possessor).known;
    if (!known) return std::nullopt;
    std::optional<std::uint32_t> employer;
    for (const KnownRole& known_role : rules_.known_roles) {
      if (known_role.person != *known || known_role.over) continue;
      if (employer && *employer != known_role.organization) return std::nullopt;
      employer = known_role.organization;
    }
    if (!employer) return std::nullopt;
    return entities_.known(*employer);
  }
  const auto known = entities_.presence(possessor).known;
  if (!known || rule.type == EntityType::company) return std::nullopt;
  // The only one of the noun's kind; among several, the only one that is called so.
  std::optional<std::uint32_t> any;
  std::optional<std::uint32_t> named;
  std::size_t any_count = 0;
  std::size_t named_count = 0;
  for (std::uint32_t i = 0; i < rules_.entities.size(); ++i) {
    if (rules_.entities[i].parent != known || rules_.entities[i].type != rule.type) continue;
    any = i;
    ++any_count;
    if (std::binary_search(rule.entities.begin(), rule.entities.end(), i)) {
      named = i;
      ++named_count;
    }
  }
  if (named_count == 1) return entities_.known(*named);
  if (any_count == 1 && rule.type == EntityType::programme && rule.scope != NounScope::cue) {
    return entities_.known(*any);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Resolver::role(const std::string& role, Gender gender, RoleTime time,
                                            std::optional<std::uint32_t> organization,
                                            const Place& place) {
  const auto agrees = [&](Gender other) {
    return gender == Gender::unknown || other == Gender::unknown || gender == other;
  };
  const bool over = time == RoleTime::past;
  const auto in_time = [&](const HeldRole& other) {
    return (other.time == RoleTime::past) == over;
  };
  if (organization) {
    for (const HeldRole* other : held(roles_in_organization_, *organization)) {
      if (same_role(role, other->role) && in_time(*other) &&
          agrees(entities_.presence(other->person).gender)) {
        return other->person;
      }
    }
    // "X, qui dirige le groupe": the text does not name the house beside the role.
    const auto unplaced = best(place, noun_reach, [&](std::uint32_t candidate) {
      for (const HeldRole* other : held(roles_of_person_, candidate)) {
        if (!other->organization && same_role(role, other->role) && in_time(*other) &&
            agrees(entities_.presence(candidate).gender)) {
          return 1.0;
        }
      }
      return 0.0;
    });
    if (unplaced) return unplaced;
    const auto known = entities_.presence(*organization).known;
    if (!known) return std::nullopt;
    std::optional<std::uint32_t> holder;
    for (const KnownRole& known_role : rules_.known_roles) {
      if (known_role.organization != *known || known_role.role != role || known_role.over != over ||
          !agrees(rules_.entities[known_role.person].gender)) {
        continue;
      }
      if (holder && *holder != known_role.person) return std::nullopt;
      holder = known_role.person;
    }
    if (!holder) return std::nullopt;
    return entities_.known(*holder);
  }
  const auto holder = best(place, noun_reach, [&](std::uint32_t candidate) {
    if (entities_.entity(candidate).type != EntityType::person ||
        !agrees(entities_.presence(candidate).gender)) {
      return 0.0;
    }
    for (const HeldRole* other : held(roles_of_person_, candidate)) {
      if (same_role(role, other->role) && in_time(*other)) return 1.0;
    }
    const auto known = entities_.presence(candidate).known;
    if (!known) return 0.0;
    for (const KnownRole& known_role : rules_.known_roles) {
      if (known_role.person == *known && known_role.role == role && known_role.over == over) {
        return 0.8;
      }
    }
    return 0.0;
  });
  return holder || over || !is_occupation(role) ? holder : only_person(gender, place);
}

/// "la romancière", "the businessman": what people are, told of the only one it can be.
std::optional<std::uint32_t> Resolver::only_person(Gender gender, const Place& place) const {
  std::optional<std::uint32_t> only;
  for (const std::uint32_t candidate : entities_.recent()) {
    const Presence& presence = entities_.presence(candidate);
    if (place.sentence - presence.sentence > person_reach) break;
    if (entities_.entity(candidate).type != EntityType::person) continue;
    if (gender != Gender::unknown && presence.gender != Gender::unknown &&
        presence.gender != gender) {
      continue;
    }
    if (only) return std::nullopt;
    only = candidate;
  }
  return only;
}

std::optional<std::uint32_t> Resolver::house(const Place& place) const {
  return best(place, house_reach, [&](std::uint32_t candidate) {
    const EntityType type = entities_.entity(candidate).type;
    if (type != EntityType::company && type != EntityType::organization) return 0.0;
    const bool goes_on = place.subject == candidate || place.previous == candidate;
    return goes_on ? 1.4 : 1.0;
  });
}

std::optional<std::uint32_t> Resolver::home_government() {
  std::unordered_map<std::string, std::uint32_t> times;
  std::string country;
  std::uint32_t most = 0;
  bool tie = false;
  for (const std::uint32_t spoken : entities_.recent()) {
    const Presence& presence = entities_.presence(spoken);
    if (entities_.entity(spoken).type != EntityType::place || presence.country.empty()) continue;
    const std::uint32_t count = times[presence.country] += presence.times;
    if (presence.country == country) {
      most = count;
    } else if (count >= most) {
      tie = count == most;
      country = presence.country;
      most = count;
    }
  }
  if (country.empty() || tie) return std::nullopt;
  for (std::uint32_t i = 0; i < rules_.entities.size(); ++i) {
    const KnownEntity& entity = rules_.entities[i];
    if (entity.country == country && entity.type == EntityType::place && entity.governs) {
      return entities_.known(*entity.governs);
    }
  }
  return std::nullopt;
}

double Resolver::pronoun_fits(const PronounRule& rule, std::uint32_t candidate,
                              const Place& place) const {
  const bool plural = rule.number == GrammaticalNumber::plural || rule.plural_possessor;
  const bool english = rules_.lang == "en";
  const Entity& record = entities_.entity(candidate);
  const Presence& presence = entities_.presence(candidate);
  const bool told = rule.gender != Gender::unknown && presence.spoken != Gender::unknown;
  if (plural) {
    if (record.type == EntityType::sector) {
      const bool agrees = rule.gender == Gender::unknown || presence.gender == Gender::unknown ||
                          rule.gender == presence.gender;
      return presence.plural && agrees ? 1.0 : 0.0;
    }
    // Speech, and English, make a company plural: "OpenAI ... ils".
    // Only who acts or acted is meant so.
    const bool acting = place.subject == candidate || place.previous == candidate;
    const bool spoken_of = acting && rule.use != PronounUse::object;
    return acts(record.type) && spoken_of && (english || place.quoted) ? 0.5 : 0.0;
  }
  if (presence.plural && record.type == EntityType::sector) return 0;
  switch (record.type) {
    case EntityType::person: {
      if (rule.thing) return 0;
      const bool known = rule.gender != Gender::unknown && presence.gender != Gender::unknown;
      if (known && rule.gender != presence.gender) return 0;
      return (place.before_say_verb ? 1.5 : 1.0) * (known ? 1.4 : 1.0);
    }
    case EntityType::company:
    case EntityType::organization:
    case EntityType::government:
    case EntityType::publication:
      if (english) return rule.thing || rule.gender == Gender::unknown ? 0.8 : 0.0;
      // "le groupe ... il", "l'agence ... elle": the pronoun agrees with the word last used.
      return (told ? (presence.spoken == rule.gender ? 1.0 : 0.3) : 0.8) *
             (place.inverted ? 0.25 : 1.0);
    case EntityType::product:
    case EntityType::programme:
    case EntityType::cryptocurrency:
      if (place.before_say_verb || (english && !rule.thing)) return 0;
      return told && presence.spoken != rule.gender ? 0.0 : 0.4;
    case EntityType::sector:
      return place.before_say_verb || (english && !rule.thing) ? 0.0 : 0.15;
    case EntityType::place:
      return 0;
  }
  return 0;
}

std::optional<std::uint32_t> Resolver::pronoun(const PronounRule& rule, const Place& place) const {
  const bool plural = rule.number == GrammaticalNumber::plural || rule.plural_possessor;
  const std::uint32_t reach = rule.plural_possessor ? 0
                              : plural              ? 1
                              : place.inverted      ? quoted_reach
                                                    : pronoun_reach;
  if (rule.use == PronounUse::latter) {
    std::optional<std::uint32_t> owner;
    for (const std::uint32_t candidate : entities_.recent()) {
      if (place.sentence - entities_.presence(candidate).sentence > 1) break;
      // Nobody whose word is of the other gender.
      const Gender spoken = entities_.presence(candidate).spoken;
      const bool disagrees =
          rule.gender != Gender::unknown && spoken != Gender::unknown && spoken != rule.gender;
      if (disagrees || pronoun_fits(rule, candidate, place) < 0.3) continue;
      // "X, directrice de l'entreprise. Cette dernière": X sooner than what only narrows another.
      if (!entities_.presence(candidate).governed) return candidate;
      if (!owner) owner = candidate;
    }
    return owner;
  }
  // Subjects go on: that of this sentence before that of the last (centering, Grosz et al. 1995).
  return best(place, reach, [&](std::uint32_t candidate) {
    if (place.told_of == candidate) return 0.0;
    const double one = pronoun_fits(rule, candidate, place);
    if (place.subject == candidate) return place.object ? 0.0 : one * 3;
    return place.previous == candidate ? one * 2 : one;
  });
}

}  // namespace frise
