// Links run in strips beside a lane, on the side without labels, short ones next to the line; where
// they change lanes an upright leads to the other end, and is a wall for labels as action lines
// are. Ends too near each other in time for a run are joined by a bracket beside both. Words stand
// on the run where no upright passes; the kind is also told by the end of the line. Tested in
// tests/unit/render/timeline_test.cpp.

#include "render/font_metrics.hpp"
#include "render/timeline_parts.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

namespace frise::render {
namespace {

constexpr std::size_t most_links = 60;
constexpr double nearest_run = 4 * glyph_half;  ///< ends that are nearer are joined by a bracket
constexpr double beside = 3;                    ///< between a mark and an upright

int line_level(std::uint32_t lane) { return 3 * static_cast<int>(lane) + 1; }

bool covers(const Upright& upright, int level) {
  return upright.from <= level && level <= upright.to;
}

/// Right (side 1) or left (-1) end of what is drawn for a mark on its line.
double edge_of(const TimelineLayout& layout, const ItemMark& mark, int side) {
  if (mark.loupe >= 0) {
    const Box& badge = layout.loupes[static_cast<std::size_t>(mark.loupe)].badge;
    return side > 0 ? badge.right + 1 : badge.left - 1;
  }
  const auto [left, right] = extent(mark, 0);
  return side > 0 ? right + 1 : left - 1;
}

/// A run beside a lane, from one x to the other.
struct Run {
  std::size_t line = 0;  ///< index into the layout's links and the draft's routes
  std::uint32_t lane = 0;
  double left = 0;
  double right = 0;
};

class Router {
 public:
  explicit Router(Draft& draft) : draft_{draft} {}

  void run() {
    const auto& view = draft_.view;
    TimelineLayout& layout = draft_.layout;
    for (std::uint32_t k = 0; k < view.links.size(); ++k) {
      const TimelineLink& link = view.links[k];
      if (link.from >= view.items.size() || link.to >= view.items.size() || link.from == link.to) {
        continue;
      }
      if (!can_be_drawn(link)) {
        ++layout.links_left_out;
        continue;
      }
      layout.links.push_back({.link = k});
      const double length = std::abs(layout.marks[link.to].date.x - layout.marks[link.from].date.x);
      draft_.routes.push_back(length < nearest_run ? bracket(link) : run_of(link));
    }
    find_strips();
    for (const Run& run : runs_) write_words(run);
  }

 private:
  [[nodiscard]] bool can_be_drawn(const TimelineLink& link) const {
    const auto& items = draft_.view.items;
    return draft_.layout.links.size() < most_links && items[link.from].lane < draft_.lanes.size() &&
           items[link.to].lane < draft_.lanes.size() && draft_.layout.marks[link.from].on_line() &&
           draft_.layout.marks[link.to].on_line();
  }

  [[nodiscard]] int strip_level(std::uint32_t lane) const {
    return 3 * static_cast<int>(lane) + (draft_.lanes[lane].labels_above ? 2 : 0);
  }
  /// Of the line, or of the room where marks are stacked.
  [[nodiscard]] int mark_level(std::uint32_t item) const {
    const std::uint32_t lane = draft_.view.items[item].lane;
    if (draft_.layout.marks[item].track <= 0) return line_level(lane);
    return 3 * static_cast<int>(lane) + (draft_.lanes[lane].labels_above ? 0 : 2);
  }

  void add_upright(double x, int a, int b) {
    draft_.uprights.push_back({x, std::min(a, b), std::max(a, b)});
  }

  LinkRoute bracket(const TimelineLink& link) {
    const TimelineLayout& layout = draft_.layout;
    const ItemMark& from = layout.marks[link.from];
    const ItemMark& to = layout.marks[link.to];
    const std::uint32_t a = draft_.view.items[link.from].lane;
    const std::uint32_t b = draft_.view.items[link.to].lane;
    std::optional<double> found;
    for (const double offset : {5.0, 11.0, 17.0, 23.0}) {
      for (const int side : {1, -1}) {
        const double first = edge_of(layout, from, side);
        const double second = edge_of(layout, to, side);
        const double x =
            side > 0 ? std::max(first, second) + offset : std::min(first, second) - offset;
        if (x < layout.lane_left + 4 || x > layout.page.inner_right() - 4) continue;
        if (is_free(x, std::min(a, b), std::max(a, b), link)) {
          found = found.value_or(x);
        }
      }
    }
    const double x = found.value_or(edge_of(layout, from, -1) - 5);
    add_upright(x, mark_level(link.from), mark_level(link.to));
    return {.from_x = x, .to_x = x, .lane = a};
  }

