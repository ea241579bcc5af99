// Action lines are uprights from lane to lane. Every upright is a wall for the labels of the lanes it passes,
// so each lane puts its labels on the side that fewer uprights reach, and keeps at most `most_walls` of them;
// beyond that the lightest events lose their line (and the foot says how many). Links run in strips on the
// side without labels, with an upright where they change lanes.

#include "render/font_metrics.hpp"
#include "render/timeline_parts.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>

namespace frise::render {
namespace {

constexpr int most_walls = 14;  ///< per side of a lane: about two for each label that a row holds
constexpr std::size_t most_links = 60;

int line_level(std::uint32_t lane) { return 3 * static_cast<int>(lane) + 1; }

/// Levels passed by a line between the lines of two lanes, ends excluded.
Upright between(double x, std::uint32_t a, std::uint32_t b) {
  const auto [low, high] = std::minmax(line_level(a), line_level(b));
  return {x, low + 1, high - 1};
}

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

/// A place within the glyph where the line covers no other; false when an equal line is there already.
bool find_x(double x, Span span, MarkStance stance, const std::vector<Drawn>& drawn, double& found) {
  constexpr std::array<double, 5> offsets{0, 4, -4, 2, -2};
  for (const double offset : offsets) {
    bool is_free = true;
    for (const Drawn& other : drawn) {
      if (std::abs(other.x - x - offset) >= 3 || other.span.last <= span.first ||
          other.span.first >= span.last) {
        continue;
      }
      if (other.stance == stance && other.span.first == span.first &&
          other.span.last == span.last && std::abs(other.x - x) < 0.5) {
        return false;
      }
      is_free = false;
      break;
    }
    if (is_free) {
      found = x + offset;
      return true;
    }
  }
  found = x;
  return true;
}

bool covers(const Upright& upright, int level) {
  return upright.from <= level && level <= upright.to;
}

}  // namespace

void route_actions(Draft& draft) {
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
  for (const std::uint32_t i : order) {
    const TimelineItem& item = view.items[i];
    const ItemMark& mark = layout.marks[i];
    if (item.lane >= lanes || mark.track < 0) continue;
    const Span span = lanes_of(item, lanes);
    if (span.first == span.last) continue;
    double x = 0;
    if (!find_x(mark.date.x, span, item.stance, drawn, x)) continue;
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
    draft.uprights.push_back({x, from, to});
    layout.actions.push_back({.item = i, .x = x});
  }
  std::sort(layout.actions.begin(), layout.actions.end(),
            [](const ActionLine& a, const ActionLine& b) { return a.item < b.item; });
  for (std::uint32_t lane = 0; lane < lanes; ++lane) {
    draft.lanes[lane].labels_above = walls[3 * lane] < walls[3 * lane + 2];
  }
}

void route_links(Draft& draft) {
  const auto& view = draft.view;
  TimelineLayout& layout = draft.layout;
  const auto strip_level = [&draft](std::uint32_t lane) {
    return 3 * static_cast<int>(lane) + (draft.lanes[lane].labels_above ? 2 : 0);
  };
  struct Run {
    std::uint32_t link;
    std::uint32_t lane;
    double left;
    double right;
  };
  std::vector<Run> runs;
  draft.link_strip.assign(view.links.size(), -1);
  draft.link_lane.assign(view.links.size(), 0);
  for (std::uint32_t k = 0; k < view.links.size(); ++k) {
    const TimelineLink& link = view.links[k];
    if (link.from >= view.items.size() || link.to >= view.items.size() || link.from == link.to) {
      continue;
    }
    const ItemMark& from = layout.marks[link.from];
    const ItemMark& to = layout.marks[link.to];
    const std::uint32_t a = view.items[link.from].lane;
    const std::uint32_t b = view.items[link.to].lane;
    if (a >= draft.lanes.size() || b >= draft.lanes.size() || from.track < 0 || to.track < 0 ||
        runs.size() >= most_links) {
      ++layout.links_left_out;
      continue;
    }
    const double step = to.date.x >= from.date.x ? 4 : -4;
    const double from_x = from.date.x + step;
    const double to_x = to.date.x - step;
    std::uint32_t lane = a;
    if (a != b) {
      // The run stays in the lane whose strip faces the other one, if any: its upright passes fewer labels.
      const bool a_faces = draft.lanes[a].labels_above == (b > a);
      const bool b_faces = draft.lanes[b].labels_above == (a > b);
      lane = a_faces || !b_faces ? a : b;
      const std::uint32_t other = lane == a ? b : a;
      const int strip = strip_level(lane);
      const int end = line_level(other) + (other > lane ? -1 : 1);
      draft.uprights.push_back(
          {lane == a ? to_x : from_x, std::min(strip, end), std::max(strip, end)});
    }
    draft.link_lane[k] = lane;
    runs.push_back({k, lane, std::min(from_x, to_x), std::max(from_x, to_x)});
  }
  // Short runs next to the line, long ones around them.
  std::sort(runs.begin(), runs.end(), [](const Run& x, const Run& y) {
    return std::tuple{x.lane, x.right - x.left, x.left, x.link} <
           std::tuple{y.lane, y.right - y.left, y.left, y.link};
  });
  std::vector<std::vector<Run>> strips;
  std::uint32_t current = 0;
  for (const Run& run : runs) {
    if (run.lane != current) strips.clear();
    current = run.lane;
    std::size_t s = strips.size();
    // Outside every run that it spans or meets.
    while (s > 0 && std::none_of(strips[s - 1].begin(), strips[s - 1].end(), [&run](const Run& r) {
      return r.left < run.right + 12 && run.left < r.right + 12;
    })) {
      --s;
    }
    if (s == strips.size()) strips.emplace_back();
    strips[s].push_back(run);
    draft.link_strip[run.link] = static_cast<int>(s);
    draft.lanes[run.lane].strips = std::max(draft.lanes[run.lane].strips, static_cast<int>(s) + 1);
  }
  // Words go on the run where no upright passes.
  for (const Run& run : runs) {
    const TimelineLink& link = view.links[run.link];
    constexpr std::array<Word, 4> names{Word::follows, Word::contradicts, Word::denies,
                                        Word::confirms};
    LinkLine line{.link = run.link};
    const std::string_view words = word(names[static_cast<std::size_t>(link.kind)], view.locale);
    const double half = text_width(words, 9.5, FontStyle::italic) / 2 + 4;
    const int level = strip_level(run.lane);
    const auto is_free = [&](double x) {
      return std::none_of(draft.uprights.begin(), draft.uprights.end(), [&](const Upright& u) {
        return covers(u, level) && std::abs(u.x - x) < half + 3;
      });
    };
    const double middle = (run.left + run.right) / 2;
    const double reach = (run.right - run.left) / 2 - half - 10;
    for (double shift = 0; shift <= reach && line.words.empty(); shift += 8) {
      for (const double x : {middle + shift, middle - shift}) {
        if (line.words.empty() && is_free(x)) {
          line.words = words;
          line.words_at.x = x;
        }
      }
    }
    layout.links.push_back(std::move(line));
  }
  std::sort(layout.links.begin(), layout.links.end(),
            [](const LinkLine& x, const LinkLine& y) { return x.link < y.link; });
}

}  // namespace frise::render
