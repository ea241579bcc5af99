#include "unit/render/figure_checks.hpp"

#include "render/font_metrics.hpp"
#include "render/geometry.hpp"
#include "render/map_layout.hpp"
#include "render/palette.hpp"
#include "render/svg_parts.hpp"
#include "render/time_axis.hpp"
#include "unit/render/svg_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

namespace frise::test {
namespace {

using render::Box;
using render::Point;

using Findings = std::vector<std::string>;

Box rect_of(const Element& e) {
  return {e.number("x"), e.number("y"), e.number("x") + e.number("width"),
          e.number("y") + e.number("height")};
}

/// Bounds of a glyph: a polygon without relative commands, or a circle.
Box glyph_box(const Element& e) {
  if (e.name == "circle") {
    const double r = e.number("r");
    return {e.number("cx") - r, e.number("cy") - r, e.number("cx") + r, e.number("cy") + r};
  }
  const std::vector<double> n = numbers_in(e.get("d"));
  Box box{1e9, 1e9, -1e9, -1e9};
  for (std::size_t i = 0; i + 1 < n.size(); i += 2) {
    box = {std::min(box.left, n[i]), std::min(box.top, n[i + 1]), std::max(box.right, n[i]),
           std::max(box.bottom, n[i + 1])};
  }
  return box;
}

std::string describe(const Box& b) {
  return "[" + std::to_string(b.left) + " " + std::to_string(b.top) + " " +
         std::to_string(b.right) + " " + std::to_string(b.bottom) + "]";
}

bool crosses(Point a, Point b, Point c, Point d) {
  const auto turn = [](Point p, Point q, Point r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  // Coordinates have two decimals: what touches within a tenth of a pixel does not cross.
  const double near = 0.6;
  const double t1 = turn(a, b, c);
  const double t2 = turn(a, b, d);
  const double t3 = turn(c, d, a);
  const double t4 = turn(c, d, b);
  return ((t1 > near && t2 < -near) || (t1 < -near && t2 > near)) &&
         ((t3 > near && t4 < -near) || (t3 < -near && t4 > near));
}

std::optional<Element> parsed(std::string_view svg, Findings& findings) {
  std::string why;
  auto root = read_svg(svg, why);
  if (!root) findings.push_back("not well formed: " + why);
  return root;
}

void no_overlaps(const std::vector<Box>& boxes, const std::string& what, Findings& findings) {
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      if (overlap(boxes[i], boxes[j])) {
        findings.push_back(what + " overlap " + describe(boxes[i]) + " " + describe(boxes[j]));
      }
    }
  }
}

struct Axis {
  Day first;
  double left = 0;
  double per_day = 0;
  bool down = false;
  std::vector<std::pair<Day, Day>> breaks;

