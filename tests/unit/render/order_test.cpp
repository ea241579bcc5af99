#include "render/order_layout.hpp"

#include "frise/render/render.hpp"
#include "render/page.hpp"
#include "unit/render/figure_checks.hpp"
#include "unit/render/fixtures.hpp"
#include "unit/render/svg_reader.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace frise {
namespace {

/// Each event before the next but every fifth, which hangs on the one before it only.
OrderView chain(TimelineView events) {
  OrderView view{.events = std::move(events)};
  std::uint32_t last = 0;
  for (std::uint32_t i = 1; i < view.events.items.size(); ++i) {
    view.steps.push_back({last, i, "dates"});
    if (i % 5 != 0) last = i;
  }
  return view;
}

std::size_t lines_over_boxes(const render::OrderLayout& layout) {
  std::size_t found = 0;
  for (const render::OrderLine& line : layout.lines) {
    for (std::size_t p = 0; p + 1 < line.points.size(); ++p) {
      const render::Point a = line.points[p];
      const render::Point b = line.points[p + 1];
      const render::Box piece{std::min(a.x, b.x) + 0.1, std::min(a.y, b.y),
                              std::max(a.x, b.x) - 0.1, std::max(a.y, b.y) + 0.1};
      for (const render::OrderBox& box : layout.boxes) {
        found += overlap(piece, box.box) ? 1U : 0U;
      }
    }
  }
  return found;
}

TEST_CASE("events in order fit each sheet, boxes apart, lines beside them", "[render]") {
  const std::string page =
      GENERATE(as<std::string>{}, "a4-landscape", "a4-portrait", "16x9", "poster-a1", "auto");
  const std::size_t count = GENERATE(0, 1, 2, 9, 40, 150);
  CAPTURE(page, count);
  const OrderView view = chain(test::many_events(count, 5));
  const auto rendering = order_svg(view, {.page = page});
  REQUIRE(rendering);
  std::string found;
  for (const auto& finding : test::check_map(rendering->bytes, 0, 0)) found += finding + "\n";
  CHECK(found == "");
  const render::Page sheet = *render::find_page(page);
  std::string why;
  const auto root = test::read_svg(rendering->bytes, why);
  REQUIRE(root);
  CHECK(root->number("width") == Approx(sheet.width * sheet.scale));
  const std::size_t shown = test::all(*root, "g", "event").size();
  if (!sheet.whole) {
    CHECK(shown == count);
  } else {
    CHECK(root->number("height") ==
          Approx(sheet.height * sheet.scale * static_cast<double>(rendering->sheets)));
    CHECK(shown >= std::min<std::size_t>(count, 6));
  }
  const render::OrderLayout layout = render::lay_out_order(view, sheet.inner_width());
  CHECK(layout.width <= sheet.inner_width() + 0.01);
  CHECK(lines_over_boxes(layout) == 0);
}

TEST_CASE("between events that nothing joins no order is suggested", "[render]") {
  OrderView view{.events = test::many_events(5, 2)};
  view.steps = {{0, 1, "dates"}, {2, 3, "dates"}};
  const render::OrderLayout layout = render::lay_out_order(view, 1043);
  CHECK(layout.boxes[0].box.bottom < layout.boxes[2].box.top);
  CHECK(layout.boxes[0].box.left == Approx(layout.boxes[2].box.left));
  CHECK(layout.loose);
  CHECK(layout.boxes[4].box.top > layout.loose_top);
  CHECK(layout.boxes[0].box.right < layout.boxes[1].box.left);
}

TEST_CASE("hostile events in order are inert, the same bytes each time", "[render]") {
  const OrderView view = chain(test::hostile_timeline());
  const auto rendering = order_svg(view, {});
  REQUIRE(rendering);
  std::string found;
  for (const auto& finding : test::check_map(rendering->bytes, 0, 0)) found += finding + "\n";
  CHECK(found == "");
  CHECK(rendering->bytes == order_svg(view, {})->bytes);
  const auto dot = order_dot(view, {});
  REQUIRE(dot);
  CHECK(dot->bytes.find("->") != std::string::npos);
}

}  // namespace
}  // namespace frise
