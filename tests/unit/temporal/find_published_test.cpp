#include "fixture.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using frise::test::written;

namespace {

/// "2025-04 [2025-04-25,..]"
std::string spelled(const Published& published) {
  const auto side = [](const std::optional<Day>& day) { return day ? to_iso(*day) : "..."; };
  if (published.value.empty() && published.bounds == DayBounds{}) return "-";
  return published.value + " [" + side(published.bounds.earliest) + "," +
         side(published.bounds.latest) + "]";
}

}  // namespace

TEST_CASE("a document's date is read in a header or dateline", "[temporal]") {
  struct Row {
    std::string lang, text, value;
    DateBasis basis;
  };
  const auto row = GENERATE(values<Row>({
      {"fr", "date 2023-03\nLe groupe vend ses parts.", "2023-03", DateBasis::header},
      {"fr", "Un titre court\n\n27 août 2012. - Le groupe vend ses parts.", "2012-08-27",
       DateBasis::dateline},
      {"fr", "Paris, 3 mars 2021 – Le groupe vend ses parts.", "2021-03-03", DateBasis::dateline},
      {"fr", "PARIS (AFP), 3 mars 2020 - Le groupe vend ses parts.", "2020-03-03",
       DateBasis::dateline},
      {"fr", "La coopérative ferme\n\nPublié le 4 mai 2019 à 10h45\n\nElle ferme demain.",
       "2019-05-04", DateBasis::header},
      {"fr", "La coopérative ferme\n\nPar Léa Brun, mis à jour le 4 mai 2019\n\nElle ferme demain.",
       "2019-05-04", DateBasis::header},
      {"en", "The mill closes\n\nPublished March 4, 2019\n\nIt closes tomorrow.", "2019-03-04",
       DateBasis::header},
      {"en", "LONDON, March 4, 2019 (Agency) - The mill closes tomorrow.", "2019-03-04",
       DateBasis::dateline},
      {"en", "The mill closes\n\nLea Brun | March 4, 2019, 10:30 AM | 3 min read\n\nIt closes.",
       "2019-03-04", DateBasis::header},
      {"en", "SEOUL, South Korea – March 4, 2019 – The mill closes tomorrow.", "2019-03-04",
       DateBasis::dateline},
      // A title with a date tells of that day.
      {"en", "The flood of March 4, 2019\n\nThe mill stands again.", "", DateBasis::unknown},
      {"en", "The mill closes\n\nThe fair, March 4, 2019, was the last.\n\nIt closes.", "",
       DateBasis::inferred},
      // A date of the story is none of the document.
      {"fr", "Le 3 mars 2021, le groupe a vendu ses parts.", "", DateBasis::inferred},
      {"fr", "Le groupe vend ses parts et part au loin.", "", DateBasis::unknown},
  }));
  CAPTURE(row.text);
  const auto read = written(row.lang, row.text);
  CHECK(read.published.value == row.value);
  CHECK(read.published.basis == row.basis);
  CHECK(read.published.why.empty() == (row.basis == DateBasis::unknown));
}

TEST_CASE("a date that is given wins over every other", "[temporal]") {
  const auto read = written("fr", "27 août 2012. - Le groupe vend ses parts.", "2030-01-02");
  CHECK(read.published.value == "2030-01-02");
  CHECK(read.published.basis == DateBasis::given);
  CHECK(to_iso(read.published.bounds.earliest.value()) == "2030-01-02");
}