  /// Days before `day` that are shown, and a fixed room for each break.
  [[nodiscard]] double x(Day day) const {
    double shown = static_cast<double>((day - first).count());
    double cut = 0;
    for (const auto& [from, to] : breaks) {
      if (day <= to) continue;
      shown -= static_cast<double>((to - from).count() + 1);
      cut += render::TimeScale::break_width;
    }
    return left + shown * per_day + cut;
  }
  /// As the end of the day before.
  [[nodiscard]] double end(Day day) const { return x(day) + per_day; }
};

/// The axes by name; that of the plot has none.
std::map<std::string, Axis> axes_of(const Element& root) {
  std::map<std::string, Axis> axes;
  for (const Element* axis : all(root, "g", "axis")) {
    if (axis->get("data-first").empty()) continue;
    const auto first = *parse_iso_day(axis->get("data-first"));
    const auto last = *parse_iso_day(axis->get("data-last"));
    const double left = axis->number("data-left");
    auto days = static_cast<double>((last - first).count() + 1);
    Axis found{
        .first = first, .left = left, .down = axis->get("data-time") == "down", .breaks = {}};
    std::istringstream breaks{axis->get("data-breaks")};
    double width = axis->number("data-right") - left;
    for (std::string one; breaks >> one;) {
      const auto from = *parse_iso_day(one.substr(0, one.find('/')));
      const auto to = *parse_iso_day(one.substr(one.find('/') + 1));
      found.breaks.emplace_back(from, to);
      days -= static_cast<double>((to - from).count() + 1);
      width -= render::TimeScale::break_width;
    }
    found.per_day = width / days;
    axes[axis->get("data-axis")] = std::move(found);
  }
  return axes;
}

void check_scale(const Element& root, Findings& findings) {
  const auto axes = axes_of(root);
  for (const Element* event : all(root, "g", "event")) {
    const auto earliest = parse_iso_day(event->get("data-earliest"));
    const auto latest = parse_iso_day(event->get("data-latest"));
    if (!earliest && !latest) continue;
    const auto axis = axes.find(event->get("data-axis"));
    if (axis == axes.end()) {
      findings.push_back("event on no axis: " + event->get("aria-label"));
      continue;
    }
    const double from = axis->second.x(earliest ? *earliest : *latest);
    const double to = axis->second.end(latest ? *latest : *earliest);
    const render::Turn along{axis->second.down};
    const double at = event->number(along.down ? "data-y" : "data-x");
    const bool one_day = !earliest || !latest || *earliest == *latest;
    if (one_day ? std::abs(at - (from + to) / 2) > 0.5 : at < from - 0.5 || at > to + 0.5) {
      findings.push_back("x off the scale: " + event->get("aria-label"));
    }
    for (const Element& child : event->children) {
      if (!child.is("rect", "span")) continue;
      const Box box = along(rect_of(child));
      if (std::abs(box.left - from) > 0.5 || std::abs(box.right - to) > 0.5) {
        findings.push_back("span not its dates: " + event->get("aria-label"));
      }
    }
    for (const Element& child : event->children) {
      if (child.get("class") != "glyph") continue;
      const Box box = along(glyph_box(child));
      // A triangle's middle along time is that of its box, give or take half a pixel.
      const double middle = (box.left + box.right) / 2;
      // The last glyph is the event's own; smaller ones before it are what other sources say.
      if (&child == &event->children.back() && std::abs(middle - at) > 0.51) {
        findings.push_back("glyph off its x: " + event->get("aria-label"));
      }
    }
  }
}

/// Whether a line from `a` to `b` passes through the inside of the box.
bool passes(Point a, Point b, const Box& box) {
  const Box inside{box.left + 1, box.top + 1, box.right - 1, box.bottom - 1};
  const std::array<Point, 4> corners{
      Point{inside.left, inside.top}, Point{inside.right, inside.top},
      Point{inside.right, inside.bottom}, Point{inside.left, inside.bottom}};
  for (std::size_t k = 0; k < 4; ++k) {
    if (crosses(a, b, corners[k], corners[(k + 1) % 4])) return true;
  }
  return a.x > inside.left && a.x < inside.right && a.y > inside.top && a.y < inside.bottom;
}

/// Words of the axis and of its breaks keep apart.
void check_axis_words(const Element& root, Findings& findings) {
  std::vector<Box> words;
  for (const std::string_view group : {"axis", "breaks"}) {
    for (const Element* g : all(root, "g", group)) {
      if (g->get("data-time") == "down" || !g->get("data-axis").empty()) continue;
      for (const Element* text : all(*g, "text", "")) {
        const double size = text->number("font-size");
        const double half = render::text_width(text->text, size) / 2;
        const double x = text->number("x");
        const double y = text->number("y");
        words.push_back({x - half, y - size * 0.7, x + half, y});
      }
    }
  }
  no_overlaps(words, "words of the axis", findings);
}

/// No leader hides behind the glyph of another event: nobody could tell whose label it leads to.
void check_leaders_seen(const Element& root, const std::vector<std::vector<Point>>& leaders,
                        Findings& findings) {
  // Where time runs down, leaders pass the lanes to their right.
  bool down = false;
  std::vector<Box> glyphs;
  walk(root, [&](const Element& e) {
    down = down || e.get("data-time") == "down";
    if (e.get("class") == "glyph") glyphs.push_back(glyph_box(e));
  });
  if (down) return;
  for (const auto& leader : leaders) {
    for (const Box& glyph : glyphs) {
      const Box core{glyph.left + 2, glyph.top + 2, glyph.right - 2, glyph.bottom - 2};
      const Point& start = leader.front();
      if (start.x > core.left && start.x < core.right && start.y > core.top &&
          start.y < core.bottom) {
        continue;
      }
      for (std::size_t k = 0; k + 1 < leader.size(); ++k) {
        if (passes(leader[k], leader[k + 1], core)) {
          findings.push_back("leader behind the glyph " + describe(glyph));
        }
      }
    }
  }
}

void check_leaders(const Element& root, const std::vector<Box>& labels, Findings& findings) {
  std::vector<std::vector<Point>> leaders;
  for (const Element* leader : all(root, "path", "leader")) {
    const std::vector<double> n = numbers_in(leader->get("d"));
    std::vector<Point> points;
    for (std::size_t i = 0; i + 1 < n.size(); i += 2) points.push_back({n[i], n[i + 1]});
    leaders.push_back(std::move(points));
  }
  check_leaders_seen(root, leaders, findings);
  for (const auto& leader : leaders) {
    for (std::size_t k = 0; k + 1 < leader.size(); ++k) {
      for (const Box& label : labels) {
        if (passes(leader[k], leader[k + 1], label)) {
          findings.push_back("leader through a label " + describe(label));
        }
      }
    }
  }
  for (std::size_t i = 0; i < leaders.size(); ++i) {
    for (std::size_t j = i + 1; j < leaders.size(); ++j) {
      for (std::size_t a = 0; a + 1 < leaders[i].size(); ++a) {
        for (std::size_t b = 0; b + 1 < leaders[j].size(); ++b) {
          if (crosses(leaders[i][a], leaders[i][a + 1], leaders[j][b], leaders[j][b + 1])) {
            findings.push_back("leaders cross at " + std::to_string(leaders[i][a].x) + " " +
                               std::to_string(leaders[i][a].y));
          }
        }
      }
    }
  }
}

/// WCAG: 4.5 for text, 3 for marks, each against the page (a badge's text against the badge).
void check_contrast(const Element& root, Findings& findings) {
  const auto pages = all(root, "rect", "page");
  if (pages.empty()) {
    findings.emplace_back("no page");
    return;
  }
  const std::string page = pages[0]->get("fill");
  std::set<const Element*> on_badges;
  for (const Element* badges : all(root, "g", "badges")) {
    for (const Element& child : badges->children) on_badges.insert(&child);
  }
  walk(root, [&](const Element& e) {
    const std::string fill = e.get("fill");
    if (e.name == "text" && !on_badges.contains(&e) && render::contrast(fill, page) < 4.5) {
      findings.push_back("faint text " + fill + ": " + e.text.substr(0, 40));
    }
    const bool hollow = e.get("class") == "glyph" && fill == page;
    if (e.get("class") == "glyph" && render::contrast(hollow ? e.get("stroke") : fill, page) < 3) {
      findings.push_back("faint glyph " + fill);
    }
    if (e.is("path", "line") && render::contrast(e.get("stroke"), page) < 3) {
      findings.push_back("faint relation " + e.get("stroke"));
    }
    if (e.is("line", "action") && render::contrast(e.get("stroke"), page) < 3) {
      findings.push_back("faint line " + e.get("stroke"));
    }
  });
}

/// Every note that an event cites is told.
void check_sources(const Element& root, const TimelineView& view, Findings& findings) {
  std::set<std::string> ids;
  walk(root, [&ids](const Element& e) { ids.insert(e.get("id")); });
  for (const TimelineItem& item : view.items) {
    for (const Citation& citation : item.citations) {
      const bool known = std::any_of(view.notes.begin(), view.notes.end(),
                                     [&](const auto& one) { return one.number == citation.note; });
      if (known && !ids.contains("note-" + std::to_string(citation.note))) {
        findings.push_back("source not told: " + std::to_string(citation.note));
      }
    }
  }
}

/// Numbers of the key: each once beside a mark, each told, none over another mark or a label.
void check_numbers(const Element& root, const std::vector<Box>& labels, Findings& findings) {
  std::vector<Box> numbers;
  for (const Element* box : all(root, "rect", "number-box")) {
    const Box b = rect_of(*box);
    numbers.push_back({b.left + 0.6, b.top + 0.6, b.right - 0.6, b.bottom - 0.6});
  }
  no_overlaps(numbers, "numbers", findings);
  std::vector<Box> glyphs;
  walk(root, [&glyphs](const Element& e) {
    if (e.get("class") == "glyph") glyphs.push_back(glyph_box(e));
  });
  for (const Box& number : numbers) {
    for (const Box& label : labels) {
      if (overlap(number, label)) findings.push_back("label over number " + describe(number));
    }
    for (const Box& glyph : glyphs) {
      if (overlap(number, glyph)) findings.push_back("number over glyph " + describe(number));
    }
  }
}

/// Names that rise to the right at 45 degrees: apart from each other, none through a label.
void check_slanted(const std::vector<Element>& names, const std::vector<Box>& labels,
                   Findings& findings) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Point from{names[i].number("x"), names[i].number("y")};
    const double rise =
        render::text_width(names[i].text, names[i].number("font-size"), render::FontStyle::bold) *
        std::sqrt(0.5);
    for (const Box& label : labels) {
      // Its baseline, and the top of its letters.
      const Point above{from.x - 7, from.y - 7};
      if (passes(from, {from.x + rise, from.y - rise}, label) ||
          passes(above, {above.x + rise, above.y - rise}, label)) {
        findings.push_back("lane name through a label " + names[i].text);
      }
    }
    // Parallel lines are as far apart as their starts are, times the sine of the slant.
    if (i > 0 &&
        (from.x - names[i - 1].number("x")) * std::sqrt(0.5) < names[i].number("font-size"))
      findings.push_back("lane names too close: " + names[i].text);
  }
}

