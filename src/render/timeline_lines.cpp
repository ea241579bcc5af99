// Action lines are uprights from lane to lane. Every upright is a wall for the labels of the lanes
// it passes, so each lane puts its labels on the side that fewer uprights reach, and keeps at most
// `most_walls` of them; beyond that, and where labels would end up far from their points, the
// lightest events lose their line (and the foot says how many).

#include "render/timeline_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <tuple>

namespace frise::render {
namespace {

constexpr int most_walls = 14;  ///< per side of a lane: about two for each label that a row holds
constexpr double far_label =
    110;  ///< a label farther from its point than this is worse than no line
constexpr double usual_label = 140;

int line_level(std::uint32_t lane) { return 3 * static_cast<int>(lane) + 1; }

struct Span {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

Span lanes_of(const TimelineItem& item, std::size_t lane_count) {
  Span span{item.lane, item.lane};
  for (const std::uint32_t target : item.targets) {
    if (target >= lane_count) continue;
    span.first = std::min(span.first, target);
    span.last = std::max(span.last, target);
  }
  return span;
}

struct Drawn {
  double x;
  Span span;
  MarkStance stance;
};

enum class Spot : std::uint8_t { free, same, none };

/// A place within the glyph where the line covers no other.
Spot find_x(double x, Span span, MarkStance stance, const std::vector<Drawn>& drawn,
            double& found) {
  constexpr std::array<double, 5> offsets{0, 4, -4, 7, -7};
  for (const double offset : offsets) {
    bool is_free = true;
    for (const Drawn& other : drawn) {
      if (std::abs(other.x - x - offset) >= 3 || other.span.last <= span.first ||
          other.span.first >= span.last) {
        continue;
      }
      if (other.stance == stance && other.span.first == span.first &&
          other.span.last == span.last && std::abs(other.x - x) < 0.5) {
        return Spot::same;
      }
      is_free = false;
      break;
    }
    if (is_free) {
      found = x + offset;
      return Spot::free;
    }
  }
  return Spot::none;
}

/// The x of the marks of each lane, sorted.
std::vector<std::vector<double>> marks_by_lane(const Draft& draft) {
  std::vector<std::vector<double>> lanes(draft.lanes.size());
  for (std::size_t i = 0; i < draft.view.items.size(); ++i) {
    const std::uint32_t lane = draft.view.items[i].lane;
    if (lane < lanes.size() && draft.layout.marks[i].on_line()) {
      lanes[lane].push_back(draft.layout.marks[i].date.x);
    }
  }
  for (auto& lane : lanes) std::sort(lane.begin(), lane.end());
  return lanes;
}

/// A line at `x` would go through the mark of another event, between or at its ends.
bool strikes_mark(const std::vector<std::vector<double>>& marks, Span span, std::uint32_t own,
                  double x) {
  for (std::uint32_t lane = span.first; lane <= span.last; ++lane) {
    if (lane == own) continue;
    const auto at = std::lower_bound(marks[lane].begin(), marks[lane].end(), x - glyph_half);
    if (at != marks[lane].end() && *at <= x + glyph_half) return true;
  }
  return false;
}

/// Labels go where fewer uprights pass.
void choose_sides(Draft& draft) {
  std::vector<int> walls(3 * draft.lanes.size(), 0);
  for (const Upright& upright : draft.uprights) {
    for (int level = upright.from; level <= upright.to; ++level) {
      ++walls[static_cast<std::size_t>(level)];
    }
  }
  for (std::size_t lane = 0; lane < draft.lanes.size(); ++lane) {
    draft.lanes[lane].labels_above = walls[3 * lane] < walls[3 * lane + 2];
  }
}

/// The lightest action line of that level within `reach` of `x`; -1 for none.
int lightest_near(const Draft& draft, int level, double x, double reach) {
  const Upright* lightest = nullptr;
  const auto key = [&draft](const Upright& u) {
    const ActionLine& action = draft.layout.actions[static_cast<std::size_t>(u.action)];
    return std::tuple{draft.view.items[action.item].weight, u.from - u.to, -u.action};
  };
  for (const Upright& u : draft.uprights) {
    if (u.action < 0 || level < u.from || level > u.to || std::abs(u.x - x) > reach) continue;
    if (lightest == nullptr || key(u) < key(*lightest)) lightest = &u;
  }
  return lightest == nullptr ? -1 : lightest->action;
}

/// A line because of which a label of this lane would be far from its point, or more leaders than
/// fit would have to share a gap between lines; -1 for none.
int line_in_the_way(const Draft& draft, std::uint32_t lane) {
  const RowRoom room = row_room(draft, lane);
  if (room.walls.empty()) return -1;
  const std::vector<Cell> cells = label_cells(room);
  const int level = 3 * static_cast<int>(lane) + (draft.lanes[lane].labels_above ? 0 : 2);
  std::vector<double> members(cells.size(), 0);
  for (const std::uint32_t i : draft.lanes[lane].items) {
    const double x = draft.layout.marks[i].date.x;
    if (!cells.empty()) {
      const std::size_t c = nearest_cell(cells, x);
      ++members[c];
      if (std::max(cells[c].left - x, x - cells[c].right) <= far_label) continue;
    }
    const int action = lightest_near(draft, level, x, 1.6 * far_label);
    if (action >= 0) return action;
  }
  // In crowded figures most labels go to the list anyway, and the lines are what is left to see.
  if (draft.view.items.size() > 60) return -1;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const double leaders = 1 + std::max(0.0, cells[c].width() - usual_label) / room.passage;
    if (members[c] <= leaders) continue;
    const int action = lightest_near(draft, level, (cells[c].left + cells[c].right) / 2,
                                     cells[c].width() / 2 + room.wall_clearance + 1);
    if (action >= 0) return action;
  }
  return -1;
}

int line_in_the_way(const Draft& draft) {
  for (std::uint32_t lane = 0; lane < draft.lanes.size(); ++lane) {
    if (const int action = line_in_the_way(draft, lane); action >= 0) return action;
  }
  return -1;
}

void drop_removed(TimelineLayout& layout, const std::vector<char>& removed) {
  std::vector<ActionLine> kept;
  for (std::size_t i = 0; i < layout.actions.size(); ++i) {
    if (removed[i] == 0) kept.push_back(std::move(layout.actions[i]));
  }
  std::sort(kept.begin(), kept.end(),
            [](const ActionLine& a, const ActionLine& b) { return a.item < b.item; });
  layout.actions = std::move(kept);
}

}  // namespace

void choose_actions(Draft& draft) {
  const auto& view = draft.view;
  TimelineLayout& layout = draft.layout;
  const std::size_t lanes = draft.lanes.size();
  std::vector<std::uint32_t> order(view.items.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&view](std::uint32_t a, std::uint32_t b) {
    return view.items[a].weight > view.items[b].weight;
  });
  std::vector<int> walls(3 * lanes, 0);
  std::vector<Drawn> drawn;
  const auto marks = marks_by_lane(draft);
  for (const std::uint32_t i : order) {
    const TimelineItem& item = view.items[i];
    const ItemMark& mark = layout.marks[i];
    if (item.lane >= lanes || !mark.on_line()) continue;
    const Span span = lanes_of(item, lanes);
    if (span.first == span.last) continue;
    double x = 0;
    const Spot spot = find_x(mark.date.x, span, item.stance, drawn, x);
    if (spot == Spot::same) continue;
    if (spot == Spot::none || strikes_mark(marks, span, item.lane, x)) {
      ++layout.actions_left_out;
      continue;
    }
    const int from = line_level(span.first) + 1;
    const int to = line_level(span.last) - 1;
    bool crowded = false;
    for (int level = from; level <= to; ++level) {
      crowded = crowded || walls[static_cast<std::size_t>(level)] >= most_walls;
    }
    if (crowded) {
      ++layout.actions_left_out;
      continue;
    }
    for (int level = from; level <= to; ++level) ++walls[static_cast<std::size_t>(level)];
    drawn.push_back({x, span, item.stance});
    draft.uprights.push_back({x, from, to, static_cast<int>(layout.actions.size())});
    layout.actions.push_back({.item = i, .x = x});
  }
}

void route_actions(Draft& draft) {
  choose_actions(draft);
  TimelineLayout& layout = draft.layout;
  std::vector<char> removed(layout.actions.size(), 0);
  choose_sides(draft);
  for (int action = line_in_the_way(draft); action >= 0; action = line_in_the_way(draft)) {
    ++layout.actions_left_out;
    std::erase_if(draft.uprights, [action](const Upright& u) { return u.action == action; });
    removed[static_cast<std::size_t>(action)] = 1;
    choose_sides(draft);
  }
  drop_removed(layout, removed);
}

}  // namespace frise::render
