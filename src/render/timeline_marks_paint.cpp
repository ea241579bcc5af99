// The marks of dates: dashed box for "somewhere within", wedge ends for "about", open arrow for a
// bound, solid bar for a duration. Never a gradient: readers take dashes for doubt more reliably.

#include "render/svg_parts.hpp"
#include "render/timeline_paint.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace frise::render {
namespace {

constexpr double box_half = 7;

std::string path_of(const std::vector<Point>& points) {
  std::string path;
  for (const Point& point : points) {
    path += (path.empty() ? "M" : " L") + number(point.x) + " " + number(point.y);
  }
  return path;
}

void open_arrow(XmlWriter& svg, double tip, double side, double y, std::string_view colour,
                Turn turn) {
  svg.open("path")
      .attribute("d", path_of(turn(std::vector<Point>{
                          {tip - side * 6, y - 4.5}, {tip, y}, {tip - side * 6, y + 4.5}})))
      .attribute("fill", "none")
      .attribute("stroke", colour)
      .attribute("stroke-width", 1.25)
      .close();
}

XmlWriter& open_span(XmlWriter& svg, const Box& box) {
  return svg.open("rect")
      .attribute("class", "span")
      .attribute("x", box.left)
      .attribute("y", box.top)
      .attribute("width", box.width())
      .attribute("height", box.height());
}

void outlined(XmlWriter& svg, std::string_view path, const StanceStyle& style) {
  svg.open("path")
      .attribute("class", "span")
      .attribute("d", path)
      .attribute("fill", style.fill)
      .attribute("stroke", style.colour)
      .attribute("stroke-width", 1.0)
      .attribute("stroke-dasharray", "3 2")
      .close();
}

}  // namespace

void paint_date(XmlWriter& svg, const DateMark& date, double y, const StanceStyle& style,
                Turn turn) {
  // A span narrower than its glyph shows above and below it instead of at the sides.
  const double half = date.right - date.left < 14 ? 9.5 : box_half;
  const auto line = [&](double from, double to, double width, std::string_view dash = {}) {
    draw_line(svg, turn(Point{from, y}), turn(Point{to, y}), style.colour, width, dash);
  };
  switch (date.shape) {
    case DateShape::within:
      open_span(svg, turn(Box{date.left, y - half, date.right, y + half}))
          .attribute("fill", style.fill)
          .attribute("stroke", style.colour)
          .attribute("stroke-width", 1.0)
          .attribute("stroke-dasharray", "3 2")
          .close();
      break;
    case DateShape::approximate: {
      const double wedge = std::min(8.0, (date.right - date.left) / 2);
      outlined(svg,
               path_of(turn(std::vector<Point>{{date.left, y},
                                               {date.left + wedge, y - half},
                                               {date.right - wedge, y - half},
                                               {date.right, y},
                                               {date.right - wedge, y + half},
                                               {date.left + wedge, y + half}})) +
                   " Z",
               style);
      break;
    }
    case DateShape::lasted:
      open_span(svg, turn(Box{date.left, y - 4, date.right, y + 4}))
          .attribute("fill", style.colour)
          .close();
      break;
    case DateShape::before:
      line(date.x, date.left, 1.25, "3 2");
      open_arrow(svg, date.left, -1, y, style.colour, turn);
      break;
    case DateShape::after:
      line(date.x, date.x + 14, 6);
      line(date.x + 14, date.right, 1.25, "3 2");
      open_arrow(svg, date.right, 1, y, style.colour, turn);
      break;
    case DateShape::day:
    case DateShape::undated:
      break;
  }
}

void paint_change(XmlWriter& svg, ItemChange change, Point at, const Palette& colours) {
  constexpr double reach = 10;
  switch (change) {
    case ItemChange::added:
      svg.open("circle")
          .attribute("class", "change")
          .attribute("cx", at.x)
          .attribute("cy", at.y)
          .attribute("r", reach)
          .attribute("fill", "none")
          .attribute("stroke", colours.ink)
          .attribute("stroke-width", 1.5)
          .close();
      break;
    case ItemChange::removed:
      for (const double side : {-1.0, 1.0}) {
        draw_line(svg, {at.x - reach, at.y - side * reach}, {at.x + reach, at.y + side * reach},
                  colours.ink, 1.5);
      }
      break;
    case ItemChange::rejudged:
      svg.open("rect")
          .attribute("class", "change")
          .attribute("x", at.x - reach)
          .attribute("y", at.y - reach)
          .attribute("width", 2 * reach)
          .attribute("height", 2 * reach)
          .attribute("fill", "none")
          .attribute("stroke", colours.ink)
          .attribute("stroke-width", 1.5)
          .close();
      break;
    case ItemChange::moved:
    case ItemChange::none:
      break;
  }
}

void paint_move(XmlWriter& svg, Point from, Point at, const Palette& colours) {
  const double length = std::hypot(at.x - from.x, at.y - from.y);
  svg.open("circle")
      .attribute("class", "change")
      .attribute("cx", from.x)
      .attribute("cy", from.y)
      .attribute("r", 5.0)
      .attribute("fill", colours.background)
      .attribute("stroke", colours.secondary)
      .attribute("stroke-width", 1.25)
      .attribute("stroke-dasharray", "2 2")
      .close();
  constexpr double off_glyph = 8;
  if (length < 2 * off_glyph) return;
  const Point d{(at.x - from.x) / length, (at.y - from.y) / length};
  const Point start{from.x + d.x * off_glyph, from.y + d.y * off_glyph};
  const Point tip{at.x - d.x * off_glyph, at.y - d.y * off_glyph};
  draw_line(svg, start, {tip.x - d.x * 8, tip.y - d.y * 8}, colours.ink, 1.5);
  draw_head(svg, Head::arrow, start, tip, colours.ink, colours.background);
}

void paint_partner(XmlWriter& svg, Point at, std::string_view colour, const Palette& colours) {
  svg.open("circle")
      .attribute("class", "partner")
      .attribute("cx", at.x)
      .attribute("cy", at.y)
      .attribute("r", partner_radius)
      .attribute("fill", colours.background)
      .attribute("stroke", colour)
      .attribute("stroke-width", 1.75)
      .close();
}

void paint_link_end(XmlWriter& svg, LinkKind kind, Point from, Point at, const Palette& colours) {
  const double length = std::max(std::hypot(at.x - from.x, at.y - from.y), 1e-6);
  const Point d{(at.x - from.x) / length, (at.y - from.y) / length};
  const auto p = [&](double back, double across) {
    return Point{at.x - d.x * back - d.y * across, at.y - d.y * back + d.x * across};
  };
  const auto bar = [&](double back) {
    draw_line(svg, p(back, -4), p(back, 4), colours.secondary, 1.5);
  };
  switch (kind) {
    case LinkKind::follows:
      svg.open("path")
          .attribute("d", path_of({p(6, -3.5), at, p(6, 3.5)}))
          .attribute("fill", "none")
          .attribute("stroke", colours.secondary)
          .attribute("stroke-width", 1.25)
          .close();
      break;
    case LinkKind::contradicts:
      bar(1);
      bar(4);
      break;
    case LinkKind::denies:
      bar(1);
      break;
    case LinkKind::confirms:
    case LinkKind::refines: {
      const Point middle = p(2, 0);
      svg.open("circle")
          .attribute("cx", middle.x)
          .attribute("cy", middle.y)
          .attribute("r", 2.75)
          .attribute("fill", colours.secondary)
          .close();
      break;
    }
  }
}

}  // namespace frise::render
