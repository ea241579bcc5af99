// What no group holds comes last. Tested in tests/unit/render/map_test.cpp and
// tests/unit/render/map_groups_test.cpp.

#include "render/map_layout.hpp"

#include <algorithm>
#include <deque>
#include <numeric>

namespace frise::render {
namespace {

constexpr double across = 40;
constexpr double apart = 14;

struct Stack {
  double width = 0;
  double height = 0;
  std::vector<Point> centres;
};

/// Columns by the longest path from a source; the lines form no cycle.
Stack stack(const std::vector<std::pair<double, double>>& sizes,
            const std::vector<std::pair<std::uint32_t, std::uint32_t>>& lines) {
  std::vector<std::size_t> rank(sizes.size(), 0);
  std::vector<std::vector<std::uint32_t>> next(sizes.size());
  std::vector<std::size_t> arriving(sizes.size(), 0);
  for (const auto& [from, to] : lines) {
    next[from].push_back(to);
    ++arriving[to];
  }
  std::deque<std::uint32_t> ready;
  for (std::uint32_t i = 0; i < sizes.size(); ++i) {
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
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    width[rank[i]] = std::max(width[rank[i]], sizes[i].first);
    height[rank[i]] += sizes[i].second + apart;
  }
  Stack out;
  out.height = *std::max_element(height.begin(), height.end());
  std::vector<double> left(ranks, 0);
  for (std::size_t r = 1; r < ranks; ++r) left[r] = left[r - 1] + width[r - 1] + across;
  out.width = left.back() + width.back();
  std::vector<double> top(ranks);
  for (std::size_t r = 0; r < ranks; ++r) top[r] = (out.height - height[r]) / 2 + apart / 2;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const auto& [w, h] = sizes[i];
    const std::size_t r = rank[i];
    out.centres.push_back({left[r] + width[r] / 2, top[r] + h / 2});
    top[r] += h + apart;
  }
  return out;
}

/// The part of a graph that these boxes are.
Stack stack_part(const LayeredGraph& graph, const std::vector<std::uint32_t>& boxes) {
  constexpr std::uint32_t elsewhere = UINT32_MAX;
  std::vector<std::uint32_t> place(graph.sizes.size(), elsewhere);
  std::vector<std::pair<double, double>> sizes;
  for (const std::uint32_t box : boxes) {
    place[box] = static_cast<std::uint32_t>(sizes.size());
    sizes.push_back(graph.sizes[box]);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
  for (const auto& [from, to] : graph.lines) {
    if (place[from] != elsewhere && place[to] != elsewhere)
      lines.emplace_back(place[from], place[to]);
  }
  return stack(sizes, lines);
}

}  // namespace

LayeredResult stack_columns(const LayeredGraph& graph) {
  LayeredResult out;
  out.centres.resize(graph.sizes.size());
  std::vector<char> grouped(graph.sizes.size(), 0);
  const auto place = [&](const std::vector<std::uint32_t>& boxes, double left) {
    const Stack part = stack_part(graph, boxes);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      grouped[boxes[i]] = 1;
      out.centres[boxes[i]] = {left + part.centres[i].x, out.height + part.centres[i].y};
    }
    out.height += part.height;
    return part.width;
  };
  for (const LayeredGroup& group : graph.groups) {
    Box& box = out.groups.emplace_back();
    box.top = out.height;
    out.height += band_margin + group.head_height;
    const double width = std::max(place(group.members, band_margin), group.head_width);
    box.right = width + 2 * band_margin;
    out.height += band_margin;
    box.bottom = out.height;
    out.height += apart;
    out.width = std::max(out.width, box.right);
  }
  std::vector<std::uint32_t> others(graph.sizes.size());
  std::iota(others.begin(), others.end(), 0U);
  std::erase_if(others, [&grouped](std::uint32_t box) { return grouped[box] != 0; });
  if (!others.empty()) out.width = std::max(out.width, place(others, 0));
  for (const auto& [from, to] : graph.lines) {
    const Point a{out.centres[from].x + graph.sizes[from].first / 2, out.centres[from].y};
    const Point b{out.centres[to].x - graph.sizes[to].first / 2, out.centres[to].y};
    const double bend = (b.x - a.x) / 2;
    out.curves.push_back({a, {a.x + bend, a.y}, {b.x - bend, b.y}, b});
  }
  return out;
}

}  // namespace frise::render
