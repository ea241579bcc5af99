#include "render/map_series.hpp"
#include "frise/render/render.hpp"
#include "render/map_fit.hpp"
#include "render/page.hpp"
#include "render/sources.hpp"
#include "unit/render/figure_checks.hpp"
#include "unit/render/fixtures.hpp"
#include "unit/render/svg_reader.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

namespace frise {
namespace {

/// A view's relations dealt out over `count` years from 2010 on, the last ones without a year.
MapSeries dealt(RelationView whole, std::size_t count) {
  MapSeries series;
  series.whole = std::move(whole);
  series.periods.resize(count);
  for (std::size_t p = 0; p < count; ++p) {
    series.periods[p].number = 2010 + static_cast<int>(p);
    series.periods[p].name = std::to_string(2010 + p);
  }
  if (count > 2) series.periods.back() = {{}, "Année inconnue", {}};
  auto& relations = series.whole.relations;
  for (std::size_t r = 0; r < relations.size(); ++r) {
    series.periods[r % count].relations.push_back(relations[r]);
    if (r % 3 == 0 && count > 1) series.periods[(r + 1) % count].relations.push_back(relations[r]);
    relations[r].citations.clear();
  }
  std::erase_if(series.periods, [](const PeriodMap& period) { return period.relations.empty(); });
  return series;
}

struct Drawn {
  test::Element root;
  std::string findings;
  std::size_t sheets = 0;
};

Drawn drawn(const MapSeries& series, const RenderOptions& options) {
  const auto rendering = map_series_svg(series, options);
  REQUIRE(rendering);
  std::string why;
  auto root = test::read_svg(rendering->bytes, why);
  REQUIRE(root);
  Drawn out{.root = std::move(*root), .findings = {}, .sheets = rendering->sheets};
  const std::size_t nodes = test::all(out.root, "g", "node").size();
  const std::size_t relations = test::all(out.root, "g", "relation").size();
  for (const auto& finding : test::check_map(rendering->bytes, nodes, relations)) {
    out.findings += finding + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("small maps keep to their sheets and have no box over another", "[render]") {
  const std::string page = GENERATE(as<std::string>{}, "a4-landscape", "a4-portrait", "16x9",
                                    "poster-a1", "poster-a0", "auto");
  const std::size_t periods = GENERATE(1, 3, 8);
  const Theme theme = periods == 3 ? Theme::dark : Theme::light;
  CAPTURE(page, periods);
  const MapSeries series = dealt(test::chips_map(), periods);
  const Drawn figure = drawn(series, {.page = page, .theme = theme});
  CHECK(figure.findings == "");
  const render::Page sheet = *render::find_page(page);
  if (sheet.whole) {
    CHECK(figure.root.number("height") ==
          Approx(sheet.height * sheet.scale * static_cast<double>(figure.sheets)));
    CHECK(figure.root.number("width") == Approx(sheet.width * sheet.scale));
  }
  const auto panels = test::all(figure.root, "g", "period");
  CHECK(panels.size() >= std::min<std::size_t>(periods, 2));
  test::walk(figure.root, [](const test::Element& e) {
    if (e.name == "text") CHECK(e.number("font-size") >= 9.49);
  });
}

TEST_CASE("an actor stands at one place in all periods, faint where it has no relation",
          "[render]") {
  const Drawn figure = drawn(dealt(test::chips_map(), 4), {.page = "auto"});
  std::map<std::string, std::set<std::pair<long, long>>> places;
  std::size_t faint = 0;
  for (const auto* period : test::all(figure.root, "g", "period")) {
    const auto panel = test::all(*period, "rect", "panel");
    REQUIRE(panel.size() == 1);
    std::set<std::string> related;
    for (const auto* relation : test::all(*period, "g", "relation")) {
      const std::string what = relation->get("aria-label");
      related.insert(what.substr(0, what.find(" → ")));
      const auto to = what.find(" → ") + std::string{" → "}.size();
      related.insert(what.substr(to, what.find(',') - to));
    }
    for (const auto* node : test::all(*period, "g", "node")) {
      const auto box = test::all(*node, "rect", "node-box");
      REQUIRE(box.size() == 1);
      places[node->get("aria-label")].insert(
          {std::lround(box[0]->number("x") - panel[0]->number("x")),
           std::lround(box[0]->number("y") - panel[0]->number("y"))});
      const bool is_faint = box[0]->number("stroke-width") == 0.5;
      faint += is_faint ? 1U : 0U;
      CAPTURE(node->get("aria-label"));
      CHECK(is_faint == !related.contains(node->get("aria-label")));
    }
  }
  CHECK(faint > 0);
  for (const auto& [name, where] : places) {
    CAPTURE(name);
    CHECK(where.size() == 1);
  }
}

TEST_CASE("relations of two actors share a place unless a period has both", "[render]") {
  MapSeries series;
  series.whole.nodes = {{"a", "Alta", "", EntityType::company, 1, true},
                        {"b", "Beru", "", EntityType::company, 1, false}};
  const auto relation = [](std::uint32_t from, MarkStance stance) {
    MapRelation out;
    out.id = std::to_string(from) + std::to_string(static_cast<int>(stance));
    out.from = from;
    out.to = 1 - from;
    out.label = "agit";
    out.stance = stance;
    return out;
  };
  series.periods.resize(3);
  series.periods[0].relations = {relation(0, MarkStance::favourable)};
  series.periods[1].relations = {relation(0, MarkStance::unfavourable)};
  series.periods[2].relations = {relation(0, MarkStance::unfavourable),
                                 relation(1, MarkStance::neutral)};
  const render::LabelPlaces places = render::share_places(series);
  CHECK(places.view.relations.size() == 2);
  CHECK(places.place[1][0] == places.place[2][0]);
  CHECK(places.place[2][0] != places.place[2][1]);
}

TEST_CASE("many actors, many periods, and what is hostile give sound small maps", "[render]") {
  CHECK(drawn(dealt(test::star_map(60), 20), {}).findings == "");
  CHECK(drawn(dealt(test::hostile_map(), 3), {}).findings == "");
  CHECK(drawn(MapSeries{}, {}).findings == "");
}

TEST_CASE("without Graphviz, columns of our own hold the small maps", "[render]") {
  const MapSeries series = dealt(test::chips_map(), 4);
  const render::SeriesSheet sheet =
      render::fit_series(series, *render::find_page("a4-landscape"), {}, false);
  CHECK(sheet.frame.fallback);
  CHECK(sheet.series.whole.nodes.size() >= 2);
}

TEST_CASE("sources stand on the last sheet where its maps leave room", "[render]") {
  const std::string page = GENERATE(as<std::string>{}, "a4-landscape", "a4-portrait", "16x9");
  const std::size_t periods = GENERATE(2, 3, 5, 7, 9);
  CAPTURE(page, periods);
  const render::Page paper = *render::find_page(page);
  const render::SeriesSheet sheet =
      render::fit_series(dealt(test::chips_map(), periods), paper, render::palette(Theme::light));
  if (!sheet.sources) return;
  CHECK_FALSE(sheet.sources_follow);
  const double last = sheet.height * static_cast<double>(sheet.sheets - 1);
  CHECK(sheet.sources->top >= last + sheet.top);
  CHECK(sheet.sources->bottom <= last + sheet.foot_top);
  for (std::size_t p = 0; p < sheet.series.periods.size(); ++p) {
    CHECK_FALSE(overlap(*sheet.sources, sheet.panel(p, paper.margin)));
  }
  const double height = foot_height(render::series_sources(sheet.series), sheet.sources->width());
  CHECK(height <= sheet.sources->height());
}

TEST_CASE("five maps on sheets of four bring their sources with the fifth", "[render]") {
  MapSeries series = dealt(test::chips_map(), 5);
  const render::Page paper = *render::find_page("a4-landscape");
  const render::SeriesSheet sheet =
      render::fit_series(series, paper, render::palette(Theme::light));
  REQUIRE(sheet.sources);
  const Drawn figure = drawn(series, {});
  CHECK(figure.sheets == sheet.sheets);
  CHECK(test::all(figure.root, "g", "appendix").empty());
  CHECK(test::all(figure.root, "g", "note").size() ==
        render::source_section(sheet.series.whole.notes, "fr").entries.size());
}

TEST_CASE("periods that tell next to nothing are said to", "[render]") {
  MapSeries series = dealt(test::chips_map(), 3);
  CHECK(map_series_svg(series, {})->remarks.empty());
  MapSeries one = series;
  one.periods.resize(1);
  const std::string count = std::to_string(one.periods[0].relations.size());
  CHECK(
      map_series_svg(one, {.page = "auto"})->remarks ==
      std::vector<std::string>{"only one map is left: " + count + " relations drawn, all of 2010"});
  one.periods[0].number.reset();
  CHECK(map_series_svg(one, {.page = "auto"})->remarks ==
        std::vector<std::string>{"only one map is left: " + count +
                                 " relations drawn, none with a date that tells its year"});
  series.per = MapPeriod::quarter;
  series.periods[0].relations.resize(1);
  series.periods[1] = {7, "T4 2011", {series.periods[0].relations.front()}};
  series.periods.back().relations = dealt(test::chips_map(), 1).periods[0].relations;
  const auto told = map_series_svg(series, {.page = "auto"})->remarks;
  REQUIRE(told.size() == 1);
  CHECK(told[0].ends_with(
      " relations drawn stand on the last map: their dates are unknown, or tell no quarter"));
}

TEST_CASE("the same small maps are the same bytes", "[render]") {
  const MapSeries series = dealt(test::chips_map(), 5);
  CHECK(map_series_svg(series, {})->bytes == map_series_svg(series, {})->bytes);
}

}  // namespace frise
