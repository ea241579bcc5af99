// Nothing that an article says passes through Graphviz's writer. Lines end where their heads begin.

#include "render/map_paint.hpp"

#include "render/map_view.hpp"
#include "render/sources.hpp"
#include "render/svg_parts.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace frise::render {
namespace {

Point between(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

/// The curve without its last `length` pixels: the last piece is split by de Casteljau's
/// construction.
std::vector<Point> shortened(std::vector<Point> points, double length) {
  if (length <= 0 || points.size() < 4) return points;
  const Point end = points.back();
  while (points.size() > 4 && std::hypot(points[points.size() - 4].x - end.x,
                                         points[points.size() - 4].y - end.y) < length) {
    points.resize(points.size() - 3);
  }
  Point* p = &points[points.size() - 4];
  double low = 0;
  double high = 1;
  std::array<Point, 4> part{};
  for (int i = 0; i < 24; ++i) {
    const double t = (low + high) / 2;
    const Point a = between(p[0], p[1], t);
    const Point b = between(p[1], p[2], t);
    const Point c = between(p[2], p[3], t);
    const Point ab = between(a, b, t);
    const Point bc = between(b, c, t);
    part = {p[0], a, ab, between(ab, bc, t)};
    (std::hypot(part[3].x - end.x, part[3].y - end.y) > length ? low : high) = t;
  }
  std::copy(part.begin(), part.end(), p);
  return points;
}

std::string curve_path(const std::vector<Point>& points, Point shift) {
  const auto text = [shift](Point p) {
    return number(p.x + shift.x) + " " + number(p.y + shift.y);
  };
  std::string path = "M" + text(points.front());
  for (std::size_t i = 1; i + 2 < points.size(); i += 3) {
    path += " C" + text(points[i]) + " " + text(points[i + 1]) + " " + text(points[i + 2]);
  }
  return path;
}

class MapPainter {
 public:
  MapPainter(XmlWriter& svg, const RelationView& view, const MapLayout& layout,
             const Palette& colours, Point shift)
      : svg_{svg}, view_{view}, layout_{layout}, colours_{colours}, shift_{shift} {}

  void run() {
    if (!layout_.bands.empty()) {
      svg_.open("g").attribute("class", "groups");
      for (const MapBand& one : layout_.bands) band(one);
      svg_.close();
    }
    // Nodes first: the head of a line that meets a side at a slant stays whole.
    svg_.open("g").attribute("class", "nodes");
    for (std::size_t n = 0; n < view_.nodes.size(); ++n) node(n);
    svg_.close();
    svg_.open("g").attribute("class", "relations");
    for (std::size_t r = 0; r < view_.relations.size(); ++r) relation(r);
    svg_.close();
    // Titles last: a line that passes goes under them.
    for (const MapBand& one : layout_.bands) band_title(one);
  }

 private:
  std::string unique(std::string id) {
    const std::string base = id;
    for (int copy = 2; !ids_.insert(id).second; ++copy) id = base + "-" + std::to_string(copy);
    return id;
  }

  Box moved(const Box& box) const {
    return {box.left + shift_.x, box.top + shift_.y, box.right + shift_.x, box.bottom + shift_.y};
  }

  void band(const MapBand& band) {
    const Box box = moved(band.box);
    std::string title;
    for (const std::string& line : band.title) title += (title.empty() ? "" : " ") + line;
    svg_.open("g")
        .attribute("class", "group")
        .attribute("role", "group")
        .attribute("aria-label", title);
    draw_band(svg_, box, colours_);
    svg_.close();
  }

  void band_title(const MapBand& band) {
    const double s = layout_.scale;
    const Box box = moved(band.title_box);
    svg_.open("g").attribute("class", "group-title");
    draw_box(svg_, box, colours_.band, "group-title-box");
    double y = box.top + 11 * s;
    for (const std::string& line : band.title) {
      draw_text(svg_, box.left + 3 * s, y, line,
                {.size = 10.5 * s, .colour = colours_.secondary, .font = FontStyle::italic});
      y += 13.5 * s;
    }
    svg_.close();
  }

  /// What a label stands on: a band, or the sheet.
  std::string_view ground(const Box& box) const {
    const bool within = std::any_of(layout_.bands.begin(), layout_.bands.end(),
                                    [&box](const MapBand& band) { return overlap(box, band.box); });
    return within ? colours_.band : colours_.background;
  }

  void path(const std::vector<Point>& points, const StanceStyle& style) {
    if (points.size() < 4) return;
    svg_.open("path")
        .attribute("class", "line")
        .attribute("d", curve_path(points, shift_))
        .attribute("fill", "none")
        .attribute("stroke", style.colour)
        .attribute("stroke-width", style.line_width);
    if (!style.dash.empty()) svg_.attribute("stroke-dasharray", style.dash);
    svg_.close();
  }

  void head(const std::vector<Point>& points, const StanceStyle& style) {
    if (points.size() < 4) return;
    const Point from = points[points.size() - 2];
    const Point at = points.back();
    draw_head(svg_, style.head, {from.x + shift_.x, from.y + shift_.y},
              {at.x + shift_.x, at.y + shift_.y}, style.colour, colours_.background);
  }

  void relation(std::size_t r) {
    const MapRelation& relation = view_.relations[r];
    const MapRelationLayout& place = layout_.relations[r];
    const StanceStyle& style = colours_.stance(relation.stance);
    const std::string what =
        clean(view_.nodes[relation.from].name, name_limit) + " → " +
        clean(view_.nodes[relation.to].name, name_limit) + ", " +
        std::string{word(stance_words[static_cast<std::size_t>(relation.stance)], view_.locale)} +
        ", " + clean(relation.label) + " " + reference_text(relation.citations);
    svg_.open("g")
        .attribute("id", unique(hashed_id("rel-", relation.id)))
        .attribute("class", "relation")
        .attribute("role", "graphics-symbol")
        .attribute("aria-label", typeset(what, view_.locale));
    std::string tip = what;
    if (const std::string quote = clean(relation.quote, tooltip_limit); !quote.empty()) {
      tip += " " + quoted(quote, view_.locale);
    }
    svg_.leaf("title", typeset(tip, view_.locale));
    const bool itself = relation.from == relation.to;
    const double cut = head_length(style.head);
    if (place.after.points.empty() && !itself) {
      path(shortened(place.before.points, cut), style);
      head(place.before.points, style);
    } else if (itself) {
      // Drawn towards the node: its own arrow comes back to it.
      std::vector<Point> back = place.before.points;
      std::reverse(back.begin(), back.end());
      path(shortened(back, cut), style);
      head(back, style);
    } else {
      path(place.before.points, style);
      path(shortened(place.after.points, cut), style);
      head(place.after.points, style);
    }
    if (!place.label.lines.empty()) label(place.label);
    svg_.close();
  }

  void label(const MapLabelBox& label) {
    const Box box = moved(label.box);
    draw_box(svg_, box, ground(label.box), "label-box");
    const double x = (box.left + box.right) / 2;
    const double s = layout_.scale;
    double y = box.top + 13 * s;
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
      svg_.open("text")
          .attribute("x", x)
          .attribute("y", y)
          .attribute("font-size", 10.5 * s)
          .attribute("text-anchor", "middle")
          .attribute("fill", colours_.ink)
          .text(label.lines[i]);
      if (i + 1 == label.lines.size() && !label.references.empty()) {
        svg_.open("tspan")
            .attribute("dx", 1.5 * s)
            .attribute("dy", -3.0 * s)
            .attribute("font-size", 7.5 * s)
            .attribute("fill", colours_.secondary)
            .text(label.references)
            .close();
      }
      svg_.close();
      y += 13.5 * s;
    }
  }

  void node(std::size_t n) {
    const MapNode& node = view_.nodes[n];
    const MapNodeBox& place = layout_.nodes[n];
    const Box box = moved(place.box);
    svg_.open("g")
        .attribute("id", unique(hashed_id("en-", node.id)))
        .attribute("class", "node")
        .attribute("role", "graphics-symbol")
        .attribute("aria-label", clean(node.name, name_limit));
    svg_.leaf("title", typeset(clean(node.name, name_limit), view_.locale));
    const NodeLook look = node.focus ? NodeLook::focus : NodeLook::plain;
    draw_node(svg_, box, node.type, place.faint ? NodeLook::faint : look, colours_);
    const double x = (box.left + box.right) / 2;
    const double s = layout_.scale;
    double y = box.top + (8 + place.size - 1) * s;
    for (const std::string& line : place.name) {
      draw_text(svg_, x, y, line,
                {.size = place.size * s,
                 .colour = place.faint ? colours_.secondary : colours_.ink,
                 .font = place.faint ? FontStyle::regular : FontStyle::bold,
                 .anchor = "middle"});
      y += (place.size + 4) * s;
    }
    y -= (place.size - 8) * s;
    for (const std::string& line : place.caption) {
      draw_text(svg_, x, y + 2.5 * s, line,
                {.size = 10.5 * s, .colour = colours_.secondary, .anchor = "middle"});
      y += 13.5 * s;
    }
    svg_.close();
  }

  XmlWriter& svg_;
  const RelationView& view_;
  const MapLayout& layout_;
  const Palette& colours_;
  Point shift_;
  std::set<std::string> ids_;
};

}  // namespace

void paint_map(XmlWriter& svg, const RelationView& view, const MapLayout& layout,
               const Palette& colours, Point shift) {
  MapPainter{svg, view, layout, colours, shift}.run();
}

}  // namespace frise::render
