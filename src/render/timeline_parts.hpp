#pragma once

/// \file
/// The steps of lay_out_timeline, each in its own file; they share the layout being filled and what
/// is known of each lane so far.

#include "render/label_rows.hpp"
#include "render/timeline_layout.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace frise::render {

inline constexpr double glyph_half = 7;     ///< half the width of a glyph
inline constexpr double track_height = 17;  ///< between stacked marks
inline constexpr double strip_height = 16;  ///< between runs of links
inline constexpr double title_size = 10.5;
inline constexpr double date_size = 9.5;
inline constexpr double line_height = 13.5;
inline constexpr double lane_name_line = 15;     ///< of a lane's name
inline constexpr double lane_caption_line = 12;  ///< of the names under it
inline constexpr double lane_caption_size = 9.5;
inline constexpr double change_halo = 4;  ///< of the sign of a change, beyond the glyph
inline constexpr double number_size = 8.5;
inline constexpr double number_height = 11;
inline constexpr std::size_t most_tracks = 12;

/// A vertical line between two levels, both included: 3 * lane is the room above that lane's line,
/// + 1 the line, + 2 the room below.
struct Upright {
  double x = 0;
  int from = 0;
  int to = 0;
  int action = -1;  ///< index into TimelineLayout::actions, or -1 for a link
};

/// How a link gets from one mark to the other.
struct LinkRoute {
  double from_x = 0;  ///< where it leaves the first mark's level
  double to_x = 0;    ///< where it comes to the second's
  std::uint32_t lane = 0;
  int strip = -1;  ///< of its run beside that lane; -1: a bracket, upright beside the marks
};

struct LaneDraft {
  std::vector<std::uint32_t> items;  ///< with a mark of their own, by x
  int tracks = 1;
  bool badges = false;
  bool labels_above = false;
  LabelRows rows;
  std::vector<ItemLabel> labels;      ///< boxes and leaders relative to the line, outwards positive
  std::vector<std::uint32_t> loupes;  ///< by x; frames and leaders as those of labels
  std::vector<std::pair<double, double>> runs;  ///< of links, from and to in x
  double beside_out = 0;  ///< reach of labels on the line, to the side of rows
  double beside_in = 0;   ///< and to the other side
  int strips = 0;         ///< runs of links, on the side without labels
};

struct Draft {
  const TimelineView& view;
  LabelBook& book;
  TimelineLayout& layout;
  const Density& density;
  std::vector<LaneDraft> lanes;
  double number_room = 0;  ///< beside each mark
  std::vector<char> told;  ///< per item: labelled on its line
  std::vector<Upright> uprights;
  std::vector<LinkRoute> routes;  ///< as layout.links
  /// Per item: x at which its leader passes the marks under it; empty where no leader can.
  std::vector<std::optional<double>> ports;
  std::vector<double> loupe_ports;  ///< the same of each inset
};

/// The item has a date that can be on an axis: at least one day that bounds it.
[[nodiscard]] bool has_place(const TimelineItem& item) noexcept;
/// Item indices by who keeps a label when space is short: the heaviest; of equals, spread over time
/// (van der Corput's order of the index) rather than the earliest.
void sort_by_claim(const TimelineView& view, std::vector<std::uint32_t>& items);
/// What a mark covers of its track, with so much room for a number.
[[nodiscard]] std::pair<double, double> extent(const ItemMark& mark, double number);
/// From the line to where the rows of labels begin.
[[nodiscard]] double stack_depth(const LaneDraft& lane) noexcept;

/// Scale, ticks, and the place of every date.
void place_dates(Draft& draft);
/// Takes bursts off their lines, into insets.
void find_loupes(Draft& draft);
/// Lays out the inset of a loupe at the origin, about as wide as it needs, `widest` at most.
void fill_loupe(Draft& draft, Loupe& loupe, double widest);
/// Stacks marks that would overlap; counts in badges what does not fit.
void stack_marks(Draft& draft);
/// Chooses which action lines are drawn.
void choose_actions(Draft& draft);
/// The same, then gives up those in the way of labels and chooses the side of each lane for labels.
void route_actions(Draft& draft);
/// Where labels of a lane may be, as far as lines are routed.
[[nodiscard]] RowRoom row_room(const Draft& draft, std::uint32_t lane);
/// Where leaders pass the marks stacked under their own.
void choose_ports(Draft& draft);
/// Runs of links beside the lanes and their uprights.
void route_links(Draft& draft);
/// Corners of the links, once the lanes have their y.
void place_links(Draft& draft);
/// Labels on the lines themselves, beside their marks.
void label_beside(Draft& draft);
/// Texts, rows and leaders of the labels.
void label_lanes(Draft& draft);
/// The panel of events that no axis can hold.
void place_undated(Draft& draft);
/// Numbers of the key beside the marks that have no label, where lines pass least.
void number_marks(Draft& draft);
/// Heights of the lanes, then all y.
void settle_lanes(Draft& draft, double plot_top);

}  // namespace frise::render
