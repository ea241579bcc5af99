#include "fixture.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using frise::test::spelled;
using frise::test::timed;

namespace {

/// Years enough for a text to be about some of them.
const std::string kHistory =
    "The siege began in 1806. It went on in 1807, in 1808 and in 1809. In 1810 it was lifted. ";

/// What is read behind the history.
std::string goes_on(const std::string& text) {
  const auto read = timed("en", "-", kHistory + text, TextKind::narrative);
  const std::string all = spelled(read);
  const std::string told = "1806=1806 | 1807=1807 | 1808=1808 | 1809=1809 | 1810=1810 | ";
  REQUIRE(all.starts_with(told));
  return all.substr(told.size());
}

}  // namespace

TEST_CASE("a story goes on from the dates it tells, and stands still at asides", "[temporal]") {
  struct Row {
    std::string text, read;
  };
  const auto row = GENERATE(values<Row>({
      {"In March the town was rebuilt. By June 1811 it was done. In July a fair was held.",
       "March=1810-03 | June 1811=1811-06 | July=1811-07"},
      {"A film of 1964 shows this. In March the town was rebuilt.", "1964=1964 | March=1810-03"},
      {"The wall stood until 1812. In March the town was rebuilt.", "1812=1812 | March=1810-03"},
      {"The lord had sworn an oath in 1807. In March the town was rebuilt.",
       "1807=1807 | March=1810-03"},
      {"The lord (dead by 1812) came. In March the town was rebuilt.", "1812=1812 | March=1810-03"},
      {"As in the previous year, it froze. In March the town was rebuilt.",
       "the previous year=1809 | March=1810-03"},
      {"The following year it froze. In March the town was rebuilt.",
       "The following year=1811 | March=1811-03"},
  }));
  CAPTURE(row.text);
  CHECK(goes_on(row.text) == row.read);
}

TEST_CASE("a story before our era counts its years backwards", "[temporal]") {
  const auto read = timed("en", "-",
                          "In 490 BC the fleet sailed. Ten years later it came back. In August "
                          "480 BC it burned, and in the following winter men starved.",
                          TextKind::narrative);
  CHECK(spelled(read) ==
        "490 BC=BC0490 | Ten years later=BC0480 | August 480 BC=BC0480-08 | the following "
        "winter=BC0480-WI");
  for (const TimeExpression& time : read.layer.items) CHECK_FALSE(time.bounds.known());
}
