// A place is as large as the largest label that ever stands there, so one layout serves all periods
// and nothing overlaps in any. Tested in tests/unit/render/map_series_test.cpp.

#include "render/map_series.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace frise::render {
namespace {

/// The line goes on straight to the middle of its place, under the label.
MapCurve led_to(MapCurve curve, Point middle) {
  if (curve.points.empty()) return curve;
  const Point end = curve.points.back();
  for (const double t : {1.0 / 3, 2.0 / 3, 1.0}) {
    curve.points.push_back({end.x + (middle.x - end.x) * t, end.y + (middle.y - end.y) * t});
  }
  return curve;
}

MapCurve turned(MapCurve curve) {
  std::reverse(curve.points.begin(), curve.points.end());
  return curve;
}

Box scaled_box(const Box& box, double scale, Point middle) {
  const double w = box.width() * scale / 2;
  const double h = box.height() * scale / 2;
  return {middle.x - w, middle.y - h, middle.x + w, middle.y + h};
}

}  // namespace

LabelPlaces share_places(const MapSeries& series) {
  using Key = std::tuple<std::uint32_t, std::uint32_t, MarkStance>;
  std::map<Key, std::set<std::size_t>> periods;
  for (std::size_t p = 0; p < series.periods.size(); ++p) {
    for (const MapRelation& relation : series.periods[p].relations) {
      periods[{relation.from, relation.to, relation.stance}].insert(p);
    }
  }
  struct Place {
    std::uint32_t number = 0;
    std::set<std::size_t> taken;
  };
  LabelPlaces out;
  out.view.locale = series.whole.locale;
  out.view.nodes = series.whole.nodes;
  for (MapNode& node : out.view.nodes) node.caption.clear();
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Place>> between;
  std::map<Key, std::uint32_t> place_of;
  for (const auto& [key, when] : periods) {
    const auto& [from, to, stance] = key;
    auto& places = between[{std::min(from, to), std::max(from, to)}];
    auto free = std::find_if(places.begin(), places.end(), [&when = when](const Place& place) {
      return std::none_of(when.begin(), when.end(),
                          [&](std::size_t p) { return place.taken.contains(p); });
    });
    if (free == places.end()) {
      MapRelation& relation = out.view.relations.emplace_back();
      relation.from = from;
      relation.to = to;
      places.push_back({static_cast<std::uint32_t>(out.view.relations.size() - 1), {}});
      free = std::prev(places.end());
    }
    free->taken.insert(when.begin(), when.end());
    place_of.emplace(key, free->number);
  }
  for (const PeriodMap& period : series.periods) {
    auto& places = out.place.emplace_back();
    for (const MapRelation& relation : period.relations) {
      places.push_back(place_of.at({relation.from, relation.to, relation.stance}));
    }
  }
  return out;
}

Box SeriesSheet::panel(std::size_t period, double margin) const {
  const std::size_t on_sheet = period % (columns * rows);
  const double sheet_top = height * static_cast<double>(period / (columns * rows));
  const double left = margin + static_cast<double>(on_sheet % columns) * (panel_width + panel_gap);
  const double above =
      sheet_top + top + static_cast<double>(on_sheet / columns) * (panel_height + panel_gap);
  return {left, above, left + panel_width, above + panel_height};
}

std::vector<Box> SeriesSheet::free_places(double margin) const {
  const std::size_t last = series.periods.size() - 1;
  const std::size_t on_sheet = last % (columns * rows);
  const Box end = panel(last, margin);
  const double right = width - margin;
  const double bottom =
      height * static_cast<double>(last / (columns * rows)) + foot_top - panel_gap;
  std::vector<Box> free;
  if (on_sheet / columns + 1 < rows) {
    free.push_back({margin, end.bottom + panel_gap, right, bottom});
  }
  if (on_sheet % columns + 1 < columns) {
    free.push_back({end.right + panel_gap, end.top, right, bottom});
  }
  return free;
}

Point SeriesSheet::corner(const Box& panel) const {
  return {
      panel.left + (panel.width() - frame.width) / 2,
      panel.top + panel_head + (panel.height() - panel_head - panel_padding - frame.height) / 2};
}

MapLayout SeriesSheet::map_of(std::size_t period) const {
  MapLayout map;
  map.scale = frame.scale;
  map.nodes = frame.nodes;
  for (MapNodeBox& node : map.nodes) node.faint = true;
  const auto& relations = series.periods[period].relations;
  for (std::size_t r = 0; r < relations.size(); ++r) {
    const MapRelation& relation = relations[r];
    map.nodes[relation.from].faint = map.nodes[relation.to].faint = false;
    const std::uint32_t number = places.place[period][r];
    const MapRelationLayout& place = frame.relations[number];
    const Box& box = place.label.box;
    const Point middle{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    MapRelationLayout& out = map.relations.emplace_back();
    out.label = write_label(relation, series.whole.locale, widths);
    out.label.box = scaled_box(out.label.box, frame.scale, middle);
    const bool along = relation.from == places.view.relations[number].from;
    out.before = led_to(along ? place.before : turned(place.after), middle);
    out.after = turned(led_to(turned(along ? place.after : turned(place.before)), middle));
  }
  return map;
}

}  // namespace frise::render
