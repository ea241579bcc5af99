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

constexpr double least_reach = 13;

struct Reach {
  double above = 0;
  double below = 0;
};

Reach reach_of(const LaneDraft& lane, const LaneLayout& out) {
  const double labels = stack_depth(lane) + lane.rows.depth() + (lane.rows.heights.empty() ? 2 : 9);
  const double links = std::max(glyph_half + (lane.strips > 0 ? 9 : 2) + strip_height * lane.strips,
                                lane.beside_in + 3);
  const double name = static_cast<double>(out.name.size()) * lane_name_line / 2 +
                      static_cast<double>(out.caption.size()) * lane_caption_line / 2 + 6;
  Reach reach{links, labels};
  if (lane.labels_above) std::swap(reach.above, reach.below);
  reach.above = std::max({reach.above, name, least_reach});
  reach.below = std::max({reach.below, name, least_reach});
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
      const bool partner =
          std::find(item.partners.begin(), item.partners.end(), target) != item.partners.end();
      action.heads.push_back({y, partner});
      action.from = std::min(action.from, y);
      action.to = std::max(action.to, y);
    }
  }
}

void settle_loupe(TimelineLayout& layout, Loupe& loupe, double line, double side) {
  loupe.badge.top = line - 10;
  loupe.badge.bottom = line + 10;
  for (const std::uint32_t i : loupe.items) layout.marks[i].y = line;
  if (loupe.inside.empty()) return;
  for (Point& point : loupe.leader) point.y = line + side * point.y;
  const double height = loupe.frame.height();
  const double near = line + side * loupe.frame.top;
  loupe.frame.top = side < 0 ? near - height : near;
  loupe.frame.bottom = loupe.frame.top + height;
  shift(loupe.inside.front(), loupe.frame.left, loupe.frame.top);
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
      out.caption.clear();
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
    for (const std::uint32_t k : lane.loupes)
      settle_loupe(layout, layout.loupes[k], out.line, side);
    for (Badge& badge : layout.badges) {
      if (badge.lane == l) {
        const bool bins = draft.density.tracks == 0;
        badge.y = out.line + (bins ? 0 : side * (track_height * lane.tracks + 2));
      }
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
  constexpr double tall = 620;
  layout.axis_below = layout.scale && layout.plot_bottom - layout.plot_top > tall;
  std::sort(layout.labels.begin(), layout.labels.end(),
            [](const ItemLabel& a, const ItemLabel& b) { return a.item < b.item; });
  place_actions(draft);
  place_links(draft);
}

TimelineLayout lay_out_timeline(const TimelineView& view, LabelBook& labels, const Page& page,
                                double top, const Density& density) {
  TimelineLayout layout;
  layout.page = page;
  layout.lanes.resize(view.lanes.size());
  for (std::size_t l = 0; l < view.lanes.size(); ++l) {
    layout.lanes[l].name = wrap(typeset(clean(view.lanes[l].name, name_limit), view.locale),
                                {.width = page.gutter - 16, .size = 12, .style = FontStyle::bold});
    layout.lanes[l].caption =
        wrap(typeset(clean(view.lanes[l].caption, name_limit), view.locale),
             {.width = page.gutter - 16, .size = lane_caption_size, .max_lines = 3});
  }
  Draft draft{.view = view,
              .book = labels,
              .layout = layout,
              .density = density,
              .lanes = std::vector<LaneDraft>(view.lanes.size())};
  place_dates(draft);
  if (density.loupes) find_loupes(draft);
  stack_marks(draft);
  choose_ports(draft);
  route_actions(draft);
  route_links(draft);
  label_beside(draft);
  label_lanes(draft);
  place_undated(draft);
  settle_lanes(draft, top + (layout.ticks.parents.empty() ? 24 : 38));
  if (density.numbers) number_marks(draft);
  return layout;
}

std::size_t labelled(const TimelineLayout& layout) noexcept {
  std::size_t count = layout.labels.size() + layout.undated.size();
  for (const Loupe& loupe : layout.loupes) {
    for (const TimelineLayout& inside : loupe.inside) count += inside.labels.size();
  }
  return count;
}

double room_below_plot(const TimelineLayout& layout) noexcept {
  if (layout.axis_below) return 36;
  return layout.undated_height > 0 && layout.scale ? 10 : 0;
}

void shift(TimelineLayout& layout, double dx, double dy) {
  const auto move_point = [dx, dy](Point& point) {
    point.x += dx;
    point.y += dy;
  };
  const auto move_date = [dx](DateMark& date) {
    date.x += dx;
    date.left += dx;
    date.right += dx;
  };
  if (layout.scale) layout.scale = layout.scale->shifted(dx);
  for (auto* ticks : {&layout.ticks.units, &layout.ticks.parents}) {
    for (Tick& tick : *ticks) {
      tick.x += dx;
      tick.label_x += dx;
    }
  }
  layout.plot_top += dy;
  layout.plot_bottom += dy;
  layout.lane_left += dx;
  layout.lane_right += dx;
  for (LaneLayout& lane : layout.lanes) {
    lane.top += dy;
    lane.bottom += dy;
    lane.line += dy;
  }
  for (ItemMark& mark : layout.marks) {
    move_date(mark.date);
    for (DateMark& other : mark.others) move_date(other);
    if (mark.was) move_date(*mark.was);
    mark.y += dy;
  }
  for (Badge& badge : layout.badges) {
    badge.x += dx;
    badge.y += dy;
  }
  for (ItemLabel& label : layout.labels) {
    label.box = {label.box.left + dx, label.box.top + dy, label.box.right + dx,
                 label.box.bottom + dy};
    for (Point& point : label.leader) move_point(point);
  }
}

double most_stretch(const TimelineLayout& layout) noexcept {
  return 90.0 *
         static_cast<double>(std::count_if(layout.lanes.begin(), layout.lanes.end(),
                                           [](const LaneLayout& l) { return !l.is_empty(); }));
}

void stretch(TimelineLayout& layout, double extra) {
  const auto seen = std::count_if(layout.lanes.begin(), layout.lanes.end(),
                                  [](const LaneLayout& lane) { return !lane.is_empty(); });
  if (seen == 0 || extra <= 0) return;
  const double each = extra / static_cast<double>(seen);
  // A lane's contents move as one; what spans lanes follows the lane it lies in.
  const auto moved = [&layout, each](double y) {
    double shift = each / 2;
    for (const LaneLayout& lane : layout.lanes) {
      if (lane.is_empty()) continue;
      if (y <= lane.bottom) break;
      shift += each;
    }
    return y + shift;
  };
  for (ItemMark& mark : layout.marks) {
    const double to = moved(mark.y);
    mark.number_box.top += to - mark.y;
    mark.number_box.bottom += to - mark.y;
    mark.y = to;
  }
  for (Badge& badge : layout.badges) badge.y = moved(badge.y);
  for (ItemLabel& label : layout.labels) {
    label.box.top = moved(label.box.top);
    label.box.bottom = moved(label.box.bottom);
    for (Point& point : label.leader) point.y = moved(point.y);
  }
  for (Loupe& loupe : layout.loupes) {
    const double badge = moved(loupe.badge.top + 10) - 10;
    loupe.badge.bottom += badge - loupe.badge.top;
    loupe.badge.top = badge;
    const double frame = moved((loupe.frame.top + loupe.frame.bottom) / 2) -
                         (loupe.frame.top + loupe.frame.bottom) / 2;
    loupe.frame.top += frame;
    loupe.frame.bottom += frame;
    for (Point& point : loupe.leader) point.y = moved(point.y);
    for (TimelineLayout& inside : loupe.inside) shift(inside, 0, frame);
  }
  for (ActionLine& action : layout.actions) {
    action.from = moved(action.from);
    action.to = moved(action.to);
    for (ActionHead& head : action.heads) head.y = moved(head.y);
  }
  for (LinkLine& link : layout.links) {
    for (Point& point : link.points) point.y = moved(point.y);
    link.words_at.y = moved(link.words_at.y);
    link.words_box.top = moved(link.words_box.top);
    link.words_box.bottom = moved(link.words_box.bottom);
  }
  double top = layout.plot_top;
  for (LaneLayout& lane : layout.lanes) {
    const double gain = lane.is_empty() ? 0 : each;
    const double height = lane.bottom - lane.top + gain;
    lane.line += top - lane.top + gain / 2;
    lane.top = top;
    lane.bottom = top + height;
    top = lane.bottom;
  }
  layout.plot_bottom = top;
}

}  // namespace frise::render
