// Time downwards is the same layout with x and y exchanged: x here runs down the sheet. Only the
// labels differ: they stand in one column after the lanes, spread along time by least squares with
// separation constraints, in the order of their marks, so that no leaders cross. Tested in
// tests/unit/render/timeline_test.cpp.

#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace frise::render {
namespace {

constexpr double names_height = 92;      ///< of slanted names before the lanes
constexpr double longest_name = 112;     ///< along the slant
constexpr double narrowest_label = 220;  ///< with less the lanes are too many
constexpr double label_gap = 5;
constexpr double leader_room = 26;  ///< between lanes and labels
constexpr double first_line = 7;    ///< of a label: where its leader ends
constexpr std::size_t label_lines = 3;

/// A sheet on which the axis goes from `top` to `bottom`.
Page turned(const Page& page, double top, double bottom) {
  Page sheet = page;
  sheet.margin = top;
  sheet.width = bottom + top;
  sheet.gutter = 1;  // an axis of its own, not that of an inset
  return sheet;
}

class Column {
 public:
  Column(Draft& draft, double left, double right) : draft_{draft}, left_{left}, right_{right} {}

  /// Labels of the heaviest, as many as the axis is long; the others are listed.
  void fill() {
    const TimelineLayout& layout = draft_.layout;
    const Cell cell{below_names(), layout.lane_right};
    std::vector<std::uint32_t> chosen = choose(cell.width());
    std::sort(chosen.begin(), chosen.end(), [&layout](std::uint32_t a, std::uint32_t b) {
      return std::tuple{layout.marks[a].date.x, layout.marks[a].y, a} <
             std::tuple{layout.marks[b].date.x, layout.marks[b].y, b};
    });
    std::vector<Token> tokens;
    for (const std::uint32_t i : chosen) {
      tokens.push_back({.want = layout.marks[i].date.x - first_line,
                        .width = label_of(i).box.height(),
                        .weight = draft_.view.items[i].weight});
    }
    if (!settle(tokens, cell, label_gap)) return;
    for (std::size_t k = 0; k < chosen.size(); ++k) {
      place(chosen[k], tokens[k].at);
    }
  }

 private:
  /// Labels may begin higher than the lanes, but not where a slanted name reaches their column.
  [[nodiscard]] double below_names() const {
    const TimelineLayout& layout = draft_.layout;
    double top = layout.lane_left - names_height / 2;
    for (const LaneLayout& lane : layout.lanes) {
      if (lane.name.empty()) continue;
      const double length = text_width(lane.name.front(), 12, FontStyle::bold);
      const double run = left_ - lane.line - 12;  // 12: the height of its letters
      if (run < length * std::sqrt(0.5)) top = std::max(top, layout.lane_left - run + 8);
    }
    return top;
  }

  const ItemLabel& label_of(std::uint32_t item) const {
    return draft_.book.label(item, right_ - left_, label_lines);
  }

  std::vector<std::uint32_t> choose(double room) {
    std::vector<std::uint32_t> order;
    for (const LaneDraft& lane : draft_.lanes) {
      order.insert(order.end(), lane.items.begin(), lane.items.end());
    }
    sort_by_claim(draft_.view, order);
    std::vector<std::uint32_t> chosen;
    double used = -label_gap;
    for (const std::uint32_t i : order) {
      const double height = label_of(i).box.height() + label_gap;
      if (used + height > room) {
        draft_.layout.listed.push_back(i);
        continue;
      }
      used += height;
      chosen.push_back(i);
    }
    std::sort(draft_.layout.listed.begin(), draft_.layout.listed.end());
    return chosen;
  }

  void place(std::uint32_t item, double at) {
    TimelineLayout& layout = draft_.layout;
    const ItemMark& mark = layout.marks[item];
    ItemLabel label = label_of(item);
    // The box is as wide and high as its words on the sheet: along time it is as long as high.
    label.box = {at, left_, at + label.box.height(), left_ + label.box.width()};
    const double exit = layout.plot_bottom + 3;
    label.leader = {{mark.date.x, mark.y}, {mark.date.x, exit}, {at + first_line, left_ - 2}};
    layout.labels.push_back(std::move(label));
  }

  Draft& draft_;
  double left_;
  double right_;
};

/// After each mark without a label, along time.
void number_after(Draft& draft) {
  std::uint32_t number = 0;
  for (const std::uint32_t i : draft.layout.listed) {
    ItemMark& mark = draft.layout.marks[i];
    if (mark.track < 0) continue;
    mark.number = ++number;
    const double half = 1 + text_width(std::to_string(number), number_size, FontStyle::bold) / 2;
    double x = mark.date.x;
    for (const DateMark& other : mark.others) x = std::max(x, other.x);
    if (mark.was) x = std::max(x, mark.was->x);
    x += mark.halo;
    mark.number_box = {x + glyph_half, mark.y - half, x + glyph_half + number_height,
                       mark.y + half};
  }
}

/// One way to lay it out: all marks by themselves, or some as counts.
std::optional<TimelineLayout> attempt(const TimelineView& view, LabelBook& book, const Page& page,
                                      double top, double bottom, const Density& density) {
  TimelineLayout layout;
  layout.time_down = true;
  layout.page = turned(page, top + names_height, bottom);
  layout.lanes.resize(view.lanes.size());
  for (std::size_t l = 0; l < view.lanes.size(); ++l) {
    layout.lanes[l].name = {fit(typeset(clean(view.lanes[l].name, name_limit), view.locale),
                                longest_name, 12, FontStyle::bold)};
  }
  Draft draft{.view = view,
              .book = book,
              .layout = layout,
              .density = density,
              .lanes = std::vector<LaneDraft>(view.lanes.size())};
  place_dates(draft);
  if (!layout.scale) return std::nullopt;
  stack_marks(draft);
  choose_actions(draft);
  route_links(draft);
  for (LinkLine& link : layout.links) link.words.clear();  // they would lie on their side
  for (std::uint32_t i = 0; i < view.items.size(); ++i) {
    if (!has_place(view.items[i])) layout.listed.push_back(i);
  }
  settle_lanes(draft, page.margin + unit_words + (layout.ticks.parents.empty() ? 0 : 34));
  layout.axis_below = false;
  const double labels = layout.plot_bottom + leader_room;
  const double right = page.inner_right();
  if (right - labels < narrowest_label) return std::nullopt;
  Column{draft, labels, right}.fill();
  std::sort(layout.labels.begin(), layout.labels.end(),
            [](const ItemLabel& a, const ItemLabel& b) { return a.item < b.item; });
  if (density.numbers) number_after(draft);
  return layout;
}

}  // namespace

std::optional<TimelineLayout> lay_out_time_down(const TimelineView& view, LabelBook& labels,
                                                const Page& page, double top, double bottom) {
  for (const std::size_t tracks : {12, 5, 3, 2, 1, 0}) {
    for (const bool numbers : {false, true}) {
      auto layout = attempt(view, labels, page, top, bottom,
                            {.loupes = false, .tracks = tracks, .numbers = numbers});
      if (!layout) break;
      const bool whole = std::none_of(layout->listed.begin(), layout->listed.end(),
                                      [&](std::uint32_t i) { return has_place(view.items[i]); });
      if (whole || numbers) return layout;
    }
  }
  return std::nullopt;
}

}  // namespace frise::render
