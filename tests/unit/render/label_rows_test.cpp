#include "render/label_rows.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>

namespace frise::render {
namespace {

/// Labels of one row apart from each other, from walls, and from leaders that pass.
void check(const std::vector<LabelRequest>& requests, const RowRoom& room, const LabelRows& rows) {
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const LabelPlace& a = rows.places[i];
    if (a.row < 0) continue;
    const double right = a.left + requests[i].width;
    CHECK(a.left >= room.left - 0.01);
    CHECK(right <= room.right + 0.01);
    for (const double wall : room.walls) CHECK((right < wall || a.left > wall));
    for (std::size_t j = 0; j < requests.size(); ++j) {
      const LabelPlace& b = rows.places[j];
      if (i == j || b.row < a.row) continue;
      const auto row = static_cast<std::size_t>(a.row);
      if (b.row == a.row) {
        CHECK((right <= b.left || b.left + requests[j].width <= a.left));
      } else {
        CHECK((b.ports[row] <= a.left || b.ports[row] >= right));
      }
    }
  }
}

}  // namespace

TEST_CASE("labels with room stand at their points in the first row", "[render]") {
  const std::vector<LabelRequest> requests{{100, 120, 40}, {300, 120, 40}, {500, 120, 40}};
  const RowRoom room{.left = 0, .right = 1000};
  const LabelRows rows = place_labels(requests, room);
  for (std::size_t i = 0; i < requests.size(); ++i) {
    CHECK(rows.places[i].row == 0);
    CHECK(rows.places[i].ports.back() == Approx(requests[i].x));
  }
}

TEST_CASE("crowded labels take more rows and stay apart", "[render]") {
  std::uint32_t state = 1;
  for (int round = 0; round < 40; ++round) {
    std::vector<LabelRequest> requests;
    RowRoom room{.left = 0, .right = 900};
    const auto random = [&state](double limit) {
      state = state * 1664525U + 1013904223U;
      return static_cast<double>(state >> 8U) / 16777216.0 * limit;
    };
    const int count = 3 + round;
    for (int i = 0; i < count; ++i) requests.push_back({random(900), 80 + random(60), 40});
    std::sort(requests.begin(), requests.end(),
              [](const LabelRequest& a, const LabelRequest& b) { return a.x < b.x; });
    for (int i = 0; i < round % 6; ++i) room.walls.push_back(random(900));
    check(requests, room, place_labels(requests, room));
  }
}

TEST_CASE("points on one spot get their labels side by side and one above the other", "[render]") {
  const std::vector<LabelRequest> requests(9, LabelRequest{850, 130, 40});
  const RowRoom room{.left = 0, .right = 900};
  const LabelRows rows = place_labels(requests, room);
  check(requests, room, rows);
  for (const LabelPlace& place : rows.places) CHECK(place.row >= 0);
}

TEST_CASE("where there is no room the lightest give way", "[render]") {
  std::vector<LabelRequest> requests(5, LabelRequest{50, 90, 40});
  requests[3].weight = 9;
  const RowRoom room{.left = 0, .right = 100, .walls = {}, .max_rows = 1};
  const LabelRows rows = place_labels(requests, room);
  for (std::size_t i = 0; i < requests.size(); ++i) CHECK((rows.places[i].row == 0) == (i == 3));
}

TEST_CASE("no cell, no label, no crash", "[render]") {
  RowRoom room{.left = 0, .right = 100};
  for (double x = 0; x < 100; x += 10) room.walls.push_back(x);
  CHECK(place_labels({{50, 90, 40}}, room).places[0].row == -1);
  CHECK(place_labels({}, room).places.empty());
}

}  // namespace frise::render
