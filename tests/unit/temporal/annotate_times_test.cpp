#include "fixture.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using frise::test::spelled;
using frise::test::timed;

TEST_CASE("a day that does not exist is a diagnostic and no expression", "[temporal]") {
  const std::string text =
      GENERATE(as<std::string>{}, "Le 31 avril 2021, il pleut.", "Le 30 février, il pleut.",
               "Vu le 2023-13-45 ici.", "Le 29 février 2023, il pleut.");
  const auto read = timed("fr", "2021-05-10", text);
  CHECK(read.layer.items.empty());
  REQUIRE(read.layer.diagnostics.size() == 1);
  CHECK(read.layer.diagnostics[0].code == "no-such-day");
}

TEST_CASE("an absurd distance is a diagnostic and no expression", "[temporal]") {
  const std::string text =
      GENERATE(as<std::string>{}, "Il y a 99999999999999999999999 ans.",
               "Dans 1000000000 jours, il pleut.", "Il y a 12000 ans, il pleut.");
  const auto read = timed("fr", "2021-05-10", text);
  CHECK(read.layer.items.empty());
  REQUIRE(read.layer.diagnostics.size() == 1);
  CHECK(read.layer.diagnostics[0].code == "time-out-of-range");
}

TEST_CASE("a value counted from a coarse date is as coarse, approximate, and its bounds are wide",
          "[temporal]") {
  const auto read = timed("fr", "2023-03", "Il y a deux semaines, il a plu.");
  REQUIRE(read.layer.items.size() == 1);
  const TimeExpression& time = read.layer.items[0];
  CHECK(time.value == "2023-03");
  CHECK(time.mod == TimexMod::approx);
  CHECK(to_iso(time.bounds.earliest.value()) == "2023-02-15");
  CHECK(to_iso(time.bounds.latest.value()) == "2023-03-17");
  CHECK(time.anchor == TimexAnchor::published);
  CHECK(time.inferred);
}

TEST_CASE("without a publication date nothing gets a calendar value that the words do not say",
          "[temporal]") {
  const auto read = timed("fr", "-", "Le 2 février, hier et la semaine dernière, il a plu.");
  CHECK(spelled(read) == "Le 2 février=XXXX-02-02 | hier=PAST_REF | la semaine dernière=PAST_REF");
  for (const TimeExpression& time : read.layer.items) {
    CHECK_FALSE(time.bounds.earliest);
    CHECK_FALSE(time.bounds.latest);
  }
}

TEST_CASE("modifiers say which part of a period is meant", "[temporal]") {
  struct Row {
    std::string text;
    TimexMod mod;
  };
  const auto row = GENERATE(values<Row>({
      {"Début mai 2011, il part.", TimexMod::start},
      {"À la mi-mai 2011, il part.", TimexMod::mid},
      {"La fin de 2011 fut dure.", TimexMod::end},
      {"Il y resta près de trois ans.", TimexMod::approx},
      {"Il y resta plus de trois ans.", TimexMod::more_than},
  }));
  const auto read = timed("fr", "-", row.text);
  REQUIRE(read.layer.items.size() == 1);
  CHECK(read.layer.items[0].mod == row.mod);
}

TEST_CASE("a story's dates without a year follow the year told before", "[temporal]") {
  const auto read =
      timed("en", "-", "In December 1941 it began. In January it grew. On 3 March it ended.",
            TextKind::narrative);
  CHECK(spelled(read) == "December 1941=1941-12 | January=1942-01 | 3 March=1942-03-03");
}

TEST_CASE("a day without its year leans on the tense, and gives way where the other side is near",
          "[temporal]") {
  struct Row {
    std::string published, text, read;
  };
  const auto row = GENERATE(values<Row>({
      {"2012-03-05", "Yoga with Ana, 13 April.", "13 April=2012-04-13"},
      {"2012-11-02", "Closed: 25 April.", "25 April=2012-04-25"},
      {"2012-11-05", "The stop on November 11 was cancelled.", "November 11=2012-11-11"},
      {"2012-12-28", "In January it closed.", "January=2012-01"},
      {"2012-06-20", "It will list the shares that it bought on June 3.", "June 3=2012-06-03"},
  }));
  CAPTURE(row.text);
  CHECK(spelled(timed("en", row.published, row.text)) == row.read);
}

TEST_CASE("hostile text is read without harm", "[temporal]") {
  std::string text;
  SECTION("a long run of numbers") {
    for (int i = 0; i < 20'000; ++i) text += "12/";
  }
  SECTION("a long run of number words") {
    for (int i = 0; i < 20'000; ++i) text += "vingt ";
  }
  SECTION("a long run of openings") {
    for (int i = 0; i < 20'000; ++i) text += "il y a ";
  }
  SECTION("odd digits") { text = "Le ٣ mars ２０２１ et le 3 mars 0000 et 99999."; }
  CHECK_NOTHROW(timed("fr", "2021-05-10", text));
}
