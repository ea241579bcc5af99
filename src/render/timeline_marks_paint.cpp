// The marks of dates: dashed box for "somewhere within", wedge ends for "about", open arrow for a
// bound, solid bar for a duration. Never a gradient: readers take dashes for doubt more reliably.

#include "render/svg_parts.hpp"
#include "render/timeline_paint.hpp"

#include <algorithm>

namespace frise::render {
namespace {

constexpr double box_half = 7;

void open_arrow(XmlWriter& svg, double tip, double side, double y, std::string_view colour) {
  svg.open("path")
      .attribute("d", "M" + number(tip - side * 6) + " " + number(y - 4.5) + " L" + number(tip) +
                          " " + number(y) + " L" + number(tip - side * 6) + " " + number(y + 4.5))
      .attribute("fill", "none")
      .attribute("stroke", colour)
      .attribute("stroke-width", 1.25)
      .close();
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

void paint_date(XmlWriter& svg, const DateMark& date, double y, const StanceStyle& style) {
  // A span narrower than its glyph shows above and below it instead of at the sides.
  const double half = date.right - date.left < 14 ? 9.5 : box_half;
  switch (date.shape) {
    case DateShape::within:
      svg.open("rect")
          .attribute("class", "span")
          .attribute("x", date.left)
          .attribute("y", y - half)
          .attribute("width", date.right - date.left)
          .attribute("height", 2 * half)
          .attribute("fill", style.fill)
          .attribute("stroke", style.colour)
          .attribute("stroke-width", 1.0)
          .attribute("stroke-dasharray", "3 2")
          .close();
      break;
    case DateShape::approximate: {
      const double wedge = std::min(8.0, (date.right - date.left) / 2);
      const auto at = [](double px, double py) { return number(px) + " " + number(py); };
      outlined(svg,
               "M" + at(date.left, y) + " L" + at(date.left + wedge, y - half) + " L" +
                   at(date.right - wedge, y - half) + " L" + at(date.right, y) + " L" +
                   at(date.right - wedge, y + half) + " L" + at(date.left + wedge, y + half) + " Z",
               style);
      break;
    }
    case DateShape::lasted:
      svg.open("rect")
          .attribute("class", "span")
          .attribute("x", date.left)
          .attribute("y", y - 4)
          .attribute("width", date.right - date.left)
          .attribute("height", 8.0)
          .attribute("fill", style.colour)
          .close();
      break;
    case DateShape::before:
      draw_line(svg, {date.x, y}, {date.left, y}, style.colour, 1.25, "3 2");
      open_arrow(svg, date.left, -1, y, style.colour);
      break;
    case DateShape::after:
      draw_line(svg, {date.x, y}, {date.x + 14, y}, style.colour, 6);
      draw_line(svg, {date.x + 14, y}, {date.right, y}, style.colour, 1.25, "3 2");
      open_arrow(svg, date.right, 1, y, style.colour);
      break;
    case DateShape::day:
    case DateShape::undated:
      break;
  }
}

void paint_link_end(XmlWriter& svg, LinkKind kind, Point from, Point at, const Palette& colours) {
  const double side = at.y >= from.y ? 1 : -1;  // links arrive along an upright
  const auto bar = [&](double back) {
    draw_line(svg, {at.x - 4, at.y - side * back}, {at.x + 4, at.y - side * back},
              colours.secondary, 1.5);
  };
  switch (kind) {
    case LinkKind::follows:
      svg.open("path")
          .attribute("d", "M" + number(at.x - 3.5) + " " + number(at.y - side * 6) + " L" +
                              number(at.x) + " " + number(at.y) + " L" + number(at.x + 3.5) + " " +
                              number(at.y - side * 6))
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
    case LinkKind::refines:
      svg.open("circle")
          .attribute("cx", at.x)
          .attribute("cy", at.y - side * 2)
          .attribute("r", 2.75)
          .attribute("fill", colours.secondary)
          .close();
      break;
  }
}

}  // namespace frise::render
