#pragma once

/// \file
/// Pieces of SVG that both figures draw: text, glyphs, arrowheads, the document's frame. Plain
/// attributes only, so that the least renderer (librsvg 2.54) draws what a browser draws.

#include "render/font_metrics.hpp"
#include "render/geometry.hpp"
#include "render/page.hpp"
#include "render/palette.hpp"
#include "text/xml_writer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frise::render {

struct TextStyle {
  double size = 10.5;
  std::string_view colour;
  FontStyle font = FontStyle::regular;
  std::string_view anchor;  ///< "middle", "end"; empty: start
};

/// `class` and text of one line with its baseline at `y`.
void draw_text(XmlWriter& svg, double x, double y, std::string_view text, const TextStyle& style);

void draw_line(XmlWriter& svg, Point from, Point to, std::string_view colour, double width,
               std::string_view dash = {});

void draw_box(XmlWriter& svg, const Box& box, std::string_view fill, std::string_view kind = {});

/// ▲ ▼ ◆ ● ○ as paths, 14 wide, centred on the point.
void draw_glyph(XmlWriter& svg, Point at, MarkStance stance, const Palette& colours,
                double scale = 1);

/// The end of a line that comes from `from` and stops at `at`; for no head, a small disc that tells
/// the direction.
void draw_head(XmlWriter& svg, Head head, Point from, Point at, std::string_view colour,
               std::string_view background);

/// Length of line that a head covers, to be cut from the line.
[[nodiscard]] double head_length(Head head) noexcept;

/// `M x y L x y ...` with corners rounded by up to `radius`.
[[nodiscard]] std::string rounded_path(const std::vector<Point>& points, double radius);

/// `prefix` and 16 hexadecimal digits: the same for the same identity, whatever it holds.
[[nodiscard]] std::string hashed_id(std::string_view prefix, std::string_view identity);

/// The whole of a figure: `width` by `height` units of `scale` pixels each.
struct Frame {
  double width = 0;
  double height = 0;
  double scale = 1;
  std::string_view locale;
  std::string_view title;
  std::string_view description;
  const RenderOptions& options;
};

/// What a figure begins with; the font is asked for.
struct Beginning {
  Page page;
  Palette colours;
  Rendering rendering;
};
/// \returns ErrorCode::bad_value for a page that is not known.
[[nodiscard]] Result<Beginning> begin_figure(const RenderOptions& options);

/// <svg>, <title>, <desc> and the background; leaves <svg> open.
void open_figure(XmlWriter& svg, const Frame& frame);

/// Title and subtitle at the head; `bottom` is the y below them. Of a page without title, none.
struct Header {
  std::vector<std::string> title;
  std::vector<std::string> subtitle;
  double bottom = 0;
};
[[nodiscard]] Header lay_out_header(std::string_view title, std::string_view subtitle,
                                    std::string_view locale, const Page& page);
/// \param top of the sheet.
void draw_header(XmlWriter& svg, const Header& header, double margin, const Palette& colours,
                 double top = 0);

}  // namespace frise::render
