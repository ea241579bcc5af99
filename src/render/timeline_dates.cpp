// The axis covers every date of every source, plus room at both ends; undated events are not on it
// (see timeline_undated.cpp). Marks are stacked by first fit: exact days first, so that they stay
// on the line, then spans from short to long. O(n log n).

#include "render/font_metrics.hpp"
#include "render/timeline_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace frise::render {
namespace {

using std::chrono::days;

constexpr double arrow_length = 34;
constexpr std::size_t most_by_weight = 200;
constexpr double bin_width = 38;  ///< of a count that stands for events

bool is_dated(const PartialDate& date) {
  return date.bounds.earliest.has_value() || date.bounds.latest.has_value();
}

struct Range {
  std::optional<Day> first;
  std::optional<Day> last;
  std::vector<Covered> covered;
  bool open_end = false;

  void add(const PartialDate& date) {
    for (const auto& bound : {date.bounds.earliest, date.bounds.latest}) {
      if (!bound) continue;
      if (!first || *bound < *first) first = bound;
      if (!last || *bound > *last) last = bound;
    }
    if (!is_dated(date)) return;
    if (!date.bounds.known()) open_end = true;
    const auto& [earliest, latest] = date.bounds;
    covered.push_back({earliest ? *earliest : *latest, latest ? *latest : *earliest});
  }
};

DateMark mark_of(const PartialDate& date, const TimeScale& scale) {
  DateMark mark;
  const auto& [earliest, latest] = date.bounds;
  const auto middle = [&scale](Day day) { return (scale.begin(day) + scale.end(day)) / 2; };
  if (earliest && latest) {
    mark.left = scale.begin(*earliest);
    mark.right = scale.end(*latest);
    mark.x = (mark.left + mark.right) / 2;
    if (date.approximate || date.uncertain) {
      mark.shape = DateShape::approximate;
    } else if (*earliest == *latest) {
      mark.shape = DateShape::day;
    } else {
      mark.shape = date.precision == Precision::interval ? DateShape::lasted : DateShape::within;
    }
  } else if (latest) {
    mark = {DateShape::before, middle(*latest), middle(*latest) - arrow_length, middle(*latest)};
  } else if (earliest) {
    mark = {DateShape::after, middle(*earliest), middle(*earliest),
            middle(*earliest) + arrow_length};
  }
  return mark;
}

bool has_box(const DateMark& mark) {
  return mark.shape == DateShape::within || mark.shape == DateShape::approximate ||
         mark.shape == DateShape::lasted;
}

/// Intervals taken on one track, by left end.
class Track {
 public:
  bool take(double left, double right) {
    const auto after = taken_.lower_bound(left);
    if (after != taken_.end() && after->first < right) return false;
    if (after != taken_.begin() && std::prev(after)->second > left) return false;
    taken_.emplace(left, right);
    return true;
  }

 private:
  std::map<double, double> taken_;
};

/// Items of one lane, day and stance: one box, the glyphs spread within it.
void share_boxes(Draft& draft, std::vector<std::uint32_t>& items) {
  const auto& view = draft.view;
  auto& marks = draft.layout.marks;
  const auto key = [&](std::uint32_t i) {
    return std::tuple{marks[i].date.left, marks[i].date.right, marks[i].date.shape,
                      view.items[i].stance};
  };
  std::vector<std::uint32_t> boxed;
  for (const std::uint32_t i : items) {
    if (has_box(marks[i].date) && marks[i].others.empty() && !marks[i].was) boxed.push_back(i);
  }
  std::sort(boxed.begin(), boxed.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple{key(a), a} < std::tuple{key(b), b};
  });
  for (std::size_t begin = 0; begin < boxed.size();) {
    std::size_t end = begin + 1;
    while (end < boxed.size() && key(boxed[end]) == key(boxed[begin])) ++end;
    const DateMark& date = marks[boxed[begin]].date;
    const double each = draft.number_room > 0 ? 2 * glyph_half + draft.number_room + 2 : 0;
    const auto fits = static_cast<std::size_t>(
        std::max(1.0, each > 0 ? (date.right - date.left) / each - 1
                               : (date.right - date.left) / (3 * glyph_half)));
    // What does not fit side by side starts another box on another track.
    for (std::size_t at = begin; at < end; at += fits) {
      const std::size_t group = std::min(fits, end - at);
      for (std::size_t k = 0; k < group; ++k) {
        ItemMark& mark = marks[boxed[at + k]];
        mark.date.x = mark.date.left + (mark.date.right - mark.date.left) *
                                           static_cast<double>(k + 1) /
                                           static_cast<double>(group + 1);
        mark.shares_box = k > 0;
        mark.box_owner = boxed[at];
      }
    }
    begin = end;
  }
}

void add_badge(Draft& draft, std::uint32_t lane, double x) {
  auto& badges = draft.layout.badges;
  if (draft.density.tracks == 0) {
    const double left = draft.layout.lane_left;
    x = left + bin_width * (std::floor((x - left) / bin_width) + 0.5);
    x = std::min(x, draft.layout.lane_right - bin_width / 3);
  }
  if (!badges.empty() && badges.back().lane == lane && x - badges.back().x < 34) {
    ++badges.back().count;
  } else {
    badges.push_back({.lane = lane, .x = x, .count = 1});
  }
}

