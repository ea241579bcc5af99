// Each line leaves its box on the right, runs in the gap beside it, in the channel above the row it
// goes to, in the gap before its target, and enters that on the left. What goes to one target by
// one kind of line shares its way. Tested in tests/unit/render/order_test.cpp.

#include "render/order_layout.hpp"

#include "render/font_metrics.hpp"
#include "render/order_columns.hpp"
#include "render/sources.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace frise::render {
namespace {

constexpr double box_width = 150;
constexpr double padding = 8;
constexpr double apart = 10;      ///< boxes of one column
constexpr double least_gap = 26;  ///< columns
constexpr double track = 6;
constexpr double rows_apart = 20;
constexpr double heading = 22;
constexpr double most_gap = 70;

OrderBox write(const TimelineItem& item, std::string_view locale) {
  OrderBox out;
  const double room = box_width - 2 * padding - 4;
  std::string text = clean(item.label);
  const std::string actor = clean(item.actor, name_limit);
  if (!actor.empty() && text.find(actor) == std::string::npos) text = isolate(actor) + " · " + text;
  out.title = wrap(typeset(text, locale),
                   {.width = room, .size = title_size, .style = FontStyle::bold, .max_lines = 4});
  out.references = reference_text(item.citations);
  const double references = out.references.empty() ? 0 : 2 + text_width(out.references, 7.5);
  out.date = wrap(typeset(clean(item.date_label, name_limit), locale),
                  {.width = room - 14 - references, .size = date_size, .max_lines = 2});
  if (out.date.empty()) out.date.emplace_back();
  const auto lines = static_cast<double>(out.title.size() + out.date.size());
  out.box = {0, 0, box_width, lines * line_height + 10};
  return out;
}

/// Numbers from 0 for the ways that share a gap or a channel: ways that are nowhere side by side
/// may have the same. Heights: 2 * row is the channel above a row, 2 * row + 1 the row.
class Tracks {
 public:
  void add(int place, std::uint32_t end, int kind, int from, int to) {
    const auto [least, most] = std::minmax(from, to);
    const auto [way, is_new] = ways_.try_emplace({place, end, kind}, Way{least, most, 0});
    way->second.first = std::min(way->second.first, least);
    way->second.last = std::max(way->second.last, most);
  }

  void settle() {
    std::vector<std::pair<const std::tuple<int, std::uint32_t, int>, Way>*> order;
    for (auto& way : ways_) order.push_back(&way);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
      return std::tuple{std::get<0>(a->first), a->second.first} <
             std::tuple{std::get<0>(b->first), b->second.first};
    });
    std::map<int, std::vector<int>> ends;
    for (auto* way : order) {
      std::vector<int>& taken = ends[std::get<0>(way->first)];
      const auto free = std::find_if(taken.begin(), taken.end(),
                                     [way](int last) { return last < way->second.first; });
      way->second.track = static_cast<std::size_t>(free - taken.begin());
      if (free == taken.end()) {
        taken.push_back(way->second.last);
      } else {
        *free = way->second.last;
      }
    }
    for (const auto& [place, taken] : ends) count_[place] = taken.size();
  }

  [[nodiscard]] std::size_t of(int place, std::uint32_t end, int kind) const {
    return ways_.at({place, end, kind}).track;
  }
  [[nodiscard]] std::size_t count(int place) const {
    const auto found = count_.find(place);
    return found == count_.end() ? 0 : found->second;
  }

 private:
  struct Way {
    int first = 0;
    int last = 0;
    std::size_t track = 0;
  };
  std::map<std::tuple<int, std::uint32_t, int>, Way> ways_;
  std::map<int, std::size_t> count_;
};

class Grid {
 public:
  Grid(const OrderView& view, double width) : view_{view}, width_{width} {
    for (const TimelineItem& item : view.events.items) {
      out_.boxes.push_back(write(item, view.events.locale));
    }
    group_ = order_groups(view);
    column_ = order_columns(view, group_);
    for (std::uint32_t i = 0; i < view.steps.size(); ++i) {
      out_.lines.push_back({view.steps[i].before, view.steps[i].after, -1, {}});
    }
    for (std::uint32_t i = 0; i < view.events.links.size(); ++i) {
      const TimelineLink& link = view.events.links[i];
      out_.lines.push_back({link.from, link.to, static_cast<int>(i), {}});
    }
  }

  OrderLayout lay_out() {
    for (int columns = std::max(1, static_cast<int>(width_ / (box_width + least_gap)));;
         --columns) {
      columns_ = columns;
      arrange();
      if (columns == 1 || needed_width() <= width_) break;
    }
    place_boxes();
    for (OrderLine& line : out_.lines) route(line);
    return std::move(out_);
  }

 private:
  [[nodiscard]] int kind(const OrderLine& line) const {
    return line.link < 0
               ? -1
               : static_cast<int>(view_.events.links[static_cast<std::size_t>(line.link)].kind);
  }
  [[nodiscard]] bool is_beside(const OrderLine& line) const {
    return line.link < 0 && row_[line.from] == row_[line.to] &&
           slot_[line.to] == slot_[line.from] + 1;
  }

