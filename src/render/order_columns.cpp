// Longest ways through a graph of lower bounds between columns, from both ends: 1 along a step, 0
// where days say which of two is earlier. Of the days, each group has a thread of knots in the
// order of last days: an event leads to the knot of its last day, and the last knot before its
// first day leads to it; so the bounds are as many as the events, not as their pairs. What both
// ends hold in one column gives the columns their days. Tested in
// tests/unit/render/order_columns_test.cpp.

#include "render/order_columns.hpp"

#include <algorithm>
#include <climits>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace frise::render {
namespace {

/// Column of `to` >= column of the node that holds it + `by`.
struct LowerBound {
  std::size_t to = 0;
  int by = 0;
};

using Bounds = std::vector<std::vector<LowerBound>>;  ///< events, then knots

std::optional<Day> first_day(const TimelineItem& item) {
  return item.date ? item.date->bounds.earliest : std::nullopt;
}

std::optional<Day> last_day(const TimelineItem& item) {
  return item.date ? item.date->bounds.latest : std::nullopt;
}

Bounds bounds_of_steps(const OrderView& view) {
  Bounds bounds(view.events.items.size());
  for (const OrderStep& step : view.steps) bounds[step.before].push_back({step.after, 1});
  return bounds;
}

void add_days(const OrderView& view, const std::vector<std::uint32_t>& groups, Bounds& bounds) {
  const auto& items = view.events.items;
  std::map<std::uint32_t, std::vector<std::uint32_t>> members;
  for (std::uint32_t i = 0; i < items.size(); ++i) members[groups[i]].push_back(i);
  for (const auto& [group, some] : members) {
    std::vector<std::pair<Day, std::uint32_t>> ends;
    for (const std::uint32_t i : some) {
      if (const auto day = last_day(items[i])) ends.emplace_back(*day, i);
    }
    std::sort(ends.begin(), ends.end());
    const std::size_t first_knot = bounds.size();
    for (std::size_t k = 0; k < ends.size(); ++k) {
      bounds[ends[k].second].push_back({first_knot + k, 0});
      bounds.emplace_back();
      if (k > 0) bounds[first_knot + k - 1].push_back({first_knot + k, 0});
    }
    for (const std::uint32_t i : some) {
      const auto day = first_day(items[i]);
      if (!day) continue;
      const auto earlier = static_cast<std::size_t>(
          std::lower_bound(ends.begin(), ends.end(), std::pair{*day, std::uint32_t{0}}) -
          ends.begin());
      if (earlier > 0) bounds[first_knot + earlier - 1].push_back({i, 0});
    }
  }
}

/// Nodes so that bounds lead on only; fewer than there are where bounds go round in a circle.
std::vector<std::size_t> in_order(const Bounds& bounds) {
  std::vector<std::size_t> arriving(bounds.size(), 0);
  for (const auto& some : bounds) {
    for (const LowerBound& bound : some) ++arriving[bound.to];
  }
  std::vector<std::size_t> order;
  for (std::size_t node = 0; node < bounds.size(); ++node) {
    if (arriving[node] == 0) order.push_back(node);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    for (const LowerBound& bound : bounds[order[next]]) {
      if (--arriving[bound.to] == 0) order.push_back(bound.to);
    }
  }
  return order;
}

using Stretch = std::pair<Day, Day>;

/// From its first to its last day, or the one that is known.
std::optional<Stretch> days_of(const TimelineItem& item) {
  const auto first = first_day(item);
  const auto last = last_day(item);
  if (!first && !last) return std::nullopt;
  return Stretch{first ? *first : *last, last ? *last : *first};
}

class Columns {
 public:
  Columns(const OrderView& view, const std::vector<std::uint32_t>& groups)
      : items_{view.events.items}, groups_{groups}, joined_(items_.size(), 0) {
    follows_ = joined_;
    for (const OrderStep& step : view.steps) {
      joined_[step.before] = joined_[step.after] = follows_[step.after] = 1;
    }
    bounds_ = bounds_of_steps(view);
    add_days(view, groups, bounds_);
    order_ = in_order(bounds_);
    if (order_.size() < bounds_.size()) {
      // Steps that days contradict: a graph that was written by hand. The steps are what is drawn.
      bounds_ = bounds_of_steps(view);
      order_ = in_order(bounds_);
    }
  }

