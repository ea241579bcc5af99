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

namespace {

Covered days_of(std::string_view first, std::string_view last) {
  return {*parse_iso_day(first), *parse_iso_day(last)};
}

}  // namespace

TEST_CASE("a long empty stretch is cut out of the axis in whole months, a short one is not",
          "[render]") {
  const auto breaks =
      find_breaks({days_of("2010-03-05", "2010-03-05"), days_of("2018-06-10", "2018-06-10"),
                   days_of("2019-01-01", "2019-12-31")},
                  900);
  REQUIRE(breaks.size() == 1);
  CHECK(to_iso(breaks[0].first) == "2010-06-01");
  CHECK(to_iso(breaks[0].last) == "2018-02-28");
}

TEST_CASE("no day that a date covers is cut out", "[render]") {
  CHECK(find_breaks({days_of("2010-01-01", "2020-12-31"), days_of("2011-05-05", "2011-05-05"),
                     days_of("2019-05-05", "2019-05-05")},
                    900)
            .empty());
  CHECK(find_breaks({}, 900).empty());
}

TEST_CASE("both sides of a break keep one scale", "[render]") {
  const Day first = *parse_iso_day("2010-01-01");
  const Day last = *parse_iso_day("2020-12-31");
  const TimeScale scale{
      first, last, 100, 1000, {{*parse_iso_day("2012-01-01"), *parse_iso_day("2018-12-31")}}};
  const auto width = [&](std::string_view from, std::string_view to) {
    return scale.end(*parse_iso_day(to)) - scale.begin(*parse_iso_day(from));
  };
  CHECK(scale.begin(first) == Approx(100));
  CHECK(scale.end(last) == Approx(1000));
  CHECK(width("2011-01-01", "2011-12-31") == Approx(width("2019-01-01", "2019-12-31")));
  CHECK(scale.begin(*parse_iso_day("2019-01-01")) - scale.end(*parse_iso_day("2011-12-31")) ==
        Approx(TimeScale::break_width));
  CHECK(labels(make_ticks(scale, "en", 60, 11).units) == "2010 2011 2019 2020");
}

TEST_CASE("months are named in the reader's language", "[render]") {
  const Ticks ticks = make_ticks(scale_of("2025-01-01", "2025-03-31"), "fr", 200, 11);
  CHECK(labels(ticks.units) == "janv. févr. mars");
}

}  // namespace frise::render
