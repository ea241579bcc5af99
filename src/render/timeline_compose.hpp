#pragma once

/// \file
/// Chooses how much of a timeline a page shows, and where the rest is told.

#include "frise/view/view.hpp"
#include "render/foot.hpp"
#include "render/page.hpp"
#include "render/palette.hpp"
#include "render/svg_parts.hpp"
#include "render/timeline_layout.hpp"

#include <vector>

namespace frise::render {

/// One way to lay the figure out, and the height it takes.
struct Composition {
  TimelineLayout layout;
  Foot foot;
  std::vector<FootSection> appendix;
  double foot_top = 0;
  double height = 0;
};

/// On a page of fixed size, the composition with most labels that fits it.
[[nodiscard]] Composition compose_timeline(const TimelineView& view, const Page& page,
                                           const Header& header, const Palette& colours);

}  // namespace frise::render
