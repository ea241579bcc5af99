#include "view/date_words.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace frise;

TEST_CASE("a date is told in the reader's words, no finer than it is known", "[view]") {
  struct Row {
    std::string value;
    std::string french;
    std::string english;
  };
  const auto row = GENERATE(values<Row>({
      {"2025-04-25", "25 avr. 2025", "Apr 25, 2025"},
      {"2026-02-01", "1ᵉʳ févr. 2026", "Feb 1, 2026"},
      {"2025-04-11", "11 avr. 2025", "Apr 11, 2025"},
      {"2023-03", "mars 2023", "Mar 2023"},
      {"2018", "2018", "2018"},
      {"2023-Q3", "T3 2023", "Q3 2023"},
      {"2023-SU", "été 2023", "summer 2023"},
      {"2012-H1", "1ᵉʳ semestre 2012", "first half of 2012"},
      {"2025-W15", "semaine du 7 avr. 2025", "week of Apr 7, 2025"},
      {"201X", "années 2010", "2010s"},
      {"2018~", "vers 2018", "around 2018"},
      {"2018?", "2018 (incertain)", "2018 (uncertain)"},
      {"../2025-04-25", "au plus tard le 25 avr. 2025", "Apr 25, 2025, at the latest"},
      {"../2025", "au plus tard en 2025", "2025, at the latest"},
      {"2021/..", "depuis 2021", "since 2021"},
      {"2021-02-18/..", "depuis le 18 févr. 2021", "since Feb 18, 2021"},
      {"2017/2019", "2017–2019", "2017–2019"},
      {"2017-03/2019-05", "mars 2017 – mai 2019", "Mar 2017 – May 2019"},
      {"XXXX-02-01", "1ᵉʳ févr. (année inconnue)", "Feb 1 (year unknown)"},
      {"1500", "1500", "1500"},
      {"0900-01-01", "1ᵉʳ janv. 900", "Jan 1, 900"},
  }));
  CAPTURE(row.value);
  const auto date = parse_date(row.value);
  REQUIRE(date);
  CHECK(DateWords{"fr"}.label(*date) == row.french);
  CHECK(DateWords{"en"}.label(*date) == row.english);
}

TEST_CASE("any other language has dates too", "[view]") {
  CHECK(DateWords{"de"}.label(*parse_date("2025-04-25")) == "25. Apr. 2025");
  CHECK_FALSE(DateWords{"zz"}.label(*parse_date("2025-04-25")).empty());
  CHECK(DateWords{"th"}.label(*parse_date("2018")).find("2018") != std::string::npos);
}
