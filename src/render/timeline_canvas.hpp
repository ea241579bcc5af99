#pragma once

/// \file
/// What the painters of a timeline share.

#include "render/palette.hpp"
#include "render/timeline_layout.hpp"
#include "text/xml_writer.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace frise::render {

struct TimelineCanvas {
  XmlWriter& svg;
  const TimelineView& view;
  const TimelineLayout& layout;
  const Palette& colours;
  Turn turn{layout.time_down};

  /// Of the undated events.
  [[nodiscard]] double panel_top() const noexcept {
    return layout.plot_bottom + room_below_plot(layout);
  }
  /// Bands alternate over the lanes that are seen.
  [[nodiscard]] std::string_view band(std::size_t lane) const;
};

/// By which events of an inset name their axis.
[[nodiscard]] std::string inset_axis_name(int loupe);

/// Each event as one group in order of time, then the counts of those that have no mark.
void paint_events(const TimelineCanvas& canvas);

}  // namespace frise::render
