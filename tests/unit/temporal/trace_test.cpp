#include "fixture.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using namespace frise::test;

namespace {

struct Row {
  std::string lang, published, text, value, why;
};

/// "t1: " where it was read against the first expression, and so on; the document's date has no
/// name.
std::string told(const TimeExpression& time) {
  return (time.from ? "t" + std::to_string(*time.from + 1) + ": " : std::string{}) + time.why;
}

}  // namespace

TEST_CASE("a date says how it was worked out", "[temporal]") {
  const auto row = GENERATE(values<Row>({
      {"fr", "2026-02-03", "Le groupe a vendu son usine le 12 mars 2024.", "2024-03-12", ""},
      {"fr", "2026-02-03", "Le conseil s'est r\u00e9uni hier.", "2026-02-02",
       "2026-02-03 moved by -1 day = 2026-02-02"},
      {"fr", "2026-02-03", "La banque a ferm\u00e9 deux agences la semaine derni\u00e8re.",
       "2026-W05", "2026-02-03 moved by -1 week = 2026-01-27, its week = 2026-W05"},
      {"fr", "2026-02", "La banque a ferm\u00e9 deux agences la semaine derni\u00e8re.", "2026-02",
       "2026-02 moved by -1 week = 2026-01-25/2026-02-21, no finer than the month 2026-02"},
      {"fr", "2026-02-03", "Le chantier avait commenc\u00e9 il y a trois ans.", "2023",
       "2026-02-03 moved by -3 years = 2023-02-03, its year = 2023"},
      {"fr", "2026-02-03", "Les ventes reculent depuis le d\u00e9but de cette ann\u00e9e.", "2026",
       "2026-02-03, its year = 2026"},
      {"fr", "2026-02-03", "Le contrat a \u00e9t\u00e9 sign\u00e9 le 19 novembre.", "2025-11-19",
       "XXXX-11-19 rather before 2026-02-03 = 2025-11-19"},
      {"fr", "2026-02-03", "Le site a ferm\u00e9 lundi.", "2026-02-02",
       "Monday not after 2026-02-03 = 2026-02-02"},
      {"en", "2026-02-03", "The plant closed on Friday.", "2026-01-30",
       "Friday not after 2026-02-03 = 2026-01-30"},
      {"fr", "2026-02-03",
       "L'usine a ouvert le 4 mai 2012. Le m\u00eame jour, le maire a d\u00e9missionn\u00e9.",
       "2012-05-04", "t1: 2012-05-04 itself"},
      {"fr", "2026-02-03",
       "L'usine a ouvert le 4 mai 2012. Deux jours plus tard, elle br\u00fblait.", "2012-05-06",
       "t1: 2012-05-04 moved by +2 days = 2012-05-06"},
      {"fr", "-", "Le conseil s'est r\u00e9uni hier.", "PAST_REF", ""},
      {"fr", "-", "Le contrat a \u00e9t\u00e9 sign\u00e9 le 19 novembre.", "XXXX-11-19", ""},
      {"fr", "2026-02-03", "Elle dirigea la maison dans les ann\u00e9es 60.", "196",
       "the century that suits 2026-02-03 = 196"},
  }));
  CAPTURE(row.text);
  const Timed read = timed(row.lang, row.published, row.text);
  REQUIRE_FALSE(read.layer.items.empty());
  CHECK(read.layer.items.back().value == row.value);
  CHECK(told(read.layer.items.back()) == row.why);
}

TEST_CASE("an expression is read against one that was told before it or stands right behind",
          "[temporal]") {
  const Timed read =
      timed("fr", "2026-02-03",
            "Le 4 mai 2012, l'usine ouvrait. Une semaine plus tard, elle embauchait. Le lendemain, "
            "\u00e0 "
            "10 heures, elle fermait. \u00c0 15 heures, le 7 juin 2013, le juge a tranch\u00e9.");
  for (std::size_t i = 0; i < read.layer.items.size(); ++i) {
    const auto& from = read.layer.items[i].from;
    CHECK((!from || *from < i || *from == i + 1));
    CHECK((!from || *from < read.layer.items.size()));
  }
}