void check_label_text(const Element& root, Findings& findings) {
  for (const Element* label : all(root, "g", "label")) {
    Box box{};
    for (const Element& child : label->children) {
      if (child.is("rect", "label-box")) box = rect_of(child);
    }
    for (const Element& child : label->children) {
      if (child.name != "text") continue;
      const auto style =
          child.get("font-weight") == "700" ? render::FontStyle::bold : render::FontStyle::regular;
      double width = 0;
      std::string own = child.text;
      for (const Element& span : child.children) {
        width += render::text_width(span.text, span.number("font-size")) + 1.5;
        own.resize(own.size() - span.text.size());
      }
      width += render::text_width(own, child.number("font-size"), style);
      if (child.number("x") + width > box.right + 1.5)
        findings.push_back("text beyond its label: " + own);
    }
  }
}

}  // namespace

Findings check_document(std::string_view svg) {
  Findings findings;
  const auto root = parsed(svg, findings);
  if (!root) return findings;
  static const std::set<std::string> allowed{"svg",  "title", "desc",  "g",      "rect", "line",
                                             "path", "text",  "tspan", "circle", "style"};
  std::set<std::string> ids;
  const std::vector<double> view_box = numbers_in(root->get("viewBox"));
  const double width = view_box.size() == 4 ? view_box[2] : 0;
  const double height = view_box.size() == 4 ? view_box[3] : 0;
  walk(*root, [&](const Element& e) {
    if (!allowed.contains(e.name)) findings.push_back("element not allowed: " + e.name);
    for (const auto& [key, value] : e.attributes) {
      if (key.starts_with("on") || key.find("href") != std::string::npos || key == "style") {
        findings.push_back("attribute not allowed: " + key);
      }
      if (key != "aria-label" && key != "xmlns" && value.find("url(") != std::string::npos) {
        findings.push_back("reference: " + value);
      }
    }
    if (const std::string id = e.get("id"); !id.empty() && !ids.insert(id).second) {
      findings.push_back("id twice: " + id);
    }
    const auto inside = [&](double x, double y) {
      return x >= -0.5 && y >= -0.5 && x <= width + 0.5 && y <= height + 0.5;
    };
    if (e.name == "rect") {
      const Box box = rect_of(e);
      if (!inside(box.left, box.top) || !inside(box.right, box.bottom)) {
        findings.push_back("rect outside the page " + describe(box));
      }
    }
    if (e.name == "text" && !inside(e.number("x"), e.number("y"))) {
      findings.push_back("text outside the page: " + e.text);
    }
    if (e.name == "path") {
      const std::vector<double> n = numbers_in(e.get("d"));
      for (std::size_t i = 0; i + 1 < n.size(); i += 2) {
        if (!inside(n[i], n[i + 1])) {
          findings.push_back("path outside the page: " + e.get("d"));
          break;
        }
      }
    }
  });
  return findings;
}

