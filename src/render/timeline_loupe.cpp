// A burst is a chain of at least three events of one lane whose glyphs would overlap. Its inset is
// a timeline of one lane, laid out by the same steps on an axis of its own, and takes its place
// among the labels of the lane. Only so many bursts get one, the largest first; the others are
// stacked. Tested in tests/unit/render/timeline_test.cpp.

#include "render/timeline_parts.hpp"

#include <algorithm>
#include <tuple>

namespace frise::render {
namespace {

constexpr double touching = 14;     ///< between neighbours of a chain
constexpr double longest = 72;      ///< of a chain, on the line
constexpr double widest_span = 40;  ///< of a date that may be in a chain
constexpr std::size_t least_events = 3;
constexpr std::size_t most_events = 14;
constexpr std::size_t most_loupes = 6;
constexpr double frame_pad = 4;

struct Chain {
  std::uint32_t lane = 0;
  std::vector<std::uint32_t> items;
};

bool can_be_in(const ItemMark& mark) {
  return mark.others.empty() && !mark.was && mark.date.right - mark.date.left <= widest_span;
}

std::vector<Chain> chains_of(const Draft& draft) {
  std::vector<std::vector<std::uint32_t>> lanes(draft.lanes.size());
  const auto& marks = draft.layout.marks;
  for (std::uint32_t i = 0; i < draft.view.items.size(); ++i) {
    const TimelineItem& item = draft.view.items[i];
    if (item.lane < lanes.size() && has_place(item) && can_be_in(marks[i])) {
      lanes[item.lane].push_back(i);
    }
  }
  std::vector<Chain> chains;
  for (std::uint32_t lane = 0; lane < lanes.size(); ++lane) {
    auto& items = lanes[lane];
    std::sort(items.begin(), items.end(), [&marks](std::uint32_t a, std::uint32_t b) {
      return std::tuple{marks[a].date.x, a} < std::tuple{marks[b].date.x, b};
    });
    for (std::size_t begin = 0; begin < items.size();) {
      std::size_t end = begin + 1;
      const double first = marks[items[begin]].date.x;
      while (end < items.size() &&
             marks[items[end]].date.x - marks[items[end - 1]].date.x <= touching &&
             marks[items[end]].date.x - first <= longest) {
        ++end;
      }
      if (end - begin >= least_events && end - begin <= most_events) {
        chains.push_back({lane,
                          {items.begin() + static_cast<std::ptrdiff_t>(begin),
                           items.begin() + static_cast<std::ptrdiff_t>(end)}});
      }
      begin = end;
    }
  }
  return chains;
}

TimelineView view_of(const TimelineView& view, const std::vector<std::uint32_t>& items) {
  TimelineView inner;
  inner.locale = view.locale;
  inner.lanes.emplace_back();
  for (const std::uint32_t i : items) {
    TimelineItem& item = inner.items.emplace_back(view.items[i]);
    item.lane = 0;
    item.targets.clear();
  }
  return inner;
}

}  // namespace

void find_loupes(Draft& draft) {
  std::vector<Chain> chains = chains_of(draft);
  std::stable_sort(chains.begin(), chains.end(),
                   [](const Chain& a, const Chain& b) { return a.items.size() > b.items.size(); });
  if (chains.size() > most_loupes) chains.resize(most_loupes);
  std::sort(chains.begin(), chains.end(), [](const Chain& a, const Chain& b) {
    return std::tuple{a.lane, a.items} < std::tuple{b.lane, b.items};
  });
  auto& marks = draft.layout.marks;
  for (Chain& chain : chains) {
    const auto index = static_cast<std::uint32_t>(draft.layout.loupes.size());
    for (std::uint32_t k = 0; k < chain.items.size(); ++k) {
      marks[chain.items[k]].loupe = static_cast<int>(index);
      marks[chain.items[k]].in_loupe = k;
    }
    const double first = marks[chain.items.front()].date.x;
    const double last = marks[chain.items.back()].date.x;
    const double half = std::max((last - first) / 2 + 7, 10.0);
    const double x = (first + last) / 2;
    draft.lanes[chain.lane].loupes.push_back(index);
    draft.layout.loupes.push_back({.lane = chain.lane,
                                   .items = std::move(chain.items),
                                   .badge = {x - half, 0, x + half, 0},
                                   .frame = {},
                                   .leader = {},
                                   .inside = {}});
  }
}

void fill_loupe(Draft& draft, Loupe& loupe, double widest) {
  const TimelineView view = view_of(draft.view, loupe.items);
  const auto count = static_cast<double>(loupe.items.size());
  const double wanted = count <= 3 ? 172 * count + 24 : 96 * count + 120;
  const double room = draft.layout.lane_right - draft.layout.lane_left;
  const double width = std::min({std::max(wanted, 40 * count), 0.8 * room, widest});
  const Page page{.width = width, .height = 0, .margin = frame_pad, .whole = false, .gutter = 0};
  const Density density{.undated = 0, .loupes = false};
  LabelBook labels{view};
  TimelineLayout inside = lay_out_timeline(view, labels, page, frame_pad, density);
  for (ItemLabel& label : inside.labels) label.item = loupe.items[label.item];
  for (std::uint32_t& item : inside.listed) item = loupe.items[item];
  loupe.frame = {0, 0, width, inside.plot_bottom + frame_pad};
  loupe.inside.clear();
  loupe.inside.push_back(std::move(inside));
}

}  // namespace frise::render
