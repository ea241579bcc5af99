#include "frise/core/date.hpp"

#include <catch2/catch.hpp>
#include <ostream>
#include <string>

using namespace frise;

namespace {

struct Row {
  std::string value, days;
  Precision precision;
};

/// "2025-02-01..2025-02-28"; an open side is empty, no date is "none".
std::string days_of(const std::optional<PartialDate>& date) {
  if (!date) return "none";
  const auto side = [](const std::optional<Day>& day) {
    return day ? to_iso(*day) : std::string{};
  };
  return side(date->bounds.earliest) + ".." + side(date->bounds.latest);
}

}  // namespace

TEST_CASE("a calendar value covers its days", "[core]") {
  const auto row = GENERATE(values<Row>({
      {"2025-04-25", "2025-04-25..2025-04-25", Precision::day},
      {"2025-04-25T09:30", "2025-04-25..2025-04-25", Precision::day},
      {"2024-02", "2024-02-01..2024-02-29", Precision::month},
      {"1900-02", "1900-02-01..1900-02-28", Precision::month},
      {"2025", "2025-01-01..2025-12-31", Precision::year},
      {"2023-Q3", "2023-07-01..2023-09-30", Precision::quarter},
      {"2023-35", "2023-07-01..2023-09-30", Precision::quarter},
      {"2012-H1", "2012-01-01..2012-06-30", Precision::half},
      {"2012-41", "2012-07-01..2012-12-31", Precision::half},
      {"2023-SU", "2023-06-01..2023-08-31", Precision::season},
      {"2023-WI", "2023-12-01..2024-02-29", Precision::season},
      {"2025-W01", "2024-12-30..2025-01-05", Precision::week},
      {"2025-W16-WE", "2025-04-19..2025-04-20", Precision::week},
      {"2020-W53", "2020-12-28..2021-01-03", Precision::week},
      {"2025-W16-5", "2025-04-18..2025-04-18", Precision::day},
      {"201X", "2010-01-01..2019-12-31", Precision::decade},
      {"20XX", "2000-01-01..2099-12-31", Precision::century},
      {"2017/2019", "2017-01-01..2019-12-31", Precision::interval},
      {"../2025-04-25", "..2025-04-25", Precision::interval},
      {"2021/..", "2021-01-01..", Precision::interval},
      {"XXXX-02-01", "..", Precision::unknown},
  }));
  const auto date = parse_date(row.value);
  REQUIRE(date.has_value());
  CHECK(date->value == row.value);
  CHECK(days_of(date) == row.days);
  CHECK(date->precision == row.precision);
}

TEST_CASE("what is no date is refused, never put right", "[core]") {
  const auto value = GENERATE(values<std::string>({
      "",
      "2",
      "2025-02-30",
      "2023-02-29",
      "2025-13",
      "2025-00",
      "2025-4",
      "2025-04-00",
      "2025-04-25x",
      "2025-W54",
      "2021-W53",
      "2025-W16-8",
      "2025-Q5",
      "2025-H3",
      "PAST_REF",
      "P3M",
      "PXY",
      "2019/2017",
      "../..",
      "2017/2018/2019",
      "hier",
      "XXXX-13",
      "XXXX-02-32",
      "2025-04-2\xC3\xA9",
      "~",
      "2025~~",
  }));
  CAPTURE(value);
  CHECK_FALSE(parse_date(value).has_value());
}

TEST_CASE("marks say how sure a value is", "[core]") {
  CHECK(parse_date("2026-01~")->approximate);
  CHECK_FALSE(parse_date("2026-01~")->uncertain);
  CHECK(parse_date("2026-02?")->uncertain);
  CHECK(parse_date("2026%")->approximate);
  CHECK(parse_date("2026%")->uncertain);
  CHECK(parse_date("2017~/2019")->approximate);
}

TEST_CASE("days are written as they are read", "[core]") {
  for (const char* text : {"0000-01-01", "1582-10-10", "1970-01-01", "2024-02-29", "9999-12-31"}) {
    const auto day = parse_iso_day(text);
    REQUIRE(day.has_value());
    CHECK(to_iso(*day) == text);
  }
  CHECK_FALSE(parse_iso_day("2025-02-30").has_value());
  CHECK_FALSE(parse_iso_day("2025-W16-5").has_value());
  CHECK_FALSE(parse_iso_day("2025-04").has_value());
}
