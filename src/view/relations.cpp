// Products and programmes stand aside when an event touches anybody else: "sells chips to Béru" is
// about Béru. So does what is merely named beside an act on somebody. A statement relates its
// speaker to those it takes sides on, and to the names in it only when they are few: talk about
// many is no relation. Tested in tests/unit/view/map_test.cpp.

#include "view/relations.hpp"

#include "view/lanes.hpp"
#include "view/mark_stance.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t most_ends = 6;  ///< agents or targets of one event

constexpr std::size_t most_topics = 2;  ///< of a statement that is still about them

bool is_thing(EntityType type) noexcept {
  return type == EntityType::product || type == EntityType::programme ||
         type == EntityType::publication;
}

bool can_act(EntityType type) noexcept {
  return type == EntityType::company || type == EntityType::person ||
         type == EntityType::organization || type == EntityType::government;
}

struct Parties {
  std::vector<std::string_view> touched;
  std::vector<std::string_view> named;  ///< in a statement about too many
};

/// Recipients and patients; topics only when there are none, those who can act before the others;
/// things only when there is nobody else.
Parties parties_of(const MergedEvent& event, const EventGraph& graph) {
  const auto actors = actors_of(event);
  std::vector<std::string_view> parties;
  std::vector<std::string_view> topics;
  std::vector<std::string_view> things;
  std::vector<std::string_view> thing_topics;
  for (const MergedParticipant& participant : event.participants) {
    if (participant.role == ParticipantRole::place ||
        std::find(actors.begin(), actors.end(), participant.entity) != actors.end()) {
      continue;
    }
    const MergedEntity* entity = graph.entity(participant.entity);
    if (entity == nullptr) continue;
    const bool beside = participant.role == ParticipantRole::topic;
    if (is_thing(entity->type))
      (beside ? thing_topics : things).push_back(entity->id);
    else
      (beside ? topics : parties).push_back(entity->id);
  }
  if (parties.empty() && is_speech(event.type) && topics.size() > most_topics) {
    return {{}, std::move(topics)};
  }
  if (std::any_of(topics.begin(), topics.end(), [&graph](std::string_view topic) {
        return can_act(graph.entity(topic)->type);
      })) {
    std::erase_if(topics,
                  [&graph](std::string_view topic) { return !can_act(graph.entity(topic)->type); });
  }
  for (auto* next : {&topics, &things, &thing_topics}) {
    if (parties.empty()) parties = std::move(*next);
  }
  if (parties.size() > most_ends) parties.resize(most_ends);
  return {std::move(parties), {}};
}

class Gatherer {
 public:
  Gatherer(const EventGraph& graph, const Selection& selection)
      : graph_{graph}, selection_{selection}, stances_{graph} {}

  Relations gather() {
    for (const MergedEvent& event : graph_.corpus().events) {
      if (is_drawable(event) && selection_.keeps(event)) add(event);
    }
    for (const MergedStance& stance : graph_.corpus().stances) {
      if (selection_.keeps(stance)) add(stance);
    }
    std::erase_if(passed_over_, [this](const auto& ends) {
      const auto between = bundles_.lower_bound({ends.first, ends.second, MarkStance::favourable});
      return between != bundles_.end() && between->first.from == ends.first &&
             between->first.to == ends.second;
    });
    return {std::move(bundles_), passed_over_.size()};
  }

 private:
  void add(const MergedEvent& event) {
    auto agents = actors_of(event);
    if (agents.size() > most_ends) agents.resize(most_ends);
    auto [parties, named] = parties_of(event, graph_);
    for (const std::string_view from : agents) {
      for (const std::string_view to : named) passed_over_.emplace(from, to);
    }
    if (parties.empty() && named.empty() && agents.size() > 1) {
      // "Alta et Béru s'allient": the act is between its agents.
      parties.assign(agents.begin() + 1, agents.end());
      agents.resize(1);
    }
    const MarkStance mark = stances_.of(event);
    for (const std::string_view from : agents) {
      const MergedEntity* agent = graph_.entity(from);
      if (agent == nullptr) continue;
      for (const std::string_view to : parties) {
        const MergedEntity* party = graph_.entity(to);
        if (party == nullptr || party == agent) continue;
        const bool said = plover_score(event.type) == 0 && mark != MarkStance::contested;
        const MarkStance stance = said ? stances_.toward(event, agent->id, party->id) : mark;
        bundles_[{agent->id, party->id, stance}].events.push_back(&event);
        for (const Claim& claim : event.claims) {
          acted_.insert({agent->id, claim.evidence.document, claim.evidence.sentence});
          told_.insert({agent->id, party->id, claim.evidence.document, claim.evidence.sentence});
        }
      }
    }
  }

