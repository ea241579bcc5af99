// Shapes follow the figures' specification: triangles up and down, diamond, disc and ring for the
// stances; arrow, tee and open diamond for the ends of lines. Tested in
// tests/unit/render/xml_test.cpp.

#include "render/svg_parts.hpp"

#include "render/typeset.hpp"
#include "render/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace frise::render {
namespace {

std::string point_text(Point p) { return number(p.x) + " " + number(p.y); }

std::string polygon(const std::vector<Point>& points) {
  std::string path = "M";
  for (std::size_t i = 0; i < points.size(); ++i)
    path += (i > 0 ? " L" : "") + point_text(points[i]);
  return path + " Z";
}

/// Unit vector; upwards for no length.
Point direction(Point from, Point to) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (length < 1e-6) return {0, -1};
  return {(to.x - from.x) / length, (to.y - from.y) / length};
}

Point towards(Point from, Point to, double distance) {
  const Point d = direction(from, to);
  return {from.x + d.x * distance, from.y + d.y * distance};
}

}  // namespace

void draw_text(XmlWriter& svg, double x, double y, std::string_view text, const TextStyle& style) {
  svg.open("text").attribute("x", x).attribute("y", y).attribute("font-size", style.size);
  if (style.font == FontStyle::bold) svg.attribute("font-weight", "700");
  if (style.font == FontStyle::italic) svg.attribute("font-style", "italic");
  if (!style.anchor.empty()) svg.attribute("text-anchor", style.anchor);
  svg.attribute("fill", style.colour).text(text).close();
}

void draw_line(XmlWriter& svg, Point from, Point to, std::string_view colour, double width,
               std::string_view dash) {
  svg.open("line")
      .attribute("x1", from.x)
      .attribute("y1", from.y)
      .attribute("x2", to.x)
      .attribute("y2", to.y)
      .attribute("stroke", colour)
      .attribute("stroke-width", width);
  if (!dash.empty()) svg.attribute("stroke-dasharray", dash);
  svg.close();
}

void draw_box(XmlWriter& svg, const Box& box, std::string_view fill, std::string_view kind) {
  svg.open("rect");
  if (!kind.empty()) svg.attribute("class", kind);
  svg.attribute("x", box.left)
      .attribute("y", box.top)
      .attribute("width", box.width())
      .attribute("height", box.height())
      .attribute("fill", fill)
      .close();
}

void draw_glyph(XmlWriter& svg, Point at, MarkStance stance, const Palette& colours, double scale) {
  const StanceStyle& style = colours.stance(stance);
  const auto p = [&](double dx, double dy) { return Point{at.x + scale * dx, at.y + scale * dy}; };
  if (stance == MarkStance::neutral || stance == MarkStance::unknown) {
    const bool hollow = stance == MarkStance::unknown;
    svg.open("circle")
        .attribute("class", "glyph")
        .attribute("cx", at.x)
        .attribute("cy", at.y)
        .attribute("r", scale * (hollow ? 5 : 5.5))
        .attribute("fill", hollow ? colours.background : style.colour)
        .attribute("stroke", hollow ? style.colour : colours.background)
        .attribute("stroke-width", hollow ? 1.5 : 1)
        .close();
    return;
  }
  std::vector<Point> points;
  if (stance == MarkStance::favourable) points = {p(-7, 5.5), p(7, 5.5), p(0, -6.5)};
  if (stance == MarkStance::unfavourable) points = {p(-7, -5.5), p(7, -5.5), p(0, 6.5)};
  if (stance == MarkStance::contested) points = {p(0, -7), p(7, 0), p(0, 7), p(-7, 0)};
  svg.open("path")
      .attribute("class", "glyph")
      .attribute("d", polygon(points))
      .attribute("fill", style.colour)
      .attribute("stroke", colours.background)
      .attribute("stroke-width", 1.0)
      .close();
}

double head_length(Head head) noexcept {
  switch (head) {
    case Head::arrow:
      return 8;
    case Head::open_diamond:
      return 12;
    case Head::tee:
    case Head::none:
      break;
  }
  return 0;
}

