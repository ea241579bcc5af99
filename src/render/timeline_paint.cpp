// Painted from back to front: bands, grid, lane lines, links, actions, leaders, then the events,
// then the names of the lanes. Tested in tests/unit/render/timeline_test.cpp.

#include "render/timeline_paint.hpp"

#include "render/svg_parts.hpp"
#include "render/timeline_axis_paint.hpp"
#include "render/timeline_canvas.hpp"
#include "render/timeline_parts.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string>

namespace frise::render {
namespace {

class Painter {
 public:
  explicit Painter(const TimelineCanvas& canvas)
      : canvas_{canvas},
        svg_{canvas.svg},
        view_{canvas.view},
        layout_{canvas.layout},
        colours_{canvas.colours},
        turn_{canvas.turn} {}

  void run() {
    bands();
    AxisPainter{canvas_}.axis(layout_, {}, 11);
    lane_lines(layout_);
    AxisPainter{canvas_}.breaks();
    links();
    actions();
    if (turn_.down) leaders();
    loupes();
    paint_events(canvas_);
    if (!turn_.down) leaders();
    lane_names();
  }

 private:
  void bands() {
    svg_.open("g").attribute("class", "bands").attribute("aria-hidden", "true");
    for (std::size_t l = 0; l < layout_.lanes.size(); ++l) {
      const LaneLayout& lane = layout_.lanes[l];
      if (lane.is_empty()) continue;
      draw_box(svg_,
               turn_(Box{layout_.page.margin, lane.top, layout_.page.inner_right(), lane.bottom}),
               canvas_.band(l));
    }
    if (layout_.undated_height > 0) {
      draw_box(svg_,
               {layout_.page.margin, canvas_.panel_top(), layout_.page.inner_right(),
                canvas_.panel_top() + layout_.undated_height},
               colours_.band);
    }
    svg_.close();
  }

  /// The insets: a frame, tied to its badge on the line, and an axis.
  void loupes() {
    for (std::size_t k = 0; k < layout_.loupes.size(); ++k) {
      const Loupe& loupe = layout_.loupes[k];
      if (loupe.inside.empty()) continue;
      const TimelineLayout& inside = loupe.inside.front();
      svg_.open("g").attribute("class", "loupe").attribute("aria-hidden", "true");
      leader(loupe.leader, 1);
      svg_.open("rect")
          .attribute("class", "loupe-frame")
          .attribute("x", loupe.frame.left)
          .attribute("y", loupe.frame.top)
          .attribute("width", loupe.frame.width())
          .attribute("height", loupe.frame.height())
          .attribute("fill", colours_.background)
          .attribute("stroke", colours_.line)
          .attribute("stroke-width", 1.0)
          .close();
      AxisPainter{canvas_}.axis(inside, inset_axis_name(static_cast<int>(k)), 9.5);
      lane_lines(inside);
      label_leaders(inside);
      svg_.close();
    }
  }

  void lane_lines(const TimelineLayout& layout) {
    svg_.open("g").attribute("class", "lanes").attribute("aria-hidden", "true");
    for (const LaneLayout& lane : layout.lanes) {
      if (lane.is_empty()) continue;
      draw_line(svg_, turn_(Point{layout.lane_left, lane.line}),
                turn_(Point{layout.lane_right, lane.line}), colours_.line, 1);
    }
    svg_.close();
  }

  /// In a page that has a script, a line says whose it is, to be hidden with them.
  void begin_line_of(std::initializer_list<std::uint32_t> items) {
    if (layout_.page.titled) return;
    std::string ids;
    for (const std::uint32_t item : items) {
      ids += (ids.empty() ? "" : " ") + hashed_id("ev-", view_.items[item].id);
    }
    svg_.open("g").attribute("data-of", ids);
  }

  void end_line() {
    if (!layout_.page.titled) svg_.close();
  }

  void links() {
    svg_.open("g").attribute("class", "links").attribute("aria-hidden", "true");
    for (const LinkLine& line : layout_.links) {
      const TimelineLink& link = view_.links[line.link];
      const std::vector<Point> points = turn_(line.points);
      begin_line_of({link.from, link.to});
      svg_.open("path")
          .attribute("class", "link")
          .attribute("d", rounded_path(points, 9))
          .attribute("fill", "none")
          .attribute("stroke", colours_.secondary)
          .attribute("stroke-width", 1.25)
          .close();
      paint_link_end(svg_, link.kind, points[points.size() - 2], points.back(), colours_);
      end_line();
    }
    for (const LinkLine& line : layout_.links) {
      if (line.words.empty()) continue;
      const TimelineLink& link = view_.links[line.link];
      begin_line_of({link.from, link.to});
      draw_box(svg_, line.words_box, canvas_.band(lane_at(line.words_at.y)));
      draw_text(
          svg_, line.words_at.x, line.words_at.y, line.words,
          {.size = 9.5, .colour = colours_.ink, .font = FontStyle::italic, .anchor = "middle"});
      end_line();
    }
    svg_.close();
  }

  std::size_t lane_at(double y) const {
    std::size_t l = 0;
    while (l + 1 < layout_.lanes.size() && y > layout_.lanes[l].bottom) ++l;
    return l;
  }