  /// Neither a mark of the lanes between nor another upright is at this x.
  [[nodiscard]] bool is_free(double x, std::uint32_t first, std::uint32_t last,
                             const TimelineLink& link) const {
    const TimelineLayout& layout = draft_.layout;
    for (std::uint32_t lane = first; lane <= last; ++lane) {
      for (const std::uint32_t i : draft_.lanes[lane].items) {
        if (i != link.from && i != link.to &&
            std::abs(layout.marks[i].date.x - x) < glyph_half + beside) {
          return false;
        }
      }
    }
    return std::none_of(draft_.uprights.begin(), draft_.uprights.end(), [&](const Upright& u) {
      return std::abs(u.x - x) < 5 && u.to >= 3 * static_cast<int>(first) &&
             u.from <= 3 * static_cast<int>(last) + 2;
    });
  }

  LinkRoute run_of(const TimelineLink& link) {
    const TimelineLayout& layout = draft_.layout;
    const ItemMark& from = layout.marks[link.from];
    const ItemMark& to = layout.marks[link.to];
    const std::uint32_t a = draft_.view.items[link.from].lane;
    const std::uint32_t b = draft_.view.items[link.to].lane;
    const int side = to.date.x >= from.date.x ? 1 : -1;
    // Beside a stacked mark, so as to come to it past those over it.
    const auto x_of = [&layout](const ItemMark& mark, int toward) {
      return mark.track > 0 ? edge_of(layout, mark, toward) + toward * beside
                            : mark.date.x + toward * 4;
    };
    LinkRoute route{.from_x = x_of(from, side), .to_x = x_of(to, -side), .lane = a};
    if (a != b) {
      // The run stays in the lane whose strip faces the other one, if any: its upright passes fewer
      // labels.
      const bool a_faces = draft_.lanes[a].labels_above == (b > a);
      const bool b_faces = draft_.lanes[b].labels_above == (a > b);
      route.lane = a_faces || !b_faces ? a : b;
      const std::uint32_t far_item = route.lane == a ? link.to : link.from;
      const std::uint32_t far_lane = route.lane == a ? b : a;
      const int end = layout.marks[far_item].track > 0
                          ? mark_level(far_item)
                          : line_level(far_lane) + (far_lane > route.lane ? -1 : 1);
      add_upright(route.lane == a ? route.to_x : route.from_x, strip_level(route.lane), end);
    }
    for (const auto& [item, x] :
         {std::pair{link.from, route.from_x}, std::pair{link.to, route.to_x}}) {
      // From the strip over the line to a stacked mark of the same lane.
      if (draft_.view.items[item].lane == route.lane && layout.marks[item].track > 0) {
        add_upright(x, strip_level(route.lane), line_level(route.lane));
      }
    }
    const auto [left, right] = std::minmax(route.from_x, route.to_x);
    draft_.lanes[route.lane].runs.emplace_back(left, right);
    runs_.push_back({layout.links.size() - 1, route.lane, left, right});
    return route;
  }

  /// Short runs next to the line, long ones around them.
  void find_strips() {
    std::sort(runs_.begin(), runs_.end(), [](const Run& x, const Run& y) {
      return std::tuple{x.lane, x.right - x.left, x.left, x.line} <
             std::tuple{y.lane, y.right - y.left, y.left, y.line};
    });
    std::vector<std::vector<Run>> strips;
    std::uint32_t current = 0;
    for (const Run& run : runs_) {
      if (run.lane != current) strips.clear();
      current = run.lane;
      std::size_t s = strips.size();
      // Outside every run that it spans or meets.
      while (s > 0 &&
             std::none_of(strips[s - 1].begin(), strips[s - 1].end(), [&run](const Run& r) {
               return r.left < run.right + 12 && run.left < r.right + 12;
             })) {
        --s;
      }
      if (s == strips.size()) strips.emplace_back();
      strips[s].push_back(run);
      draft_.routes[run.line].strip = static_cast<int>(s);
      draft_.lanes[run.lane].strips =
          std::max(draft_.lanes[run.lane].strips, static_cast<int>(s) + 1);
    }
  }

