// Actors are ranked by what they do, then by what is done to them. With more of them than lanes,
// the busiest keep theirs, persons move to their employer's, and the rest share the last lane. The
// order is one of least total length of action lines: the best of some sweeps of the barycentre
// heuristic (Sugiyama, Tagawa & Toda 1981), then single lanes moved as long as that shortens the
// lines; ties by rank, then name. Tested in tests/unit/view/view_test.cpp.

#include "view/lanes.hpp"

#include "merge/fold.hpp"
#include "view/text.hpp"
#include "view/words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

constexpr int sweeps = 12;
constexpr std::size_t most_moved = 16;  ///< lanes that are also moved one by one
constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_caption = 200;

/// Sorts of entity that get a lane when they are acted on.
bool can_be_target(EntityType type) noexcept {
  return type != EntityType::product && type != EntityType::place &&
         type != EntityType::publication;
}

struct Candidate {
  const MergedEntity* entity = nullptr;
  std::size_t acts = 0;     ///< events it is the actor of, weighted
  std::size_t suffers = 0;  ///< events it is the target of
  std::size_t first = 0;    ///< index of the first event
  std::size_t wish = 0;     ///< place in the reader's order; its length for who is not in it

  [[nodiscard]] std::size_t score() const noexcept { return 2 * acts + suffers; }
};

/// Acted on, or acting along: no line is drawn to what is only named beside the act.
bool takes_part(const MergedParticipant& participant) noexcept {
  return participant.role != ParticipantRole::place && participant.role != ParticipantRole::topic;
}

std::vector<std::string_view> targets_of(const MergedEvent& event) {
  const auto actors = actors_of(event);
  std::vector<std::string_view> targets;
  for (const MergedParticipant& participant : event.participants) {
    if (!takes_part(participant)) continue;
    if (std::find(actors.begin(), actors.end(), participant.entity) == actors.end()) {
      targets.push_back(participant.entity);
    }
  }
  return targets;
}

/// Where the reader wants the actor: by id, or by a name in any case and with or without accents.
std::size_t wished_place(const MergedEntity& entity, const std::vector<std::string>& wishes) {
  const auto is_meant = [name = fold_name(entity.name), &entity](const std::string& wish) {
    return wish == entity.id || fold_name(wish) == name;
  };
  return static_cast<std::size_t>(std::find_if(wishes.begin(), wishes.end(), is_meant) -
                                  wishes.begin());
}

std::vector<Candidate> rank(const EventGraph& graph, const std::vector<const MergedEvent*>& events,
                            const NameOrder& names, const std::vector<std::string>& wishes) {
  std::map<std::string_view, Candidate> found;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto note = [&](std::string_view id) -> Candidate* {
      const MergedEntity* entity = graph.entity(id);
      if (entity == nullptr) return nullptr;
      const auto [place, fresh] = found.try_emplace(entity->id);
      if (fresh) place->second = {entity, 0, 0, i, wished_place(*entity, wishes)};
      return &place->second;
    };
    // An undated event is told beside the lanes: those who act on a date need them first.
    const std::size_t counts = is_placed(*events[i]) ? 4 : 1;
    for (const std::string_view actor : actors_of(*events[i])) {
      if (Candidate* candidate = note(actor)) candidate->acts += counts;
    }
    for (const std::string_view target : targets_of(*events[i])) {
      const MergedEntity* entity = graph.entity(target);
      if (entity == nullptr || !can_be_target(entity->type)) continue;
      if (Candidate* candidate = note(target)) candidate->suffers += counts;
    }
  }
  std::vector<Candidate> ranked;
  for (const auto& [id, candidate] : found) ranked.push_back(candidate);
  std::sort(ranked.begin(), ranked.end(), [&](const Candidate& a, const Candidate& b) {
    if (a.wish != b.wish) return a.wish < b.wish;
    if (a.score() != b.score()) return a.score() > b.score();
    const int order = names.compare(a.entity->name, b.entity->name);
    return order != 0 ? order < 0 : a.entity->id < b.entity->id;
  });
  return ranked;
}

/// Total length of the lines between lanes, when lane `i` stands at `position[i]`.
double length_of(const std::vector<std::vector<double>>& shared,
                 const std::vector<std::size_t>& position) {
  double length = 0;
  for (std::size_t a = 0; a < shared.size(); ++a) {
    for (std::size_t b = a + 1; b < shared.size(); ++b) {
      length += shared[a][b] *
                std::abs(static_cast<double>(position[a]) - static_cast<double>(position[b]));
    }
  }
  return length;
}

