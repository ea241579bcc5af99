#include "render/time_axis.hpp"

#include <catch2/catch.hpp>

namespace frise::render {
namespace {

TimeScale scale_of(std::string_view first, std::string_view last) {
  return {*parse_iso_day(first), *parse_iso_day(last), 100, 1000};
}

std::string labels(const std::vector<Tick>& ticks) {
  std::string out;
  for (const Tick& tick : ticks) {
    if (!tick.label.empty()) out += (out.empty() ? "" : " ") + tick.label;
  }
  return out;
}

}  // namespace

TEST_CASE("the scale is linear in days", "[render]") {
  const TimeScale scale = scale_of("2020-01-01", "2020-12-31");
  CHECK(scale.begin(*parse_iso_day("2020-01-01")) == 100);
  CHECK(scale.end(*parse_iso_day("2020-12-31")) == Approx(1000));
  CHECK(scale.begin(*parse_iso_day("2020-07-01")) == Approx(100 + 900.0 * 182 / 366));
}

TEST_CASE("ticks suit the length of the axis", "[render]") {
  struct Row {
    std::string first;
    std::string last;
    std::string units;
    std::string parents;
  };
  const Row row = GENERATE(values<Row>({
      {"2017-01-01", "2026-06-30", "2017 2018 2019 2020 2021 2022 2023 2024 2025 2026", ""},
      {"1950-01-01", "2024-12-31", "1950 1960 1970 1980 1990 2000 2010 2020", ""},
      {"2023-01-01", "2025-12-31", "Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4", "2023 2024 2025"},
      {"2025-01-01", "2025-06-30", "Jan Feb Mar Apr May Jun", "2025"},
      {"2026-02-02", "2026-02-09", "2 3 4 5 6 7 8 9", "Feb 2026"},
      {"0001-01-01", "9999-12-31", "1000 2000 3000 4000 5000 6000 7000 8000 9000", ""},
  }));
  const Ticks ticks = make_ticks(scale_of(row.first, row.last), "en", 60, 11);
  CHECK(labels(ticks.units) == row.units);
  CHECK(labels(ticks.parents) == row.parents);
}

TEST_CASE("a year's line stands on 1 January", "[render]") {
  const TimeScale scale = scale_of("2017-06-01", "2024-06-01");
  const Ticks ticks = make_ticks(scale, "fr", 60, 11);
  REQUIRE(ticks.units.size() > 2);
  CHECK(ticks.units[1].x == Approx(scale.begin(*parse_iso_day("2018-01-01"))));
}

TEST_CASE("months are named in the reader's language", "[render]") {
  const Ticks ticks = make_ticks(scale_of("2025-01-01", "2025-03-31"), "fr", 200, 11);
  CHECK(labels(ticks.units) == "janv. févr. mars");
}

}  // namespace frise::render