void draw_head(XmlWriter& svg, Head head, Point from, Point at, std::string_view colour,
               std::string_view background) {
  if (head == Head::none) {
    // No head, yet a direction: a small disc where the line ends.
    svg.open("circle")
        .attribute("cx", at.x)
        .attribute("cy", at.y)
        .attribute("r", 2.5)
        .attribute("fill", colour)
        .close();
    return;
  }
  const Point d = direction(from, at);
  const auto p = [&](double along, double across) {
    return Point{at.x - d.x * along - d.y * across, at.y - d.y * along + d.x * across};
  };
  if (head == Head::tee) {
    draw_line(svg, p(1.5, -6), p(1.5, 6), colour, 3);
    return;
  }
  const bool arrow = head == Head::arrow;
  const std::vector<Point> points =
      arrow ? std::vector<Point>{p(0, 0), p(9, -4.5), p(9, 4.5)}
            : std::vector<Point>{p(0, 0), p(6, -4.5), p(12, 0), p(6, 4.5)};
  svg.open("path").attribute("d", polygon(points)).attribute("fill", arrow ? colour : background);
  if (!arrow) svg.attribute("stroke", colour).attribute("stroke-width", 1.5);
  svg.close();
}

std::string rounded_path(const std::vector<Point>& points, double radius) {
  if (points.empty()) return {};
  std::string path = "M" + point_text(points.front());
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (i + 1 == points.size()) {
      path += " L" + point_text(points[i]);
      break;
    }
    const auto length = [&points](std::size_t a, std::size_t b) {
      return std::hypot(points[b].x - points[a].x, points[b].y - points[a].y);
    };
    const double r = std::min({radius, length(i - 1, i) / 2, length(i, i + 1) / 2});
    if (r < 0.5) {
      path += " L" + point_text(points[i]);
      continue;
    }
    path += " L" + point_text(towards(points[i], points[i - 1], r)) + " Q" + point_text(points[i]) +
            " " + point_text(towards(points[i], points[i + 1], r));
  }
  return path;
}

std::string hashed_id(std::string_view prefix, std::string_view identity) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
  for (const char c : identity) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3ULL;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string id{prefix};
  for (int shift = 60; shift >= 0; shift -= 4)
    id += digits[(hash >> static_cast<unsigned>(shift)) & 15U];
  return id;
}

Result<Beginning> begin_figure(const RenderOptions& options) {
  const auto page = find_page(options);
  if (!page) return fail(page.error());
  Beginning begun{*page, palette(options.theme, options.style), {}};
  if (!noto_sans_installed()) begun.rendering.warnings.emplace_back(font_warning);
  return begun;
}

void open_figure(XmlWriter& svg, const Frame& frame) {
  const Palette colours = palette(frame.options.theme, frame.options.style);
  std::string language = clean(frame.locale, 20);
  for (char& c : language) {
    if (c == '_') c = '-';
  }
  svg.open("svg")
      .attribute("xmlns", "http://www.w3.org/2000/svg")
      .attribute("width", frame.width * frame.scale)
      .attribute("height", frame.height * frame.scale)
      .attribute("viewBox", "0 0 " + number(frame.width) + " " + number(frame.height))
      .attribute("role", "graphics-document")
      .attribute("lang", language.empty() ? "en" : language)
      .attribute("aria-labelledby", "figure-title figure-description")
      .attribute("font-family", font_family);
  svg.open("title").attribute("id", "figure-title").text(frame.title).close();
  svg.open("desc").attribute("id", "figure-description").text(frame.description).close();
  if (frame.options.theme == Theme::automatic) {
    svg.leaf("style", dark_rules(frame.options.style));
  }
  svg.open("rect")
      .attribute("class", "page")
      .attribute("width", frame.width)
      .attribute("height", frame.height)
      .attribute("fill", colours.background)
      .close();
}

Header lay_out_header(std::string_view title, std::string_view subtitle, std::string_view locale,
                      const Page& page) {
  Header header;
  header.bottom = page.margin;
  if (!page.titled) return header;
  const double width = page.inner_width();
  header.title = wrap(typeset(clean(title), locale),
                      {.width = width, .size = 20, .style = FontStyle::bold, .max_lines = 2});
  header.subtitle =
      wrap(typeset(clean(subtitle), locale), {.width = width, .size = 12, .max_lines = 2});
  header.bottom += 26.0 * static_cast<double>(header.title.size()) +
                   17.0 * static_cast<double>(header.subtitle.size());
  return header;
}

void draw_header(XmlWriter& svg, const Header& header, double margin, const Palette& colours,
                 double top) {
  double y = top + margin + 16;
  svg.open("g").attribute("class", "header");
  for (const std::string& line : header.title) {
    draw_text(svg, margin, y, line, {.size = 20, .colour = colours.ink, .font = FontStyle::bold});
    y += 26;
  }
  y -= 5;
  for (const std::string& line : header.subtitle) {
    draw_text(svg, margin, y, line, {.size = 12, .colour = colours.secondary});
    y += 17;
  }
  svg.close();
}

}  // namespace frise::render
