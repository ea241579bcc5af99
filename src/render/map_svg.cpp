// The view is cut to what can be laid out, placed by lay_out_map, and written as SVG of our own:
// nothing that an article says passes through Graphviz's writer. Lines end where their heads begin.
// Tested in tests/unit/render/map_test.cpp.

#include "frise/render/render.hpp"
#include "render/foot.hpp"
#include "render/map_layout.hpp"
#include "render/map_view.hpp"
#include "render/page.hpp"
#include "render/svg_parts.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace frise {
namespace {

using namespace render;

constexpr std::array<Word, 5> stance_words{Word::favourable, Word::unfavourable, Word::contested,
                                           Word::neutral, Word::unknown};

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
    // Nodes first: the head of a line that meets a side at a slant stays whole.
    svg_.open("g").attribute("class", "nodes");
    for (std::size_t n = 0; n < view_.nodes.size(); ++n) node(n);
    svg_.close();
    svg_.open("g").attribute("class", "relations");
    for (std::size_t r = 0; r < view_.relations.size(); ++r) relation(r);
    svg_.close();
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
        ", " + clean(relation.label) + " " + reference_text(relation.notes);
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
    if (itself) {
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
    label(place.label);
    svg_.close();
  }

  void label(const MapLabelBox& label) {
    const Box box = moved(label.box);
    svg_.open("rect")
        .attribute("class", "label-box")
        .attribute("x", box.left)
        .attribute("y", box.top)
        .attribute("width", box.width())
        .attribute("height", box.height())
        .attribute("fill", colours_.background)
        .close();
    const double x = (box.left + box.right) / 2;
    double y = box.top + 13;
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
      svg_.open("text")
          .attribute("x", x)
          .attribute("y", y)
          .attribute("font-size", 10.5)
          .attribute("text-anchor", "middle")
          .attribute("fill", colours_.ink)
          .text(label.lines[i]);
      if (i + 1 == label.lines.size() && !label.references.empty()) {
        svg_.open("tspan")
            .attribute("dx", 1.5)
            .attribute("dy", -3.0)
            .attribute("font-size", 7.5)
            .attribute("fill", colours_.secondary)
            .text(label.references)
            .close();
      }
      svg_.close();
      y += 13.5;
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
    draw_node(svg_, box, node.type, node.focus, colours_);
    const double x = (box.left + box.right) / 2;
    double y = box.top + 8 + place.size - 1;
    for (const std::string& line : place.name) {
      draw_text(svg_, x, y, line,
                {.size = place.size,
                 .colour = colours_.ink,
                 .font = FontStyle::bold,
                 .anchor = "middle"});
      y += place.size + 4;
    }
    y -= place.size - 8;
    for (const std::string& line : place.caption) {
      draw_text(svg_, x, y + 2, line,
                {.size = 9.5, .colour = colours_.secondary, .anchor = "middle"});
      y += 12.5;
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

Foot make_foot(const RelationView& view, const Palette& colours) {
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
    nodes.entries.push_back({std::string{word(name, view.locale)}, 28,
                             [type = type, &colours](XmlWriter& svg, double x, double y) {
                               draw_node(svg, {x, y - 7, x + 28, y + 7}, type, false, colours);
                             }});
  }
  foot.legend = {std::move(lines), std::move(nodes)};
  foot.sections = {source_section(view.notes, view.locale)};
  std::string line;
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

}  // namespace

Result<Rendering> map_svg(const RelationView& full, const RenderOptions& options) {
  const auto page = find_page(options);
  if (!page) return fail(page.error());
  const Palette colours = palette(options.theme, options.style);
  Rendering rendering;
  if (!noto_sans_installed()) rendering.warnings.emplace_back(font_warning);
  const RelationView view = bounded(full, rendering.warnings);

  const MapLayout sized = lay_out_map(view, page->inner_width(), 0.62 * page->height);
  // A map wider than the sheet widens it: text stays readable, and nothing is left out.
  const double inner = std::max(page->inner_width(), std::ceil(sized.width));
  const double width = inner + 2 * page->margin;
  const Header header = options.embedded ? lay_out_header({}, {}, view.locale, page->margin, inner)
                                         : lay_out_header(view.title, view.subtitle, view.locale,
                                                          page->margin, inner);
  const Foot foot = make_foot(view, colours);
  const double below = foot_height(foot, inner) + page->margin;
  const double content = std::max(sized.height, 40.0);
  const double around = header.bottom + 18 + 10 + below;
  double slack = 0;
  if (page->whole && content + around < page->height && content + around > 0.75 * page->height) {
    slack = page->height - content - around;
  }
  const double height = std::ceil(content + around + slack);
  if (sized.fallback && !view.nodes.empty()) {
    rendering.warnings.emplace_back(
        "Graphviz could not lay out the map: drawn by a plain layout in columns instead");
  }

  XmlWriter svg;
  const std::string title = typeset(clean(view.title), view.locale);
  const std::string description = typeset(clean(view.subtitle) + " " + foot.last_line, view.locale);
  open_figure(svg, {.width = width,
                    .height = height,
                    .scale = page->scale,
                    .locale = view.locale,
                    .title = title,
                    .description = description,
                    .options = options});
  draw_header(svg, header, page->margin, colours);
  if (view.nodes.empty()) {
    draw_text(svg, page->margin, header.bottom + 22, word(Word::empty_map, view.locale),
              {.size = 12, .colour = colours.secondary, .font = FontStyle::italic});
  }
  const Point shift{page->margin + (inner - sized.width) / 2, header.bottom + 18 + slack / 2};
  MapPainter{svg, view, sized, colours, shift}.run();
  draw_foot(svg, foot, page->margin, header.bottom + 28 + content + slack, inner, colours);
  rendering.bytes = std::move(svg).finish();
  return rendering;
}

}  // namespace frise
