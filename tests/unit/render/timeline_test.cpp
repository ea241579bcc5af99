#include "frise/render/render.hpp"
#include "unit/render/figure_checks.hpp"
#include "unit/render/fixtures.hpp"
#include "unit/render/svg_reader.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <utility>
#include <vector>

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
  CHECK(svg.find("13 affichés / 31 événements extraits / 18 masqués · ") != std::string::npos);
  CHECK(svg.find("· frise ") != std::string::npos);
  CHECK(svg.find("entrée 9f2c41d07be8") != std::string::npos);
}

TEST_CASE("a sheet has its page's size, and what it cannot hold is on sheets after it",
          "[render]") {
  const auto [page, width, height] =
      GENERATE(table<std::string, double, double>({{"a4-landscape", 1123, 794},
                                                   {"a4-portrait", 794, 1123},
                                                   {"16x9", 1280, 720},
                                                   {"poster-a1", 3179, 2245},
                                                   {"poster-a0", 4494, 3179}}));
  const std::size_t count = GENERATE(1, 50, 120);
  CAPTURE(page, count);
  const auto drawn = timeline_svg(test::many_events(count, 8), {.page = page});
  REQUIRE(drawn);
  std::string why;
  const auto root = test::read_svg(drawn->bytes, why);
  REQUIRE(root);
  CHECK(root->number("width") == Approx(width));
  CHECK(root->number("height") == Approx(height * static_cast<double>(drawn->sheets)));
}

TEST_CASE("on a portrait sheet time runs down and labels keep the order of their marks",
          "[render]") {
  const TimelineView view = test::many_events(14, 4);
  const std::string svg = draw(view, {.page = "a4-portrait"});
  CHECK(svg.find("data-time=\"down\"") != std::string::npos);
  std::string why;
  const auto root = test::read_svg(svg, why);
  REQUIRE(root);
  std::vector<std::pair<double, double>> places;  // of the mark, of its label
  for (const test::Element* event : test::all(*root, "g", "event")) {
    for (const test::Element* label : test::all(*event, "rect", "label-box")) {
      places.emplace_back(event->number("data-y"), label->number("y"));
    }
  }
  REQUIRE(places.size() == 14);
  std::sort(places.begin(), places.end());
  for (std::size_t i = 1; i < places.size(); ++i) CHECK(places[i].second > places[i - 1].second);
}

TEST_CASE("lanes that leave no room for labels run across a portrait sheet", "[render]") {
  const TimelineView view = test::many_events(60, 40);
  const auto drawn = timeline_svg(view, {.page = "a4-portrait"});
  REQUIRE(drawn);
  CHECK(drawn->bytes.find("data-time=\"down\"") == std::string::npos);
  CHECK(test::check_timeline(drawn->bytes, view).empty());
}

TEST_CASE("the sheet of a story has most of its labels where they belong", "[render]") {
  const std::string svg = draw(test::chips_timeline());
  std::string why;
  const auto root = test::read_svg(svg, why);
  REQUIRE(root);
  CHECK(test::all(*root, "g", "label").size() * 2 > test::chips_timeline().items.size());
}

TEST_CASE("events of nearly one day are joined by a bracket that ends at their marks", "[render]") {
  TimelineView view = test::many_events(2, 3);
  view.items[0].lane = 0;
  view.items[1].lane = GENERATE(0U, 2U);
  for (TimelineItem& item : view.items) {
    item.targets.clear();
    item.stance = MarkStance::neutral;
    item.date = parse_date("2024-03-0" + std::to_string(&item - view.items.data() + 1));
  }
  view.links = {{1, 0, LinkKind::denies}};
  const std::string svg = draw(view);
  std::string why;
  const auto root = test::read_svg(svg, why);
  REQUIRE(root);
  std::vector<std::pair<double, double>> glyphs;
  for (const auto* event : test::all(*root, "g", "event")) {
    const auto found = test::all(*event, "circle", "glyph");
    REQUIRE(found.size() == 1);
    glyphs.emplace_back(found[0]->number("cx"), found[0]->number("cy"));
  }
  REQUIRE(glyphs.size() == 2);
  const auto links = test::all(*root, "path", "link");
  REQUIRE(links.size() == 1);
  const auto ends = test::numbers_in(links[0]->get("d"));
  CHECK(std::abs(ends[0] - glyphs[1].first) < 16);
  CHECK(std::abs(ends[1] - glyphs[1].second) < 9);
  CHECK(std::abs(ends[ends.size() - 2] - glyphs[0].first) < 16);
  CHECK(std::abs(ends[ends.size() - 1] - glyphs[0].second) < 9);
  CHECK(svg.find("denies (at the bar)") != std::string::npos);
}

