// dot draws the lines of an acyclic graph one way, so first every relation gets a direction for
// layout (its arrow stays where it is): either its own, with lines that would close a cycle turned
// round, or outwards from the centre with the centre's neighbours shared between both sides, which
// keeps a star from becoming a strip. Both are tried from left to right and from top to bottom; the
// shape that suits the page best is kept. Tested in tests/unit/render/map_test.cpp.

#include "render/map_layout.hpp"

#include "render/font_metrics.hpp"
#include "render/map_view.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>

namespace frise::render {
namespace {

constexpr double label_size = 10.5;
constexpr double label_line = 13.5;
constexpr double caption_size = 10.5;

/// Widths at which text is broken.
struct Widths {
  double name = 132;
  double caption = 150;
  double label = 124;
};
constexpr Widths wide{};
constexpr Widths narrow{.name = 108, .caption = 96, .label = 88};

constexpr std::size_t few_boxes = 70;    ///< of which eight layouts are tried
constexpr std::size_t many_boxes = 240;  ///< of more, one

MapNodeBox write_node(const MapNode& node, std::string_view locale, const Widths& widths) {
  MapNodeBox out;
  out.size = node.focus ? 14 : 12;
  const Paragraph name{
      .width = widths.name, .size = out.size, .style = FontStyle::bold, .max_lines = 3};
  out.name = wrap(typeset(clean(node.name, name_limit), locale), name);
  if (out.name.empty()) out.name.emplace_back("?");
  out.caption = wrap(typeset(clean(node.caption, name_limit), locale),
                     {.width = widths.caption, .size = caption_size, .max_lines = 2});
  double width = 40;
  for (const std::string& line : out.name) {
    width = std::max(width, text_width(line, out.size, FontStyle::bold));
  }
  for (const std::string& line : out.caption) {
    width = std::max(width, text_width(line, caption_size));
  }
  const double height = static_cast<double>(out.name.size()) * (out.size + 4) +
                        static_cast<double>(out.caption.size()) * 13.5;
  out.box = {0, 0, std::ceil(width) + 24, std::ceil(height) + 16};
  return out;
}

MapLabelBox write_label(const MapRelation& relation, std::string_view locale,
                        const Widths& widths) {
  MapLabelBox out;
  out.lines = wrap(typeset(clean(relation.label), locale),
                   {.width = widths.label, .size = label_size, .max_lines = 4});
  if (out.lines.empty()) out.lines.emplace_back();
  out.references = reference_text(relation.notes);
  const double references = out.references.empty() ? 0 : 2 + text_width(out.references, 7.5);
  double width = text_width(out.lines.back(), label_size) + references;
  for (const std::string& line : out.lines) width = std::max(width, text_width(line, label_size));
  out.box = {0, 0, std::ceil(width) + 8, static_cast<double>(out.lines.size()) * label_line + 5};
  return out;
}

std::uint32_t centre_of(const RelationView& view) {
  for (std::uint32_t i = 0; i < view.nodes.size(); ++i) {
    if (view.nodes[i].focus) return i;
  }
  std::vector<std::size_t> degree(view.nodes.size(), 0);
  for (const MapRelation& relation : view.relations) {
    ++degree[relation.from];
    ++degree[relation.to];
  }
  const auto most = std::max_element(degree.begin(), degree.end());
  return static_cast<std::uint32_t>(most - degree.begin());
}

using Neighbours = std::vector<std::vector<std::uint32_t>>;

Neighbours neighbours_of(const RelationView& view) {
  Neighbours out(view.nodes.size());
  for (const MapRelation& relation : view.relations) {
    out[relation.from].push_back(relation.to);
    out[relation.to].push_back(relation.from);
  }
  return out;
}

/// A level for each node, from the centre outwards to both sides: negative to the left, positive to
/// the right.
std::vector<int> radial_levels(const RelationView& view) {
  const Neighbours neighbours = neighbours_of(view);
  std::vector<int> level(view.nodes.size(), 0);
  std::vector<char> seen(view.nodes.size(), 0);
  std::vector<std::uint32_t> starts{centre_of(view)};
  for (std::uint32_t i = 0; i < view.nodes.size(); ++i) starts.push_back(i);
  for (const std::uint32_t start : starts) {
    if (seen[start] != 0) continue;
    seen[start] = 1;
    std::deque<std::uint32_t> queue{start};
    int left = 0;
    int right = 0;
    while (!queue.empty()) {
      const std::uint32_t at = queue.front();
      queue.pop_front();
      for (const std::uint32_t next : neighbours[at]) {
        if (seen[next] != 0) continue;
        seen[next] = 1;
        int side = level[at] > 0 ? 1 : -1;
        if (level[at] == 0) side = left < right ? -1 : 1;
        (side < 0 ? left : right) += static_cast<int>(neighbours[next].size());
        level[next] = level[at] + side;
        queue.push_back(next);
      }
    }
  }
  return level;
}

/// A rank for each node along the relations' own direction, cycles cut where a search first meets
/// them.
std::vector<int> natural_levels(const RelationView& view) {
  std::vector<std::vector<std::uint32_t>> targets(view.nodes.size());
  for (const MapRelation& relation : view.relations) targets[relation.from].push_back(relation.to);
  // Reverse post-order of a depth-first search: edges that go forward in it form no cycle.
  std::vector<int> order(view.nodes.size(), 0);
  std::vector<char> seen(view.nodes.size(), 0);
  int position = static_cast<int>(view.nodes.size());
  for (std::uint32_t root = 0; root < view.nodes.size(); ++root) {
    if (seen[root] != 0) continue;
    seen[root] = 1;
    std::vector<std::pair<std::uint32_t, std::size_t>> stack{{root, 0}};
    while (!stack.empty()) {
      auto& [at, next] = stack.back();
      if (next < targets[at].size()) {
        const std::uint32_t target = targets[at][next++];
        if (seen[target] == 0) {
          seen[target] = 1;
          stack.emplace_back(target, 0);
        }
      } else {
        order[at] = --position;
        stack.pop_back();
      }
    }
  }
  return order;
}

bool is_forward(const MapRelation& relation, const std::vector<int>& level) {
  return std::pair{level[relation.from], relation.from} <
         std::pair{level[relation.to], relation.to};
}

LayeredGraph layered(const RelationView& view, const MapLayout& draft,
                     const std::vector<int>& level, bool downwards) {
  LayeredGraph graph{.node_count = view.nodes.size(), .downwards = downwards};
  for (const MapNodeBox& node : draft.nodes) {
    graph.sizes.emplace_back(node.box.width(), node.box.height());
  }
  for (std::uint32_t r = 0; r < view.relations.size(); ++r) {
    const MapRelation& relation = view.relations[r];
    const Box& box = draft.relations[r].label.box;
    graph.sizes.emplace_back(box.width(), box.height());
    const auto label = static_cast<std::uint32_t>(view.nodes.size()) + r;
    if (relation.from == relation.to) {
      graph.lines.emplace_back(relation.from, label);
    } else if (is_forward(relation, level)) {
      graph.lines.emplace_back(relation.from, label);
      graph.lines.emplace_back(label, relation.to);
    } else {
      graph.lines.emplace_back(relation.to, label);
      graph.lines.emplace_back(label, relation.from);
    }
  }
  return graph;
}

Box centred(Point centre, const Box& size) {
  const double w = size.width() / 2;
  const double h = size.height() / 2;
  return {centre.x - w, centre.y - h, centre.x + w, centre.y + h};
}

void take(const RelationView& view, const std::vector<int>& level, const LayeredResult& result,
          MapLayout& layout) {
  layout.width = result.width;
  layout.height = result.height;
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    layout.nodes[i].box = centred(result.centres[i], layout.nodes[i].box);
  }
  std::size_t line = 0;
  for (std::size_t r = 0; r < view.relations.size(); ++r) {
    const MapRelation& relation = view.relations[r];
    MapRelationLayout& out = layout.relations[r];
    out.label.box = centred(result.centres[layout.nodes.size() + r], out.label.box);
    out.before.points = result.curves[line++];
    if (relation.from == relation.to) continue;
    out.after.points = result.curves[line++];
    if (!is_forward(relation, level)) {
      std::swap(out.before, out.after);
      std::reverse(out.before.points.begin(), out.before.points.end());
      std::reverse(out.after.points.begin(), out.after.points.end());
    }
  }
}

}  // namespace

