// Candidates are the entities spoken of lately; each is weighed by its salience and by how well it
// fits, and the heaviest wins. Nothing that fits: nothing is resolved.
// Tested in tests/unit/entity/reference_test.cpp.

#include "entity/resolver.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace frise {
namespace {

/// Sentences over which a noun may look back, and a pronoun.
constexpr std::uint32_t noun_reach = 12;
constexpr std::uint32_t pronoun_reach = 2;
constexpr std::size_t remembered_roles = 8;

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

double Resolver::fits(const NounRule& rule, std::uint32_t index, std::string_view nationality,
                      std::uint32_t entity) const {
  const Presence& presence = entities_.presence(entity);
  if (!nationality.empty() && nationality != "EU" && !presence.country.empty() &&
      presence.country != nationality) {
    return 0;
  }
  const bool said =
      std::find(presence.nouns.begin(), presence.nouns.end(), index) != presence.nouns.end();
  const bool compatriot = !nationality.empty() && presence.country == nationality;
  if (said) return compatriot ? 2.0 : 1.5;
  return (compatriot ? 1.5 : 1.0) * kind_fits(rule, entity);
}

/// By kind and trade alone: an agency is no drugmaker, a bank no carmaker.
double Resolver::kind_fits(const NounRule& rule, std::uint32_t entity) const {
  const Entity& record = entities_.entity(entity);
  const Presence& presence = entities_.presence(entity);
  if (rule.type == EntityType::company) {
    if (record.type != EntityType::company &&
        (record.type != EntityType::organization || presence.known || presence.sure)) {
      return 0;
    }
  } else if (rule.type == EntityType::government) {
    if (rule.field != 0) {  // "le tribunal" after "le tribunal de commerce de X"
      return std::any_of(
                 presence.nouns.begin(), presence.nouns.end(),
                 [&](std::uint32_t noun) { return rules_.noun_rules[noun].field == rule.field; })
                 ? 1.2
                 : 0.0;
    }
    // A senate is no government: only what is known as one, or what the text has called so.
    if (record.type != rule.type || !presence.known || presence.field != 0) return 0;
  } else if (record.type != rule.type &&
             !(presence.known &&
               std::binary_search(rule.entities.begin(), rule.entities.end(), *presence.known))) {
    return 0;
  }
  if (rule.scope == NounScope::generic) return record.type == rule.type ? 1.0 : 0.6;
  if (presence.known &&
      std::binary_search(rule.entities.begin(), rule.entities.end(), *presence.known)) {
    return 1.2;
  }
  // A pack says what it calls its own: silence there is a no. Others may be anything not said yet.
  if (presence.known && record.from_pack && record.type != EntityType::government) return 0;
  if (!rule.entities.empty() && presence.known) return 0;
  bool other_trade = presence.field != 0 && rule.field != 0 && presence.field != rule.field;
  bool same_trade = presence.field != 0 && presence.field == rule.field;
  bool called = false;  // something as narrow, of no trade that could be compared
  for (const std::uint32_t noun : presence.nouns) {
    const NounRule& other = rules_.noun_rules[noun];
    if (other.field != 0 && rule.field != 0) {
      (other.field == rule.field ? same_trade : other_trade) = true;
    } else if (other.scope == NounScope::specific) {
      called = true;
    }
  }
  if (same_trade) return 1.3;
  if (other_trade) return 0;
  return called ? 0.3 : 0.5;
}

std::optional<std::uint32_t> Resolver::noun(const NounRule& rule, std::uint32_t index,
                                            std::string_view nationality,
                                            const Place& place) const {
  // What the sentence, or the one before, is about goes on.
  return best(place, noun_reach, [&](std::uint32_t candidate) {
    const bool goes_on = place.subject == candidate || place.previous == candidate;
    return fits(rule, index, nationality, candidate) * (goes_on ? 1.4 : 1.0);
  });
}

std::optional<std::uint32_t> Resolver::national(Gender gender, std::string_view country,
                                                const Place& place) const {
  return best(place, noun_reach, [&](std::uint32_t candidate) {
    const Presence& presence = entities_.presence(candidate);
    const EntityType type = entities_.entity(candidate).type;
    if (!presence.country.empty() && presence.country != country) return 0.0;
    if (type == EntityType::person) {
      return gender == Gender::unknown || presence.gender == gender ? 1.0 : 0.0;
    }
    return type == EntityType::company && presence.country == country ? 0.6 : 0.0;
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

std::optional<std::uint32_t> Resolver::role(const RoleRule& rule, RoleTime time,
                                            std::optional<std::uint32_t> organization,
                                            const Place& place) {
  const std::string& role = rule.role;
  const auto agrees = [&](Gender gender) {
    return rule.gender == Gender::unknown || gender == Gender::unknown || rule.gender == gender;
  };
  const bool over = time == RoleTime::past;
  const auto in_time = [&](const HeldRole& other) {
    return (other.time == RoleTime::past) == over;
  };
  if (organization) {
    for (const HeldRole* other : held(roles_in_organization_, *organization)) {
      if (other->role == role && in_time(*other) &&
          agrees(entities_.presence(other->person).gender)) {
        return other->person;
      }
    }
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
  return best(place, noun_reach, [&](std::uint32_t candidate) {
    if (entities_.entity(candidate).type != EntityType::person ||
        !agrees(entities_.presence(candidate).gender)) {
      return 0.0;
    }
    for (const HeldRole* other : held(roles_of_person_, candidate)) {
      if (other->role == role && in_time(*other)) return 1.0;
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

std::optional<std::uint32_t> Resolver::pronoun(const PronounRule& rule, const Place& place) const {
  const bool plural = rule.number == GrammaticalNumber::plural || rule.plural_possessor;
  const bool english = rules_.lang == "en";
  const std::uint32_t reach = rule.plural_possessor ? 0 : plural ? 1 : pronoun_reach;
  const auto fit = [&](std::uint32_t candidate) -> double {
    const Entity& record = entities_.entity(candidate);
    const Presence& presence = entities_.presence(candidate);
    if (plural) {
      if (record.type == EntityType::sector) {
        const bool agrees = rule.gender == Gender::unknown || presence.gender == Gender::unknown ||
                            rule.gender == presence.gender;
        return presence.plural && agrees ? 1.0 : 0.0;
      }
      // Speech, and English, make a company plural: "OpenAI ... ils".
      if (acts(record.type) && (english || place.quoted)) return 0.5;
      return 0;
    }
    if (presence.plural && record.type == EntityType::sector) return 0;
    switch (record.type) {
      case EntityType::person: {
        if (rule.thing) return 0;
        const bool told = rule.gender != Gender::unknown && presence.gender != Gender::unknown;
        if (told && rule.gender != presence.gender) return 0;
        return (place.before_say_verb ? 1.5 : 1.0) * (told ? 1.4 : 1.0);
      }
      case EntityType::company:
      case EntityType::organization:
      case EntityType::government:
      case EntityType::publication:
        return english && !rule.thing ? 0.0 : 0.8;
      case EntityType::product:
      case EntityType::programme:
      case EntityType::cryptocurrency:
        return place.before_say_verb || (english && !rule.thing) ? 0.0 : 0.3;
      case EntityType::sector:
        return place.before_say_verb || (english && !rule.thing) ? 0.0 : 0.15;
      case EntityType::place:
        return 0;
    }
    return 0;
  };
  if (rule.use == PronounUse::latter) {
    for (const std::uint32_t candidate : entities_.recent()) {
      if (place.sentence - entities_.presence(candidate).sentence > 1) break;
      if (fit(candidate) >= 0.3) return candidate;
    }
    return std::nullopt;
  }
  // Subjects go on: that of this sentence before that of the last (centering, Grosz et al. 1995).
  return best(place, reach, [&](std::uint32_t candidate) {
    const double one = fit(candidate);
    if (place.subject == candidate) return one * 3;
    return place.previous == candidate ? one * 2 : one;
  });
}

}  // namespace frise
