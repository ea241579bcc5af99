#include "frise/view/view.hpp"
#include "unit/merge/sample.hpp"
#include "view/periods.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

const std::vector<std::string> alta_beru{"agent company:alta", "patient company:beru"};

MapSeries series_of(const std::vector<Said>& events, const ViewOptions& options) {
  auto series =
      make_map_series(EventGraph::build(merge_records({article("a", "2025", events)})), options);
  REQUIRE(series);
  return std::move(*series);
}

/// "2018: Alta > Beru, bride; 2021: ..."
std::string told(const MapSeries& series) {
  std::string out;
  for (const PeriodMap& period : series.periods) {
    out += (out.empty() ? "" : "; ") + period.name + ":";
    for (const MapRelation& relation : period.relations) {
      out += " " + series.whole.nodes[relation.from].name + " > " +
             series.whole.nodes[relation.to].name + ", " + relation.label;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a date stands in the periods that it surely touches", "[view]") {
  struct Row {
    std::string date;
    MapPeriod per;
    std::string periods;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"2018", MapPeriod::year, "2018"},
      {"2018-05-02", MapPeriod::year, "2018"},
      {"2018-05-02", MapPeriod::quarter, "8073"},
      {"2018-Q4", MapPeriod::quarter, "8075"},
      {"2017/2019", MapPeriod::year, "2017-2019"},
      {"2018-12/2019-01", MapPeriod::quarter, "8075-8076"},
      {"2018", MapPeriod::quarter, ""},  // in one of four
      {"201", MapPeriod::year, ""},
      {"2018~", MapPeriod::year, ""},
      {"2018-03~", MapPeriod::year, "2018"},
      {"2018-Q3~", MapPeriod::quarter, ""},
      {"2018?", MapPeriod::year, ""},
      {"../2018-05-02", MapPeriod::year, ""},
      {"2018/..", MapPeriod::year, ""},
      {"XXXX-02-01", MapPeriod::year, ""},
      {"", MapPeriod::year, ""},
  }));
  CAPTURE(row.date);
  const auto span = periods_of(dated(row.date), row.per);
  std::string seen;
  if (span) {
    seen = std::to_string(span->first);
    if (span->last != span->first) seen += "-" + std::to_string(span->last);
  }
  CHECK(seen == row.periods);
}

TEST_CASE("each period has its own relations, and empty ones are named", "[view]") {
  const std::vector<Said> events{{EventType::invest, "2017", "Alta mise sur Beru.", alta_beru},
                                 {EventType::restrict, "2021-03", "Alta bride Beru.", alta_beru},
                                 {EventType::fine,
                                  "2021-06-01",
                                  "Uno sanctionne Alta.",
                                  {"agent organization:uno", "patient company:alta"}},
                                 {EventType::partner, "", "Alta et Beru s'allient.", alta_beru}};
  const MapSeries years = series_of(events, {.per = MapPeriod::year});
  CHECK(told(years) ==
        "2017: Alta > Beru, mise; 2021: Alta > Beru, bride Uno > Alta, sanctionne; "
        "Année inconnue ou approximative: Alta > Beru, s’allie à");
  CHECK(years.without_relation == "2018–2020");
  CHECK(years.whole.subtitle ==
        "3 acteurs, 3 relations d’après un article\u202F; une carte par année");
  CHECK_FALSE(years.periods.back().number);
  const MapSeries quarters = series_of(events, {.locale = "en", .per = MapPeriod::quarter});
  CHECK(
      told(quarters).starts_with("Q1 2021: Alta > Beru, restricts; Q2 2021: Uno > Alta, fines; "
                                 "Quarter unknown or approximate: "));
  CHECK(quarters.without_relation.empty());
}

TEST_CASE("what lasted stands in each of its years, within the bounds asked for", "[view]") {
  const std::vector<Said> events{{EventType::supply, "2016/2019", "Alta fournit Beru.", alta_beru}};
  CHECK(told(series_of(events, {.since = "2018", .per = MapPeriod::year})) ==
        "2018: Alta > Beru, fournit · 2016–2019; 2019: Alta > Beru, fournit · 2016–2019");
}

TEST_CASE("a cut series keeps its positions, numbers and counts right", "[view]") {
  std::vector<Said> events;
  for (int i = 0; i < 6; ++i) {
    for (int turn = 0; turn <= 6 - i; ++turn) {
      events.push_back({EventType::supply,
                        std::to_string(2010 + i) + "-0" + std::to_string(1 + turn),
                        "Alta livre " + std::to_string(10 * i + turn),
                        {"agent company:alta", "patient company:c" + std::to_string(i)}});
    }
  }
  const MapSeries series = series_of(events, {.per = MapPeriod::year});
  REQUIRE(series.periods.size() == 6);
  const MapSeries cut = cut_map_series(series, 3);
  CHECK(cut.whole.nodes.size() == 3);
  CHECK(cut.whole.hidden_nodes == 4);
  CHECK(cut.periods.size() == 2);
  CHECK(cut.periods[1].name == "2011");
  CHECK(cut.whole.nodes[cut.periods[1].relations.front().to].name == "C1");
  CHECK(cut.periods[0].relations.front().citations.front().note == 1);
  CHECK(cut.whole.notes.size() == 1);
}

TEST_CASE("more periods than can be drawn are refused with a way out", "[view]") {
  std::vector<Said> events;
  for (int year = 1900; year < 1980; ++year) {
    events.push_back({EventType::supply, std::to_string(year), "Alta livre.", alta_beru});
  }
  const EventGraph graph = EventGraph::build(merge_records({article("a", "2025", events)}));
  const auto refused = make_map_series(graph, {.per = MapPeriod::year});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.starts_with("80 periods with relations: no more than 60"));
  CHECK(make_map_series(graph, {.since = "1950", .per = MapPeriod::year}));
  // A span of nine thousand years is not walked through.
  const EventGraph ages = EventGraph::build(merge_records(
      {article("a", "2025", {{EventType::supply, "0001/9999", "Alta livre.", alta_beru}})}));
  CHECK_FALSE(make_map_series(ages, {.per = MapPeriod::quarter}));
}
