#include "frise/temporal/time_expression.hpp"

#include <catch2/catch.hpp>

using namespace frise;

namespace {

struct Row {
  TimexType type;
  std::string value;
  TimexMod mod;
  std::string edtf, days;
};

std::string days_of(const DayBounds& bounds) {
  const auto side = [](const std::optional<Day>& day) {
    return day ? to_iso(*day) : std::string{};
  };
  return side(bounds.earliest) + ".." + side(bounds.latest);
}

}  // namespace

TEST_CASE("what TIMEX3 can say of a date, EDTF says with the same days", "[temporal]") {
  using enum TimexType;
  using enum TimexMod;
  const auto row = GENERATE(values<Row>({
      {date, "2024-03-12", none, "2024-03-12", "2024-03-12..2024-03-12"},
      {TimexType::time, "2024-03-12T09:30", none, "2024-03-12", "2024-03-12..2024-03-12"},
      {TimexType::time, "2024-03-12TMO", approx, "2024-03-12~", "2024-03-12..2024-03-12"},
      {TimexType::time, "2024-03-12TEV", before, "../2024-03-12", "..2024-03-12"},
      {date, "2024-03", none, "2024-03", "2024-03-01..2024-03-31"},
      {date, "2024-03", TimexMod::end, "2024-03", "2024-03-01..2024-03-31"},
      {date, "2024-03", start, "2024-03", "2024-03-01..2024-03-31"},
      {date, "2024", mid, "2024", "2024-01-01..2024-12-31"},
      {date, "2024", approx, "2024~", "2024-01-01..2024-12-31"},
      {date, "2024", before, "../2024", "..2024-12-31"},
      {date, "2024", after, "2024/..", "2024-01-01.."},
      {date, "2026-W05", none, "2026-01-26/2026-02-01", "2026-01-26..2026-02-01"},
      {date, "2026-W05", approx, "2026-01-26~/2026-02-01~", "2026-01-26..2026-02-01"},
      {date, "2026-W05", before, "../2026-02-01", "..2026-02-01"},
      {date, "2026-W05", after, "2026-01-26/..", "2026-01-26.."},
      {date, "2026-W05-WE", none, "2026-01-31/2026-02-01", "2026-01-31..2026-02-01"},
      {date, "2023-Q3", none, "2023-35", "2023-07-01..2023-09-30"},
      {date, "2023-Q3", approx, "2023-35~", "2023-07-01..2023-09-30"},
      {date, "2012-H2", none, "2012-41", "2012-07-01..2012-12-31"},
      {date, "2023-SP", none, "2023-21", "2023-03-01..2023-05-31"},
      {date, "2023-SU", before, "../2023-22", "..2023-08-31"},
      {date, "2023-FA", none, "2023-23", "2023-09-01..2023-11-30"},
      {date, "2023-WI", after, "2023-24/..", "2023-12-01.."},
      {date, "196", none, "196X", "1960-01-01..1969-12-31"},
      {date, "196", approx, "196X~", "1960-01-01..1969-12-31"},
      {date, "18", none, "18XX", "1800-01-01..1899-12-31"},
      {date, "18", after, "18XX/..", "1800-01-01.."},
      {date, "2017/2019", none, "2017/2019", "2017-01-01..2019-12-31"},
      {date, "2017/2019", approx, "2017/2019", "2017-01-01..2019-12-31"},
      {date, "XXXX-02-01", none, "XXXX-02-01", ".."},
      {date, "XXXX-12", before, "XXXX-12", ".."},
  }));
  CAPTURE(row.value);
  const auto edtf = edtf_of(row.type, row.value, row.mod);
  REQUIRE(edtf.has_value());
  CHECK(edtf->value == row.edtf);
  CHECK(days_of(edtf->bounds) == row.days);
  CHECK(parse_date(edtf->value) == edtf);
}

TEST_CASE("what places nothing has no EDTF", "[temporal]") {
  for (const char* value :
       {"PAST_REF", "PRESENT_REF", "FUTURE_REF", "XXXX-WXX-2", "XXXX-WXX-WE", "XXXX-SU",
        "XXXX-XX-19", "XXXX-XX-XX", "XXXX-XX-XXT09:00", "2", "0000", "10000"}) {
    CAPTURE(value);
    CHECK_FALSE(edtf_of(TimexType::date, value, TimexMod::none).has_value());
  }
  CHECK_FALSE(edtf_of(TimexType::duration, "P3M", TimexMod::more_than).has_value());
  CHECK_FALSE(edtf_of(TimexType::set, "XXXX-12", TimexMod::none).has_value());
}