/// Moves the lane that shortens the lines most, until none does. Lanes are numbered by rank; of
/// orders as short, the one nearer to the ranks is better.
void move_lanes(const std::vector<std::vector<double>>& shared, std::vector<std::size_t>& order) {
  constexpr double of_rank = 1e-4;
  const auto cost_of = [&shared](const std::vector<std::size_t>& of) {
    std::vector<std::size_t> position(of.size());
    double away = 0;
    for (std::size_t k = 0; k < of.size(); ++k) {
      position[of[k]] = k;
      away += std::abs(static_cast<double>(k) - static_cast<double>(of[k]));
    }
    return length_of(shared, position) + of_rank * away;
  };
  double cost = cost_of(order);
  for (bool better = true; better;) {
    better = false;
    std::vector<std::size_t> shortest = order;
    for (std::size_t from = 0; from < order.size(); ++from) {
      for (std::size_t to = 0; to < order.size(); ++to) {
        if (to == from) continue;
        std::vector<std::size_t> moved = order;
        moved.erase(moved.begin() + static_cast<std::ptrdiff_t>(from));
        moved.insert(moved.begin() + static_cast<std::ptrdiff_t>(to), order[from]);
        const double of_moved = cost_of(moved);
        if (of_moved + of_rank / 2 >= cost) continue;
        cost = of_moved;
        shortest = std::move(moved);
        better = true;
      }
    }
    order = std::move(shortest);
  }
}

/// Order of lanes: element k is the lane drawn k-th.
std::vector<std::size_t> order_lanes(const std::vector<std::vector<double>>& shared) {
  std::vector<std::size_t> order(shared.size());
  std::iota(order.begin(), order.end(), 0U);
  std::vector<std::size_t> position = order;
  std::vector<std::size_t> best = order;
  double best_length = length_of(shared, position);
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    std::vector<double> centre(shared.size());
    for (std::size_t a = 0; a < shared.size(); ++a) {
      double weight = 1;
      double sum = static_cast<double>(position[a]);
      for (std::size_t b = 0; b < shared.size(); ++b) {
        weight += shared[a][b];
        sum += shared[a][b] * static_cast<double>(position[b]);
      }
      centre[a] = sum / weight;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return centre[a] < centre[b]; });
    for (std::size_t k = 0; k < order.size(); ++k) position[order[k]] = k;
    const double length = length_of(shared, position);
    if (length < best_length) {
      best_length = length;
      best = order;
    }
  }
  if (best.size() <= most_moved) move_lanes(shared, best);
  return best;
}

/// Whose marks are most; who has a single one is named only where nobody has more.
std::vector<std::string> leading_names(const std::vector<Candidate>& ranked,
                                       const std::vector<LanePlan::Place>& places) {
  std::map<std::string_view, std::size_t> marks;
  std::size_t most = 0;
  for (const LanePlan::Place& place : places) most = std::max(most, ++marks[place.actor]);
  std::vector<std::string> names;
  for (const Candidate& candidate : ranked) {
    const std::string name = cut_text(clean_text(candidate.entity->name), longest_name);
    const auto own = marks.find(name);
    if (own == marks.end() || own->second < std::min<std::size_t>(most, 2)) continue;
    names.push_back(name);
    if (names.size() == 3) break;
  }
  return names;
}

}  // namespace

std::string role_of(const MergedEntity& person, const std::vector<const MergedEvent*>& events) {
  for (const MergedEvent* event : events) {
    for (const Claim& claim : event->claims) {
      if (claim.attribution && claim.attribution->speaker == person.id &&
          !claim.attribution->role.empty()) {
        return cut_text(clean_text(claim.attribution->role), longest_name);
      }
    }
  }
  return {};
}

const MergedEntity* employer_of(const std::string& role,
                                const std::vector<const MergedEntity*>& candidates) {
  const std::string words = " " + fold_name(role) + " ";
  if (words.size() <= 2) return nullptr;
  const MergedEntity* best = nullptr;
  std::size_t length = 0;
  for (const MergedEntity* entity : candidates) {
    if (entity->type != EntityType::company && entity->type != EntityType::organization &&
        entity->type != EntityType::government) {
      continue;
    }
    const std::string name = fold_name(entity->name);
    if (name.size() > length && words.find(" " + name + " ") != std::string::npos) {
      best = entity;
      length = name.size();
    }
  }
  return best;
}

