#pragma once

/// \file
/// The words of a map in boxes that are not placed yet.

#include "render/map_layout.hpp"

#include <string_view>

namespace frise::render {

/// At which text is broken.
struct MapWidths {
  double name = 132;
  double caption = 150;
  double label = 124;
};
inline constexpr MapWidths wide_map{};
/// Labels of few lines, for sheets that are low.
inline constexpr MapWidths flat_map{.name = 120, .caption = 150, .label = 150};
inline constexpr MapWidths narrow_map{.name = 108, .caption = 96, .label = 88};
inline constexpr MapWidths narrowest_map{.name = 104, .caption = 84, .label = 70};

[[nodiscard]] MapNodeBox write_node(const MapNode& node, std::string_view locale,
                                    const MapWidths& widths);
[[nodiscard]] MapLabelBox write_label(const MapRelation& relation, std::string_view locale,
                                      const MapWidths& widths);
[[nodiscard]] MapLayout write_map(const RelationView& view, const MapWidths& widths);

/// Paper that nodes and labels take at least, with the space that belongs to each.
[[nodiscard]] double least_area(const RelationView& view);

}  // namespace frise::render
