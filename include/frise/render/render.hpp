#pragma once

/// \file
/// Views drawn: SVG by our own layout (timeline) or by Graphviz (map), PDF and PNG of that SVG, and
/// DOT for those who edit it.
///
/// SVG is well formed whatever the labels hold, carries no script and no outside reference, and is
/// the same bytes for the same view.

#include "frise/core/result.hpp"
#include "frise/view/view.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// `automatic` is light, and dark where the reader's viewer prefers it; `print` has no tinted
/// bands.
enum class Theme : std::uint8_t { light, dark, automatic, print };

/// What a house wants otherwise, from a file:
/// \code
///   lanes = ["Nvidia", "crypto"]     # drawn first, in this order
///   [light]                          # also [dark]
///   favourable = "#0A69CC"
///   favourable-fill = "#E3EFFB"
/// \endcode
/// Colours: background, band, ink, secondary, grid, line; favourable, unfavourable, contested,
/// neutral, unknown, each also with -fill.
struct Style {
  using Colours = std::map<std::string, std::string, std::less<>>;  ///< "#RRGGBB"
  std::vector<std::string> lanes;                                   ///< names or ids of actors
  Colours light;
  Colours dark;
};

/// \returns ErrorCode::bad_format for broken TOML; ErrorCode::bad_value, with line and column, for
/// a key that is unknown, a colour that is none, too little contrast (WCAG: 4.5 for text, 3 for
/// marks), or two stances of one colour.
[[nodiscard]] Result<Style> parse_style(std::string_view toml, const std::string& path);

struct RenderOptions {
  std::string page = "a4-landscape";  ///< a4-portrait, 16x9, poster-a1, poster-a0, auto
  Theme theme = Theme::light;
  bool broken_axis = false;  ///< of a timeline: long stretches without an event are left out
  Style style;
  double dots_an_inch = 192;  ///< of a PNG
  bool embedded = false;      ///< in a page that has the title: as high as the content, no margins
};

/// A figure and what the reader should be told of it ("font Noto Sans not found: ...").
struct Rendering {
  std::string bytes;
  std::size_t sheets = 1;  ///< of equal height, one under the other: the figure, then its appendix
  std::vector<std::string> warnings;
  std::vector<std::string> remarks;  ///< what it does not show, though asked: "no groups stand out"
  std::vector<std::string> details;  ///< for who asks: what the selection hid, and why
};

/// How many lanes the page takes beside their labels; 8 for a page that is not known.
[[nodiscard]] std::size_t lanes_of(std::string_view page) noexcept;

[[nodiscard]] Result<Rendering> timeline_svg(const TimelineView& view,
                                             const RenderOptions& options);
[[nodiscard]] Result<Rendering> timeline_dot(const TimelineView& view,
                                             const RenderOptions& options);
/// \returns ErrorCode::layout_failed when Graphviz gave up and so did the fallback.
[[nodiscard]] Result<Rendering> map_svg(const RelationView& view, const RenderOptions& options);
/// Maps of periods in panels, every actor and relation where it is on all of them.
[[nodiscard]] Result<Rendering> map_series_svg(const MapSeries& series,
                                               const RenderOptions& options);
[[nodiscard]] Result<Rendering> map_dot(const RelationView& view, const RenderOptions& options);

/// Events by what comes before what, row after row as text is read.
[[nodiscard]] Result<Rendering> order_svg(const OrderView& view, const RenderOptions& options);
[[nodiscard]] Result<Rendering> order_dot(const OrderView& view, const RenderOptions& options);

/// An SVG figure as a PDF, a sheet a page: text stays text, fonts are embedded, and the only date
/// in it is SOURCE_DATE_EPOCH. Not tagged for screen readers: that is the SVG's to offer. \returns
/// ErrorCode::layout_failed when the SVG is none or cannot be drawn.
[[nodiscard]] Result<Rendering> as_pdf(const Rendering& svg, const std::string& title);
/// An SVG figure as a PNG, its sheets one under the other; fewer dots where it would be too large.
[[nodiscard]] Result<Rendering> as_png(const Rendering& svg, double dots_an_inch);

}  // namespace frise
