// The graph is cut down here, before any layout: the actors, then the heaviest relations (dot takes
// minutes for 1,000 edges among 50 nodes). The heaviest actors of a large graph may have nothing to
// do with each other; so each is taken for what ties it to those taken before, as Prim's tree
// grows. Tested in tests/unit/view/map_choice_test.cpp.

#include "view/map_choice.hpp"

#include "frise/graph/measures.hpp"
#include "view/periods.hpp"

#include <algorithm>
#include <queue>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t relations_a_node = 3;
constexpr std::size_t few_relations = 16;   ///< among which mere mentions are still read
constexpr std::size_t most_readable = 200;  ///< actors; names become specks beyond
constexpr std::size_t most_at_all = 1000;

using Pair = std::pair<std::string_view, std::string_view>;

Error too_many(std::size_t actors, std::size_t most, std::string_view advice) {
  return {.code = ErrorCode::bad_value,
          .message = std::to_string(actors) + " actors on one map: no more than " +
                     std::to_string(most) + " can be " + std::string{advice}};
}

bool is_asked_for(std::string_view id, const Selection& selection) {
  const std::string name{id};
  return selection.focus.contains(name) || selection.entities.contains(name);
}

/// Where relations are many, those that only say that somebody speaks of somebody go; the last that
/// ties somebody to the focus stays. \returns how many went.
std::size_t drop_mentions(Bundles& bundles, const Selection& selection) {
  if (bundles.size() <= few_relations) return 0;
  std::set<Pair> told;
  for (const auto& [key, bundle] : bundles) {
    if (!is_mention(key, bundle)) told.insert(std::minmax(key.from, key.to));
  }
  return std::erase_if(bundles, [&](const auto& entry) {
    const RelationKey& key = entry.first;
    if (!is_mention(key, entry.second)) return false;
    const bool of_focus = selection.focus.contains(std::string{key.from}) ||
                          selection.focus.contains(std::string{key.to});
    return !of_focus || told.contains(std::minmax(key.from, key.to));
  });
}

/// On maps of periods, what stands in none of them hardly counts.
double weight_in(const Bundle& bundle, MapPeriod per) {
  if (per == MapPeriod::none) return bundle.weight();
  constexpr double without_period = 0.1;
  double weight = 0;
  const auto add = [&](const RecordDate& date) {
    weight += periods_of(date, per) ? 1 : without_period;
  };
  for (const MergedEvent* event : bundle.events) add(event->date);
  for (const MergedStance* stance : bundle.stances) add(stance->date);
  return weight;
}

struct Tie {
  std::uint32_t to = 0;
  double weight = 0;
};

/// Everybody with a relation, by who was asked for, then by weight; equals by how many ways lead
/// through them, then by name. An actor's number is its rank.
class Actors {
 public:
  Actors(const EventGraph& graph, const Selection& selection, const Bundles& bundles, MapPeriod per)
      : selection_{selection} {
    for (const auto& [key, bundle] : bundles) {
      const double weight = weight_in(bundle, per);
      weight_[key.from] += weight;
      weight_[key.to] += weight;
    }
    rank(graph);
    ties_.resize(ranked_.size());
    for (const auto& [key, bundle] : bundles) {
      const std::uint32_t from = number_.at(key.from);
      const std::uint32_t to = number_.at(key.to);
      if (from == to) continue;
      const double weight = weight_in(bundle, per);
      ties_[from].push_back({to, weight});
      ties_[to].push_back({from, weight});
    }
  }

  [[nodiscard]] std::size_t size() const { return ranked_.size(); }
  [[nodiscard]] const MergedEntity* entity(std::uint32_t actor) const { return ranked_[actor]; }
  [[nodiscard]] double weight(std::uint32_t actor) const { return weight_.at(ranked_[actor]->id); }
  [[nodiscard]] const std::vector<Tie>& ties(std::uint32_t actor) const { return ties_[actor]; }
  [[nodiscard]] bool is_asked_for(std::uint32_t actor) const {
    return frise::is_asked_for(ranked_[actor]->id, selection_);
  }

  /// Those that no number of actors leaves out: the focus and its neighbours.
  [[nodiscard]] std::set<std::uint32_t> always() const {
    std::set<std::uint32_t> kept;
    if (selection_.focus.empty()) return kept;
    for (std::uint32_t actor = 0; actor < size() && is_asked_for(actor); ++actor) {
      kept.insert(actor);
      for (const Tie& tie : ties_[actor]) kept.insert(tie.to);
    }
    return kept;
  }

 private:
  void rank(const EventGraph& graph) {
    const NameOrder names{selection_.locale};
    std::unordered_map<std::string, double> between;
    for (ActorMeasures& actor : measure_actors(graph.corpus())) {
      between.emplace(std::move(actor.entity), actor.betweenness.value_or(0));
    }
    const auto place = [&](const MergedEntity& entity) {
      const auto through = between.find(entity.id);
      return std::tuple{!frise::is_asked_for(entity.id, selection_), -weight_.at(entity.id),
                        through == between.end() ? 0 : -through->second};
    };
    for (const auto& [id, total] : weight_) ranked_.push_back(graph.entity(id));
    std::sort(ranked_.begin(), ranked_.end(), [&](const MergedEntity* a, const MergedEntity* b) {
      if (place(*a) != place(*b)) return place(*a) < place(*b);
      const int order = names.compare(a->name, b->name);
      return order != 0 ? order < 0 : a->id < b->id;
    });
    for (const MergedEntity* entity : ranked_) {
      number_.emplace(entity->id, static_cast<std::uint32_t>(number_.size()));
    }
  }

