// What was chosen, written: names, labels, notes. Tested in tests/unit/view/map_test.cpp.

#include "frise/view/view.hpp"
#include "merge/hash.hpp"
#include "view/lanes.hpp"
#include "view/map_parts.hpp"
#include "view/phrases.hpp"
#include "view/relation_labels.hpp"
#include "view/text.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t longest_name = 60;

}  // namespace

MapNode write_actor(const MapActor& actor, const EventGraph& graph) {
  const MergedEntity& entity = *actor.entity;
  MapNode node;
  node.id = entity.id;
  node.name = cut_text(clean_text(entity.name), longest_name);
  node.type = entity.type;
  if (entity.type == EntityType::person) node.caption = role_of(entity, graph.events_of(entity.id));
  node.weight = actor.weight;
  node.focus = actor.focus;
  return node;
}

MapRelation write_relation(const RelationKey& key, const Bundle& bundle, std::string_view label,
                           Notes& notes) {
  MapRelation relation;
  StableHash identity;
  identity.add(key.from).add(key.to).add(static_cast<std::uint64_t>(key.stance));
  relation.id = identity.id("re-");
  relation.label = cut_text(label, longest_label);
  relation.stance = key.stance;
  relation.events = static_cast<std::uint32_t>(bundle.events.size() + bundle.stances.size());
  const Years years = years_of(bundle);
  relation.first_year = years.first;
  relation.last_year = years.last;
  std::vector<CitedGround> grounds;
  for (const MergedEvent* event : bundle.events) add_grounds(*event, grounds);
  for (const MergedStance* stance : bundle.stances) add_grounds(*stance, grounds);
  relation.citations = notes.cite(grounds);
  const std::string& quote = bundle.events.empty() ? bundle.stances.front()->evidence.front().quote
                                                   : quote_of(*bundle.events.front());
  relation.quote = cut_text(clean_text(quote), longest_tooltip);
  return relation;
}

RelationView begin_map(const EventGraph& graph, const Selection& selection, const MapChoice& choice,
                       const ViewOptions& options) {
  RelationView view;
  view.locale = selection.locale;
  view.input_hash = input_hash(graph);
  view.filter = selection.words;
  view.hidden_nodes = choice.hidden_actors;
  view.hidden_relations = choice.hidden_relations;
  for (const MapActor& actor : choice.actors) view.nodes.push_back(write_actor(actor, graph));
  view.title_is_made = options.title.empty();
  view.subtitle_is_made = options.subtitle.empty();
  view.title = cut_text(clean_text(options.title), longest_label);
  view.subtitle = cut_text(clean_text(options.subtitle), longest_label);
  return view;
}

ActorNumbers number_actors(const MapChoice& choice) {
  ActorNumbers numbers;
  for (const MapActor& actor : choice.actors) {
    numbers.emplace(actor.entity->id, static_cast<std::uint32_t>(numbers.size()));
  }
  return numbers;
}

std::vector<const Bundles::value_type*> in_order(const Bundles& bundles,
                                                 const ActorNumbers& numbers) {
  std::vector<const Bundles::value_type*> order;
  for (const auto& entry : bundles) order.push_back(&entry);
  const auto place = [&](const Bundles::value_type* entry) {
    return std::tuple{numbers.at(entry->first.from), numbers.at(entry->first.to),
                      entry->first.stance};
  };
  std::sort(order.begin(), order.end(),
            [&](const auto* a, const auto* b) { return place(a) < place(b); });
  return order;
}

Result<RelationView> make_map(const EventGraph& graph, const ViewOptions& options) {
  const auto selection = select(graph, options);
  if (!selection) return fail(selection.error());
  const auto choice = choose_for_map(graph, *selection, options);
  if (!choice) return fail(choice.error());
  RelationView view = begin_map(graph, *selection, *choice, options);
  const ActorNumbers numbers = number_actors(*choice);
  Notes notes{graph};
  for (const Bundles::value_type* entry : in_order(choice->bundles, numbers)) {
    const auto& [key, bundle] = *entry;
    MapRelation relation =
        write_relation(key, bundle, relation_label(key, bundle, graph, view.locale), notes);
    relation.from = numbers.at(key.from);
    relation.to = numbers.at(key.to);
    view.relations.push_back(std::move(relation));
  }
  view.notes = notes.take();
  if (options.groups) view.groups = group_map(view);
  title_map(view);
  return view;
}

}  // namespace frise