TEST_CASE("what a text tells bounds the day it was written on", "[temporal]") {
  struct Row {
    std::string lang, text, date;
  };
  const auto row = GENERATE(values<Row>({
      // Told as past, with the year: no earlier, and nothing more.
      {"fr", "La brasserie a fermé son dépôt le 25 avril 2025.", " [2025-04-25,...]"},
      {"fr", "Le port a été agrandi en 1998, puis en mars 2004.", " [2004-03-01,...]"},
      {"en", "The bakery has sold bread since 2011.", " [2011-01-01,...]"},
      // Years that belong to a noun, aims, plans and guesses are told of before they come.
      {"fr", "Le conseil a voté le budget 2031.", "-"},
      {"fr", "La ville a obtenu l'exposition de 2031.", "-"},
      {"fr", "La ligne, prévue en 2031, a été annulée.", "-"},
      {"fr", "Le maire a promis une école en 2031.", "-"},
      {"en", "The first delivery was expected in 2031.", "-"},
      {"en", "The town could have won the games in 2031.", "-"},
      // To come: no later. Both sides make an interval, as precise as they agree.
      {"fr", "La filature a fermé en 2009. Un musée ouvrira en 2011.", " [2009-01-01,2011-12-31]"},
      {"fr", "La filature a fermé le 3 mai 2009. Un musée ouvrira en juin 2009.",
       "2009 [2009-05-03,2009-06-30]"},
      {"en", "The mine closed on May 3, 2009. It will reopen on May 20, 2009.",
       "2009-05 [2009-05-03,2009-05-20]"},
      {"fr", "Un musée ouvrira en 2011.", "-"},
      // Without an absolute date there is nothing to count from.
      {"fr", "Le 2 février, le groupe a vendu ses parts.", "-"},
      {"fr", "En septembre dernier, la laiterie a embauché dix personnes.", "-"},
      // Dates without a year cut the days: "septembre dernier" is told from October on.
      {"fr",
       "La laiterie a fermé le 30 août 2016.\n\nEn septembre dernier, elle a vendu ses vaches.",
       " [2016-08-30,...]"},
      {"fr",
       "La laiterie a fermé le 10 septembre 2016.\n\nEn septembre dernier, elle a vendu ses "
       "vaches.",
       " [2016-10-01,...]"},
      {"fr",
       "La scierie a brûlé le 20 novembre 2014.\n\nDébut décembre de cette année, elle a "
       "rouvert.",
       " [2014-12-01,...]"},
      // A day told without its year is months old, not a year.
      {"fr",
       "La scierie a brûlé le 20 novembre 2014.\n\nLe 3 décembre, le préfet a visité la "
       "scierie.",
       " [2014-12-03,...]"},
      // The weekday names the year.
      {"fr", "L'hôtel a ouvert en 2010.\n\nLe jeudi 5 juillet, ses cuisines ont fermé.",
       "2012-07 [2012-07-05,...]"},
      // A quoted post is new; a chronicle ends near its own time.
      {"fr", "L'annonce a surpris.\n– Halles de Brive (@hallesbrive) 14 mai 2024\nElle plaît.",
       "2024-05 [2024-05-14,...]"},
      {"fr",
       "En 2015, la régie a acheté un bac. En 2017, elle a ouvert une ligne. En mars 2019, elle a "
       "fermé le bac.",
       "2019-03 [2019-03-01,...]"},
      // What somebody says in quotation marks has its own time.
      {"fr", "La filature a fermé en 2009. « Nous ouvrirons en 2007 », disait-il.",
       " [2009-01-01,...]"},
      // Facts of the subject pack.
      {"fr", "Le lycée interdit ChatGPT en classe.", " [2022-11-30,...]"},
      {"en", "The bank bought sixty H100 chips.", " [2022-03-22,...]"},
      {"fr",
       "Apple a fini la séance avec une capitalisation de 3,1 billions de dollars. Le 12 mars, "
       "le groupe a fermé un magasin.",
       "2022-03 [2022-01-03,...]"},
      // A day of the future is as good as one of the past.
      {"en", "The dome was closed on July 4, 2093.", " [2093-07-04,...]"},
  }));
  CAPTURE(row.text);
  const auto read = written(row.lang, row.text);
  CAPTURE(read.published.why);
  CHECK(spelled(read.published) == row.date);
  CHECK(read.published.why.empty() == (row.date == "-"));
}

