// dot draws the lines of an acyclic graph one way, so first every relation gets a direction for
// layout (its arrow stays where it is): either its own, with lines that would close a cycle turned
// round, or outwards from the centre with the centre's neighbours shared between both sides, which
// keeps a star from becoming a strip. Both are tried from left to right and from top to bottom; the
// shape that suits the page best is kept. Tested in tests/unit/render/map_test.cpp.

#include "render/map_layout.hpp"

#include "render/map_text.hpp"
#include "render/map_view.hpp"

#include <algorithm>
#include <deque>
#include <numeric>

namespace frise::render {
namespace {

constexpr std::size_t few_boxes = 70;    ///< of which each draft is tried in four layouts
constexpr std::size_t many_boxes = 240;  ///< of more, one

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

/// Where groups stand out, those of one group only.
Neighbours neighbours_of(const RelationView& view) {
  Neighbours out(view.nodes.size());
  std::vector<std::size_t> group_of(view.nodes.size(), 0);
  if (view.groups) {
    const auto& groups = view.groups->standing_out;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (const std::uint32_t member : groups[g].members) group_of[member] = g + 1;
    }
  }
  for (const MapRelation& relation : view.relations) {
    if (group_of[relation.from] != group_of[relation.to]) continue;
    out[relation.from].push_back(relation.to);
    out[relation.to].push_back(relation.from);
  }
  return out;
}

/// A level for each node, from the centre, and the middle of each group, outwards to both sides:
/// negative to the left, positive to the right.
std::vector<int> radial_levels(const RelationView& view) {
  const Neighbours neighbours = neighbours_of(view);
  std::vector<int> level(view.nodes.size(), 0);
  std::vector<char> seen(view.nodes.size(), 0);
  std::vector<std::uint32_t> starts;
  if (view.groups) {
    for (const MapGroup& group : view.groups->standing_out) starts.push_back(group.middle);
  }
  starts.push_back(centre_of(view));
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
        if (level[at] == 0) {
          // Opposite to those it has to do with: on one side they would take columns of their own.
          int pull = 0;
          for (const std::uint32_t other : neighbours[next]) {
            if (seen[other] != 0 && other != at) pull += level[other] > 0 ? -1 : 1;
          }
          side = pull != 0 ? (pull < 0 ? -1 : 1) : left < right ? -1 : 1;
        }
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
  LayeredGraph graph{.node_count = view.nodes.size(), .groups = {}, .downwards = downwards};
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
  for (std::size_t g = 0; g < draft.bands.size(); ++g) {
    const Box& title = draft.bands[g].title_box;
    graph.groups.push_back(
        {boxes_in(view, view.groups->standing_out[g]), title.width(), title.height()});
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
  for (std::size_t g = 0; g < layout.bands.size(); ++g) layout.bands[g].box = result.groups[g];
  align_bands(view, layout);
}

struct Try {
  std::size_t draft = 0;
  std::size_t levels = 0;
  bool downwards = false;
};

/// Many layouts of a large graph would take too long; its best chance is to spread from its centre.
std::vector<Try> tries_for(std::size_t boxes, std::size_t drafts) {
  if (boxes > many_boxes) return {{0, 1, false}};
  std::vector<Try> tries;
  for (std::size_t draft = 0; draft < (boxes > few_boxes ? 1 : drafts); ++draft) {
    for (const bool downwards : {false, true}) {
      for (const std::size_t levels : {0U, 1U}) tries.push_back({draft, levels, downwards});
    }
  }
  return tries;
}

MapLayout scatter_map(const RelationView& view, bool use_graphviz) {
  MapLayout layout;
  LayeredGraph graph{.node_count = view.nodes.size(), .groups = {}, .ranked = false};
  for (const MapNode& node : view.nodes) {
    layout.nodes.push_back(write_node(node, view.locale, wide_map));
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

std::vector<MapTry> try_layouts(const RelationView& view, const std::vector<MapDraft>& drafts,
                                bool use_dot) {
  const std::vector<std::vector<int>> levels{natural_levels(view), radial_levels(view)};
  const std::vector<Try> tries =
      tries_for(view.nodes.size() + view.relations.size(), drafts.size());
  std::vector<LayeredGraph> graphs;
  for (const Try& one : tries) {
    graphs.push_back(layered(view, drafts[one.draft].text, levels[one.levels], one.downwards));
    graphs.back().tight = drafts[one.draft].tight;
  }
  std::vector<LayeredResult> results;
  if (use_dot) results = run_dot(graphs);
  const bool fallback = results.empty();
  if (fallback) results.push_back(stack_columns(graphs.front()));
  std::vector<MapTry> out;
  for (std::size_t i = 0; i < results.size(); ++i) {
    out.push_back({drafts[tries[i].draft].text, tries[i].downwards, tries[i].draft > 0});
    take(view, levels[tries[i].levels], results[i], out.back().layout);
    out.back().layout.fallback = fallback;
  }
  return out;
}

MapLayout lay_out_map(const RelationView& view, const MapRoom& room, bool use_dot) {
  if (view.nodes.size() > most_labelled_nodes) return scatter_map(view, use_dot);
  if (view.nodes.empty()) return {};
  std::vector<MapTry> tries = try_layouts(view,
                                          {{write_map(view, wide_map), false},
                                           {write_map(view, narrow_map), true},
                                           {write_map(view, flat_map), true}},
                                          use_dot);
  std::size_t best = 0;
  double best_cost = 0;
  for (std::size_t i = 0; i < tries.size(); ++i) {
    const auto& [layout, downwards, narrow] = tries[i];
    // How far from fitting, or how much of the paper it leaves empty; wide labels when that is
    // near.
    double cost = std::max(layout.width / room.width, layout.height / room.height);
    if (room.upright && !downwards) cost *= 1.15;
    if (narrow) cost *= 1.1;
    if (i == 0 || cost < best_cost - 0.02) {
      best = i;
      best_cost = cost;
    }
  }
  return std::move(tries[best].layout);
}

}  // namespace frise::render