TEST_CASE("the label of a heavy event takes the place of a lighter one's", "[render]") {
  TimelineView view = test::many_events(40, 2);
  for (TimelineItem& item : view.items) item.weight = 1;
  view.items[17].weight = 9;
  view.items[17].label = "Eureka";
  const std::string svg = draw(view);
  const auto label = svg.find("class=\"label\"");
  REQUIRE(label != std::string::npos);
  const auto key = svg.find("class=\"foot\"");
  const std::string plot = svg.substr(label, key - label);
  CHECK(plot.find("Eureka") != std::string::npos);
}

TEST_CASE("no label ends within its date", "[render]") {
  TimelineView view = test::many_events(40, 2);
  for (TimelineItem& item : view.items) item.date_label = "16 nov. 2018 (année déduite)";
  const std::string page = GENERATE("a4-landscape", "16x9", "auto");
  CAPTURE(page);
  const std::string svg = draw(view, {.page = page});
  CHECK(svg.find("16 nov. 2018") != std::string::npos);
  CHECK(svg.find("année…") == std::string::npos);
  CHECK(svg.find("(année déduit…") == std::string::npos);
}

TEST_CASE("the lane of the rest names who is on it", "[render]") {
  TimelineView view = test::many_events(6, 3);
  view.lanes[2] = {"other", "Others (2)", EntityType::organization, "Ada Noor, Béru"};
  CHECK(draw(view).find("Ada Noor, Béru") != std::string::npos);
}

TEST_CASE("what became of an event has a sign, and the legend tells it", "[render]") {
  TimelineView view = test::many_events(5, 2);
  view.locale = "en";
  const auto changed = [&](ItemChange change) {
    view.items[1].change = change;
    view.items[1].was = change == ItemChange::moved ? parse_date("2018-05-05") : std::nullopt;
    return draw(view);
  };
  const auto holds = [](const std::string& svg, const char* words) {
    return svg.find(words) != std::string::npos;
  };
  CHECK_FALSE(holds(changed(ItemChange::none), ">Changes<"));
  CHECK(holds(changed(ItemChange::added), ">added<"));
  CHECK(holds(changed(ItemChange::removed), ">removed<"));
  CHECK(holds(changed(ItemChange::rejudged), ">judged otherwise<"));
  CHECK(holds(changed(ItemChange::moved), ">moved<"));
}

TEST_CASE("a page of no fixed height ends with its content", "[render]") {
  const auto height = [](std::size_t count) {
    std::string why;
    return test::read_svg(draw(test::many_events(count, 3), {.page = "auto"}), why)
        ->number("height");
  };
  CHECK(height(1) < 400);
  CHECK(height(60) > height(1));
}

TEST_CASE("what a selection hid is told with its reasons", "[render]") {
  TimelineView view = test::chips_timeline();
  view.reasons = {{"hors de la sélection", 15}, {"moins de 2 sources", 3}};
  CHECK(draw(view).find("18 masqués (15 hors de la sélection, 3 moins de 2 sources)") !=
        std::string::npos);
  const auto rendering = timeline_svg(view, {});
  REQUIRE(rendering);
  REQUIRE_FALSE(rendering->details.empty());
  CHECK(rendering->details[0] == "18 events hidden: 15 hors de la sélection, 3 moins de 2 sources");
}

TEST_CASE("a figure damaged on purpose is found out", "[render]") {
  const TimelineView view = test::chips_timeline();
  const std::string svg = draw(view, {.page = "auto"});
  const auto damaged = [&](const std::string& from, const std::string& to) {
    std::string broken = svg;
    const auto at = broken.find(from);
    REQUIRE(at != std::string::npos);
    broken.replace(at, from.size(), to);
    return !test::check_timeline(broken, view).empty();
  };
  CHECK_FALSE(damaged("<svg ", "<svg "));
  CHECK(damaged("data-x=\"", "data-x=\"9"));
  CHECK(damaged("id=\"note-2\"", "id=\"note-200\""));
  CHECK(damaged("class=\"label-box\" ",
                "class=\"label-box\" data-old=\"1\" "
                "transform=\"\" width=\"900\" "));
  CHECK(damaged("fill=\"#4A525C\"", "fill=\"#D5DAE0\""));
  CHECK(damaged("id=\"ev-", "id=\"no-"));
  CHECK(damaged("</g>", "</h>"));
  std::string crossed = svg;
  crossed.insert(svg.find("<g class=\"events\""),
                 "<path class=\"leader\" d=\"M50 100 L1100 300\"/><path class=\"leader\" "
                 "d=\"M50 300 L1100 100\"/>");
  CHECK_FALSE(test::check_timeline(crossed, view).empty());
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
  CHECK(rendering.error().message ==
        "unknown page 'a3': one of a4-landscape, a4-portrait, 16x9, poster-a1, poster-a0, auto");
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
