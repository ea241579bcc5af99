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
#include <map>
#include <optional>
#include <string>
#include <tuple>
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
  std::optional<DateMark> was;   ///< before it was moved
  double halo = 0;               ///< of the sign of a change, around the glyph
  int track = -1;                ///< on the line (0) or stacked; -1: counted in a badge
  bool shares_box = false;       ///< an earlier item drew the same box
  std::uint32_t box_owner = 0;   ///< the item that drew it
  int loupe = -1;                ///< drawn in that inset, not on the line
  std::uint32_t in_loupe = 0;    ///< its place among the inset's items
  double y = 0;
  std::uint32_t number = 0;  ///< in the key, where there is no label; 0: none
  Box number_box;

  /// Found on the lane's line: as a mark, or under the badge of an inset.
  [[nodiscard]] bool on_line() const noexcept { return track >= 0 || loupe >= 0; }
};

/// Several events that no longer fit on their spot; they are in the list at the foot.
struct Badge {
  std::uint32_t lane = 0;
  double x = 0;
  double y = 0;
  std::size_t count = 0;
};

/// Width of the words of units before an axis that runs down; those of the larger unit stand before
/// them.
inline constexpr double unit_words = 46;

struct ItemLabel {
  std::uint32_t item = 0;
  Box box;
  std::vector<std::string> title;
  std::vector<std::string> date;
  std::string references;  ///< "[1, 2]"
  std::vector<Point> leader;
};

struct TimelineLayout;

/// A burst: a badge on the line, and the events on an axis of their own in an inset.
struct Loupe {
  std::uint32_t lane = 0;
  std::vector<std::uint32_t> items;
  Box badge;
  Box frame;
  std::vector<Point> leader;
  std::vector<TimelineLayout> inside;  ///< one; empty when no inset found room
};

struct LaneLayout {
  std::vector<std::string> name;
  std::vector<std::string> caption;  ///< under the name, smaller
  double top = 0;
  double bottom = 0;
  double line = 0;
  bool labels_above = false;

  /// Nothing dated is on it: it takes no room.
  [[nodiscard]] bool is_empty() const noexcept { return bottom <= top; }
};

struct ActionHead {
  double y = 0;          ///< of the lane's line
  bool partner = false;  ///< acts along, and is not acted on
};

/// From an actor's lane to those of others that take part.
struct ActionLine {
  std::uint32_t item = 0;
  double x = 0;
  double from = 0;
  double to = 0;
  std::vector<ActionHead> heads;
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
  bool axis_below = false;  ///< repeated under a tall plot
  bool time_down = false;   ///< to be drawn with x and y exchanged
  double lane_left = 0;     ///< where lane lines begin
  double lane_right = 0;
  std::vector<LaneLayout> lanes;
  std::vector<ItemMark> marks;  ///< as the view's items
  std::vector<Badge> badges;
  std::vector<Loupe> loupes;
  std::vector<ItemLabel> labels;
  std::vector<ActionLine> actions;
  std::vector<LinkLine> links;
  std::vector<ItemLabel> undated;  ///< y from the top of their panel; the glyph stands left of each
  double undated_height = 0;       ///< of the panel; 0 when everything is dated
  std::vector<std::uint32_t> listed;  ///< items without a label, for the key
  std::size_t actions_left_out = 0;
  std::size_t links_left_out = 0;
};

/// Where an item may have its label: on its line costs no height.
enum class LabelWish : std::uint8_t { nowhere, on_line, anywhere };

/// How much a layout tries to show; the lightest of the rest is told in the key.
struct Density {
  std::vector<LabelWish> wishes;  ///< per item; empty: all anywhere
  std::size_t undated = 32;
  bool loupes = true;
  std::size_t beside = 4;   ///< lines of a label on its lane's line; 0: none there
  std::size_t tracks = 12;  ///< of marks stacked on a lane; 0: only counts, by bins of time
  bool numbers = false;     ///< leave room for a number beside each mark
  bool dense = false;       ///< few rows, though labels stand farther from their marks
};

/// The labels of a view, each written once for a width: a composition is tried many times.
class LabelBook {
 public:
  explicit LabelBook(const TimelineView& view) : view_{view} {}

  /// Its box at the origin, no wider than `widest`; flat, of so many lines, where `lines` is not 0.
  [[nodiscard]] const ItemLabel& label(std::uint32_t item, double widest, std::size_t lines = 0);

 private:
  const TimelineView& view_;
  std::map<std::tuple<std::uint32_t, std::size_t, double>, ItemLabel> written_;
};

/// Everything but the header and foot; the axis begins at `top`. Items, lanes and links that
/// point outside the view are an assertion of the view stage and are skipped here.
[[nodiscard]] TimelineLayout lay_out_timeline(const TimelineView& view, LabelBook& labels,
                                              const Page& page, double top,
                                              const Density& density = {});

/// As `lay_out_timeline`, but to be drawn with time downwards from `top` to `bottom` of the sheet:
/// lanes side by side, labels in one column right of them in the order of time. Empty when nothing
/// is dated or the lanes leave no room for labels. Undated events are listed.
[[nodiscard]] std::optional<TimelineLayout> lay_out_time_down(const TimelineView& view,
                                                              LabelBook& labels, const Page& page,
                                                              double top, double bottom);

/// Events that are told where they are drawn.
[[nodiscard]] std::size_t labelled(const TimelineLayout& layout) noexcept;

/// Room from the plot's end to the panel of undated events: the axis is repeated under a tall plot.
[[nodiscard]] double room_below_plot(const TimelineLayout& layout) noexcept;

/// How much taller the lanes may get before they look empty.
[[nodiscard]] double most_stretch(const TimelineLayout& layout) noexcept;

/// Moves everything, as an inset is moved to its place.
void shift(TimelineLayout& layout, double dx, double dy);

/// Makes lanes taller so that the plot gains `extra` pixels, shared out evenly.
void stretch(TimelineLayout& layout, double extra);

}  // namespace frise::render