  void add(const MergedStance& stance) {
    const MergedEntity* holder = graph_.entity(stance.holder);
    const MergedEntity* target = graph_.entity(stance.target);
    if (holder == nullptr || target == nullptr || stance.evidence.empty()) return;
    // What an event of the same sentence already shows is not shown twice; what an act shows is the
    // act's.
    const bool shown =
        std::all_of(stance.evidence.begin(), stance.evidence.end(), [&](const Evidence& evidence) {
          if (stance.basis == StanceBasis::material &&
              acted_.contains({holder->id, evidence.document, evidence.sentence})) {
            return true;
          }
          return told_.contains({holder->id, target->id, evidence.document, evidence.sentence});
        });
    if (shown) return;
    bundles_[{holder->id, target->id, stance_of_polarity(stance.polarity)}].stances.push_back(
        &stance);
  }

  const EventGraph& graph_;
  const Selection& selection_;
  StanceIndex stances_;
  Bundles bundles_;
  std::set<std::tuple<std::string_view, std::string_view, std::string_view, std::uint32_t>> told_;
  std::set<std::tuple<std::string_view, std::string_view, std::uint32_t>> acted_;
  std::set<std::pair<std::string_view, std::string_view>> passed_over_;
};

}  // namespace

Relations gather_relations(const EventGraph& graph, const Selection& selection) {
  return Gatherer{graph, selection}.gather();
}

void add_roles(Bundles& bundles, const EventGraph& graph,
               const std::vector<const MergedEntity*>& entities) {
  for (const MergedEntity* person : entities) {
    if (person->type != EntityType::person) continue;
    const auto events = graph.events_of(person->id);
    const std::string role = role_of(*person, events);
    const MergedEntity* employer = employer_of(role, entities);
    if (employer == nullptr) continue;
    const auto between = bundles.lower_bound({person->id, employer->id, MarkStance::favourable});
    const bool related = between != bundles.end() && between->first.from == person->id &&
                         between->first.to == employer->id;
    if (related) continue;
    Bundle& bundle = bundles[{person->id, employer->id, MarkStance::neutral}];
    bundle.role = role;
    // The source of the role is the event whose speaker is introduced by it.
    for (const MergedEvent* event : events) {
      const bool introduces =
          std::any_of(event->claims.begin(), event->claims.end(), [&](const Claim& claim) {
            return claim.attribution && claim.attribution->speaker == person->id &&
                   !claim.attribution->role.empty();
          });
      if (!introduces) continue;
      bundle.events.push_back(event);
      break;
    }
  }
}

bool is_mention(const RelationKey& key, const Bundle& bundle) {
  if (key.stance != MarkStance::neutral && key.stance != MarkStance::unknown) return false;
  return bundle.role.empty() &&
         std::all_of(bundle.events.begin(), bundle.events.end(), [](const MergedEvent* event) {
           return event->type == EventType::state || event->type == EventType::report;
         });
}

std::size_t keep_heaviest(Bundles& bundles, std::size_t most,
                          const std::set<std::pair<std::string_view, std::string_view>>& first) {
  if (bundles.size() <= most) return 0;
  using Pair = std::pair<std::string_view, std::string_view>;
  const auto ends = [](const RelationKey& key) { return std::minmax(key.from, key.to); };
  struct Between {
    double weight = 0;
    std::size_t relations = 0;
  };
  std::map<Pair, Between> pairs;
  for (const auto& [key, bundle] : bundles) {
    Between& between = pairs[ends(key)];
    between.weight += bundle.weight();
    ++between.relations;
  }
  std::vector<std::pair<Pair, Between>> order(pairs.begin(), pairs.end());
  std::stable_sort(order.begin(), order.end(), [&first](const auto& a, const auto& b) {
    return std::pair{!first.contains(a.first), -a.second.weight} <
           std::pair{!first.contains(b.first), -b.second.weight};
  });
  std::size_t kept = 0;
  std::set<Pair> gone;
  for (const auto& [pair, between] : order) {
    if (kept + between.relations > most) {
      gone.insert(pair);
    } else {
      kept += between.relations;
    }
  }
  return std::erase_if(bundles,
                       [&](const auto& entry) { return gone.contains(ends(entry.first)); });
}

}  // namespace frise
