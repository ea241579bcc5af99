#pragma once

/// \file
/// Where everything on a timeline goes: a value, so that SVG, insets or a page can be drawn from
/// it.
///
/// A lane is a line with its marks stacked on one side, its labels in rows beyond them, and the
/// links between its events on the other side. Vertical lines (actions on other lanes, links to
/// them) are walls for labels.

#include "frise/view/view.hpp"
#include "render/geometry.hpp"
#include "render/page.hpp"
#include "render/time_axis.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace frise::render {

/// How a date is drawn: no more precise than the text.
enum class DateShape : std::uint8_t { undated, day, within, approximate, before, after, lasted };

/// Where one date lies. `left` and `right` are exactly its first and last day for within,
/// approximate, lasted.
struct DateMark {
  DateShape shape = DateShape::undated;
  double x = 0;  ///< of the glyph
  double left = 0;
  double right = 0;
};

struct ItemMark {
  DateMark date;
  std::vector<DateMark> others;  ///< what other sources say
  int track = -1;                ///< on the line (0) or stacked; -1: counted in a badge
  bool shares_box = false;       ///< an earlier item drew the same box
  double y = 0;
};

/// Several events that no longer fit on their spot; they are in the list at the foot.
struct Badge {
  std::uint32_t lane = 0;
  double x = 0;
  double y = 0;
  std::size_t count = 0;
};

struct ItemLabel {
  std::uint32_t item = 0;
  Box box;
  std::vector<std::string> title;
  std::vector<std::string> date;
  std::string references;  ///< "[1, 2]"
  std::vector<Point> leader;
};

struct LaneLayout {
  std::vector<std::string> name;
  double top = 0;
  double bottom = 0;
  double line = 0;
  bool labels_above = false;
  std::size_t listed = 0;  ///< events of this lane found only in the list

  /// Nothing dated is on it: it takes no room.
  [[nodiscard]] bool is_empty() const noexcept { return bottom <= top; }
};

/// From an actor's lane to a lane it acts on; `heads` are the y where it ends or touches a target.
struct ActionLine {
  std::uint32_t item = 0;
  double x = 0;
  double from = 0;
  double to = 0;
  std::vector<double> heads;
};

struct LinkLine {
  std::uint32_t link = 0;
  std::vector<Point> points;  ///< corners, to be rounded
  std::string words;          ///< empty where there was no room
  Point words_at;             ///< middle of the baseline
  Box words_box;
};

struct TimelineLayout {
  Page page;
  std::optional<TimeScale> scale;  ///< empty when nothing is dated
  Ticks ticks;
  double plot_top = 0;
  double plot_bottom = 0;
  double lane_left = 0;  ///< where lane lines begin
  double lane_right = 0;
  std::vector<LaneLayout> lanes;
  std::vector<ItemMark> marks;  ///< as the view's items
  std::vector<Badge> badges;
  std::vector<ItemLabel> labels;
  std::vector<ActionLine> actions;
  std::vector<LinkLine> links;
  std::vector<ItemLabel> undated;  ///< y from the top of their panel; the glyph stands left of each
  double undated_height = 0;       ///< of the panel; 0 when everything is dated
  std::vector<std::uint32_t> listed;  ///< items for the list at the foot
  std::size_t actions_left_out = 0;
  std::size_t links_left_out = 0;
};

/// Everything but the header and foot; the axis begins at `top`. Items, lanes and links that
/// point outside the view are an assertion of the view stage and are skipped here.
[[nodiscard]] TimelineLayout lay_out_timeline(const TimelineView& view, const Page& page,
                                              double top);

/// Room from the plot's end to the panel of undated events: the axis is repeated under a tall plot.
[[nodiscard]] double room_below_plot(const TimelineLayout& layout) noexcept;

/// Makes lanes taller so that the plot gains `extra` pixels, shared out evenly.
void stretch(TimelineLayout& layout, double extra);

}  // namespace frise::render
