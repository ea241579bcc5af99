#pragma once

/// \file
/// Paints the axis of a timeline or of an inset, and the breaks in it.

#include "render/timeline_canvas.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frise::render {

class AxisPainter {
 public:
  explicit AxisPainter(const TimelineCanvas& canvas)
      : svg_{canvas.svg},
        view_{canvas.view},
        layout_{canvas.layout},
        colours_{canvas.colours},
        turn_{canvas.turn} {}

  /// Gridlines and the words above them, and below a tall plot. `name` tells events on it apart.
  void axis(const TimelineLayout& layout, const std::string& name, double words_size);
  /// Two zigzags through all lanes, and above them how much time is left out.
  void breaks();

 private:
  void tick_words(const std::vector<Tick>& ticks, double y, std::string_view colour, double size);
  void grid_line(const Tick& tick, double from, double to, std::string_view colour, double width);
  /// Middle of a word of the axis, moved off the words of a break.
  [[nodiscard]] double beside_breaks(double x, double half) const;
  [[nodiscard]] double break_middle(const AxisBreak& gap) const;
  void zigzag(double x);

  XmlWriter& svg_;
  const TimelineView& view_;
  const TimelineLayout& layout_;
  const Palette& colours_;
  Turn turn_;
};

}  // namespace frise::render
