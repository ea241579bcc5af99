// Each event is one group in order of time, so that a screen reader meets them in that order; it
// carries its dates and its place along time as data attributes, by which tests check the scale.

#include "render/sources.hpp"
#include "render/svg_parts.hpp"
#include "render/timeline_canvas.hpp"
#include "render/timeline_paint.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace frise::render {
namespace {

class EventPainter {
 public:
  explicit EventPainter(const TimelineCanvas& canvas)
      : canvas_{canvas},
        svg_{canvas.svg},
        view_{canvas.view},
        layout_{canvas.layout},
        colours_{canvas.colours},
        turn_{canvas.turn} {}

  void run() {
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

 private:
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
    text += reference_text(item.citations);
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
    if (!item.citations.empty()) name += ", " + reference_text(item.citations);
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
      spot.background = canvas_.band(view_.items[i].lane);
      if (mark.track >= 0) spot.mark = &mark;
      if (mark.loupe < 0) continue;
      const Loupe& loupe = layout_.loupes[static_cast<std::size_t>(mark.loupe)];
      if (loupe.inside.empty()) continue;
      const ItemMark& inner = loupe.inside.front().marks[mark.in_loupe];
      if (inner.track >= 0) spot.mark = &inner;
      spot.axis = inset_axis_name(mark.loupe);
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

  void undated_event(const TimelineItem& item, const ItemLabel& words) {
    Box box = words.box;
    box.top += canvas_.panel_top();
    box.bottom += canvas_.panel_top();
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

  const TimelineCanvas& canvas_;
  XmlWriter& svg_;
  const TimelineView& view_;
  const TimelineLayout& layout_;
  const Palette& colours_;
  Turn turn_;
  std::set<std::string> ids_;
};

}  // namespace

std::string inset_axis_name(int loupe) { return "loupe-" + std::to_string(loupe + 1); }

std::string_view TimelineCanvas::band(std::size_t lane) const {
  const auto seen =
      std::count_if(layout.lanes.begin(), layout.lanes.begin() + static_cast<std::ptrdiff_t>(lane),
                    [](const LaneLayout& one) { return !one.is_empty(); });
  return seen % 2 == 0 ? colours.band : colours.background;
}

void paint_events(const TimelineCanvas& canvas) {
  EventPainter painter{canvas};
  painter.run();
  painter.badges();
}

}  // namespace frise::render
