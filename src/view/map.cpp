// The graph is cut down here, before any layout: the heaviest nodes, then the heaviest relations
// (dot takes minutes for 1,000 edges among 50 nodes). Tested in tests/unit/view/map_test.cpp.

#include "frise/graph/measures.hpp"
#include "frise/view/view.hpp"
#include "merge/hash.hpp"
#include "view/lanes.hpp"
#include "view/map_parts.hpp"
#include "view/notes.hpp"
#include "view/phrases.hpp"
#include "view/relation_labels.hpp"
#include "view/selection.hpp"
#include "view/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t relations_a_node = 3;
constexpr std::size_t few_relations = 16;   ///< among which mere mentions are still read
constexpr std::size_t most_readable = 200;  ///< actors; names become specks beyond
constexpr std::size_t most_at_all = 1000;

using Ranked = std::vector<const MergedEntity*>;

Error too_many(std::size_t actors, std::size_t most, std::string_view advice) {
  return {.code = ErrorCode::bad_value,
          .message = std::to_string(actors) + " actors on one map: no more than " +
                     std::to_string(most) + " can be " + std::string{advice}};
}

/// Where relations are many, those that only say that somebody speaks of somebody go; the last that
/// ties somebody to the focus stays. \returns how many went.
std::size_t drop_mentions(Bundles& bundles, const Selection& selection) {
  if (bundles.size() <= few_relations) return 0;
  std::set<std::pair<std::string_view, std::string_view>> told;
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

/// Everybody with a relation: who was asked for, their neighbours, then by weight; equals by how
/// many ways lead through them, then by name.
class Ranking {
 public:
  Ranking(const EventGraph& graph, const Selection& selection, const Bundles& bundles)
      : graph_{graph}, selection_{selection}, names_{selection.locale} {
    for (const auto& [key, bundle] : bundles) {
      weight_[key.from] += bundle.weight();
      weight_[key.to] += bundle.weight();
      if (is_focus(key.from)) beside_.insert(key.to);
      if (is_focus(key.to)) beside_.insert(key.from);
    }
  }

  Ranked rank() {
    for (ActorMeasures& actor : measure_actors(graph_.corpus())) {
      between_.emplace(std::move(actor.entity), actor.betweenness.value_or(0));
    }
    Ranked ranked;
    for (const auto& [id, total] : weight_) ranked.push_back(graph_.entity(id));
    std::sort(ranked.begin(), ranked.end(),
              [this](const MergedEntity* a, const MergedEntity* b) { return before(*a, *b); });
    return ranked;
  }

  [[nodiscard]] double weight(std::string_view id) const { return weight_.at(id); }
  [[nodiscard]] bool is_focus(std::string_view id) const {
    const std::string name{id};
    return selection_.focus.contains(name) || selection_.entities.contains(name);
  }
  /// Those that no number of actors leaves out.
  [[nodiscard]] std::size_t always() const {
    if (selection_.focus.empty()) return 0;
    std::set<std::string_view> kept;
    for (const std::string_view id : beside_) kept.insert(id);
    for (const auto& [id, total] : weight_) {
      if (is_focus(id)) kept.insert(id);
    }
    return kept.size();
  }

 private:
  [[nodiscard]] bool before(const MergedEntity& a, const MergedEntity& b) const {
    const auto place = [this](const MergedEntity& entity) {
      const bool beside = !selection_.focus.empty() && beside_.contains(entity.id);
      return std::tuple{!is_focus(entity.id), !beside, -weight_.at(entity.id), -through(entity.id)};
    };
    if (place(a) != place(b)) return place(a) < place(b);
    const int order = names_.compare(a.name, b.name);
    return order != 0 ? order < 0 : a.id < b.id;
  }

  [[nodiscard]] double through(const std::string& id) const {
    const auto found = between_.find(id);
    return found == between_.end() ? 0 : found->second;
  }

  const EventGraph& graph_;
  const Selection& selection_;
  NameOrder names_;
  std::map<std::string_view, double> weight_;
  std::set<std::string_view> beside_;
  std::unordered_map<std::string, double> between_;
};

MapNode node_of(const MergedEntity& entity, const EventGraph& graph) {
  MapNode node;
  node.id = entity.id;
  node.name = cut_text(clean_text(entity.name), longest_name);
  node.type = entity.type;
  if (entity.type == EntityType::person) node.caption = role_of(entity, graph.events_of(entity.id));
  return node;
}

MapRelation relation_of(const RelationKey& key, const Bundle& bundle, const EventGraph& graph,
                        Notes& notes, const std::string& locale) {
  MapRelation relation;
  StableHash identity;
  identity.add(key.from).add(key.to).add(static_cast<std::uint64_t>(key.stance));
  relation.id = identity.id("re-");
  relation.label = cut_text(relation_label(key, bundle, graph, locale), longest_label);
  relation.stance = key.stance;
  relation.events = static_cast<std::uint32_t>(bundle.events.size() + bundle.stances.size());
  const Years years = years_of(bundle);
  relation.first_year = years.first;
  relation.last_year = years.last;
  std::set<std::uint32_t> cited;
  for (const MergedEvent* event : bundle.events) {
    const auto numbers = notes.cite(event->claims);
    cited.insert(numbers.begin(), numbers.end());
  }
  for (const MergedStance* stance : bundle.stances) {
    const auto numbers = notes.cite(stance->evidence);
    cited.insert(numbers.begin(), numbers.end());
  }
  relation.notes.assign(cited.begin(), cited.end());
  const std::string& quote = bundle.events.empty() ? bundle.stances.front()->evidence.front().quote
                                                   : quote_of(*bundle.events.front());
  relation.quote = cut_text(clean_text(quote), longest_tooltip);
  return relation;
}

}  // namespace

