// A mark without a label carries the number under which the key tells it: to the right of its
// glyph, or to the left where a line passes or another mark stands on the right. Tested in
// tests/unit/render/timeline_test.cpp.

#include "render/font_metrics.hpp"
#include "render/timeline_parts.hpp"

#include <algorithm>

namespace frise::render {
namespace {

/// Vertical lines that pass a lane's own line, by x.
std::vector<double> lines_through(const Draft& draft, std::uint32_t lane) {
  std::vector<double> found;
  const int level = 3 * static_cast<int>(lane);
  for (const Upright& upright : draft.uprights) {
    if (upright.to >= level && upright.from <= level + 2) found.push_back(upright.x);
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool any_between(const std::vector<double>& sorted, double left, double right) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), left);
  return at != sorted.end() && *at <= right;
}

/// A leader has an upright part in the box.
bool crosses(const std::vector<Point>& leader, const Box& box) {
  for (std::size_t k = 0; k + 1 < leader.size(); ++k) {
    const auto [top, bottom] = std::minmax(leader[k].y, leader[k + 1].y);
    const double x = leader[k].x;
    if (x == leader[k + 1].x && box.left < x && x < box.right && top < box.bottom &&
        bottom > box.top) {
      return true;
    }
  }
  return false;
}

/// A link leaves the mark or comes to it on that side.
struct Met {
  bool left = false;
  bool right = false;
};

std::vector<Met> met_by_links(const Draft& draft) {
  std::vector<Met> met(draft.layout.marks.size());
  for (std::size_t k = 0; k < draft.routes.size(); ++k) {
    const TimelineLink& link = draft.view.links[draft.layout.links[k].link];
    const auto note = [&](std::uint32_t item, double x) {
      const double away = x - draft.layout.marks[item].date.x;
      if (away > glyph_half) met[item].right = true;
      if (away < -glyph_half) met[item].left = true;
    };
    note(link.from, draft.routes[k].from_x);
    note(link.to, draft.routes[k].to_x);
  }
  return met;
}

}  // namespace

void number_marks(Draft& draft) {
  auto& marks = draft.layout.marks;
  std::uint32_t number = 0;
  for (const std::uint32_t i : draft.layout.listed) {
    if (marks[i].track >= 0) marks[i].number = ++number;
  }
  const std::vector<Met> met = met_by_links(draft);
  for (std::uint32_t lane = 0; lane < draft.lanes.size(); ++lane) {
    const std::vector<double> lines = lines_through(draft, lane);
    std::vector<std::vector<double>> glyphs(most_tracks);  // their x, by track
    for (const std::uint32_t i : draft.lanes[lane].items) {
      auto& track = glyphs[static_cast<std::size_t>(marks[i].track)];
      track.push_back(marks[i].date.x);
      for (const DateMark& other : marks[i].others) track.push_back(other.x);
      if (marks[i].was) track.push_back(marks[i].was->x);
    }
    for (auto& track : glyphs) std::sort(track.begin(), track.end());
    for (const std::uint32_t i : draft.lanes[lane].items) {
      ItemMark& mark = marks[i];
      if (mark.number == 0) continue;
      const double width =
          2 + text_width(std::to_string(mark.number), number_size, FontStyle::bold);
      double x = mark.date.x;
      for (const DateMark& other : mark.others) x = std::max(x, other.x);
      if (mark.was) x = std::max(x, mark.was->x);
      const double half = glyph_half + mark.halo;
      const auto& track = glyphs[static_cast<std::size_t>(mark.track)];
      const double left_edge = x - half - width;
      const bool right_struck = met[i].right || any_between(lines, x + half, x + half + width);
      const bool left_free =
          !met[i].left && !any_between(lines, left_edge, x - half) &&
          !any_between(track, left_edge - glyph_half - change_halo - width - 1, x - 1) &&
          left_edge > draft.layout.lane_left && mark.date.shape != DateShape::before &&
          mark.others.empty() && !mark.was;
      const auto box_from = [&mark, width](double left) {
        return Box{left, mark.y - number_height / 2, left + width, mark.y + number_height / 2};
      };
      const auto covers_words = [&](const Box& box) {
        const auto& labels = draft.layout.labels;
        return std::any_of(labels.begin(), labels.end(), [&box](const ItemLabel& label) {
          return overlap(label.box, box) || crosses(label.leader, box);
        });
      };
      const Box right = box_from(x + half);
      const Box left = box_from(left_edge);
      const bool right_taken = right_struck || covers_words(right);
      mark.number_box = right_taken && left_free && !covers_words(left) ? left : right;
    }
  }
}

}  // namespace frise::render
