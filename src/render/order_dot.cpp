// The order as DOT, for those who lay it out otherwise.

#include "frise/render/render.hpp"
#include "render/dot_graph.hpp"
#include "render/order_layout.hpp"
#include "render/sources.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"

#include <array>

namespace frise {

using namespace render;

Result<Rendering> order_dot(const OrderView& full, const RenderOptions& options) {
  const OrderView view = with_sound_ends(full);
  const TimelineView& events = view.events;
  DotGraph graph{"order"};
  const auto set_root = [&graph](std::string_view key, std::string_view value) {
    graph.set(graph.root(), key, value);
  };
  set_root("rankdir", options.page == "a4-portrait" ? "TB" : "LR");
  set_root("label", dot_label(typeset(clean(events.title, label_limit), events.locale)));
  graph.set_node_default("shape", "box");
  graph.set_node_default("label", "");
  graph.set_node_default("fontname", "Noto Sans");
  graph.set_node_default("tooltip", "");
  graph.set_edge_default("label", "");
  graph.set_edge_default("style", "");
  graph.set_edge_default("constraint", "");
  std::vector<Agnode_s*> nodes;
  for (const TimelineItem& item : events.items) {
    Agnode_s* node = graph.node(dot_name("e", item.id));
    std::string text;
    for (const std::string& line : wrap(typeset(clean(item.label, label_limit), events.locale),
                                        {.width = 160, .size = 11, .max_lines = 4})) {
      text += dot_label(line) + "\\n";
    }
    text += dot_label(typeset(
        clean(item.date_label, name_limit) + " " + reference_text(item.citations), events.locale));
    graph.set(node, "label", text);
    graph.set(node, "tooltip", dot_label(clean(item.quote, tooltip_limit)));
    nodes.push_back(node);
  }
  std::size_t number = 0;
  const auto edge = [&](std::uint32_t from, std::uint32_t to) {
    return graph.edge(nodes[from], nodes[to], "s" + std::to_string(number++));
  };
  for (const OrderStep& step : view.steps) edge(step.before, step.after);
  constexpr std::array<Word, 5> names{Word::follows, Word::contradicts, Word::denies,
                                      Word::confirms, Word::refines};
  for (const TimelineLink& link : events.links) {
    Agedge_s* drawn = edge(link.from, link.to);
    graph.set(drawn, "label", word(names[static_cast<std::size_t>(link.kind)], events.locale));
    graph.set(drawn, "style", "dashed");
    graph.set(drawn, "constraint", "false");
  }
  Rendering rendering;
  rendering.bytes = graph.write();
  if (rendering.bytes.empty()) {
    return fail({.code = ErrorCode::layout_failed, .message = "no memory for the DOT text"});
  }
  return rendering;
}

}  // namespace frise
