#include "fixture.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using frise::test::spelled;
using frise::test::timed;

namespace {

struct Row {
  std::string published;
  std::string text;
  std::string read;
};

}  // namespace

TEST_CASE("a range keeps both ends and says the stretch they make", "[temporal]") {
  struct Stretch {
    std::string text;
    std::string range;
  };
  const auto row = GENERATE(values<Stretch>({
      {"Le salon a duré du 1er au 3 mars 2019.", "2019-03-01/2019-03-03"},
      {"Entre 2018 et 2021, la marge a fondu.", "2018/2021"},
      {"L'exercice 2023-2024 fut rude.", "2023/2024"},
      {"Les années 2017–2019 furent rudes.", "2017/2019"},
      {"De novembre à mars 2018, il a plu.", "2017-11/2018-03"},
      {"Du 28 décembre au 3 janvier, l'usine a fermé.", "2019-12-28/2020-01-03"},
      {"En mai et juin 2018, l'usine a fermé.", "2018-05/2018-06"},
      {"Le recensement de mars-avril 2018 a surpris.", "2018-03/2018-04"},
      {"En mai et août 2018, l'usine a fermé.", ""},
  }));
  CAPTURE(row.text);
  const auto read = timed("fr", "2020-06-18", row.text);
  REQUIRE(read.layer.items.size() == 2);
  CHECK(read.layer.items[0].range == row.range);
  CHECK(read.layer.items[1].range == row.range);
}

TEST_CASE("a range that runs backwards is a diagnostic and no value", "[temporal]") {
  const std::string text =
      GENERATE(as<std::string>{}, "Le salon a duré du 5 au 3 mars.", "Il y vécut de 2021 à 2018.",
               "Il y vécut entre 2021 et 2018.", "Du 3 mai 2018 au 1er mars 2017, il y vécut.");
  CAPTURE(text);
  const auto read = timed("fr", "2022-05-10", text);
  CHECK(spelled(read) == "-");
  REQUIRE(read.layer.diagnostics.size() == 1);
  CHECK(read.layer.diagnostics[0].code == "range-runs-backwards");
}

TEST_CASE("digits of another script are a diagnostic and no value", "[temporal]") {
  const std::string text = GENERATE(as<std::string>{}, "Le ٣ mars 2021, il pleut.",
                                    "Le ３ mars 2021, il pleut.", "En ٢٠٢١, il pleut.");
  CAPTURE(text);
  const auto read = timed("fr", "2022-05-10", text);
  CHECK(spelled(read) == "-");
  REQUIRE(read.layer.diagnostics.size() == 1);
  CHECK(read.layer.diagnostics[0].code == "digits-not-read");
}

TEST_CASE("a year that is none, and a distance beyond all years, have no value", "[temporal]") {
  const std::string text =
      GENERATE(as<std::string>{}, "En l'an 0, il a plu.", "En 99999, il pleuvra.",
               "Il y a 1000000000000 ans, il a plu.", "Il y a 10^30 ans, il a plu.",
               "Il y a cent milliards d'années, il a plu.");
  CAPTURE(text);
  CHECK(spelled(timed("fr", "2022-05-10", text)) == "-");
}

TEST_CASE("what refers back does so to the date told last, with a year or without", "[temporal]") {
  const auto row = GENERATE(values<Row>({
      {"2020-06-18", "Le 1er mai 2018, il signe. Le lendemain, il vend.",
       "Le 1er mai 2018=2018-05-01 | Le lendemain=2018-05-02"},
      {"2020-06-18", "En 2012, il signe. L'année suivante, il vend.",
       "2012=2012 | L'année suivante=2013"},
      {"-", "Le 1er février, il signe. Le lendemain, il vend.",
       "Le 1er février=XXXX-02-01 | Le lendemain=XXXX-02-02"},
      {"-", "Le 31 décembre, il signe. Le lendemain, il vend.",
       "Le 31 décembre=XXXX-12-31 | Le lendemain=XXXX-01-01"},
      {"-", "Le 28 février, il signe. Le lendemain, il vend.",
       "Le 28 février=XXXX-02-28 | Le lendemain=XXXX-XX-XX"},
      {"-", "Le 2 février, il signe. Le même jour, il vend.",
       "Le 2 février=XXXX-02-02 | Le même jour=XXXX-02-02"},
      {"2020-06-18", "Le 3 mai 2018 à 14h30, il signe. À ce moment-là, tout va.",
       "Le 3 mai 2018=2018-05-03 | 14h30=2018-05-03T14:30 | ce moment-là=2018-05-03T14:30"},
      // Nothing was told that it could be later than.
      {"2020-06-18", "Deux ans plus tard, il vend.", "Deux ans plus tard=P2Y"},
  }));
  CAPTURE(row.text);
  CHECK(spelled(timed("fr", row.published, row.text)) == row.read);
}