LayeredResult stack_columns(const LayeredGraph& graph) {
  constexpr double across = 40;
  constexpr double apart = 14;
  // Longest path from a source; the lines form no cycle.
  std::vector<std::size_t> rank(graph.sizes.size(), 0);
  std::vector<std::vector<std::uint32_t>> next(graph.sizes.size());
  std::vector<std::size_t> arriving(graph.sizes.size(), 0);
  for (const auto& [from, to] : graph.lines) {
    next[from].push_back(to);
    ++arriving[to];
  }
  std::deque<std::uint32_t> ready;
  for (std::uint32_t i = 0; i < graph.sizes.size(); ++i) {
    if (arriving[i] == 0) ready.push_back(i);
  }
  std::size_t ranks = 1;
  while (!ready.empty()) {
    const std::uint32_t at = ready.front();
    ready.pop_front();
    for (const std::uint32_t to : next[at]) {
      rank[to] = std::max(rank[to], rank[at] + 1);
      ranks = std::max(ranks, rank[to] + 1);
      if (--arriving[to] == 0) ready.push_back(to);
    }
  }
  std::vector<double> width(ranks, 0);
  std::vector<double> height(ranks, 0);
  for (std::size_t i = 0; i < graph.sizes.size(); ++i) {
    width[rank[i]] = std::max(width[rank[i]], graph.sizes[i].first);
    height[rank[i]] += graph.sizes[i].second + apart;
  }
  LayeredResult out;
  out.height = *std::max_element(height.begin(), height.end());
  std::vector<double> left(ranks, 0);
  for (std::size_t r = 1; r < ranks; ++r) left[r] = left[r - 1] + width[r - 1] + across;
  out.width = left.back() + width.back();
  std::vector<double> top(ranks);
  for (std::size_t r = 0; r < ranks; ++r) top[r] = (out.height - height[r]) / 2 + apart / 2;
  for (std::size_t i = 0; i < graph.sizes.size(); ++i) {
    const auto& [w, h] = graph.sizes[i];
    const std::size_t r = rank[i];
    out.centres.push_back({left[r] + width[r] / 2, top[r] + h / 2});
    top[r] += h + apart;
  }
  for (const auto& [from, to] : graph.lines) {
    const Point a{out.centres[from].x + graph.sizes[from].first / 2, out.centres[from].y};
    const Point b{out.centres[to].x - graph.sizes[to].first / 2, out.centres[to].y};
    const double bend = (b.x - a.x) / 2;
    out.curves.push_back({a, {a.x + bend, a.y}, {b.x - bend, b.y}, b});
  }
  return out;
}

