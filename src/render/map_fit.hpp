#pragma once

/// \file
/// As much of a map as its sheet holds at a size that can be read.

#include "render/foot.hpp"
#include "render/map_layout.hpp"
#include "render/page.hpp"
#include "render/svg_parts.hpp"

namespace frise::render {

/// Legend and last line, without sources.
[[nodiscard]] Foot map_foot(const RelationView& view, const Palette& colours);

/// Why a map has no band: "no groups stand out: modularity 0.21 < 0.30".
[[nodiscard]] std::string no_bands(const MapGroups& groups, std::string_view locale);

/// The same for maps of periods.
[[nodiscard]] Foot series_foot(const MapSeries& series, const Palette& colours);

/// Their sources alone.
[[nodiscard]] Foot series_sources(const MapSeries& series);

/// A map on its sheet.
struct MapSheet {
  RelationView view;  ///< what is shown of it
  MapLayout layout;
  Header header;
  Foot foot;
  bool sources_follow = false;  ///< on sheets of their own
  double width = 0;
  double height = 0;
  double foot_top = 0;
  Point corner;  ///< of the layout
};

/// On sheets of a fixed size, the lightest actors are left out until the rest can be read; other
/// sheets follow the map.
[[nodiscard]] MapSheet fit_map(const RelationView& view, const Page& page, const Palette& colours);

}  // namespace frise::render