TEST_CASE("a quotation counts from the day of the saying where that is told", "[temporal]") {
  const auto row = GENERATE(values<Row>({
      {"2020-06-18", "Le 3 mars, il a dit : « Nous avons vendu hier. »",
       "Le 3 mars=2020-03-03 | hier=2020-03-02"},
      {"2020-06-18", "« Nous avons vendu hier », a-t-il dit le 3 mars.",
       "hier=2020-03-02 | le 3 mars=2020-03-03"},
      {"2020-06-18", "« Nous avons vendu hier », a-t-il dit.", "hier=2020-06-17"},
      {"2020-06-18", "Le 3 mars, il a dit avoir vendu hier.",
       "Le 3 mars=2020-03-03 | hier=2020-06-17"},
  }));
  CAPTURE(row.text);
  CHECK(spelled(timed("fr", row.published, row.text)) == row.read);
}

TEST_CASE("a headline's date is what the body refers to only where nothing else is", "[temporal]") {
  const auto row = GENERATE(values<Row>({
      {"2020-06-18", "Grève le 3 mars 2018 à Lyon\n\nLe même jour, il a vendu ses parts au fonds.",
       "le 3 mars 2018=2018-03-03 | Le même jour=2020-06-18"},
      {"-", "Grève le 3 mars 2018 à Lyon\n\nLe même jour, il a vendu ses parts au fonds.",
       "le 3 mars 2018=2018-03-03 | Le même jour=2018-03-03"},
      {"2020-06-18",
       "Grève le 3 mars 2018 à Lyon\n\nLe 5 mai 2019, il a signé. Le même jour, il a vendu.",
       "le 3 mars 2018=2018-03-03 | Le 5 mai 2019=2019-05-05 | Le même jour=2019-05-05"},
  }));
  CAPTURE(row.text);
  CHECK(spelled(timed("fr", row.published, row.text)) == row.read);
}

TEST_CASE("a weekday without a verb is the one that the text tells in full", "[temporal]") {
  const auto row = GENERATE(values<Row>({
      {"2020-06-18", "Concert mardi à Lyon\n\nLe groupe jouera mardi 23 juin au grand théâtre.",
       "mardi=2020-06-23 | mardi 23 juin=2020-06-23"},
      {"2020-06-18", "Concert mardi à Lyon\n\nLe groupe a joué mardi 16 juin au grand théâtre.",
       "mardi=2020-06-16 | mardi 16 juin=2020-06-16"},
      // The verb says more than the other place.
      {"2020-06-18", "Il a chanté mardi à Lyon. Il chantera aussi le mardi 23 juin à Brest.",
       "mardi=2020-06-16 | le mardi 23 juin=2020-06-23"},
  }));
  CAPTURE(row.text);
  CHECK(spelled(timed("fr", row.published, row.text)) == row.read);
}

TEST_CASE("tense and prepositions say which way a date lies", "[temporal]") {
  const auto row = GENERATE(values<Row>({
      {"2020-06-18", "Le site a fermé en mai.", "mai=2020-05"},
      {"2020-06-18", "Le site fermera en mai.", "mai=2021-05"},
      {"2020-06-18", "Le site doit fermer lundi.", "lundi=2020-06-22"},
      {"2020-06-18", "Le site est fermé depuis lundi.", "lundi=2020-06-15"},
      {"2020-06-18", "Le site ferme jusqu'à lundi.", "lundi=2020-06-22"},
      {"2020-06-18", "Les chiffres de mars, qui seront affinés, ont surpris.", "mars=2020-03"},
      {"2020-06-18", "À partir de lundi, le site sera fermé.", "lundi=2020-06-22"},
      {"2020-06-18", "Avant de quitter son poste le 30 août, il a salué ses équipes.",
       "le 30 août=2020-08-30"},
      {"2020-06-18", "Les ventes montent en été.", "été=XXXX-SU"},
      {"2020-06-18", "Les ventes monteront en hiver.", "hiver=2020-WI"},
      {"2020-06-18", "Aujourd'hui, le groupe emploie mille personnes.", "Aujourd'hui=PRESENT_REF"},
      {"2020-06-18", "Aujourd'hui, le groupe a vendu son siège.", "Aujourd'hui=2020-06-18"},
      {"2020-06-18", "Aujourd'hui, le groupe annonce une perte.", "Aujourd'hui=2020-06-18"},
  }));
  CAPTURE(row.text);
  CHECK(spelled(timed("fr", row.published, row.text)) == row.read);
}
