// The graph is cut down here, before any layout: the heaviest nodes, then the heaviest relations
// (dot takes minutes for 1,000 edges among 50 nodes). Tested in tests/unit/view/map_test.cpp.

#include "frise/view/view.hpp"
#include "merge/hash.hpp"
#include "view/lanes.hpp"
#include "view/notes.hpp"
#include "view/phrases.hpp"
#include "view/relation_labels.hpp"
#include "view/selection.hpp"
#include "view/text.hpp"
#include "view/words.hpp"

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

std::string subtitle_of(const RelationView& view, const std::string& filter) {
  std::string text =
      count_words(Word::one_actor, Word::many_actors, view.nodes.size(), view.locale);
  text += ", " +
          count_words(Word::one_relation, Word::many_relations, view.relations.size(), view.locale);
  text += " " +
          count_words(Word::from_one_article, Word::from_articles, view.notes.size(), view.locale);
  if (!filter.empty()) text += std::string{word(Word::semicolon, view.locale)} + filter;
  return text;
}

std::string title_of(const RelationView& view, const Bundles& bundles) {
  std::string title;
  for (std::size_t i = 0; i < view.nodes.size() && i < 3; ++i) {
    title += (i == 0 ? "" : ", ") + view.nodes[i].name;
  }
  if (title.empty()) return std::string{word(Word::map, view.locale)};
  Bundle all;
  for (const auto& [key, bundle] : bundles) {
    all.events.insert(all.events.end(), bundle.events.begin(), bundle.events.end());
    all.stances.insert(all.stances.end(), bundle.stances.begin(), bundle.stances.end());
  }
  const std::string years = years_of(all);
  const std::string_view separator = " · ";
  if (!years.empty()) {
    title += std::string{word(Word::colon, view.locale)} + years.substr(separator.size());
  }
  return title;
}

}  // namespace

Result<RelationView> make_map(const EventGraph& graph, const ViewOptions& options) {
  const auto selection = select(graph, options);
  if (!selection) return fail(selection.error());
  RelationView view;
  view.locale = selection->locale;
  view.input_hash = input_hash(graph);
  auto [bundles, passed_over] = gather_relations(graph, *selection);

  const NameOrder names{view.locale};
  std::map<std::string_view, double> weight;
  for (const auto& [key, bundle] : bundles) {
    weight[key.from] += bundle.weight();
    weight[key.to] += bundle.weight();
  }
  std::vector<const MergedEntity*> ranked;
  for (const auto& [id, total] : weight) ranked.push_back(graph.entity(id));
  const auto heavier = [&](const MergedEntity* a, const MergedEntity* b) {
    const bool focus_a = selection->entities.contains(a->id);
    const bool focus_b = selection->entities.contains(b->id);
    if (focus_a != focus_b) return focus_a;
    if (weight[a->id] != weight[b->id]) return weight[a->id] > weight[b->id];
    const int order = names.compare(a->name, b->name);
    return order != 0 ? order < 0 : a->id < b->id;
  };
  std::sort(ranked.begin(), ranked.end(), heavier);
  const std::size_t total = ranked.size();
  if (options.top != 0 && ranked.size() > options.top) ranked.resize(options.top);

  std::set<std::string_view> shown;
  for (const MergedEntity* entity : ranked) shown.insert(entity->id);
  std::erase_if(bundles, [&shown](const auto& entry) {
    return !shown.contains(entry.first.from) || !shown.contains(entry.first.to);
  });
  add_roles(bundles, graph, ranked);
  view.hidden_relations =
      passed_over +
      keep_heaviest(bundles, relations_a_node * std::max<std::size_t>(options.top, ranked.size()));
  // A node whose every neighbour is hidden says nothing.
  shown.clear();
  for (const auto& [key, bundle] : bundles) shown.insert({key.from, key.to});
  std::erase_if(ranked, [&](const MergedEntity* entity) { return !shown.contains(entity->id); });
  view.hidden_nodes = total - ranked.size();

  std::unordered_map<std::string_view, std::uint32_t> index;
  for (const MergedEntity* entity : ranked) {
    MapNode node;
    node.id = entity->id;
    node.name = cut_text(clean_text(entity->name), longest_name);
    node.type = entity->type;
    node.weight = weight[entity->id];
    node.focus =
        selection->entities.empty() ? view.nodes.empty() : selection->entities.contains(entity->id);
    if (entity->type == EntityType::person) {
      node.caption = role_of(*entity, graph.events_of(entity->id));
    }
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
    const auto& [key, bundle] = *entry;
    MapRelation relation;
    StableHash identity;
    identity.add(key.from).add(key.to).add(static_cast<std::uint64_t>(key.stance));
    relation.id = identity.id("re-");
    relation.from = index.at(key.from);
    relation.to = index.at(key.to);
    relation.label = cut_text(relation_label(key, bundle, graph, view.locale), longest_label);
    relation.stance = key.stance;
    relation.events = static_cast<std::uint32_t>(bundle.events.size() + bundle.stances.size());
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
    const std::string& quote = bundle.events.empty()
                                   ? bundle.stances.front()->evidence.front().quote
                                   : quote_of(*bundle.events.front());
    relation.quote = cut_text(clean_text(quote), longest_tooltip);
    view.relations.push_back(std::move(relation));
  }
  view.notes = notes.take();
  view.title = options.title.empty() ? title_of(view, bundles)
                                     : cut_text(clean_text(options.title), longest_label);
  view.subtitle = options.subtitle.empty() ? subtitle_of(view, selection->words)
                                           : cut_text(clean_text(options.subtitle), longest_label);
  return view;
}

}  // namespace frise