Result<RelationView> make_map(const EventGraph& graph, const ViewOptions& options) {
  const auto selection = select(graph, options);
  if (!selection) return fail(selection.error());
  RelationView view;
  view.locale = selection->locale;
  view.input_hash = input_hash(graph);
  view.filter = selection->words;
  auto [bundles, passed_over] = gather_relations(graph, *selection);
  if (!options.stances.empty()) {
    passed_over += std::erase_if(bundles, [&options](const auto& entry) {
      return std::find(options.stances.begin(), options.stances.end(), entry.first.stance) ==
             options.stances.end();
    });
  }
  std::set<std::string_view> everybody;
  for (const auto& [key, bundle] : bundles) everybody.insert({key.from, key.to});
  const std::size_t total = everybody.size();
  view.hidden_relations = passed_over + drop_mentions(bundles, *selection);

  Ranking ranking{graph, *selection, bundles};
  Ranked ranked = ranking.rank();
  const std::size_t most = std::max(options.top, ranking.always());
  if (options.top != 0 && ranked.size() > most) ranked.resize(most);
  if (ranked.size() > most_at_all)
    return fail(too_many(ranked.size(), most_at_all, "drawn; lower --top, or export the graph"));
  if (ranked.size() > most_readable && !options.force) {
    return fail(
        too_many(ranked.size(), most_readable, "read; lower --top, or draw it with --force"));
  }

  std::set<std::string_view> shown;
  for (const MergedEntity* entity : ranked) shown.insert(entity->id);
  view.hidden_relations += std::erase_if(bundles, [&shown](const auto& entry) {
    return !shown.contains(entry.first.from) || !shown.contains(entry.first.to);
  });
  add_roles(bundles, graph, ranked);
  view.hidden_relations +=
      keep_heaviest(bundles, relations_a_node * std::max<std::size_t>(options.top, ranked.size()));
  // A node whose every neighbour is hidden says nothing.
  shown.clear();
  for (const auto& [key, bundle] : bundles) shown.insert({key.from, key.to});
  std::erase_if(ranked, [&](const MergedEntity* entity) { return !shown.contains(entity->id); });
  view.hidden_nodes = total > ranked.size() ? total - ranked.size() : 0;

  const bool chosen = !selection->focus.empty() || !selection->entities.empty();
  std::unordered_map<std::string_view, std::uint32_t> index;
  for (const MergedEntity* entity : ranked) {
    MapNode node = node_of(*entity, graph);
    node.weight = ranking.weight(entity->id);
    node.focus = chosen ? ranking.is_focus(entity->id) : view.nodes.empty();
    index.emplace(entity->id, static_cast<std::uint32_t>(view.nodes.size()));
    view.nodes.push_back(std::move(node));
  }

  std::vector<const Bundles::value_type*> order;
  for (const auto& entry : bundles) order.push_back(&entry);
  const auto place = [&](const Bundles::value_type* entry) {
    return std::tuple{index.at(entry->first.from), index.at(entry->first.to), entry->first.stance};
  };
  std::sort(order.begin(), order.end(),
            [&](const auto* a, const auto* b) { return place(a) < place(b); });
  Notes notes{graph};
  for (const Bundles::value_type* entry : order) {
    MapRelation relation = relation_of(entry->first, entry->second, graph, notes, view.locale);
    relation.from = index.at(entry->first.from);
    relation.to = index.at(entry->first.to);
    view.relations.push_back(std::move(relation));
  }
  view.notes = notes.take();
  view.title_is_made = options.title.empty();
  view.subtitle_is_made = options.subtitle.empty();
  view.title = cut_text(clean_text(options.title), longest_label);
  view.subtitle = cut_text(clean_text(options.subtitle), longest_label);
  title_map(view);
  return view;
}

}  // namespace frise
