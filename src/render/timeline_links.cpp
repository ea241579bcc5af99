// Links run in strips beside a lane, on the side without labels, short ones next to the line; where
// they change lanes an upright leads to the other end, and is a wall for labels as action lines
// are. Words stand on the run where no upright passes; the kind is also told by the end of the
// line.

#include "render/font_metrics.hpp"
#include "render/timeline_parts.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace frise::render {
namespace {

constexpr std::size_t most_links = 60;

int line_level(std::uint32_t lane) { return 3 * static_cast<int>(lane) + 1; }

bool covers(const Upright& upright, int level) {
  return upright.from <= level && level <= upright.to;
}

}  // namespace

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
    if (a >= draft.lanes.size() || b >= draft.lanes.size() || !from.on_line() || !to.on_line() ||
        runs.size() >= most_links) {
      ++layout.links_left_out;
      continue;
    }
    const double step = to.date.x >= from.date.x ? 4 : -4;
    const double from_x = from.date.x + step;
    const double to_x = to.date.x - step;
    std::uint32_t lane = a;
    if (a != b) {
      // The run stays in the lane whose strip faces the other one, if any: its upright passes fewer
      // labels.
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
    draft.lanes[lane].runs.emplace_back(std::min(from_x, to_x), std::max(from_x, to_x));
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
    constexpr std::array<Word, 5> names{Word::follows, Word::contradicts, Word::denies,
                                        Word::confirms, Word::refines};
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
