// Tested in tests/unit/render/timeline_test.cpp.

#include "render/timeline_axis_paint.hpp"

#include "render/font_metrics.hpp"
#include "render/svg_parts.hpp"
#include "render/words.hpp"

#include <cmath>
#include <utility>

namespace frise::render {
namespace {

constexpr double break_size = 9.5;  ///< of the words over a break of the axis

std::string breaks_text(const TimeScale& scale) {
  std::string text;
  for (const AxisBreak& gap : scale.breaks()) {
    text += (text.empty() ? "" : " ") + to_iso(gap.first) + "/" + to_iso(gap.last);
  }
  return text;
}

}  // namespace

void AxisPainter::tick_words(const std::vector<Tick>& ticks, double y, std::string_view colour,
                             double size) {
  for (const Tick& tick : ticks) {
    if (tick.label.empty()) continue;
    if (turn_.down) {
      draw_text(svg_, y, tick.label_x + 4, tick.label,
                {.size = size, .colour = colour, .anchor = "end"});
    } else {
      draw_text(svg_, beside_breaks(tick.label_x, text_width(tick.label, size) / 2), y, tick.label,
                {.size = size, .colour = colour, .anchor = "middle"});
    }
  }
}

void AxisPainter::grid_line(const Tick& tick, double from, double to, std::string_view colour,
                            double width) {
  draw_line(svg_, turn_(Point{tick.x, from}), turn_(Point{tick.x, to}), colour, width);
}

void AxisPainter::axis(const TimelineLayout& layout, const std::string& name, double words_size) {
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
      if (two) tick_words(layout.ticks.parents, layout.plot_bottom + 29, colours_.ink, words_size);
    }
  }
  svg_.close();
}

double AxisPainter::beside_breaks(double x, double half) const {
  if (!layout_.scale) return x;
  for (const AxisBreak& gap : layout_.scale->breaks()) {
    const double middle = break_middle(gap);
    const double reach =
        half + 4 +
        text_width(duration(gap.first, gap.last, view_.locale), break_size, FontStyle::italic) / 2;
    if (std::abs(x - middle) < reach) x = x < middle ? middle - reach : middle + reach;
  }
  return x;
}

double AxisPainter::break_middle(const AxisBreak& gap) const {
  return layout_.scale->begin(gap.first) + TimeScale::break_width / 2;
}

void AxisPainter::breaks() {
  if (!layout_.scale || layout_.scale->breaks().empty()) return;
  const TimeScale& scale = *layout_.scale;
  svg_.open("g").attribute("class", "breaks");
  for (const AxisBreak& gap : scale.breaks()) {
    const double middle = break_middle(gap);
    constexpr double half = 4;  // between the zigzags
    draw_box(svg_, turn_(Box{middle - half, layout_.plot_top, middle + half, layout_.plot_bottom}),
             colours_.background);
    for (const double x : {middle - half, middle + half}) zigzag(x);
    const std::string words = duration(gap.first, gap.last, view_.locale);
    const TextStyle style{.size = break_size,
                          .colour = colours_.secondary,
                          .font = FontStyle::italic,
                          .anchor = turn_.down ? "end" : "middle"};
    const Point at = turn_.down ? Point{layout_.plot_top - 9, middle + 3.5}
                                : Point{middle, layout_.plot_top - 9};
    draw_text(svg_, at.x, at.y, words, style);
  }
  svg_.close();
}

void AxisPainter::zigzag(double x) {
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

}  // namespace frise::render