LanePlan plan_lanes(const EventGraph& graph, const std::vector<const MergedEvent*>& events,
                    const LaneWishes& wishes, const std::string& locale) {
  LanePlan plan;
  const NameOrder names{locale};
  const std::vector<Candidate> ranked = rank(graph, events, names, wishes.first);
  const std::size_t room = std::max<std::size_t>(wishes.most, 1);

  std::unordered_map<std::string_view, std::size_t> lane_of;  // entity id -> index into kept
  std::vector<const MergedEntity*> kept;
  const auto keep_first = [&](std::size_t count) {
    kept.clear();
    lane_of.clear();
    for (std::size_t i = 0; i < ranked.size() && i < count; ++i) {
      lane_of.emplace(ranked[i].entity->id, i);
      kept.push_back(ranked[i].entity);
    }
  };
  std::unordered_map<std::string_view, std::string> roles;
  const auto host = [&](std::string_view id) -> std::optional<std::size_t> {
    if (const auto own = lane_of.find(id); own != lane_of.end()) return own->second;
    const MergedEntity* entity = graph.entity(id);
    if (entity == nullptr || entity->type != EntityType::person) return std::nullopt;
    const auto [role, fresh] = roles.try_emplace(entity->id);
    if (fresh) role->second = role_of(*entity, graph.events_of(entity->id));
    const MergedEntity* employer = employer_of(role->second, kept);
    if (employer == nullptr) return std::nullopt;
    return lane_of.at(employer->id);
  };
  const auto host_of_event = [&](const MergedEvent& event) {
    std::optional<std::size_t> best;
    for (const std::string_view actor : actors_of(event)) {
      const auto lane = host(actor);
      if (lane && (!best || *lane < *best)) best = lane;  // lanes are still by rank
    }
    return best;
  };

  keep_first(room);
  const bool all_hosted = std::all_of(events.begin(), events.end(), [&](const MergedEvent* event) {
    return host_of_event(*event).has_value();
  });
  if (!all_hosted) keep_first(room - 1);
  const std::size_t other = kept.size();

  std::vector<std::vector<double>> shared(kept.size(), std::vector<double>(kept.size(), 0));
  std::set<std::string_view> folded;
  for (const MergedEvent* event : events) {
    LanePlan::Place& place = plan.places.emplace_back();
    const auto lane = host_of_event(*event);
    place.lane = static_cast<std::uint32_t>(lane.value_or(other));
    const auto actors = actors_of(*event);
    std::string_view actor = actors.front();
    for (const std::string_view one : actors) {
      if (lane && host(one) == lane) {
        actor = one;
        break;
      }
    }
    const MergedEntity* entity = graph.entity(actor);
    place.actor = cut_text(clean_text(entity == nullptr ? actor : entity->name), longest_name);
    if (!lane) folded.insert(actors.begin(), actors.end());
    std::set<std::uint32_t> targets;
    std::set<std::uint32_t> partners;
    for (const MergedParticipant& participant : event->participants) {
      if (!takes_part(participant)) continue;
      const auto target = host(participant.entity);
      if (!target || *target == place.lane) continue;
      const bool acts = std::find(actors.begin(), actors.end(), participant.entity) != actors.end();
      if (acts) partners.insert(static_cast<std::uint32_t>(*target));
      targets.insert(static_cast<std::uint32_t>(*target));
    }
    place.targets.assign(targets.begin(), targets.end());
    place.partners.assign(partners.begin(), partners.end());
    if (!lane || !is_placed(*event)) continue;
    for (const std::uint32_t target : targets) {
      shared[*lane][target] += 1;
      shared[target][*lane] += 1;
    }
  }

  std::vector<std::size_t> order = order_lanes(shared);
  const auto wish_of = [&](std::size_t lane) { return ranked[lane].wish; };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return wish_of(a) < wish_of(b); });
  std::vector<std::uint32_t> position(kept.size() + 1, static_cast<std::uint32_t>(kept.size()));
  for (std::size_t k = 0; k < order.size(); ++k) {
    position[order[k]] = static_cast<std::uint32_t>(k);
    const MergedEntity& entity = *kept[order[k]];
    plan.lanes.push_back({entity.id, cut_text(clean_text(entity.name), longest_name), entity.type});
  }
  if (!folded.empty()) {
    Lane& rest = plan.lanes.emplace_back();
    rest = {"other", word(Word::others, locale, std::to_string(folded.size())),
            EntityType::organization};
    for (const Candidate& candidate : ranked) {
      if (!folded.contains(candidate.entity->id)) continue;
      rest.caption += rest.caption.empty() ? "" : ", ";
      rest.caption += cut_text(clean_text(candidate.entity->name), longest_name);
      if (rest.caption.size() > longest_caption) break;
    }
  }
  for (LanePlan::Place& place : plan.places) {
    place.lane = position[place.lane];
    for (auto* lanes : {&place.targets, &place.partners}) {
      for (std::uint32_t& one : *lanes) one = position[one];
      std::sort(lanes->begin(), lanes->end());
    }
  }
  plan.leading = leading_names(ranked, plan.places);
  return plan;
}

}  // namespace frise
