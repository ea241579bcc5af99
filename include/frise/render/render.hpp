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
#include <string>
#include <vector>

namespace frise {

/// `automatic` is light, and dark where the reader's viewer prefers it; `print` has no tinted
/// bands.
enum class Theme : std::uint8_t { light, dark, automatic, print };

struct RenderOptions {
  std::string page = "a4-landscape";  ///< a4-portrait, 16x9, poster-a1, poster-a0, auto
  Theme theme = Theme::light;
  double dots_an_inch = 192;  ///< of a PNG
};

/// A figure and what the reader should be told of it ("font Noto Sans not found: ...").
struct Rendering {
  std::string bytes;
  std::size_t sheets = 1;  ///< of equal height, one under the other: the figure, then its appendix
  std::vector<std::string> warnings;
  std::vector<std::string> details;  ///< for who asks: what the selection hid, and why
};

[[nodiscard]] Result<Rendering> timeline_svg(const TimelineView& view,
                                             const RenderOptions& options);
[[nodiscard]] Result<Rendering> timeline_dot(const TimelineView& view,
                                             const RenderOptions& options);
/// \returns ErrorCode::layout_failed when Graphviz gave up and so did the fallback.
[[nodiscard]] Result<Rendering> map_svg(const RelationView& view, const RenderOptions& options);
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
