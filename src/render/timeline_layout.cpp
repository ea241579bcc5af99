// Dates, stacks, lines, links and labels are placed in that order in x and in depth from each
// lane's line; only then do lanes get their heights and everything its y. Nothing is dropped: what
// finds no room is in `listed`. Tested in tests/unit/render/timeline_test.cpp.

#include "render/timeline_layout.hpp"

#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"

#include <algorithm>

namespace frise::render {
namespace {

struct Reach {
  double above = 0;
  double below = 0;
};

Reach reach_of(const LaneDraft& lane, const LaneLayout& out) {
  const double stack = glyph_half + 2 + track_height * (lane.tracks - 1) + (lane.badges ? 20 : 0);
  const double labels = stack + lane.rows.depth() + 9;
  const double links = glyph_half + 9 + strip_height * lane.strips;
  const double name = static_cast<double>(out.name.size()) * 7.5 + 6;
  Reach reach{links, labels};
  if (lane.labels_above) std::swap(reach.above, reach.below);
  reach.above = std::max({reach.above, name, 22.0});
  reach.below = std::max({reach.below, name, 22.0});
  return reach;
}

void place_actions(Draft& draft) {
  TimelineLayout& layout = draft.layout;
  for (ActionLine& action : layout.actions) {
    const TimelineItem& item = draft.view.items[action.item];
    action.from = action.to = layout.marks[action.item].y;
    for (const std::uint32_t target : item.targets) {
      if (target >= layout.lanes.size() || target == item.lane) continue;
      const double y = layout.lanes[target].line;
      action.heads.push_back(y);
      action.from = std::min(action.from, y);
      action.to = std::max(action.to, y);
    }
  }
}

void place_links(Draft& draft) {
  TimelineLayout& layout = draft.layout;
  for (LinkLine& line : layout.links) {
    const TimelineLink& link = draft.view.links[line.link];
    const std::uint32_t a = draft.view.items[link.from].lane;
    const std::uint32_t b = draft.view.items[link.to].lane;
    const std::uint32_t lane = draft.link_lane[line.link];
    const double side = draft.lanes[lane].labels_above ? 1 : -1;
    const double run = layout.lanes[lane].line +
                       side * (glyph_half + 8 + strip_height * draft.link_strip[line.link]);
    const double from_x = layout.marks[link.from].date.x;
    const double to_x = layout.marks[link.to].date.x;
    const double step = to_x >= from_x ? 4 : -4;
    // Each end comes from the run, so it stops short of the glyph on the run's side.
    const auto end_y = [&](std::uint32_t of) {
      const double y = layout.lanes[of].line;
      return y + (run > y ? 1 : -1) * (glyph_half + 1);
    };
    line.points = {{from_x + step, end_y(a)},
                   {from_x + step, run},
                   {to_x - step, run},
                   {to_x - step, end_y(b)}};
    if (!line.words.empty()) {
      const double half = text_width(line.words, 9.5, FontStyle::italic) / 2 + 4;
      line.words_at.y = run + 3.2;
      line.words_box = {line.words_at.x - half, run - 6, line.words_at.x + half, run + 6};
    }
  }
}

/// Lanes with a mark of their own, or acted on by one.
std::vector<char> lanes_used(const Draft& draft) {
  std::vector<char> used(draft.lanes.size(), 0);
  for (const TimelineItem& item : draft.view.items) {
    if (!has_place(item) || item.lane >= used.size()) continue;
    used[item.lane] = 1;
    for (const std::uint32_t target : item.targets) {
      if (target < used.size()) used[target] = 1;
    }
  }
  return used;
}

}  // namespace

void settle_lanes(Draft& draft, double plot_top) {
  TimelineLayout& layout = draft.layout;
  layout.plot_top = plot_top;
  const std::vector<char> used = lanes_used(draft);
  double y = plot_top;
  for (std::size_t l = 0; l < draft.lanes.size(); ++l) {
    LaneDraft& lane = draft.lanes[l];
    LaneLayout& out = layout.lanes[l];
    out.top = y;
    if (!used[l]) {
      out.name.clear();
      out.line = out.bottom = y;
      continue;
    }
    const Reach reach = reach_of(lane, out);
    out.line = y + reach.above;
    out.bottom = out.line + reach.below;
    out.labels_above = lane.labels_above;
    y = out.bottom;
    const double side = lane.labels_above ? -1 : 1;
    for (const std::uint32_t i : lane.items) {
      layout.marks[i].y = out.line + side * track_height * layout.marks[i].track;
    }
    for (Badge& badge : layout.badges) {
      if (badge.lane == l) badge.y = out.line + side * (track_height * lane.tracks + 2);
    }
    for (ItemLabel& label : lane.labels) {
      for (Point& point : label.leader) point.y = out.line + side * point.y;
      const double near = out.line + side * label.box.top;
      const double height = label.box.height();
      label.box.top = lane.labels_above ? near - height : near;
      label.box.bottom = label.box.top + height;
      layout.labels.push_back(std::move(label));
    }
  }
  layout.plot_bottom = y;
  std::sort(layout.labels.begin(), layout.labels.end(),
            [](const ItemLabel& a, const ItemLabel& b) { return a.item < b.item; });
  for (const std::uint32_t i : layout.listed) {
    if (draft.view.items[i].lane < layout.lanes.size())
      ++layout.lanes[draft.view.items[i].lane].listed;
  }
  place_actions(draft);
  place_links(draft);
}

TimelineLayout lay_out_timeline(const TimelineView& view, const Page& page, double top) {
  TimelineLayout layout;
  layout.page = page;
  layout.lanes.resize(view.lanes.size());
  for (std::size_t l = 0; l < view.lanes.size(); ++l) {
    layout.lanes[l].name = wrap(typeset(clean(view.lanes[l].name, name_limit), view.locale),
                                {.width = gutter - 16, .size = 12, .style = FontStyle::bold});
  }
  Draft draft{.view = view, .layout = layout, .lanes = std::vector<LaneDraft>(view.lanes.size())};
  place_dates(draft);
  stack_marks(draft);
  route_actions(draft);
  route_links(draft);
  label_lanes(draft);
  place_undated(draft);
  settle_lanes(draft, top + (layout.ticks.parents.empty() ? 24 : 38));
  return layout;
}

double room_below_plot(const TimelineLayout& layout) noexcept {
  constexpr double tall = 620;
  if (layout.scale && layout.plot_bottom - layout.plot_top > tall) return 36;
  return layout.undated_height > 0 && layout.scale ? 10 : 0;
}

void stretch(TimelineLayout& layout, double extra) {
  if (layout.lanes.empty() || extra <= 0) return;
  const double each = extra / static_cast<double>(layout.lanes.size());
  // A lane's contents move as one; what spans lanes follows the lane it lies in.
  const auto moved = [&layout, each](double y) {
    double shift = each / 2;
    for (const LaneLayout& lane : layout.lanes) {
      if (y <= lane.bottom) break;
      shift += each;
    }
    return y + shift;
  };
  for (ItemMark& mark : layout.marks) mark.y = moved(mark.y);
  for (Badge& badge : layout.badges) badge.y = moved(badge.y);
  for (ItemLabel& label : layout.labels) {
    label.box.top = moved(label.box.top);
    label.box.bottom = moved(label.box.bottom);
    for (Point& point : label.leader) point.y = moved(point.y);
  }
  for (ActionLine& action : layout.actions) {
    action.from = moved(action.from);
    action.to = moved(action.to);
    for (double& y : action.heads) y = moved(y);
  }
  for (LinkLine& link : layout.links) {
    for (Point& point : link.points) point.y = moved(point.y);
    link.words_at.y = moved(link.words_at.y);
    link.words_box.top = moved(link.words_box.top);
    link.words_box.bottom = moved(link.words_box.bottom);
  }
  double top = layout.plot_top;
  for (LaneLayout& lane : layout.lanes) {
    const double height = lane.bottom - lane.top + each;
    lane.line += top - lane.top + each / 2;
    lane.top = top;
    lane.bottom = top + height;
    top = lane.bottom;
  }
  layout.plot_bottom = top;
}

}  // namespace frise::render