  std::vector<int> place() {
    find_least();
    find_most();
    find_days();
    std::vector<int> column(bounds_.size(), 0);
    for (const std::size_t node : order_) {
      if (node < items_.size()) column[node] = choose(node, column[node]);
      for (const LowerBound& bound : bounds_[node]) {
        column[bound.to] = std::max(column[bound.to], column[node] + bound.by);
      }
    }
    column.resize(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (joined_[i] == 0) column[i] = -1;
    }
    return column;
  }

 private:
  void find_least() {
    least_.assign(bounds_.size(), 0);
    for (const std::size_t node : order_) {
      for (const LowerBound& bound : bounds_[node]) {
        least_[bound.to] = std::max(least_[bound.to], least_[node] + bound.by);
      }
    }
  }

  /// As far right as what comes later, and the last column of the group, allow.
  void find_most() {
    std::map<std::uint32_t, int> last;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      last[groups_[i]] = std::max(last[groups_[i]], least_[i]);
    }
    most_.assign(bounds_.size(), INT_MAX);
    for (std::size_t i = 0; i < items_.size(); ++i) most_[i] = last[groups_[i]];
    for (auto node = order_.rbegin(); node != order_.rend(); ++node) {
      for (const LowerBound& bound : bounds_[*node]) {
        most_[*node] = std::min(most_[*node], most_[bound.to] - bound.by);
      }
    }
  }

  /// From the first middle of what stands in a column to the last: one vague date is not all.
  void find_days() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const auto own = days_of(items_[i]);
      if (!own || least_[i] != most_[i]) continue;
      const Day middle = own->first + (own->second - own->first) / 2;
      Stretch& days = days_.try_emplace({groups_[i], least_[i]}, middle, middle).first->second;
      days = {std::min(days.first, middle), std::max(days.second, middle)};
    }
  }

  /// \param least column that what is placed already leaves free.
  [[nodiscard]] int choose(std::size_t event, int least) const {
    const auto own = days_of(items_[event]);
    if (!own) return follows_[event] != 0 ? least : std::max(least, most_[event]);
    int best = least;
    std::optional<Day::duration> nearest;
    for (int column = least; column <= most_[event]; ++column) {
      const auto days = days_.find({groups_[event], column});
      if (days == days_.end()) continue;
      const auto [first, last] = days->second;
      const auto away = std::max({first - own->second, own->first - last, Day::duration{0}});
      if (nearest && away >= *nearest) continue;
      nearest = away;
      best = column;
    }
    return best;
  }

  const std::vector<TimelineItem>& items_;
  const std::vector<std::uint32_t>& groups_;
  std::vector<char> joined_;
  std::vector<char> follows_;
  Bounds bounds_;
  std::vector<std::size_t> order_;  ///< of the nodes
  std::vector<int> least_;
  std::vector<int> most_;
  std::map<std::pair<std::uint32_t, int>, Stretch> days_;  ///< by group and column
};

}  // namespace

std::vector<std::uint32_t> order_groups(const OrderView& view) {
  std::vector<std::uint32_t> parent(view.events.items.size());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root = [&parent](std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (const OrderStep& step : view.steps) {
    const std::uint32_t a = root(step.before);
    const std::uint32_t b = root(step.after);
    parent[std::max(a, b)] = std::min(a, b);
  }
  for (std::uint32_t i = 0; i < parent.size(); ++i) parent[i] = root(i);
  return parent;
}

std::vector<int> order_columns(const OrderView& view, const std::vector<std::uint32_t>& groups) {
  return Columns{view, groups}.place();
}

}  // namespace frise::render