  /// Rows and slots; then who runs where.
  void arrange() {
    const std::size_t count = column_.size();
    row_.assign(count, 0);
    slot_.assign(count, 0);
    std::map<std::uint32_t, int> rows_of;
    for (std::size_t i = 0; i < count; ++i) {
      if (column_[i] < 0) continue;
      int& needed = rows_of[group_[i]];
      needed = std::max(needed, column_[i] / columns_ + 1);
    }
    int rows = 0;
    for (auto& [group, needed] : rows_of) rows += std::exchange(needed, rows);
    int loose = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const bool placed = column_[i] >= 0;
      const int at = placed ? column_[i] : loose++;
      row_[i] = (placed ? rows_of[group_[i]] : rows) + at / columns_;
      slot_[i] = at % columns_;
    }
    first_loose_row_ = loose > 0 ? rows : INT32_MAX;
    rows_ = rows + (loose + columns_ - 1) / columns_;
    leaving_ = arriving_ = channel_ = {};
    for (const OrderLine& line : out_.lines) {
      if (is_beside(line)) continue;
      const int row = row_[line.to];
      leaving_.add(slot_[line.from] + 1, line.from, kind(line), 2 * row_[line.from] + 1, 2 * row);
      arriving_.add(slot_[line.to], line.to, kind(line), 2 * row, 2 * row + 1);
      channel_.add(row, line.to, kind(line), 0, 0);
    }
    for (Tracks* tracks : {&leaving_, &arriving_, &channel_}) tracks->settle();
  }

  [[nodiscard]] double least_gap_at(int gap) const {
    const bool edge = gap == 0 || gap == columns_;
    const auto tracks = static_cast<double>(leaving_.count(gap) + arriving_.count(gap));
    return edge ? (tracks > 0 ? 10 + track * tracks : 0) : least_gap + track * tracks;
  }

  [[nodiscard]] double needed_width() const {
    double width = box_width * columns_;
    for (int gap = 0; gap <= columns_; ++gap) width += least_gap_at(gap);
    return width;
  }

  void place_boxes() {
    const double spare =
        columns_ > 1 ? std::max(0.0, width_ - needed_width()) / (columns_ - 1) : 0.0;
    double x = 0;
    for (int gap = 0; gap <= columns_; ++gap) {
      const bool inner = gap > 0 && gap < columns_;
      const double room = least_gap_at(gap) + (inner ? std::min(spare, most_gap) : 0);
      gap_left_.push_back(x);
      x += room;
      gap_right_.push_back(x);
      if (gap < columns_) x += box_width;
    }
    out_.width = x;
    double y = 0;
    for (int row = 0; row < rows_; ++row) {
      if (row == first_loose_row_) {
        out_.loose = true;
        out_.loose_top = y + (row > 0 ? rows_apart : 0);
        y = out_.loose_top + heading;
      } else if (row > 0) {
        y += rows_apart;
      }
      channel_top_.push_back(y);
      y += track * static_cast<double>(channel_.count(row));
      y = place_row(row, y);
    }
    out_.height = y;
  }

  /// Each slot's boxes one under the other. \returns the row's lower end.
  double place_row(int row, double top) {
    std::vector<double> height(static_cast<std::size_t>(columns_), 0);
    double highest = 0;
    for (std::size_t i = 0; i < row_.size(); ++i) {
      if (row_[i] != row) continue;
      double& h = height[static_cast<std::size_t>(slot_[i])];
      h += out_.boxes[i].box.height() + (h > 0 ? apart : 0);
      highest = std::max(highest, h);
    }
    std::vector<double> y(height.size());
    for (std::size_t s = 0; s < y.size(); ++s) y[s] = top + (highest - height[s]) / 2;
    for (std::size_t i = 0; i < row_.size(); ++i) {
      if (row_[i] != row) continue;
      const auto slot = static_cast<std::size_t>(slot_[i]);
      const double h = out_.boxes[i].box.height();
      out_.boxes[i].box = {gap_right_[slot], y[slot], gap_right_[slot] + box_width, y[slot] + h};
      y[slot] += h + apart;
    }
    return top + highest;
  }

  void route(OrderLine& line) {
    const Box& a = out_.boxes[line.from].box;
    const Box& b = out_.boxes[line.to].box;
    const Point start{a.right, (a.top + a.bottom) / 2};
    const Point end{b.left, (b.top + b.bottom) / 2};
    if (is_beside(line)) {
      line.points = {start, end};
      return;
    }
    const int out = slot_[line.from] + 1;
    const int in = slot_[line.to];
    const auto away = [](std::size_t number) { return track * static_cast<double>(number + 1); };
    const double leave =
        gap_left_[static_cast<std::size_t>(out)] + away(leaving_.of(out, line.from, kind(line)));
    const double arrive =
        gap_right_[static_cast<std::size_t>(in)] - 6 - away(arriving_.of(in, line.to, kind(line)));
    const double above = channel_top_[static_cast<std::size_t>(row_[line.to])] - 8 +
                         away(channel_.of(row_[line.to], line.to, kind(line)));
    line.points = {start, {leave, start.y}, {leave, above}, {arrive, above}, {arrive, end.y}, end};
  }

  const OrderView& view_;
  double width_;
  OrderLayout out_;
  std::vector<int> column_;
  std::vector<std::uint32_t> group_;
  std::vector<int> row_;
  std::vector<int> slot_;
  int columns_ = 1;
  int rows_ = 0;
  int first_loose_row_ = INT32_MAX;
  Tracks leaving_;
  Tracks arriving_;
  Tracks channel_;
  std::vector<double> gap_left_;
  std::vector<double> gap_right_;
  std::vector<double> channel_top_;
};

}  // namespace

OrderView with_sound_ends(OrderView view) {
  const std::size_t count = view.events.items.size();
  std::erase_if(view.steps, [count](const OrderStep& step) {
    return step.before >= count || step.after >= count || step.before == step.after;
  });
  std::erase_if(view.events.links, [count](const TimelineLink& link) {
    return link.from >= count || link.to >= count || link.from == link.to;
  });
  return view;
}

OrderLayout lay_out_order(const OrderView& view, double width) {
  return Grid{view, width}.lay_out();
}

}  // namespace frise::render