namespace {

MapLayout draft_of(const RelationView& view, const Widths& widths) {
  MapLayout draft;
  for (const MapNode& node : view.nodes) {
    draft.nodes.push_back(write_node(node, view.locale, widths));
  }
  for (const MapRelation& relation : view.relations) {
    draft.relations.push_back({.label = write_label(relation, view.locale, widths)});
  }
  return draft;
}

struct Try {
  std::size_t draft = 0;
  std::size_t levels = 0;
  bool downwards = false;
};

/// Many layouts of a large graph would take too long; its best chance is to spread from its centre.
std::vector<Try> tries_for(std::size_t boxes) {
  if (boxes > many_boxes) return {{0, 1, false}};
  std::vector<Try> tries;
  for (const std::size_t draft : {0U, 1U}) {
    if (draft > 0 && boxes > few_boxes) break;
    for (const bool downwards : {false, true}) {
      for (const std::size_t levels : {0U, 1U}) tries.push_back({draft, levels, downwards});
    }
  }
  return tries;
}

MapLayout scatter_map(const RelationView& view, bool use_graphviz) {
  MapLayout layout;
  LayeredGraph graph{.node_count = view.nodes.size(), .ranked = false};
  for (const MapNode& node : view.nodes) {
    layout.nodes.push_back(write_node(node, view.locale, wide));
    graph.sizes.emplace_back(layout.nodes.back().box.width(), layout.nodes.back().box.height());
  }
  for (const MapRelation& relation : view.relations) {
    layout.relations.emplace_back();
    if (relation.from != relation.to) graph.lines.emplace_back(relation.from, relation.to);
  }
  std::vector<LayeredResult> results;
  if (use_graphviz) results = run_dot({graph});
  layout.fallback = results.empty();
  if (results.empty()) results.push_back(stack_columns(graph));
  const LayeredResult& result = results.front();
  layout.width = result.width;
  layout.height = result.height;
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    layout.nodes[i].box = centred(result.centres[i], layout.nodes[i].box);
  }
  std::size_t line = 0;
  for (std::size_t r = 0; r < view.relations.size(); ++r) {
    const MapRelation& relation = view.relations[r];
    if (relation.from != relation.to) layout.relations[r].before.points = result.curves[line++];
  }
  return layout;
}

}  // namespace