  void actions() {
    svg_.open("g").attribute("class", "actions").attribute("aria-hidden", "true");
    for (const ActionLine& action : layout_.actions) {
      const StanceStyle& style = colours_.stance(view_.items[action.item].stance);
      const double start = layout_.marks[action.item].y;
      begin_line_of({action.item});
      for (const double end : {action.from, action.to}) {
        if (end == start) continue;
        const double side = end > start ? 1 : -1;
        const auto head = std::find_if(action.heads.begin(), action.heads.end(),
                                       [end](const ActionHead& one) { return one.y == end; });
        const double length = head == action.heads.end() ? 0
                              : head->partner            ? partner_radius
                                                         : head_length(style.head);
        const double cut = side * length;
        const Point tail = turn_(Point{action.x, start});
        const Point tip = turn_(Point{action.x, end - cut});
        svg_.open("line")
            .attribute("class", "action")
            .attribute("x1", tail.x)
            .attribute("y1", tail.y)
            .attribute("x2", tip.x)
            .attribute("y2", tip.y)
            .attribute("stroke", style.colour)
            .attribute("stroke-width", style.line_width);
        if (!style.dash.empty()) svg_.attribute("stroke-dasharray", style.dash);
        svg_.close();
      }
      for (const ActionHead& head : action.heads) {
        const Point at = turn_(Point{action.x, head.y});
        if (head.partner) {
          paint_partner(svg_, at, style.colour, colours_);
        } else {
          draw_head(svg_, style.head, turn_(Point{action.x, start}), at, style.colour,
                    colours_.background);
        }
      }
      end_line();
    }
    svg_.close();
  }

  void leader(const std::vector<Point>& points, double width) {
    if (points.empty()) return;
    svg_.open("path")
        .attribute("class", "leader")
        .attribute("d", rounded_path(turn_(points), 0))
        .attribute("fill", "none")
        .attribute("stroke", colours_.secondary)
        .attribute("stroke-width", width)
        .close();
  }

  void leaders() {
    svg_.open("g").attribute("class", "leaders").attribute("aria-hidden", "true");
    label_leaders(layout_);
    svg_.close();
  }

  void label_leaders(const TimelineLayout& layout) {
    for (const ItemLabel& label : layout.labels) {
      if (label.leader.empty()) continue;
      begin_line_of({label.item});
      leader(turn_.down || &layout != &layout_ ? label.leader : outside_glyph(label.leader), 0.75);
      end_line();
    }
  }

  /// Over the boxes of stacked marks, but not over its own glyph.
  static std::vector<Point> outside_glyph(std::vector<Point> points) {
    constexpr double glyph = glyph_half + 1;
    if (points.size() < 2) return points;
    const Point d{points[1].x - points[0].x, points[1].y - points[0].y};
    const double length = std::hypot(d.x, d.y);
    if (length <= glyph) {
      points.erase(points.begin());
    } else {
      points[0].x += d.x / length * glyph;
      points[0].y += d.y / length * glyph;
    }
    return points;
  }

  void lane_names() {
    svg_.open("g").attribute("class", "lane-names");
    if (turn_.down) {
      slanted_names();
      svg_.close();
      return;
    }
    const double left = layout_.page.margin + 8;
    for (const LaneLayout& lane : layout_.lanes) {
      double y = lane.line + 4.2 -
                 lane_name_line / 2 * (static_cast<double>(lane.name.size()) - 1) -
                 lane_caption_line / 2 * static_cast<double>(lane.caption.size());
      for (const std::string& line : lane.name) {
        draw_text(svg_, left, y, line,
                  {.size = 12, .colour = colours_.ink, .font = FontStyle::bold});
        y += lane_name_line;
      }
      for (const std::string& line : lane.caption) {
        y += lane_caption_line - lane_name_line;
        draw_text(svg_, left, y, line, {.size = lane_caption_size, .colour = colours_.secondary});
        y += lane_name_line;
      }
    }
    if (layout_.undated_height > 0) {
      draw_text(svg_, left, canvas_.panel_top() + 24, word(Word::undated, view_.locale),
                {.size = 12, .colour = colours_.ink, .font = FontStyle::bold});
    }
    svg_.close();
  }

  /// Over lanes that run down there is no room for words beside each other.
  void slanted_names() {
    for (const LaneLayout& lane : layout_.lanes) {
      if (lane.name.empty()) continue;
      const std::string at =
          frise::number(lane.line + 4) + " " + frise::number(layout_.lane_left - 7);
      svg_.open("text")
          .attribute("x", lane.line + 4)
          .attribute("y", layout_.lane_left - 7)
          .attribute("transform", "rotate(-45 " + at + ")")
          .attribute("font-size", 12.0)
          .attribute("font-weight", "700")
          .attribute("fill", colours_.ink)
          .text(lane.name.front())
          .close();
    }
  }

  const TimelineCanvas& canvas_;
  XmlWriter& svg_;
  const TimelineView& view_;
  const TimelineLayout& layout_;
  const Palette& colours_;
  Turn turn_;
};

}  // namespace

void paint_timeline(XmlWriter& svg, const TimelineView& view, const TimelineLayout& layout,
                    const Palette& colours) {
  Painter{TimelineCanvas{svg, view, layout, colours}}.run();
}

}  // namespace frise::render
