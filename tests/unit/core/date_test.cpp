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
      {"XXXX-02-29", "..", Precision::unknown},
      {"2021-XX", "2021-01-01..2021-12-31", Precision::year},
      {"2021-XX-XX", "2021-01-01..2021-12-31", Precision::year},
      {"2021-05-XX", "2021-05-01..2021-05-31", Precision::month},
      {"2021-24", "2021-12-01..2022-02-28", Precision::season},
      {"2004-06~/2004-08", "2004-06-01..2004-08-31", Precision::interval},
      {"2025-04-25TEV", "2025-04-25..2025-04-25", Precision::day},
      {"2025-04-25T09:30:15.25+02:00", "2025-04-25..2025-04-25", Precision::day},
      {"2025-04-25T24:00", "2025-04-25..2025-04-25", Precision::day},
      {"0001", "0001-01-01..0001-12-31", Precision::year},
      {"000X", "0001-01-01..0009-12-31", Precision::decade},
      {"00", "0001-01-01..0099-12-31", Precision::century},
      {"9999-W52", "9999-12-27..9999-12-31", Precision::week},
      {"9999-WI", "9999-12-01..9999-12-31", Precision::season},
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
      "XXXX-02-30",
      "XXXX-XX-XX",
      "XXXX",
      "2021-XX-15",
      "0000",
      "0000-05",
      "-0044",
      "99999",
      "Y12345",
      "2025-37",
      "2025/2021",
      "2025-04-26/2025-04-25",
      "XXXX-02-01/2025",
      "/",
      "2025-04-25T",
      "2025-04-25T25:00",
      "2025-04-25T09:61",
      "2025-04-25T09:30x",
      "2025-04-25 09:30",
      "9999-W52-WE",
      "\xD9\xA2\xD9\xA0\xD9\xA2\xD9\xA5",                  // Arabic-Indic 2025
      "\xEF\xBC\x92\xEF\xBC\x90\xEF\xBC\x92\xEF\xBC\x95",  // full-width 2025
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

TEST_CASE("a side that is left out is open", "[core]") {
  CHECK(parse_date("2017/") == parse_date("2017/.."));
  CHECK(parse_date("/2017") == parse_date("../2017"));
}

TEST_CASE("a refusal says what was seen and what would do", "[core]") {
  struct Refused {
    std::string value, why;
  };
  const auto row = GENERATE(values<Refused>({
      {"hier", ""},
      {"2025-02-30", ": there is no such day"},
      {"XXXX-02-30", ": there is no such day"},
      {"2025-13", ": there is no such month"},
      {"2025-W54", ": there is no such week"},
      {"0000", ": years are 0001 to 9999"},
      {"99999", ": years are 0001 to 9999"},
      {"Y12345", ": years are 0001 to 9999"},
      {"-0044", ": years are 0001 to 9999"},
      {"2025/2021", ": the range runs backwards"},
      {"2021/2025-02-30", ": there is no such day"},
      {"2025-02-30/2026", ": there is no such day"},
      {"XXXX-02-01", ": its year is not told"},
      {"\xD9\xA2\xD9\xA0\xD9\xA2\xD9\xA5", ": its digits must be 0 to 9"},
      {"\xDB\xB2\xDB\xB0\xDB\xB2\xDB\xB5", ": its digits must be 0 to 9"},
      {"\xEF\xBC\x92\xEF\xBC\x90\xEF\xBC\x92\xEF\xBC\x95", ": its digits must be 0 to 9"},
  }));
  CHECK(why_no_date(row.value) ==
        '"' + row.value + "\" is no date" + row.why + "; write 2025, 2025-04 or 2025-04-25");
}

TEST_CASE("EDTF says the same days", "[core]") {
  struct Spelt {
    std::string value, edtf;
  };
  const auto row = GENERATE(values<Spelt>({
      {"2025-04-25", "2025-04-25"},
      {"2025-04-25T09:30", "2025-04-25"},
      {"2025-04-25TMO", "2025-04-25"},
      {"2025-W16", "2025-04-14/2025-04-20"},
      {"2025-W16~", "2025-04-14~/2025-04-20~"},
      {"2025-W16-WE", "2025-04-19/2025-04-20"},
      {"2025-W16-5", "2025-04-18"},
      {"2024-02", "2024-02"},
      {"2026-01~", "2026-01~"},
      {"2023-Q3", "2023-35"},
      {"2023-Q3?", "2023-35?"},
      {"2012-H1", "2012-40"},
      {"2023-WI", "2023-24"},
      {"2023-22", "2023-22"},
      {"2018", "2018"},
      {"201", "201X"},
      {"19~", "19XX~"},
      {"2017/2019", "2017/2019"},
      {"../2023-Q3", "../2023-35"},
      {"2025-W16/2025-W17", "2025-04-14/2025-04-27"},
      {"2021-XX", "2021-XX"},
      {"XXXX-12", "XXXX-12"},
  }));
  const auto date = parse_date(row.value);
  REQUIRE(date.has_value());
  const PartialDate edtf = to_edtf(*date);
  CHECK(edtf.value == row.edtf);
  CHECK(parse_date(edtf.value) == edtf);
  CHECK(edtf.bounds == date->bounds);
}

TEST_CASE("every day of four centuries reads as it is written, in order", "[core]") {
  const Day begin = *parse_iso_day("1799-12-25");
  std::string before;
  for (Day day = begin; day < begin + std::chrono::days{146097}; day += std::chrono::days{13}) {
    const std::string text = to_iso(day);
    const auto date = parse_date(text);
    REQUIRE(date.has_value());
    CHECK(date->bounds == DayBounds{day, day});
    CHECK(before < text);
    before = text;
    // The month, year, decade and century of a day hold it; so does what begins or ends with it.
    for (const std::string& value :
         {text.substr(0, 7), text.substr(0, 4), text.substr(0, 3), text.substr(0, 2), text + "/..",
          "../" + text, text.substr(0, 7) + "/" + text, text + "/" + text.substr(0, 4),
          text + "~"}) {
      const auto around = parse_date(value);
      REQUIRE(around.has_value());
      CHECK((!around->bounds.earliest || *around->bounds.earliest <= day));
      CHECK((!around->bounds.latest || *around->bounds.latest >= day));
      CHECK(parse_date(around->value) == around);
    }
  }
}

TEST_CASE("days are written as they are read", "[core]") {
  for (const char* text : {"0001-01-01", "1582-10-10", "1970-01-01", "2024-02-29", "9999-12-31"}) {
    const auto day = parse_iso_day(text);
    REQUIRE(day.has_value());
    CHECK(to_iso(*day) == text);
  }
  CHECK_FALSE(parse_iso_day("2025-02-30").has_value());
  CHECK_FALSE(parse_iso_day("2025-W16-5").has_value());
  CHECK_FALSE(parse_iso_day("2025-04").has_value());
}