  /// On the run where no upright passes.
  void write_words(const Run& run) {
    LinkLine& line = draft_.layout.links[run.line];
    const LinkKind kind = draft_.view.links[line.link].kind;
    constexpr std::array<Word, 5> names{Word::follows, Word::contradicts, Word::denies,
                                        Word::confirms, Word::refines};
    const std::string_view words = word(names[static_cast<std::size_t>(kind)], draft_.view.locale);
    const double half = text_width(words, 9.5, FontStyle::italic) / 2 + 4;
    const int level = strip_level(run.lane);
    const auto is_clear = [&](double x) {
      return std::none_of(draft_.uprights.begin(), draft_.uprights.end(), [&](const Upright& u) {
        return covers(u, level) && std::abs(u.x - x) < half + 3;
      });
    };
    const double middle = (run.left + run.right) / 2;
    const double reach = (run.right - run.left) / 2 - half - 10;
    for (double shift = 0; shift <= reach && line.words.empty(); shift += 8) {
      for (const double x : {middle + shift, middle - shift}) {
        if (line.words.empty() && is_clear(x)) {
          line.words = words;
          line.words_at.x = x;
        }
      }
    }
  }

  Draft& draft_;
  std::vector<Run> runs_;
};

}  // namespace

void route_links(Draft& draft) { Router{draft}.run(); }

namespace {

/// Links that come to one side of a mark end beside each other, the first in the middle.
class Ends {
 public:
  double shift(std::uint32_t item, int side) {
    const int before = count_[{item, side}]++;
    return between_ends * ((before + 1) / 2) * (before % 2 == 0 ? -1 : 1);
  }

 private:
  static constexpr double between_ends = 6;
  std::map<std::pair<std::uint32_t, int>, int> count_;
};

}  // namespace

void place_links(Draft& draft) {
  TimelineLayout& layout = draft.layout;
  Ends ends;
  for (std::size_t k = 0; k < layout.links.size(); ++k) {
    LinkLine& line = layout.links[k];
    const LinkRoute& route = draft.routes[k];
    const TimelineLink& link = draft.view.links[line.link];
    const ItemMark& from = layout.marks[link.from];
    const ItemMark& to = layout.marks[link.to];
    const auto beside_mark = [&](std::uint32_t item, double x) {
      const ItemMark& mark = layout.marks[item];
      const int side = x > mark.date.x ? 1 : -1;
      return Point{edge_of(layout, mark, side), mark.y + ends.shift(item, side)};
    };
    if (route.strip < 0) {
      const Point first = beside_mark(link.from, route.from_x);
      const Point last = beside_mark(link.to, route.to_x);
      line.points = {first, {route.from_x, first.y}, {route.to_x, last.y}, last};
      continue;
    }
    const double side = draft.lanes[route.lane].labels_above ? 1 : -1;
    const double run =
        layout.lanes[route.lane].line + side * (glyph_half + 8 + strip_height * route.strip);
    // A mark on its line is met from the run's side, a stacked one from beside it.
    const auto end_y = [run](const ItemMark& mark) {
      return mark.track > 0 ? mark.y : mark.y + (run > mark.y ? 1 : -1) * (glyph_half + 1);
    };
    line.points = {{route.from_x, end_y(from)},
                   {route.from_x, run},
                   {route.to_x, run},
                   {route.to_x, end_y(to)}};
    if (from.track > 0) {
      const Point first = beside_mark(link.from, route.from_x);
      line.points.front().y = first.y;
      line.points.insert(line.points.begin(), first);
    }
    if (to.track > 0) {
      const Point last = beside_mark(link.to, route.to_x);
      line.points.back().y = last.y;
      line.points.push_back(last);
    }
    if (!line.words.empty()) {
      const double half = text_width(line.words, 9.5, FontStyle::italic) / 2 + 4;
      line.words_at.y = run + 3.2;
      line.words_box = {line.words_at.x - half, run - 6, line.words_at.x + half, run + 6};
    }
  }
}

}  // namespace frise::render
