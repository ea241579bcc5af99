#include "fixture.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using frise::test::timed;

TEST_CASE("a document's date is read in a header or dateline, else bounded, else unknown",
          "[temporal]") {
  struct Row {
    std::string text, value;
    DateBasis basis;
  };
  const auto row = GENERATE(values<Row>({
      {"date 2023-03\nLe groupe vend ses parts.", "2023-03", DateBasis::header},
      {"Un titre court\n\n27 août 2012. - Le groupe vend ses parts.", "2012-08-27",
       DateBasis::dateline},
      {"Paris, 3 mars 2021 – Le groupe vend ses parts.", "2021-03-03", DateBasis::dateline},
      {"Le groupe vend ses parts et part au loin.", "", DateBasis::unknown},
      {"Le 2 février, le groupe a vendu ses parts.", "", DateBasis::unknown},
      {"Le groupe a fermé son usine le 25 avril 2025 et part au loin.", "2025-04-25",
       DateBasis::inferred},
  }));
  CAPTURE(row.text);
  const auto read = timed("fr", "-", row.text);
  CHECK(read.published.value == row.value);
  CHECK(read.published.basis == row.basis);
  CHECK(read.published.why.empty() == (row.basis == DateBasis::unknown));
}

TEST_CASE("a date that is given wins over every other", "[temporal]") {
  const auto read = timed("fr", "2030-01-02", "27 août 2012. - Le groupe vend ses parts.");
  CHECK(read.published.value == "2030-01-02");
  CHECK(read.published.basis == DateBasis::given);
  CHECK(to_iso(read.published.bounds.earliest.value()) == "2030-01-02");
}
