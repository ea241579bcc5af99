#pragma once

/// \file
/// Views drawn: SVG by our own layout (timeline) or by Graphviz (map), and DOT for those who edit
/// it.
///
/// SVG is well formed whatever the labels hold, carries no script and no outside reference, and is
/// the same bytes for the same view.

#include "frise/core/result.hpp"
#include "frise/view/view.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace frise {

enum class Theme : std::uint8_t { light, dark };

struct RenderOptions {
  std::string page = "a4-landscape";  ///< or "auto"
  Theme theme = Theme::light;
};

/// A figure and what the reader should be told of it ("font Noto Sans not found: ...").
struct Rendering {
  std::string bytes;
  std::vector<std::string> warnings;
};

[[nodiscard]] Result<Rendering> timeline_svg(const TimelineView& view,
                                             const RenderOptions& options);
[[nodiscard]] Result<Rendering> timeline_dot(const TimelineView& view,
                                             const RenderOptions& options);
/// \returns ErrorCode::layout_failed when Graphviz gave up and so did the fallback.
[[nodiscard]] Result<Rendering> map_svg(const RelationView& view, const RenderOptions& options);
[[nodiscard]] Result<Rendering> map_dot(const RelationView& view, const RenderOptions& options);

}  // namespace frise