Findings check_timeline(std::string_view svg, const TimelineView& view) {
  Findings findings = check_document(svg);
  const auto root = parsed(svg, findings);
  if (!root) return findings;
  std::vector<Box> labels;
  for (const Element* e : all(*root, "rect", "label-box")) labels.push_back(rect_of(*e));
  no_overlaps(labels, "labels", findings);
  std::vector<std::pair<std::string, Box>> obstacles;
  walk(*root, [&](const Element& e) {
    if (e.get("class") == "glyph") obstacles.emplace_back("glyph", glyph_box(e));
    if (e.is("rect", "badge")) obstacles.emplace_back("badge", rect_of(e));
    if (e.is("rect", "span")) obstacles.emplace_back("span", rect_of(e));
    if (e.is("line", "action")) {
      obstacles.emplace_back("action line", Box{std::min(e.number("x1"), e.number("x2")) - 0.9,
                                                std::min(e.number("y1"), e.number("y2")) - 0.9,
                                                std::max(e.number("x1"), e.number("x2")) + 0.9,
                                                std::max(e.number("y1"), e.number("y2")) + 0.9});
    }
  });
  std::vector<Element> slanted;
  for (const Element* names : all(*root, "g", "lane-names")) {
    for (const Element& text : names->children) {
      if (!text.get("transform").empty()) {
        slanted.push_back(text);
        continue;
      }
      const double size = text.number("font-size");
      obstacles.emplace_back("lane name", Box{text.number("x"), text.number("y") - size,
                                              text.number("x") + 100, text.number("y") + 3});
    }
  }
  check_slanted(slanted, labels, findings);
  const auto bands = all(*root, "g", "bands");
  const double plot_top =
      bands.empty() || bands[0]->children.empty() ? 0 : bands[0]->children[0].number("y");
  for (const Box& label : labels) {
    // Beside an axis that runs down, labels may begin higher than the lanes.
    if (slanted.empty() && label.top < plot_top)
      findings.push_back("label over the axis " + describe(label));
    for (const auto& [what, box] : obstacles) {
      if (overlap(label, box)) findings.push_back("label over " + what + " " + describe(label));
    }
  }
  check_scale(*root, findings);
  check_leaders(*root, labels, findings);
  check_axis_words(*root, findings);
  check_contrast(*root, findings);
  check_sources(*root, view, findings);
  check_label_text(*root, findings);
  check_numbers(*root, labels, findings);
  std::string ids;
  walk(*root, [&ids](const Element& e) { ids += e.get("id") + "\n"; });
  for (const TimelineItem& item : view.items) {
    if (ids.find(render::hashed_id("ev-", item.id)) == std::string::npos &&
        ids.find(render::hashed_id("more-", item.id)) == std::string::npos) {
      findings.push_back("event dropped: " + item.id.substr(0, 60));
    }
  }
  return findings;
}

