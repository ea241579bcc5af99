// The same graph as the map's, relation labels as nodes of their own, with the attributes that give
// plain dot the same look. Tested in tests/unit/render/dot_test.cpp.

#include "frise/render/render.hpp"
#include "render/dot_graph.hpp"
#include "render/map_fit.hpp"
#include "render/map_layout.hpp"
#include "render/map_view.hpp"
#include "render/sources.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"

namespace frise {
namespace {

using namespace render;

std::string wrapped(std::string_view text, std::string_view locale, std::size_t lines) {
  std::string out;
  for (const std::string& line : wrap(typeset(clean(text, label_limit), locale),
                                      {.width = 160, .size = 11, .max_lines = lines})) {
    out += (out.empty() ? "" : "\\n") + dot_label(line);
  }
  return out;
}

void style_node(DotGraph& graph, Agnode_s* node, const MapNode& from, const Palette& colours) {
  switch (shape_of(from.type)) {
    case NodeShape::organization:
      graph.set(node, "style", "rounded");
      break;
    case NodeShape::person:
      graph.set(node, "style", "filled");
      graph.set(node, "fillcolor", colours.band);
      break;
    case NodeShape::product:
      graph.set(node, "style", "solid");
      break;
    case NodeShape::collective:
      graph.set(node, "style", "rounded,dashed");
      break;
  }
  graph.set(node, "color", from.focus ? colours.ink : colours.line);
  if (from.focus) graph.set(node, "penwidth", "2");
}

void style_line(DotGraph& graph, Agedge_s* edge, const StanceStyle& style, bool with_head) {
  graph.set(edge, "color", style.colour);
  graph.set(edge, "style",
            style.dash.empty()              ? "solid"
            : style.dash.size() > 5         ? "dashed"
            : style.dash.starts_with("1.5") ? "dotted"
                                            : "dashed");
  std::string_view head = "none";
  if (with_head) {
    switch (style.head) {
      case Head::arrow:
        head = "normal";
        break;
      case Head::tee:
        head = "tee";
        break;
      case Head::open_diamond:
        head = "odiamond";
        break;
      case Head::none:
        break;
    }
  }
  graph.set(edge, "arrowhead", head);
}

void add_groups(DotGraph& graph, const RelationView& view, const std::vector<Agnode_s*>& nodes,
                const Palette& colours, Rendering& rendering) {
  const auto& groups = view.groups->standing_out;
  if (groups.empty() && !view.nodes.empty()) {
    rendering.remarks.push_back(no_bands(*view.groups, "en"));
  }
  if (!groups.empty()) graph.set(graph.root(), "newrank", "true");
  for (std::size_t g = 0; g < groups.size(); ++g) {
    Agraph_s* cluster = graph.cluster(g);
    graph.set(cluster, "label", dot_label(typeset(clean(groups[g].label), view.locale)));
    graph.set(cluster, "labeljust", "l");
    graph.set(cluster, "fontsize", "10.5");
    graph.set(cluster, "fontcolor", colours.secondary);
    graph.set(cluster, "style", "rounded,filled");
    graph.set(cluster, "color", colours.line);
    graph.set(cluster, "fillcolor", colours.band);
    for (const std::uint32_t member : boxes_in(view, groups[g])) {
      graph.put_in(cluster, nodes[member]);
    }
  }
}

}  // namespace

Result<Rendering> map_dot(const RelationView& full, const RenderOptions& options) {
  const Palette colours = palette(options.theme, options.style);
  Rendering rendering;
  const RelationView view = bounded(full, rendering.warnings);
  DotGraph graph{"map"};
  graph.set(graph.root(), "rankdir", "LR");
  graph.set(graph.root(), "splines", "true");
  graph.set(graph.root(), "label", dot_label(typeset(clean(view.title), view.locale)));
  graph.set(graph.root(), "labelloc", "t");
  graph.set(graph.root(), "fontname", "Noto Sans");
  graph.set(graph.root(), "bgcolor", colours.background);
  graph.set(graph.root(), "charset", "UTF-8");
  graph.set_node_default("fontname", "Noto Sans");
  graph.set_node_default("fontsize", "12");
  graph.set_node_default("shape", "box");
  graph.set_edge_default("penwidth", "1.75");
  std::vector<Agnode_s*> nodes;  // actors, then labels
  for (const MapNode& from : view.nodes) {
    Agnode_s* node = graph.node(dot_name("entity-", from.id));
    std::string label = wrapped(from.name, view.locale, 2);
    if (!from.caption.empty()) label += "\\n" + wrapped(from.caption, view.locale, 2);
    graph.set(node, "label", label);
    graph.set(node, "fontcolor", colours.ink);
    style_node(graph, node, from, colours);
    nodes.push_back(node);
  }
  for (std::size_t r = 0; r < view.relations.size(); ++r) {
    const MapRelation& relation = view.relations[r];
    const StanceStyle& style = colours.stance(relation.stance);
    Agnode_s* label = graph.node(dot_name("relation-", relation.id));
    std::string text = wrapped(relation.label, view.locale, 3);
    if (!relation.citations.empty()) text += " " + dot_label(reference_text(relation.citations));
    graph.set(label, "shape", "plaintext");
    graph.set(label, "fontsize", "10.5");
    graph.set(label, "fontcolor", colours.ink);
    graph.set(label, "label", text);
    style_line(graph, graph.edge(nodes[relation.from], label, "from"), style, false);
    style_line(graph, graph.edge(label, nodes[relation.to], "to"), style, true);
    nodes.push_back(label);
  }
  if (view.groups) add_groups(graph, view, nodes, colours, rendering);
  rendering.bytes = graph.write();
  if (rendering.bytes.empty()) {
    return fail({.code = ErrorCode::layout_failed, .message = "cannot write map.dot"});
  }
  return rendering;
}

}  // namespace frise
