// Cutting comes before layout, never after: a layout of too much is what takes minutes. Ties are
// settled by the view's own order. Tested in tests/unit/render/map_test.cpp.

#include "render/map_view.hpp"

#include <algorithm>
#include <numeric>

namespace frise::render {
namespace {

/// Indices of the `most` best by `better`, in their own order.
template <class Better>
std::vector<std::uint32_t> best_of(std::size_t count, std::size_t most, Better better) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  if (count <= most) return order;
  std::stable_sort(order.begin(), order.end(), better);
  order.resize(most);
  std::sort(order.begin(), order.end());
  return order;
}

}  // namespace

RelationView bounded(const RelationView& view, std::vector<std::string>& warnings) {
  constexpr std::uint32_t gone = UINT32_MAX;
  RelationView out = view;
  const auto nodes =
      best_of(view.nodes.size(), most_nodes, [&view](std::uint32_t a, std::uint32_t b) {
        return view.nodes[a].weight > view.nodes[b].weight;
      });
  if (nodes.size() < view.nodes.size()) {
    const std::size_t cut = view.nodes.size() - nodes.size();
    out.hidden_nodes += cut;
    warnings.push_back(std::to_string(cut) + " actors left out: a map holds at most " +
                       std::to_string(most_nodes));
  }
  std::vector<std::uint32_t> place(view.nodes.size(), gone);
  out.nodes.clear();
  for (const std::uint32_t i : nodes) {
    place[i] = static_cast<std::uint32_t>(out.nodes.size());
    out.nodes.push_back(view.nodes[i]);
  }
  std::vector<MapRelation> kept;
  for (const MapRelation& relation : view.relations) {
    if (relation.from >= place.size() || relation.to >= place.size()) continue;
    if (place[relation.from] == gone || place[relation.to] == gone) continue;
    kept.push_back(relation);
    kept.back().from = place[relation.from];
    kept.back().to = place[relation.to];
  }
  const std::size_t most =
      out.nodes.size() > most_labelled_nodes ? most_plain_lines : most_relations;
  const auto relations = best_of(kept.size(), most, [&kept](std::uint32_t a, std::uint32_t b) {
    return kept[a].events > kept[b].events;
  });
  if (relations.size() < kept.size()) {
    warnings.push_back(std::to_string(kept.size() - relations.size()) +
                       " relations left out: a map holds at most " + std::to_string(most));
  }
  out.relations.clear();
  for (const std::uint32_t i : relations) out.relations.push_back(std::move(kept[i]));
  if (out.groups && out.nodes.size() > most_labelled_nodes) {
    out.groups.reset();
    warnings.push_back("groups are drawn among at most " + std::to_string(most_labelled_nodes) +
                       " actors");
  }
  if (out.groups) out.groups = group_map(out);
  return out;
}

NodeShape shape_of(EntityType type) noexcept {
  switch (type) {
    case EntityType::person:
      return NodeShape::person;
    case EntityType::product:
    case EntityType::programme:
    case EntityType::cryptocurrency:
      return NodeShape::product;
    case EntityType::sector:
      return NodeShape::collective;
    case EntityType::company:
    case EntityType::organization:
    case EntityType::government:
    case EntityType::place:
    case EntityType::publication:
      break;
  }
  return NodeShape::organization;
}

void draw_band(XmlWriter& svg, const Box& box, const Palette& colours) {
  svg.open("rect")
      .attribute("class", "group-band")
      .attribute("x", box.left)
      .attribute("y", box.top)
      .attribute("width", box.width())
      .attribute("height", box.height())
      .attribute("rx", std::min(8.0, box.height() / 2))
      .attribute("fill", colours.band)
      .attribute("stroke", colours.line)
      .attribute("stroke-width", 0.75)
      .close();
}

void draw_node(XmlWriter& svg, const Box& box, EntityType type, NodeLook look,
               const Palette& colours) {
  const bool focus = look == NodeLook::focus;
  const bool faint = look == NodeLook::faint;
  const NodeShape shape = shape_of(type);
  const bool round = shape == NodeShape::organization || shape == NodeShape::collective;
  svg.open("rect")
      .attribute("class", "node-box")
      .attribute("x", box.left)
      .attribute("y", box.top)
      .attribute("width", box.width())
      .attribute("height", box.height());
  if (round) svg.attribute("rx", std::min(12.0, box.height() / 2));
  svg.attribute("fill", shape == NodeShape::person && !faint ? colours.band : colours.background)
      .attribute("stroke", focus ? colours.ink : colours.line)
      .attribute("stroke-width", focus   ? 2.0
                                 : faint ? 0.5
                                         : 1.25);
  if (shape == NodeShape::collective) svg.attribute("stroke-dasharray", "5 3");
  svg.close();
}

}  // namespace frise::render
