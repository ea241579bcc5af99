#include "fixture.hpp"
#include "frise/pack/table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

using namespace frise;

namespace {

std::string in_dialogue(const std::string& text, const std::string& published = "2024-05-15",
                        const std::string& lang = "fr") {
  return test::spelled(test::timed(lang, published, text, TextKind::dialogue));
}

bool reports(const std::string& text, const std::string& code) {
  const auto read = test::timed("fr", "2024-05-15", text, TextKind::dialogue);
  return std::any_of(read.layer.diagnostics.begin(), read.layer.diagnostics.end(),
                     [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
}

}  // namespace

TEST_CASE("the pack reads its own examples of speech as it says", "[temporal][dialogue]") {
  const std::string path = std::string{FRISE_TEST_DATA_ROOT} + "/lang/fr/examples/dialogue.tsv";
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
  const auto table = Table::parse(path, bytes);
  REQUIRE(table);
  for (const TableRow& row : table->rows()) {
    const std::string published{row.cell(1)};
    const std::string text{row.cell(2)};
    CAPTURE(row.line, text);
    const auto read = test::timed("fr", published, text, TextKind::dialogue);
    CHECK(test::spelled(read) == row.cell(3));
    const std::string rule = "fr/temporal/" + std::string{row.cell(0)};
    const bool used = std::any_of(read.layer.items.begin(), read.layer.items.end(),
                                  [&](const TimeExpression& time) { return time.rule == rule; });
    if (row.cell(4) != "not") CHECK(used);
    if (row.cell(4) == "not") CHECK_FALSE(used);
  }
}

TEST_CASE("a bare number is a day or an hour in speech only", "[temporal][dialogue]") {
  const std::string text =
      GENERATE(as<std::string>{}, "Je reviens le 3, promis.", "On mange à 8, chez nous.",
               "Reçu le 12/06, merci.", "Ouvert 13h-15h sans pause.");
  CAPTURE(text);
  CHECK(in_dialogue(text) != "-");
  CHECK(test::spelled(test::timed("fr", "2024-05-15", text, TextKind::news)) == "-");
}

TEST_CASE("a day and its time are one expression in speech, two in news", "[temporal][dialogue]") {
  const std::string text = "Le client passera jeudi vers 15h30 au magasin.";
  CHECK(in_dialogue(text) == "jeudi vers 15h30=2024-05-16T15:30");
  CHECK(test::spelled(test::timed("fr", "2024-05-15", text, TextKind::news)) ==
        "jeudi=2024-05-16 | 15h30=2024-05-16T15:30");
}

TEST_CASE("the two ends of a span are one expression in speech", "[temporal][dialogue]") {
  struct Example {
    const char* lang;
    const char* text;
    const char* read;
  };
  const Example example = GENERATE(
      Example{"fr", "Absent de lundi à jeudi.", "lundi à jeudi=2024-05-20/2024-05-23"},
      Example{"fr", "Absent de mai à juin 2025.", "mai à juin 2025=2025-05/2025-06"},
      Example{"fr", "Libre hier ou demain.", "hier=2024-05-14 | demain=2024-05-16"},
      Example{"fr", "Libre lundi 10h à 12h.", "lundi 10h à 12h=2024-05-20T10:00/2024-05-20T12:00"},
      Example{"fr", "Libre de 10h à 12h lundi.",
              "10h à 12h lundi=2024-05-20T10:00/2024-05-20T12:00"},
      Example{"fr", "Absent du 3 juin à maintenant.", "-"},
      Example{"en", "Away from Monday to Thursday.", "Monday to Thursday=2024-05-20/2024-05-23"},
      Example{"en", "Free between 8:15 and 10:45 on Friday.",
              "8:15 and 10:45 on Friday=2024-05-17T08:15/2024-05-17T10:45"},
      Example{"en", "Call me three days after June 12.", "three days after June 12=2024-06-15"},
      Example{"en", "Take an hour and 30 minutes.", "an hour and 30 minutes=PT1H30M"});
  CAPTURE(example.text);
  CHECK(in_dialogue(example.text, "2024-05-15", example.lang) == example.read);
}

TEST_CASE("a span that ends before it begins has no value", "[temporal][dialogue]") {
  CHECK(in_dialogue("Absent du 3 juin 2024 au 1er mai 2024.") == "-");
  CHECK(reports("Absent du 3 juin 2024 au 1er mai 2024.", "range-runs-backwards"));
}

TEST_CASE("a time that no day has is a diagnostic and no value", "[temporal][dialogue]") {
  const std::string text = GENERATE(as<std::string>{}, "Réveil à 25h70.", "Réveil à 8h61.");
  CHECK(in_dialogue(text) == "-");
  CHECK(reports(text, "no-such-time"));
}

TEST_CASE("a day or an hour that does not exist has no value in speech", "[temporal][dialogue]") {
  const std::string text =
      GENERATE(as<std::string>{}, "On ferme le 32 mai.", "On ferme le 13/13/2013.",
               "On ferme le 30/02.", "On ferme le cinquième lundi de février 2023.",
               "On ferme le 45 du mois.", "On ferme jeudi 32.", "Il est 8:62.", "Il est 25:12.",
               "On ferme le 31-avr-2024.", "On ferme le 270sept.", "On ferme le 270e.",
               "On ferme jeudi 270.", "On ferme 99999999 ans après le 2 mai.",
               "Lu le 2014-13-30T08:15:30.", "Rappelle dans 10h70.");
  CAPTURE(text);
  const std::string read = in_dialogue(text);
  CHECK((read == "-" || read == "jeudi=2024-05-16"));
}

TEST_CASE("times with seconds and zones keep them", "[temporal][dialogue]") {
  CHECK(in_dialogue("Bip à 10:12:59.") == "10:12:59=2024-05-15T10:12:59");
  CHECK(in_dialogue("Bip à 8h10m05s.") == "8h10m05s=2024-05-15T08:10:05");
  CHECK(in_dialogue("Départ 18h30 UTC.") == "18h30 UTC=2024-05-15T18:30Z");
  CHECK(in_dialogue("Départ 20h GMT+2.") == "20h GMT+2=2024-05-15T20:00+02:00");
  CHECK(in_dialogue("Départ 20h GMT-3.") == "20h GMT-3=2024-05-15T20:00-03:00");
  CHECK(in_dialogue("Copie du 2014-11-30T08:15:30 lue.") ==
        "2014-11-30T08:15:30=2014-11-30T08:15:30");
}

TEST_CASE("a space that does not break parts a date from its word", "[temporal]") {
  CHECK(test::spelled(test::timed("fr", "2024-05-15",
                                  "Lu le\xC2\xA0"
                                  "12/03/2024 ici.")) ==
        "le\xC2\xA0"
        "12/03/2024=2024-03-12");
}
