// Painted from back to front: bands, grid, lane lines, links, actions, leaders, then each event as
// one group in order of time, so that a screen reader meets them in that order. Each group carries
// its dates and its x as data attributes, by which tests check the scale.

#include "render/timeline_paint.hpp"

#include "render/svg_parts.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace frise::render {
namespace {

class Painter {
 public:
  Painter(XmlWriter& svg, const TimelineView& view, const TimelineLayout& layout,
          const Palette& colours)
      : svg_{svg},
        view_{view},
        layout_{layout},
        colours_{colours},
        turn_{layout.time_down},
        panel_top_{layout.plot_bottom + room_below_plot(layout)} {}

  void run() {
    bands();
    axis(layout_, {}, 11);
    lane_lines(layout_);
    axis_breaks();
    links();
    actions();
    leaders();
    loupes();
    events();
    badges();
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
               band(l));
    }
    if (layout_.undated_height > 0) {
      draw_box(svg_,
               {layout_.page.margin, panel_top_, layout_.page.inner_right(),
                panel_top_ + layout_.undated_height},
               colours_.band);
    }
    svg_.close();
  }

  /// Bands alternate over the lanes that are seen.
  std::string_view band(std::size_t lane) const {
    const auto seen = std::count_if(layout_.lanes.begin(),
                                    layout_.lanes.begin() + static_cast<std::ptrdiff_t>(lane),
                                    [](const LaneLayout& one) { return !one.is_empty(); });
    return seen % 2 == 0 ? colours_.band : colours_.background;
  }

  void tick_words(const std::vector<Tick>& ticks, double y, std::string_view colour, double size) {
    for (const Tick& tick : ticks) {
      if (tick.label.empty()) continue;
      if (turn_.down) {
        draw_text(svg_, y, tick.label_x + 4, tick.label,
                  {.size = size, .colour = colour, .anchor = "end"});
      } else {
        draw_text(svg_, tick.label_x, y, tick.label,
                  {.size = size, .colour = colour, .anchor = "middle"});
      }
    }
  }

  void grid_line(const Tick& tick, double from, double to, std::string_view colour, double width) {
    draw_line(svg_, turn_(Point{tick.x, from}), turn_(Point{tick.x, to}), colour, width);
  }

  /// Gridlines and the words above them, and below a tall plot. `name` tells events on it apart.
  void axis(const TimelineLayout& layout, const std::string& name, double words_size) {
    svg_.open("g").attribute("class", "axis");
    if (turn_.down) svg_.attribute("data-time", "down");
    if (!name.empty()) svg_.attribute("data-axis", name);
    if (const auto& scale = layout.scale) {
      svg_.attribute("data-first", to_iso(scale->first()))
          .attribute("data-last", to_iso(scale->last()))
          .attribute("data-left", scale->left())
          .attribute("data-right", scale->right());
      if (!scale->breaks().empty()) svg_.attribute("data-breaks", breaks_text(*scale));
      const auto in_plot = [&scale](const Tick& tick) {
        return tick.x >= scale->left() - 0.01 && tick.x <= scale->right() + 0.01;
      };
      const bool two = !layout.ticks.parents.empty();
      for (const Tick& tick : layout.ticks.units) {
        if (!in_plot(tick)) continue;
        grid_line(tick, layout.plot_top - 6, layout.plot_bottom, colours_.grid, 1);
      }
      for (const Tick& tick : layout.ticks.parents) {
        if (!in_plot(tick)) continue;
        grid_line(tick, layout.plot_top - (turn_.down ? unit_words : 26), layout.plot_bottom,
                  colours_.line, 0.75);
      }
      tick_words(layout.ticks.units, layout.plot_top - 9, colours_.secondary, words_size);
      if (two) {
        tick_words(layout.ticks.parents, layout.plot_top - (turn_.down ? unit_words : 24),
                   colours_.ink, words_size);
      }
      if (name.empty() && room_below_plot(layout) > 14) {
        tick_words(layout.ticks.units, layout.plot_bottom + 14, colours_.secondary, words_size);
        if (two)
          tick_words(layout.ticks.parents, layout.plot_bottom + 29, colours_.ink, words_size);
      }
    }
    svg_.close();
  }

  static std::string breaks_text(const TimeScale& scale) {
    std::string text;
    for (const AxisBreak& gap : scale.breaks()) {
      text += (text.empty() ? "" : " ") + to_iso(gap.first) + "/" + to_iso(gap.last);
    }
    return text;
  }

  /// Two zigzags through all lanes, and above them how much time is left out.
  void axis_breaks() {
    if (!layout_.scale || layout_.scale->breaks().empty()) return;
    const TimeScale& scale = *layout_.scale;
    svg_.open("g").attribute("class", "breaks");
    for (const AxisBreak& gap : scale.breaks()) {
      const double middle = scale.begin(gap.first) + TimeScale::break_width / 2;
      constexpr double half = 4;  // between the zigzags
      draw_box(svg_,
               turn_(Box{middle - half, layout_.plot_top, middle + half, layout_.plot_bottom}),
               colours_.background);
      for (const double x : {middle - half, middle + half}) zigzag(x);
      const std::string words = duration(gap.first, gap.last, view_.locale);
      const TextStyle style{.size = 9.5,
                            .colour = colours_.secondary,
                            .font = FontStyle::italic,
                            .anchor = turn_.down ? "end" : "middle"};
      const Point at = turn_.down ? Point{layout_.plot_top - 9, middle + 3.5}
                                  : Point{middle, layout_.plot_top - 9};
      draw_text(svg_, at.x, at.y, words, style);
    }
    svg_.close();
  }

  void zigzag(double x) {
    std::vector<Point> points;
    double side = -1;
    for (double y = layout_.plot_top; y < layout_.plot_bottom; y += 8, side = -side) {
      points.push_back({x + 2.5 * side, y});
    }
    points.push_back({x, layout_.plot_bottom});
    svg_.open("path")
        .attribute("class", "break")
        .attribute("d", rounded_path(turn_(std::move(points)), 0))
        .attribute("fill", "none")
        .attribute("stroke", colours_.line)
        .attribute("stroke-width", 1.0)
        .close();
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
      axis(inside, axis_name(static_cast<int>(k)), 9.5);
      lane_lines(inside);
      for (const ItemLabel& label : inside.labels) leader(label.leader, 0.75);
      svg_.close();
    }
  }

  static std::string axis_name(int loupe) { return "loupe-" + std::to_string(loupe + 1); }

  void lane_lines(const TimelineLayout& layout) {
    svg_.open("g").attribute("class", "lanes").attribute("aria-hidden", "true");
    for (const LaneLayout& lane : layout.lanes) {
      if (lane.is_empty()) continue;
      draw_line(svg_, turn_(Point{layout.lane_left, lane.line}),
                turn_(Point{layout.lane_right, lane.line}), colours_.line, 1);
    }
    svg_.close();
  }

  void links() {
    svg_.open("g").attribute("class", "links").attribute("aria-hidden", "true");
    for (const LinkLine& line : layout_.links) {
      const TimelineLink& link = view_.links[line.link];
      const std::vector<Point> points = turn_(line.points);
      svg_.open("path")
          .attribute("class", "link")
          .attribute("d", rounded_path(points, 9))
          .attribute("fill", "none")
          .attribute("stroke", colours_.secondary)
          .attribute("stroke-width", 1.25)
          .close();
      paint_link_end(svg_, link.kind, points[2], points[3], colours_);
    }
    for (const LinkLine& line : layout_.links) {
      if (line.words.empty()) continue;
      draw_box(svg_, line.words_box, band(lane_at(line.words_at.y)));
      draw_text(
          svg_, line.words_at.x, line.words_at.y, line.words,
          {.size = 9.5, .colour = colours_.ink, .font = FontStyle::italic, .anchor = "middle"});
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
      for (const double end : {action.from, action.to}) {
        if (end == start) continue;
        const double side = end > start ? 1 : -1;
        const bool has_head =
            std::find(action.heads.begin(), action.heads.end(), end) != action.heads.end();
        const double cut = has_head ? side * head_length(style.head) : 0;
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
      for (const double head : action.heads) {
        draw_head(svg_, style.head, turn_(Point{action.x, start}), turn_(Point{action.x, head}),
                  style.colour, colours_.background);
      }
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
    for (const ItemLabel& label : layout_.labels) leader(label.leader, 0.75);
    svg_.close();
  }

  std::string id_of(std::size_t item) {
    std::string id = hashed_id("ev-", view_.items[item].id);
    // A view that holds one event twice must still give valid XML.
    for (int copy = 2; !ids_.insert(id).second; ++copy) {
      id = hashed_id("ev-", view_.items[item].id) + "-" + std::to_string(copy);
    }
    return id;
  }

  std::string tooltip(const TimelineItem& item) const {
    std::string text = isolate(clean(item.date_label, name_limit));
    text += (text.empty() ? "" : " · ") + isolate(clean(item.label)) + " ";
    text += reference_text(item.notes);
    if (const std::string quote = clean(item.quote, tooltip_limit); !quote.empty()) {
      text += " " + quoted(quote, view_.locale);
    }
    return typeset(text, view_.locale);
  }

  std::string accessible_name(const TimelineItem& item) const {
    constexpr std::array<Word, 5> stances{Word::favourable, Word::unfavourable, Word::contested,
                                          Word::neutral, Word::unknown};
    std::string name =
        clean(item.date_label, name_limit) + ", " + clean(item.actor, name_limit) + ", " +
        std::string{word(stances[static_cast<std::size_t>(item.stance)], view_.locale)} + ", " +
        clean(item.label);
    if (!item.notes.empty()) name += ", " + reference_text(item.notes);
    return typeset(name, view_.locale);
  }

  /// Where an item is drawn: on the plot or in an inset.
  struct Spot {
    const ItemMark* mark = nullptr;
    const ItemLabel* label = nullptr;
    bool undated = false;
    std::string axis;  ///< of the inset
    std::string_view background;
  };

  std::vector<Spot> spots() const {
    std::vector<Spot> spots(view_.items.size());
    for (std::size_t i = 0; i < spots.size(); ++i) {
      const ItemMark& mark = layout_.marks[i];
      Spot& spot = spots[i];
      spot.background = band(view_.items[i].lane);
      if (mark.track >= 0) spot.mark = &mark;
      if (mark.loupe < 0) continue;
      const Loupe& loupe = layout_.loupes[static_cast<std::size_t>(mark.loupe)];
      if (loupe.inside.empty()) continue;
      const ItemMark& inner = loupe.inside.front().marks[mark.in_loupe];
      if (inner.track >= 0) spot.mark = &inner;
      spot.axis = axis_name(mark.loupe);
      spot.background = colours_.background;
    }
    for (const ItemLabel& label : layout_.labels) spots[label.item].label = &label;
    for (const Loupe& loupe : layout_.loupes) {
      for (const TimelineLayout& inside : loupe.inside) {
        for (const ItemLabel& label : inside.labels) spots[label.item].label = &label;
      }
    }
    for (const ItemLabel& label : layout_.undated) {
      spots[label.item].label = &label;
      spots[label.item].undated = true;
    }
    return spots;
  }

  void events() {
    svg_.open("g").attribute("class", "events");
    const std::vector<Spot> places = spots();
    for (std::size_t i = 0; i < view_.items.size(); ++i) {
      const Spot& spot = places[i];
      if (spot.mark == nullptr && !spot.undated) continue;
      const TimelineItem& item = view_.items[i];
      svg_.open("g")
          .attribute("id", id_of(i))
          .attribute("class", "event")
          .attribute("role", "graphics-symbol")
          .attribute("aria-label", accessible_name(item));
      if (!spot.axis.empty()) svg_.attribute("data-axis", spot.axis);
      if (!spot.undated) svg_.attribute(turn_.down ? "data-y" : "data-x", spot.mark->date.x);
      if (item.date && item.date->bounds.earliest) {
        svg_.attribute("data-earliest", to_iso(*item.date->bounds.earliest));
      }
      if (item.date && item.date->bounds.latest) {
        svg_.attribute("data-latest", to_iso(*item.date->bounds.latest));
      }
      svg_.leaf("title", tooltip(item));
      if (spot.undated) {
        undated_event(item, *spot.label);
      } else {
        mark_of(item, *spot.mark);
        if (spot.mark->number > 0) number(*spot.mark, spot.background);
        if (spot.label != nullptr) {
          label(*spot.label, turn_(spot.label->box),
                turn_.down ? colours_.background : spot.background);
        }
      }
      svg_.close();
    }
    svg_.close();
  }

  void undated_event(const TimelineItem& item, const ItemLabel& words) {
    Box box = words.box;
    box.top += panel_top_;
    box.bottom += panel_top_;
    draw_glyph(svg_, {box.left - 10, box.top + 7}, item.stance, colours_);
    label(words, box, colours_.band);
  }

  void mark_of(const TimelineItem& item, const ItemMark& mark) {
    const StanceStyle& style = colours_.stance(item.stance);
    if (!mark.others.empty()) {
      double left = mark.date.x;
      double right = mark.date.x;
      for (const DateMark& other : mark.others) {
        left = std::min(left, other.x);
        right = std::max(right, other.x);
      }
      for (const double dy : {-1.75, 1.75}) {
        draw_line(svg_, turn_(Point{left, mark.y + dy}), turn_(Point{right, mark.y + dy}),
                  style.colour, 1);
      }
      for (const DateMark& other : mark.others) {
        paint_date(svg_, other, mark.y, style, turn_);
        draw_glyph(svg_, turn_(Point{other.x, mark.y}), item.stance, colours_, 0.75);
      }
    }
    const Point at = turn_(Point{mark.date.x, mark.y});
    if (mark.was) {
      const Point from = turn_(Point{mark.was->x, mark.y});
      const StanceStyle grey{colours_.secondary, colours_.stance(MarkStance::neutral).fill};
      paint_date(svg_, *mark.was, mark.y, grey, turn_);
      paint_move(svg_, from, at, colours_);
    }
    if (!mark.shares_box) paint_date(svg_, mark.date, mark.y, style, turn_);
    paint_change(svg_, item.change, at, colours_);
    draw_glyph(svg_, at, item.stance, colours_);
  }

  /// The number of an event's entry in the key.
  void number(const ItemMark& mark, std::string_view background) {
    const Box box = turn_(mark.number_box);
    svg_.open("rect")
        .attribute("class", "number-box")
        .attribute("x", box.left)
        .attribute("y", box.top)
        .attribute("width", box.width())
        .attribute("height", box.height())
        .attribute("fill", background)
        .close();
    draw_text(svg_, box.left + 1, box.bottom - 2.4, std::to_string(mark.number),
              {.size = number_size, .colour = colours_.ink, .font = FontStyle::bold});
  }

  void label(const ItemLabel& label, const Box& box, std::string_view background) {
    const TimelineItem& item = view_.items[label.item];
    svg_.open("g").attribute("class", "label");
    svg_.open("rect")
        .attribute("class", "label-box")
        .attribute("x", box.left)
        .attribute("y", box.top)
        .attribute("width", box.width())
        .attribute("height", box.height())
        .attribute("fill", background)
        .close();
    svg_.open("rect")
        .attribute("x", box.left)
        .attribute("y", box.top)
        .attribute("width", 2.0)
        .attribute("height", box.height())
        .attribute("fill", colours_.stance(item.stance).colour)
        .close();
    double y = box.top + 11;
    for (const std::string& line : label.title) {
      draw_text(svg_, box.left + 6, y, line,
                {.size = title_size, .colour = colours_.ink, .font = FontStyle::bold});
      y += line_height;
    }
    for (std::size_t i = 0; i < label.date.size(); ++i) {
      svg_.open("text")
          .attribute("x", box.left + 6)
          .attribute("y", y)
          .attribute("font-size", date_size);
      if (item.inferred) svg_.attribute("font-style", "italic");
      svg_.attribute("fill", colours_.secondary).text(label.date[i]);
      if (i + 1 == label.date.size() && !label.references.empty()) {
        svg_.open("tspan")
            .attribute("dx", 1.5)
            .attribute("dy", -3.0)
            .attribute("font-size", 7.5)
            .attribute("font-style", "normal")
            .text(label.references)
            .close();
      }
      svg_.close();
      y += line_height;
    }
    svg_.close();
  }

  void badge(const Box& box, const std::string& text) {
    svg_.open("rect")
        .attribute("class", "badge")
        .attribute("x", box.left)
        .attribute("y", box.top)
        .attribute("width", box.width())
        .attribute("height", box.height())
        .attribute("rx", box.height() / 2)
        .attribute("fill", colours_.ink)
        .close();
    draw_text(
        svg_, (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 3, text,
        {.size = 8.5, .colour = colours_.background, .font = FontStyle::bold, .anchor = "middle"});
  }

  void badges() {
    svg_.open("g").attribute("class", "badges");
    for (const Badge& one : layout_.badges) {
      const std::string text = "+" + count(one.count, view_.locale);
      const double half = std::max(9.0, text_width(text, 8.5, FontStyle::bold) / 2 + 4);
      const Point at = turn_(Point{one.x, one.y});
      badge({at.x - half, at.y - 8, at.x + half, at.y + 8}, text);
    }
    for (const Loupe& loupe : layout_.loupes) {
      badge(loupe.badge,
            (loupe.inside.empty() ? "+" : "") + count(loupe.items.size(), view_.locale));
    }
    svg_.close();
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
      double y = lane.line + 4.2 - 7.5 * (static_cast<double>(lane.name.size()) - 1);
      for (const std::string& line : lane.name) {
        draw_text(svg_, left, y, line,
                  {.size = 12, .colour = colours_.ink, .font = FontStyle::bold});
        y += 15;
      }
    }
    if (layout_.undated_height > 0) {
      draw_text(svg_, left, panel_top_ + 24, word(Word::undated, view_.locale),
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

  XmlWriter& svg_;
  const TimelineView& view_;
  const TimelineLayout& layout_;
  const Palette& colours_;
  Turn turn_;
  double panel_top_;  ///< of the undated events
  std::set<std::string> ids_;
};

}  // namespace

void paint_timeline(XmlWriter& svg, const TimelineView& view, const TimelineLayout& layout,
                    const Palette& colours) {
  Painter{svg, view, layout, colours}.run();
}

}  // namespace frise::render