  const Selection& selection_;
  std::map<std::string_view, double> weight_;
  std::vector<const MergedEntity*> ranked_;
  std::unordered_map<std::string_view, std::uint32_t> number_;
  std::vector<std::vector<Tie>> ties_;
};

struct Grown {
  std::vector<std::uint32_t> actors;
  std::set<Pair> ties;  ///< what each was taken for
};

/// Who was asked for or, when nobody was, the heaviest; then, in turn, whoever has most to do with
/// those already taken; when nobody has, the heaviest of the others.
Grown grow(const Actors& actors, const std::set<std::uint32_t>& always, std::size_t most) {
  struct Candidate {
    bool last = false;  ///< others stay in any case
    double loose = 0;   ///< less is more to do with those taken
    std::uint32_t actor = 0;

    bool operator<(const Candidate& other) const {
      return std::tie(last, loose, actor) > std::tie(other.last, other.loose, other.actor);
    }
  };
  Grown grown;
  std::vector<double> tied(actors.size(), 0);
  std::vector<char> taken(actors.size(), 0);
  std::priority_queue<Candidate> queue;
  const auto take = [&](std::uint32_t actor) {
    taken[actor] = 1;
    grown.actors.push_back(actor);
    const Tie* strongest = nullptr;
    for (const Tie& tie : actors.ties(actor)) {
      if (taken[tie.to] != 0) {
        if (strongest == nullptr || tie.weight > strongest->weight) strongest = &tie;
        continue;
      }
      tied[tie.to] += tie.weight;
      queue.push({!always.contains(tie.to), -tied[tie.to], tie.to});
    }
    if (strongest == nullptr) return;
    const std::string_view a = actors.entity(actor)->id;
    const std::string_view b = actors.entity(strongest->to)->id;
    grown.ties.insert(std::minmax(a, b));
  };
  std::uint32_t next = 0;
  while (next < actors.size() && grown.actors.size() < most && actors.is_asked_for(next)) {
    take(next++);
  }
  while (grown.actors.size() < most && grown.actors.size() < actors.size()) {
    while (!queue.empty() && taken[queue.top().actor] != 0) queue.pop();
    if (queue.empty()) {
      while (taken[next] != 0) ++next;
      take(next);
    } else {
      const std::uint32_t actor = queue.top().actor;
      queue.pop();
      take(actor);
    }
  }
  return grown;
}

}  // namespace

Result<MapChoice> choose_for_map(const EventGraph& graph, const Selection& selection,
                                 const ViewOptions& options) {
  MapChoice choice;
  auto [bundles, passed_over] = gather_relations(graph, selection);
  if (!options.stances.empty()) {
    passed_over += std::erase_if(bundles, [&options](const auto& entry) {
      return std::find(options.stances.begin(), options.stances.end(), entry.first.stance) ==
             options.stances.end();
    });
  }
  std::set<std::string_view> everybody;
  for (const auto& [key, bundle] : bundles) everybody.insert({key.from, key.to});
  choice.hidden_relations = passed_over + drop_mentions(bundles, selection);

  const Actors actors{graph, selection, bundles, options.per};
  const auto always = actors.always();
  const std::size_t most = options.top == 0
                               ? actors.size()
                               : std::min(actors.size(), std::max(options.top, always.size()));
  if (most > most_at_all)
    return fail(too_many(most, most_at_all, "drawn; lower --top, or export the graph"));
  if (most > most_readable && !options.force) {
    return fail(too_many(most, most_readable, "read; lower --top, or draw it with --force"));
  }
  const Grown grown = grow(actors, always, most);

  std::set<std::string_view> shown;
  for (const std::uint32_t actor : grown.actors) {
    choice.actors.push_back({.entity = actors.entity(actor), .weight = actors.weight(actor)});
    shown.insert(actors.entity(actor)->id);
  }
  choice.hidden_relations += std::erase_if(bundles, [&shown](const auto& entry) {
    return !shown.contains(entry.first.from) || !shown.contains(entry.first.to);
  });
  if (options.per == MapPeriod::none) {
    std::vector<const MergedEntity*> entities;
    for (const auto& actor : choice.actors) entities.push_back(actor.entity);
    add_roles(bundles, graph, entities);
  }
  choice.hidden_relations += keep_heaviest(
      bundles, relations_a_node * std::max<std::size_t>(options.top, most), grown.ties);
  // A node whose every neighbour is hidden says nothing.
  shown.clear();
  for (const auto& [key, bundle] : bundles) shown.insert({key.from, key.to});
  std::erase_if(choice.actors,
                [&](const auto& actor) { return !shown.contains(actor.entity->id); });
  choice.hidden_actors = everybody.size() - std::min(everybody.size(), choice.actors.size());
  const bool chosen = !selection.focus.empty() || !selection.entities.empty();
  for (MapActor& actor : choice.actors) {
    actor.focus =
        chosen ? is_asked_for(actor.entity->id, selection) : &actor == &choice.actors.front();
  }
  choice.bundles = std::move(bundles);
  return choice;
}

}  // namespace frise
