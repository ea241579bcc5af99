#include "render/order_columns.hpp"

#include "unit/render/fixtures.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace frise {
namespace {

OrderView events(const std::vector<std::string>& dates,
                 const std::vector<std::pair<std::uint32_t, std::uint32_t>>& steps) {
  OrderView view;
  for (const std::string& date : dates) {
    TimelineItem item;
    item.id = "e" + std::to_string(view.events.items.size());
    if (const auto value = parse_date(date)) item.date = *value;
    view.events.items.push_back(item);
  }
  for (const auto& [before, after] : steps) view.steps.push_back({before, after, "dates"});
  return view;
}

std::vector<int> columns(const OrderView& view) {
  return render::order_columns(view, render::order_groups(view));
}

TEST_CASE("a column reads as time, whatever an event follows", "[render]") {
  struct Row {
    std::string what;
    std::vector<std::string> dates;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> steps;
    std::vector<int> expected;
  };
  const auto row = GENERATE(values<Row>({
      {"a chain", {"2017", "2018", "2021"}, {{0, 1}, {1, 2}}, {0, 1, 2}},
      {"a first event stands by its date, not beside what it precedes",
       {"2017", "2018", "2021", "2022", "2018-02"},
       {{0, 1}, {1, 2}, {2, 3}, {4, 3}},
       {0, 1, 2, 3, 1}},
      {"a late start of another chain stands late",
       {"2017", "2018", "2021", "2026-01", "2026-02"},
       {{0, 1}, {1, 2}, {3, 4}, {0, 4}},
       {0, 1, 2, 2, 3}},
      {"what follows the first of a chain only stands by its date",
       {"2017", "2018", "2021", "2022", "2022-03"},
       {{0, 1}, {1, 2}, {2, 3}, {0, 4}},
       {0, 1, 2, 3, 3}},
      {"of two columns that its days allow, the nearer in time",
       {"2020", "2021", "2024-02", "2024-03", "2023-11"},
       {{0, 1}, {1, 2}, {2, 3}, {4, 3}},
       {0, 1, 2, 3, 2}},
      {"a year stands in the first column that lies in it",
       {"2017", "2018-01", "2018-11", "2019", "2018"},
       {{0, 1}, {1, 2}, {2, 3}, {0, 4}, {4, 3}},
       {0, 1, 2, 3, 1}},
      {"at the latest on a day: near it, before what it precedes",
       {"2017", "2018", "2023", "2025-09", "../2025-04-25"},
       {{0, 1}, {1, 2}, {2, 3}, {4, 3}},
       {0, 1, 2, 3, 2}},
      {"since a year: never left of what was over before it",
       {"2017", "2018", "2021", "2022/..", "2023"},
       {{0, 1}, {1, 2}, {0, 3}, {2, 4}},
       {0, 1, 2, 2, 3}},
      {"without a date, just before what it precedes",
       {"2017", "2018", "2021", ""},
       {{0, 1}, {1, 2}, {3, 2}},
       {0, 1, 2, 1}},
      {"without a date, just after what it follows",
       {"2017", "2018", "2021", ""},
       {{0, 1}, {1, 2}, {0, 3}},
       {0, 1, 2, 1}},
      {"groups are placed alone, and what nothing joins has no column",
       {"2017", "2018", "2021", "2022", "2020"},
       {{0, 1}, {2, 3}},
       {0, 1, 0, 1, -1}},
      {"steps against the days are drawn as they are", {"2018", "2017"}, {{0, 1}}, {0, 1}},
  }));
  INFO(row.what);
  CHECK(columns(events(row.dates, row.steps)) == row.expected);
}

TEST_CASE("columns respect every step and every date of their group", "[render]") {
  const std::size_t count = GENERATE(3, 12, 40, 150, 900);
  const std::uint32_t stride = GENERATE(1, 2, 5, 9);
  CAPTURE(count, stride);
  OrderView view{.events = test::many_events(count, 4)};
  auto& items = view.events.items;
  for (std::size_t i = 0; i < count; ++i) {
    if (i % 11 == 3) items[i].date.reset();
    if (i % 13 == 5) items[i].date = parse_date("../" + items[i].date_label);
    if (i % 17 == 6) items[i].date = parse_date(items[i].date_label + "/..");
  }
  const auto over_before = [&items](std::size_t a, std::size_t b) {
    if (!items[a].date || !items[b].date) return false;
    const auto& last = items[a].date->bounds.latest;
    const auto& first = items[b].date->bounds.earliest;
    return last && first && *last < *first;
  };
  for (std::uint32_t i = 0; i + stride < count; ++i) {
    const auto next = i + 1 + i % stride;
    if (next < count && over_before(i, next)) view.steps.push_back({i, next, "dates"});
  }
  const auto groups = render::order_groups(view);
  const auto column = render::order_columns(view, groups);
  std::size_t wrong = 0;
  for (const OrderStep& step : view.steps)
    wrong += column[step.before] >= column[step.after] ? 1U : 0U;
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = 0; b < count; ++b) {
      if (groups[a] != groups[b] || !over_before(a, b)) continue;
      wrong += column[a] > column[b] ? 1U : 0U;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("steps in a circle end, and all that they join is placed", "[render]") {
  const auto column = columns(events({"2018", "2019", "", "2020"}, {{0, 1}, {1, 2}, {2, 0}}));
  CHECK(std::count_if(column.begin(), column.end(), [](int at) { return at >= 0; }) == 3);
  CHECK(column[3] == -1);
}

}  // namespace
}  // namespace frise