void stack_lane(Draft& draft, std::uint32_t lane, std::vector<std::uint32_t> items) {
  auto& marks = draft.layout.marks;
  LaneDraft& state = draft.lanes[lane];
  share_boxes(draft, items);
  const auto length = [&marks](std::uint32_t i) {
    return has_box(marks[i].date) || !marks[i].others.empty() || marks[i].was
               ? extent(marks[i], 0).second - extent(marks[i], 0).first
               : 0.0;
  };
  const std::size_t limit = std::min(draft.density.tracks, most_tracks);
  // Where few find a place, the heaviest choose first.
  const auto claim = [&](std::uint32_t i) {
    return limit < most_tracks && items.size() <= most_by_weight ? -draft.view.items[i].weight
                                                                 : 0.0;
  };
  std::sort(items.begin(), items.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple{claim(a), length(a), marks[a].date.x, a} <
           std::tuple{claim(b), length(b), marks[b].date.x, b};
  });
  std::array<Track, most_tracks> tracks;
  for (const std::uint32_t k : state.loupes) {
    const Box& badge = draft.layout.loupes[k].badge;
    tracks[0].take(badge.left - 1, badge.right + 1);
  }
  std::vector<std::uint32_t> left_over;
  for (const std::uint32_t i : items) {
    ItemMark& mark = marks[i];
    if (mark.shares_box) {
      // The owner is left of it, so its track is known.
      mark.track = marks[mark.box_owner].track;
      if (mark.track >= 0) continue;
      mark.shares_box = false;
    }
    const auto [left, right] = extent(mark, draft.number_room);
    for (std::size_t t = 0; t < limit && mark.track < 0; ++t) {
      if (tracks[t].take(left, right)) mark.track = static_cast<int>(t);
    }
    if (mark.track < 0) {
      left_over.push_back(i);
    } else {
      state.tracks = std::max(state.tracks, mark.track + 1);
    }
  }
  const auto by_x = [&marks](std::uint32_t a, std::uint32_t b) {
    return std::tuple{marks[a].date.x, marks[a].track, a} <
           std::tuple{marks[b].date.x, marks[b].track, b};
  };
  std::sort(left_over.begin(), left_over.end(), by_x);
  for (const std::uint32_t i : left_over) {
    add_badge(draft, lane, marks[i].date.x);
    state.badges = true;
    draft.layout.listed.push_back(i);
  }
  for (const std::uint32_t i : items) {
    if (marks[i].track >= 0) state.items.push_back(i);
  }
  std::sort(state.items.begin(), state.items.end(), by_x);
}

}  // namespace

std::pair<double, double> extent(const ItemMark& mark, double number) {
  const double half = glyph_half + 1 + mark.halo;
  constexpr double after_arrow = 4;
  const bool to_left = mark.date.shape == DateShape::before;
  const bool to_right = mark.date.shape == DateShape::after;
  double left = std::min(mark.date.left - (to_left ? after_arrow : 0), mark.date.x - half);
  double right =
      std::max(mark.date.right + (to_right ? after_arrow : 0), mark.date.x + half + number);
  if (mark.was) {
    left = std::min({left, mark.was->left, mark.was->x - glyph_half});
    right = std::max({right, mark.was->right, mark.was->x + glyph_half + number});
  }
  for (const DateMark& other : mark.others) {
    left = std::min({left, other.left, other.x - glyph_half});
    right = std::max({right, other.right, other.x + glyph_half + number});
  }
  return {left, right};
}

bool has_place(const TimelineItem& item) noexcept { return item.date && is_dated(*item.date); }

void place_dates(Draft& draft) {
  const auto& view = draft.view;
  TimelineLayout& layout = draft.layout;
  const Page& page = layout.page;
  layout.lane_left = page.margin + page.gutter;
  layout.lane_right = page.inner_right();
  Range range;
  for (const TimelineItem& item : view.items) {
    if (!has_place(item)) continue;
    range.add(*item.date);
    for (const PartialDate& other : item.other_dates) range.add(other);
    if (item.was) range.add(*item.was);
  }
  if (range.first) {
    const auto length = (*range.last - *range.first).count() + 1;
    const auto least = length < 10 && page.gutter > 0 ? 3 : 1;  // an inset has its own frame
    const auto pad = days{std::max<days::rep>(least, length * (range.open_end ? 9 : 4) / 200)};
    layout.scale.emplace(
        std::max(*range.first - pad, first_day), std::min(*range.last + pad, last_day),
        layout.lane_left + 6, layout.lane_right - 6,
        page.broken_axis
            ? find_breaks(std::move(range.covered), layout.lane_right - layout.lane_left)
            : std::vector<AxisBreak>{});
    layout.ticks = make_ticks(*layout.scale, view.locale, 60, 11);
  }
  layout.marks.resize(view.items.size());
  for (std::size_t i = 0; i < view.items.size(); ++i) {
    const TimelineItem& item = view.items[i];
    if (!has_place(item)) continue;
    ItemMark& mark = layout.marks[i];
    mark.date = mark_of(*item.date, *layout.scale);
    if (item.change != ItemChange::none) mark.halo = change_halo;
    if (item.was && is_dated(*item.was)) mark.was = mark_of(*item.was, *layout.scale);
    for (const PartialDate& other : item.other_dates) {
      if (is_dated(other) && other.bounds != item.date->bounds) {
        mark.others.push_back(mark_of(other, *layout.scale));
      }
    }
  }
}

void stack_marks(Draft& draft) {
  if (draft.density.numbers) {
    draft.number_room =
        3 + text_width(std::to_string(draft.view.items.size()), number_size, FontStyle::bold);
  }
  std::vector<std::vector<std::uint32_t>> items(draft.lanes.size());
  for (std::size_t i = 0; i < draft.view.items.size(); ++i) {
    const std::uint32_t lane = draft.view.items[i].lane;
    if (lane < items.size() && has_place(draft.view.items[i]) && draft.layout.marks[i].loupe < 0)
      items[lane].push_back(static_cast<std::uint32_t>(i));
  }
  for (std::uint32_t lane = 0; lane < items.size(); ++lane) {
    stack_lane(draft, lane, std::move(items[lane]));
  }
}

}  // namespace frise::render
