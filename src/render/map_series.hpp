#pragma once

/// \file
/// Small maps of the same actors, one a period, each actor and each relation where it is on all.

#include "render/foot.hpp"
#include "render/map_layout.hpp"
#include "render/map_text.hpp"
#include "render/page.hpp"
#include "render/palette.hpp"
#include "render/svg_parts.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace frise::render {

inline constexpr double panel_gap = 14;
inline constexpr double panel_head = 24;  ///< with the period
inline constexpr double panel_padding = 10;

/// Places for labels between two actors. Two relations share one when no period has both.
struct LabelPlaces {
  RelationView view;                              ///< all actors; a relation is a place
  std::vector<std::vector<std::uint32_t>> place;  ///< of each period's relations
};
[[nodiscard]] LabelPlaces share_places(const MapSeries& series);

/// Panels in rows and columns on sheets of one form.
struct SeriesSheet {
  MapSeries series;  ///< what is shown of it
  LabelPlaces places;
  MapLayout frame;  ///< of `places.view`
  MapWidths widths;
  Header header;
  Foot foot;
  bool sources_follow = false;  ///< on sheets of their own
  std::optional<Box> sources;   ///< where they stand beside or under the last panel; y runs on
  std::size_t columns = 1;
  std::size_t rows = 1;
  std::size_t sheets = 1;
  double width = 0;  ///< of a sheet
  double height = 0;
  double top = 0;  ///< of the first row
  double foot_top = 0;
  double panel_width = 0;
  double panel_height = 0;

  /// Outline of a panel; y runs on over the sheets.
  [[nodiscard]] Box panel(std::size_t period, double margin) const;
  /// What the last sheet has free below its last panels, or beside the last one.
  [[nodiscard]] std::vector<Box> free_places(double margin) const;
  /// The map within a panel.
  [[nodiscard]] Point corner(const Box& panel) const;
  /// That map: actors without a relation in the period are faint.
  [[nodiscard]] MapLayout map_of(std::size_t period) const;
};

/// As many actors as can be read and compared, on few sheets.
[[nodiscard]] SeriesSheet fit_series(const MapSeries& series, const Page& page,
                                     const Palette& colours, bool use_dot = true);

}  // namespace frise::render