TEST_CASE("dates without a year are read against an inferred date where it says the year",
          "[temporal]") {
  struct Row {
    std::string text, times;
  };
  const auto row = GENERATE(values<Row>({
      {"L'hôtel a ouvert en 2010.\n\nLe jeudi 5 juillet, ses cuisines ont fermé.",
       "2010=2010 | Le jeudi 5 juillet=2012-07-05"},
      {"La filature a fermé en mars 2009.\n\nLe 3 mai, elle a rouvert. Un musée ouvrira en juin "
       "2009.",
       "mars 2009=2009-03 | Le 3 mai=2009-05-03 | juin 2009=2009-06"},
      // The year stays open.
      {"La filature a fermé en 2009.\n\nLe 3 mai, elle a rouvert.",
       "2009=2009 | Le 3 mai=XXXX-05-03"},
  }));
  CAPTURE(row.text);
  CHECK(test::spelled(written("fr", row.text)) == row.times);
}

TEST_CASE("dates that cannot hold together are told with their words", "[temporal]") {
  struct Row {
    std::string text, published, code, first, second, value;
  };
  const auto row = GENERATE(values<Row>({
      {"date 2021-03\nLa poste a fermé le 4 mai 2023.", "", "date-contradicted", "4 mai 2023",
       "date 2021-03", "2021-03"},
      {"La poste a fermé le 4 mai 2023.", "2021-03-01", "date-contradicted", "4 mai 2023",
       "2021-03-01", "2021-03-01"},
      {"Le lycée interdit ChatGPT en classe.", "2021-03-01", "date-contradicted", "ChatGPT",
       "2022-11-30", "2021-03-01"},
      {"La poste a fermé le 4 mai 2023. Une école ouvrira en 2021.", "", "dates-contradict",
       "4 mai 2023", "2021\"", ""},
      {"La poste a fermé le 4 mai 2023. Une école ouvrira en juin 2023.\n\nFin juillet cette "
       "année, "
       "elle a rouvert.",
       "", "dates-contradict", "juin 2023", "Fin juillet cette année", ""},
  }));
  CAPTURE(row.text);
  const auto read = written("fr", row.text, row.published);
  REQUIRE(read.about_date.size() == 1);
  const Diagnostic& diagnostic = read.about_date.front();
  CAPTURE(diagnostic.message);
  CHECK(diagnostic.code == row.code);
  CHECK(diagnostic.message.find(row.first) != std::string::npos);
  CHECK(diagnostic.message.find(row.second) != std::string::npos);
  CHECK(diagnostic.span.end > diagnostic.span.begin);
  if (!row.value.empty()) CHECK(read.published.value == row.value);
}

TEST_CASE("a header decades before all that the text tells is not the document's", "[temporal]") {
  const auto read = written("fr",
                            "date 1970-01-01\nLa poste a fermé le 4 mai 2023. Elle a rouvert le 6 "
                            "juin 2023.");
  CHECK(spelled(read.published) == " [2023-06-06,...]");
  CHECK(read.about_date.front().code == "date-contradicted");
}

TEST_CASE("years that no calendar of ours has bound nothing", "[temporal]") {
  for (const std::string year : {"0001", "1399", "9901", "9999"}) {
    CAPTURE(year);
    const auto read = written("fr", "Le " + year + "-03-04, la régie a fermé. Un bac partira le " +
                                        year + "-05-06.\n\nLe lundi 5 mai, elle a rouvert.");
    CHECK(spelled(read.published) == "-");
  }
  for (const std::string year : {"1400", "2400", "9900"}) {
    CAPTURE(year);
    const auto read = written("fr", "Le " + year + "-03-04, la régie a fermé.");
    CHECK(spelled(read.published) == " [" + year + "-03-04,...]");
  }
}

TEST_CASE("the order of sentences does not change the bounds", "[temporal]") {
  const std::string a = "La scierie a brûlé le 20 novembre 2014.\n\n";
  const std::string b = "Le 3 décembre, le préfet a visité la scierie.\n\n";
  const std::string c = "En octobre dernier, elle a embauché.\n\n";
  const std::string date = spelled(written("fr", a + b + c).published);
  for (const std::string& text : {a + c + b, b + a + c, b + c + a, c + a + b, c + b + a}) {
    CAPTURE(text);
    CHECK(spelled(written("fr", text).published) == date);
  }
}