Findings check_map(std::string_view svg, std::size_t nodes, std::size_t relations) {
  Findings findings = check_document(svg);
  const auto root = parsed(svg, findings);
  if (!root) return findings;
  std::vector<Box> boxes;
  for (const char* kind : {"label-box", "node-box"}) {
    for (const Element* e : all(*root, "rect", kind)) {
      Box box = rect_of(*e);
      // Positions are rounded to a hundredth.
      boxes.push_back({box.left + 0.02, box.top + 0.02, box.right - 0.02, box.bottom - 0.02});
    }
  }
  no_overlaps(boxes, "boxes", findings);
  check_contrast(*root, findings);
  if (all(*root, "g", "node").size() != nodes) findings.emplace_back("a node is missing");
  if (all(*root, "g", "relation").size() != relations)
    findings.emplace_back("a relation is missing");
  return findings;
}

Findings check_groups(std::string_view svg, const RelationView& view) {
  Findings findings;
  const auto root = parsed(svg, findings);
  if (!root) return findings;
  const auto groups = view.groups ? view.groups->standing_out : std::vector<MapGroup>{};
  std::vector<Box> bands;
  for (const Element* e : all(*root, "rect", "group-band")) {
    if (bands.size() == groups.size()) break;  // the legend's sample is last
    bands.push_back(rect_of(*e));
    for (const render::StanceStyle& stance : render::palette(Theme::light).stances) {
      if (e->get("fill") == stance.colour || e->get("fill") == stance.fill)
        findings.push_back("a band of a stance's colour " + e->get("fill"));
    }
  }
  no_overlaps(bands, "bands", findings);
  std::vector<Box> titles;
  for (const Element* e : all(*root, "rect", "group-title-box")) titles.push_back(rect_of(*e));
  if (bands.size() != groups.size() || titles.size() != groups.size()) {
    findings.push_back(std::to_string(bands.size()) + " bands");
    return findings;
  }
  std::vector<Box> boxes;  // of actors, then of labels
  for (const char* kind : {"node", "relation"}) {
    for (const Element* e : all(*root, "g", kind)) {
      const auto rect = all(*e, "rect", kind == std::string{"node"} ? "node-box" : "label-box");
      if (rect.size() != 1) return {"a box is missing"};
      boxes.push_back(rect_of(*rect[0]));
    }
  }
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const auto members = render::boxes_in(view, groups[g]);
    const Box& band = bands[g];
    const auto within = [&band](const Box& box) {
      return box.left > band.left && box.right < band.right && box.top > band.top &&
             box.bottom < band.bottom;
    };
    if (!within(titles[g])) findings.push_back("title out of its band " + describe(titles[g]));
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
      const bool member = std::find(members.begin(), members.end(), i) != members.end();
      if (member && !within(boxes[i]))
        findings.push_back("a member out of its band " + describe(boxes[i]));
      if (!member && overlap(boxes[i], band))
        findings.push_back("a stranger in a band " + describe(boxes[i]));
      if (overlap(boxes[i], titles[g])) findings.push_back("over a title " + describe(boxes[i]));
    }
  }
  return findings;
}

}  // namespace frise::test
