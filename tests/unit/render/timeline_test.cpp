#include "frise/render/render.hpp"
#include "unit/render/figure_checks.hpp"
#include "unit/render/fixtures.hpp"
#include "unit/render/svg_reader.hpp"

#include <catch2/catch.hpp>
#include <clocale>
#include <cstdlib>
#include <ctime>

namespace frise {
namespace {

std::string draw(const TimelineView& view, const RenderOptions& options = {}) {
  const auto rendering = timeline_svg(view, options);
  REQUIRE(rendering);
  return rendering->bytes;
}

std::string findings_of(const TimelineView& view) {
  std::string text;
  for (const std::string& finding : test::check_timeline(draw(view), view)) text += finding + "\n";
  return text;
}

}  // namespace

TEST_CASE("a timeline of any size has no overlap, true x and every event", "[render]") {
  const auto [count, lanes] = GENERATE(table<std::size_t, std::size_t>(
      {{0, 0}, {0, 3}, {1, 1}, {5, 2}, {12, 4}, {50, 5}, {50, 1}, {120, 8}, {500, 8}}));
  CAPTURE(count, lanes);
  CHECK(findings_of(test::many_events(count, lanes == 0 ? 1 : lanes)) == "");
}

TEST_CASE("events of the same days are stacked, labelled or listed, never lost", "[render]") {
  const std::size_t count = GENERATE(2, 3, 6, 12, 25, 60, 200);
  CAPTURE(count);
  CHECK(findings_of(test::burst(count)) == "");
}

TEST_CASE("a timeline of a subject passes the same checks", "[render]") {
  CHECK(findings_of(test::chips_timeline()) == "");
  CHECK(findings_of(test::date_shapes()) == "");
  CHECK(findings_of(test::undated_only()) == "");
  CHECK(findings_of(TimelineView{}) == "");
}

TEST_CASE("hostile labels give a sound and inert timeline", "[render]") {
  const TimelineView view = test::hostile_timeline();
  CHECK(findings_of(view) == "");
  const std::string svg = draw(view);
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("<image") == std::string::npos);
  CHECK(svg.find("\u202E") == std::string::npos);
}

TEST_CASE("far years and a single day are axes too", "[render]") {
  const std::string date = GENERATE("0001-01-01", "9999-12-31", "2020-02-29", "19XX", "200X",
                                    "../1950", "2021/..", "2020-W53");
  TimelineView view = test::many_events(3, 1);
  view.items[0].date = parse_date(date);
  CAPTURE(date);
  REQUIRE(view.items[0].date);
  CHECK(findings_of(view) == "");
  view.items.resize(1);
  CHECK(findings_of(view) == "");
}

TEST_CASE("a span is drawn from its first to its last day with a dashed outline", "[render]") {
  TimelineView view = test::many_events(1, 1);
  view.items[0].date = parse_date("2018");
  std::string why;
  const auto root = test::read_svg(draw(view), why);
  REQUIRE(root);
  const auto events = test::all(*root, "g", "events");
  REQUIRE(events.size() == 1);
  const auto spans = test::all(*events[0], "rect", "span");
  REQUIRE(spans.size() == 1);
  CHECK(spans[0]->get("stroke-dasharray") == "3 2");
}

TEST_CASE("the same view is the same bytes, in any locale and time zone", "[render]") {
  const TimelineView view = test::chips_timeline();
  const std::string svg = draw(view);
  CHECK(draw(view) == svg);
  const std::string before = std::setlocale(LC_ALL, nullptr);
  for (const char* locale : {"fr_FR.UTF-8", "C.UTF-8", "C"}) {
    if (std::setlocale(LC_ALL, locale) == nullptr) continue;
    CHECK(draw(view) == svg);
  }
  std::setlocale(LC_ALL, before.c_str());
  setenv("TZ", "Pacific/Kiritimati", 1);
  tzset();
  CHECK(draw(view) == svg);
  unsetenv("TZ");
  tzset();
}

TEST_CASE("only the marks used are in the legend", "[render]") {
  TimelineView view = test::many_events(1, 1);
  view.items[0].date = parse_date("2018-03-04");
  view.items[0].stance = MarkStance::favourable;
  const std::string svg = draw(view);
  CHECK(svg.find(">favourable<") != std::string::npos);
  CHECK(svg.find(">unfavourable<") == std::string::npos);
  CHECK(svg.find(">lasted<") == std::string::npos);
}

TEST_CASE("the last line counts events and names version and input", "[render]") {
  const std::string svg = draw(test::chips_timeline());
  CHECK(svg.find("13 affichés / 31 événements extraits / 18 masqués · frise ") !=
        std::string::npos);
  CHECK(svg.find("entrée 9f2c41d07be8") != std::string::npos);
}

TEST_CASE("a sheet is grown for what it must hold and cut to what it holds", "[render]") {
  std::string why;
  const auto height = [&why](const TimelineView& view) {
    return test::read_svg(draw(view), why)->number("height");
  };
  CHECK(height(test::many_events(1, 1)) < 500);
  CHECK(height(test::many_events(120, 8)) > 794);
}

TEST_CASE("both themes hold the same marks", "[render]") {
  const std::string light = draw(test::chips_timeline());
  const std::string dark = draw(test::chips_timeline(), {.theme = Theme::dark});
  CHECK(light.size() == dark.size());
  CHECK(dark.find("#14181D") != std::string::npos);
}

TEST_CASE("a page that is not known is refused by name", "[render]") {
  const auto rendering = timeline_svg(test::chips_timeline(), {.page = "a3"});
  REQUIRE_FALSE(rendering);
  CHECK(rendering.error().message == "unknown page 'a3': a4-landscape or auto");
}

TEST_CASE("fifty events take less than 150 kB", "[render]") {
  CHECK(draw(test::many_events(50, 5)).size() < 150000);
}

TEST_CASE("undated events fill rows under the plot, each in its own box", "[render]") {
  TimelineView view = test::many_events(12, 2);
  for (std::size_t i = 6; i < view.items.size(); ++i) {
    view.items[i].date.reset();
    view.items[i].targets.clear();
  }
  CHECK(findings_of(view) == "");
  const std::string svg = draw(view);
  std::size_t events = 0;
  for (auto at = svg.find("class=\"event\""); at != std::string::npos;
       at = svg.find("class=\"event\"", at + 1)) {
    ++events;
  }
  CHECK(events == 12);
}

}  // namespace frise
