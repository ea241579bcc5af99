// Samples of what the map uses, and what it hides.

#include "render/map_fit.hpp"
#include "render/map_paint.hpp"
#include "render/map_view.hpp"
#include "render/svg_parts.hpp"
#include "render/utf8.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace frise::render {
namespace {

bool has_bands(const RelationView& view) {
  return view.groups && !view.groups->standing_out.empty();
}

std::string modularity_words(const MapGroups& groups, std::string_view locale) {
  return std::string{word(Word::modularity, locale)} + " " +
         hundredths(std::max(0.0, groups.modularity), locale);
}

}  // namespace

std::string no_bands(const MapGroups& groups, std::string_view locale) {
  const bool low = groups.modularity < least_modularity;
  std::string words{word(low ? Word::no_groups : Word::no_large_group, locale)};
  words += std::string{word(Word::colon, locale)} + modularity_words(groups, locale);
  if (low) words += " < " + hundredths(least_modularity, locale);
  return words;
}

Foot map_foot(const RelationView& view, const Palette& colours) {
  Foot foot;
  std::set<MarkStance> stances;
  for (const MapRelation& relation : view.relations) stances.insert(relation.stance);
  LegendGroup lines{.heading = std::string{word(Word::stance, view.locale)}};
  for (const MarkStance stance : stances) {
    const std::string_view name = word(stance_words[static_cast<std::size_t>(stance)], view.locale);
    lines.entries.push_back(
        {std::string{name}, 40, [stance, &colours](XmlWriter& svg, double x, double y) {
           const StanceStyle& style = colours.stance(stance);
           draw_line(svg, {x, y}, {x + 40 - head_length(style.head), y}, style.colour,
                     style.line_width, style.dash);
           draw_head(svg, style.head, {x, y}, {x + 40, y}, style.colour, colours.background);
         }});
  }
  std::set<NodeShape> shapes;
  for (const MapNode& node : view.nodes) shapes.insert(shape_of(node.type));
  LegendGroup nodes{.heading = std::string{word(Word::actors, view.locale)}};
  for (const NodeShape shape : shapes) {
    constexpr std::array<std::pair<EntityType, Word>, 4> samples{
        {{EntityType::company, Word::company},
         {EntityType::person, Word::person},
         {EntityType::product, Word::product},
         {EntityType::sector, Word::collective}}};
    const auto& [type, name] = samples[static_cast<std::size_t>(shape)];
    nodes.entries.push_back(
        {std::string{word(name, view.locale)}, 28,
         [type = type, &colours](XmlWriter& svg, double x, double y) {
           draw_node(svg, {x, y - 7, x + 28, y + 7}, type, NodeLook::plain, colours);
         }});
  }
  foot.legend = {std::move(lines), std::move(nodes)};
  std::string line;
  if (has_bands(view)) {
    const std::string words = std::string{word(Word::calculated, view.locale)} + " (" +
                              modularity_words(*view.groups, view.locale) + ")";
    foot.legend.push_back({.heading = std::string{word(Word::groups, view.locale)},
                           .entries = {{words, 28, [&colours](XmlWriter& svg, double x, double y) {
                                          draw_band(svg, {x, y - 7, x + 28, y + 7}, colours);
                                        }}}});
  } else if (view.groups && !view.nodes.empty()) {
    line = no_bands(*view.groups, view.locale) + " · ";
  }
  const auto hidden = [&line, &view](std::size_t number, Word words) {
    if (number == 0) return;
    line += count(number, view.locale) + " " + std::string{word(words, view.locale)} + " · ";
  };
  hidden(view.hidden_nodes, Word::hidden_actors);
  hidden(view.hidden_relations, Word::hidden_relations);
  line += "frise " FRISE_VERSION;
  if (const std::string hash = clean(view.input_hash, 64); !hash.empty()) {
    line += " · " + std::string{word(Word::input, view.locale)} + " " + hash;
  }
  foot.last_line = line;
  return foot;
}

}  // namespace frise::render