MapLayout lay_out_map(const RelationView& view, const MapRoom& room, bool use_dot) {
  if (view.nodes.size() > most_labelled_nodes) return scatter_map(view, use_dot);
  std::vector<MapLayout> drafts{draft_of(view, wide)};
  if (view.nodes.empty()) return std::move(drafts.front());
  const std::vector<std::vector<int>> levels{natural_levels(view), radial_levels(view)};
  const std::vector<Try> tries = tries_for(view.nodes.size() + view.relations.size());
  std::vector<LayeredGraph> graphs;
  for (const Try& one : tries) {
    if (one.draft == drafts.size()) drafts.push_back(draft_of(view, narrow));
    graphs.push_back(layered(view, drafts[one.draft], levels[one.levels], one.downwards));
    graphs.back().tight = one.draft > 0;
  }
  std::vector<LayeredResult> results;
  if (use_dot) results = run_dot(graphs);
  if (results.empty()) {
    MapLayout layout = std::move(drafts.front());
    layout.fallback = true;
    take(view, levels[tries.front().levels], stack_columns(graphs.front()), layout);
    return layout;
  }
  std::size_t best = 0;
  double best_cost = 0;
  for (std::size_t i = 0; i < results.size(); ++i) {
    // How far from fitting, or how much of the paper it leaves empty; wide labels when that is
    // near.
    double cost = std::max(results[i].width / room.width, results[i].height / room.height);
    if (room.upright && !tries[i].downwards) cost *= 1.15;
    if (tries[i].draft > 0) cost *= 1.1;
    if (i == 0 || cost < best_cost - 0.02) {
      best = i;
      best_cost = cost;
    }
  }
  MapLayout layout = std::move(drafts[tries[best].draft]);
  take(view, levels[tries[best].levels], results[best], layout);
  return layout;
}

double least_area(const RelationView& view) {
  const MapLayout draft = draft_of(view, wide);
  double area = 0;
  for (const MapNodeBox& node : draft.nodes) {
    area += (node.box.width() + 24) * (node.box.height() + 14);
  }
  for (const MapRelationLayout& relation : draft.relations) {
    area += (relation.label.box.width() + 20) * (relation.label.box.height() + 12);
  }
  return area;
}

}  // namespace frise::render
