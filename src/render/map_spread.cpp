// A layout made to fill its sheet: larger, then with more air between what stands still.

#include "render/map_layout.hpp"

#include <algorithm>

namespace frise::render {
void scale_map(MapLayout& layout, double scale) {
  const auto box = [scale](Box& b) {
    b = {b.left * scale, b.top * scale, b.right * scale, b.bottom * scale};
  };
  const auto curve = [scale](MapCurve& c) {
    for (Point& p : c.points) p = {p.x * scale, p.y * scale};
  };
  layout.scale *= scale;
  layout.width *= scale;
  layout.height *= scale;
  for (MapNodeBox& node : layout.nodes) box(node.box);
  for (MapRelationLayout& relation : layout.relations) {
    box(relation.label.box);
    curve(relation.before);
    curve(relation.after);
  }
  for (MapBand& band : layout.bands) {
    box(band.box);
    box(band.title_box);
  }
}

void spread_map(const RelationView& view, MapLayout& layout, double across, double down) {
  const auto centre = [](const Box& b) {
    return Point{(b.left + b.right) / 2, (b.top + b.bottom) / 2};
  };
  const auto spread = [across, down](Point p) { return Point{p.x * across, p.y * down}; };
  // A line ends where it did on its box; between its ends it is spread like the paper.
  const auto curve = [&](MapCurve& line, const Box& from, const Box& to) {
    auto& p = line.points;
    if (p.size() < 4) return;
    const auto anchor = [&](Point end, const Box& box) {
      const Point old = centre(box);
      const Point moved = spread(old);
      return Point{moved.x + end.x - old.x, moved.y + end.y - old.y};
    };
    const Point first = anchor(p.front(), from);
    const Point last = anchor(p.back(), to);
    const Point second{first.x + (p[1].x - p[0].x) * across, first.y + (p[1].y - p[0].y) * down};
    const Point& end = p.back();
    const Point& before_end = p[p.size() - 2];
    const Point third{last.x + (before_end.x - end.x) * across,
                      last.y + (before_end.y - end.y) * down};
    for (Point& point : p) point = spread(point);
    p.front() = first;
    p[1] = second;
    p[p.size() - 2] = third;
    p.back() = last;
  };
  for (std::size_t r = 0; r < layout.relations.size(); ++r) {
    MapRelationLayout& relation = layout.relations[r];
    const Box& from = layout.nodes[view.relations[r].from].box;
    const Box& to = layout.nodes[view.relations[r].to].box;
    curve(relation.before, from, relation.label.box);
    curve(relation.after, relation.label.box, to);
  }
  // A band keeps its distance from what it holds, so nothing else comes into it.
  std::vector<Box> held;
  for (std::size_t g = 0; g < layout.bands.size(); ++g)
    held.push_back(around_group(view, layout, g));
  const auto box = [&](Box& b) {
    const Point at = spread(centre(b));
    const double w = b.width() / 2;
    const double h = b.height() / 2;
    b = {at.x - w, at.y - h, at.x + w, at.y + h};
  };
  for (MapNodeBox& node : layout.nodes) box(node.box);
  for (MapRelationLayout& relation : layout.relations) box(relation.label.box);
  for (std::size_t g = 0; g < layout.bands.size(); ++g) {
    Box& band = layout.bands[g].box;
    const Box now = around_group(view, layout, g);
    Box& title = layout.bands[g].title_box;
    const Box before = band;
    band = {now.left + band.left - held[g].left, now.top + band.top - held[g].top,
            now.right + band.right - held[g].right, now.bottom + band.bottom - held[g].bottom};
    const double right = band.left - before.left;
    const double down_by = band.top - before.top;
    title = {title.left + right, title.top + down_by, title.right + right, title.bottom + down_by};
  }
  // The outermost boxes keep their distance from the edge.
  double left = 1e9;
  double top = 1e9;
  double right = -1e9;
  double bottom = -1e9;
  const auto note = [&](Point a, Point b) {
    left = std::min(left, a.x);
    top = std::min(top, a.y);
    right = std::max(right, b.x);
    bottom = std::max(bottom, b.y);
  };
  for (const MapNodeBox& node : layout.nodes) {
    note({node.box.left, node.box.top}, {node.box.right, node.box.bottom});
  }
  for (const MapRelationLayout& relation : layout.relations) {
    const Box& b = relation.label.box;
    note({b.left, b.top}, {b.right, b.bottom});
    for (const MapCurve* line : {&relation.before, &relation.after}) {
      for (const Point& p : line->points) note(p, p);
    }
  }
  for (const MapBand& band : layout.bands) {
    note({band.box.left, band.box.top}, {band.box.right, band.box.bottom});
  }
  layout.width = right - left;
  layout.height = bottom - top;
  const auto move = [left, top](Point& p) { p = {p.x - left, p.y - top}; };
  const auto move_box = [left, top](Box& b) {
    b = {b.left - left, b.top - top, b.right - left, b.bottom - top};
  };
  for (MapNodeBox& node : layout.nodes) move_box(node.box);
  for (MapRelationLayout& relation : layout.relations) {
    move_box(relation.label.box);
    for (MapCurve* line : {&relation.before, &relation.after}) {
      for (Point& p : line->points) move(p);
    }
  }
  for (MapBand& band : layout.bands) {
    move_box(band.box);
    move_box(band.title_box);
  }
}

}  // namespace frise::render
