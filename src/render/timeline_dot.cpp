// For those who edit by hand: a node for each event, years in a chain with the events of each year
// on the same rank, lanes as chains of their events. Graphviz knows no time scale, so this is an
// order, not a ruler. Tested in tests/unit/render/dot_test.cpp.

#include "frise/render/render.hpp"
#include "render/dot_graph.hpp"
#include "render/palette.hpp"
#include "render/sources.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"

#include <array>
#include <map>

namespace frise {
namespace {

using namespace render;

constexpr std::string_view undated = "undated";

std::string year_of(const TimelineItem& item) {
  if (!item.date) return std::string{undated};
  const auto day =
      item.date->bounds.earliest ? item.date->bounds.earliest : item.date->bounds.latest;
  return day ? to_iso(*day).substr(0, 4) : std::string{undated};
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "\\n") + dot_label(line);
  return out;
}

std::string label_of(const TimelineView& view, const TimelineItem& item) {
  const Paragraph paragraph{.width = 200, .size = 11, .max_lines = 4};
  std::string label = joined(wrap(typeset(clean(item.label), view.locale), paragraph));
  std::string second = typeset(clean(item.date_label, name_limit), view.locale);
  if (!item.citations.empty()) second += " " + reference_text(item.citations);
  if (!second.empty()) label += "\\n" + dot_label(second);
  return label;
}

std::string_view arrow_of(Head head) {
  switch (head) {
    case Head::arrow:
      return "normal";
    case Head::tee:
      return "tee";
    case Head::open_diamond:
      return "odiamond";
    case Head::none:
      break;
  }
  return "none";
}

}  // namespace

Result<Rendering> timeline_dot(const TimelineView& view, const RenderOptions& options) {
  const Palette colours = palette(options.theme, options.style);
  DotGraph graph{"timeline"};
  graph.set(graph.root(), "rankdir", "LR");
  graph.set(graph.root(), "label", dot_label(typeset(clean(view.title), view.locale)));
  graph.set(graph.root(), "labelloc", "t");
  graph.set(graph.root(), "fontname", "Noto Sans");
  graph.set(graph.root(), "bgcolor", colours.background);
  graph.set(graph.root(), "charset", "UTF-8");
  graph.set_node_default("fontname", "Noto Sans");
  graph.set_node_default("fontsize", "11");
  graph.set_node_default("shape", "box");
  graph.set_edge_default("fontname", "Noto Sans");
  graph.set_edge_default("fontsize", "9");

  std::map<std::string, Agraph_s*> years;  // "undated" sorts after digits
  for (const TimelineItem& item : view.items) years.emplace(year_of(item), nullptr);
  Agnode_s* before = nullptr;
  for (auto& [year, rank] : years) {
    Agnode_s* node = graph.node("year-" + year);
    graph.set(node, "shape", "plaintext");
    graph.set(node, "label", year == undated ? word(Word::undated, view.locale) : year);
    graph.set(node, "fontcolor", colours.secondary);
    rank = graph.subgraph();
    graph.set(rank, "rank", "same");
    graph.put_in(rank, node);
    if (before != nullptr) {
      Agedge_s* edge = graph.edge(before, node, "time");
      graph.set(edge, "color", colours.grid);
      graph.set(edge, "arrowhead", "none");
    }
    before = node;
  }

  std::vector<Agnode_s*> lanes;
  for (std::size_t l = 0; l < view.lanes.size(); ++l) {
    Agnode_s* node = graph.node(dot_name("lane-", view.lanes[l].id));
    graph.set(node, "shape", "plaintext");
    graph.set(node, "fontsize", "13");
    graph.set(node, "label", dot_label(clean(view.lanes[l].name, name_limit)));
    lanes.push_back(node);
  }
  std::vector<Agnode_s*> events;
  std::vector<Agnode_s*> last = lanes;
  for (std::size_t i = 0; i < view.items.size(); ++i) {
    const TimelineItem& item = view.items[i];
    const StanceStyle& style = colours.stance(item.stance);
    Agnode_s* node = graph.node(dot_name("event-", item.id));
    events.push_back(node);
    graph.set(node, "label", label_of(view, item));
    graph.set(node, "color", style.colour);
    graph.set(node, "fontcolor", colours.ink);
    if (style.fill != "none") {
      graph.set(node, "style", "filled");
      graph.set(node, "fillcolor", style.fill);
    }
    graph.put_in(years[year_of(item)], node);
    if (item.lane >= lanes.size()) continue;
    graph.set(node, "group", dot_name("lane-", view.lanes[item.lane].id));
    if (last[item.lane] != node) {
      Agedge_s* edge = graph.edge(last[item.lane], node, "lane");
      graph.set(edge, "color", colours.line);
      graph.set(edge, "arrowhead", "none");
      graph.set(edge, "weight", "4");
    }
    last[item.lane] = node;
    for (const std::uint32_t target : item.targets) {
      if (target >= lanes.size()) continue;
      Agedge_s* edge = graph.edge(node, lanes[target], "acts");
      graph.set(edge, "color", style.colour);
      const bool partner =
          std::find(item.partners.begin(), item.partners.end(), target) != item.partners.end();
      graph.set(edge, "arrowhead", partner ? "odot" : arrow_of(style.head));
      graph.set(edge, "constraint", "false");
      graph.set(edge, "style", style.dash.empty() ? "solid" : "dashed");
    }
  }
  for (const TimelineLink& link : view.links) {
    if (link.from >= events.size() || link.to >= events.size()) continue;
    constexpr std::array<Word, 5> names{Word::follows, Word::contradicts, Word::denies,
                                        Word::confirms, Word::refines};
    const std::string_view name = word(names[static_cast<std::size_t>(link.kind)], view.locale);
    Agedge_s* edge = graph.edge(events[link.from], events[link.to], name);
    graph.set(edge, "label", name);
    graph.set(edge, "color", colours.secondary);
    graph.set(edge, "constraint", "false");
  }
  Rendering rendering{.bytes = graph.write(), .warnings = {}};
  if (rendering.bytes.empty()) {
    return fail({.code = ErrorCode::layout_failed, .message = "cannot write timeline.dot"});
  }
  return rendering;
}

}  // namespace frise
