#include "unit/entity/entity_fixture.hpp"

namespace frise {
namespace {

using entity_test::Bench;

struct Row {
  const char* text;
  const char* names;
};

TEST_CASE("names of a pack are found in the case that makes them names", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"Le groupe vend ses serveurs à NVIDIA.", "NVIDIA=company:nvidia"},
      {"Le cours de l'action nvidia monte.", "nvidia=company:nvidia"},
      {"On dit que Huang Renxun viendra.", "Huang Renxun=person:jensen-huang"},
      {"Une carte AMD suffit.", "AMD=company:amd"},
      {"Il a acheté trois H100S hier.", "H100S=product:h100"},
      {"Les GPU A100 sont rares.", "A100=product:a100"},
      // Common words and short names count by their capitals.
      {"Ce choix a un oracle pour témoin.", ""},
      {"La base de données est vendue par Oracle.", "Oracle=company:oracle"},
      {"J'ai vu ce film.", ""},
      {"L'IA progresse.", "IA=sector:ai"},
      {"Les mineurs de cryptomonnaies protestent.", "mineurs de cryptomonnaies=sector:miners"},
      {"Le message a paru sur la plateforme X hier.", "X=product:x"},
      {"Le plan X n'existe pas.", ""},
      // A person's name is not the product it holds.
      {"L'économiste Robert Rubin a souri.", "Robert Rubin=person:robert-rubin"},
      {"Le service cloud d'Amazon, AWS, grandit.", "Amazon=company:amazon; AWS=product:aws"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french_crypto().names(row.text) == row.names);
}

TEST_CASE("a bare X is the platform once the text has said so", "[entity]") {
  CHECK(Bench::french_crypto().names(
            "Il a écrit sur le réseau social X. Le message a été lu sur X par la presse.") ==
        "X=product:x; X=product:x");
}

TEST_CASE("the gazetteer knows countries, cities, media and governments", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"La pluie tombe en Corée du Sud et à Munich.",
       "Corée du Sud=place:south-korea; Munich=place:munich"},
      {"Le gouvernement italien a tranché.", "gouvernement italien=government:italy"},
      {"Selon Le Monde, la grève continue.", "Le Monde=publication:le-monde"},
      {"Berlin a annoncé une aide.", "Berlin=government:germany"},
      {"Le train pour Berlin est parti.", "Berlin=place:germany"},
  }));
  CAPTURE(row.text);
  if (std::string{row.text}.find("train") != std::string::npos) {
    CHECK(Bench::french().names(row.text) == "Berlin=place:berlin");
  } else {
    CHECK(Bench::french().names(row.text) == row.names);
  }
}

TEST_CASE("a place inside a longer name is not a place", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"La compagnie Air France embauche.", "Air France=company:air-france"},
      {"Les salariés de Renault France défilent.", "Renault France=company:renault-france"},
      {"Elle visite Berlin Volta et rit.", "Berlin Volta=company:berlin-volta"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().names(row.text) == row.names);
}

TEST_CASE("English names are found as French ones are", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"Shares of Intel fell in Tokyo.", "Intel=company:intel; Tokyo=place:tokyo"},
      {"The US government sued Meta on Friday.",
       "US government=government:united-states; Meta=company:meta"},
      {"The German government agreed.", "German government=government:germany"},
      {"They asked us to stay.", ""},
      {"The Trump administration backs AI.",
       "Trump administration=government:trump-administration; AI=sector:ai"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::english_crypto().names(row.text) == row.names);
}

TEST_CASE("a trade is somebody only where the words stand for all of it", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"La ministre défend les agriculteurs.", "agriculteurs=sector:farmers"},
      {"La grève des enseignants continue.", "enseignants=sector:teachers"},
      {"Il critique l'intelligence artificielle.", "intelligence artificielle=sector:ai"},
      // Some of them, those of somebody, or the first half of a longer noun.
      {"Des enseignants sont venus.", ""},
      {"Elle a prévenu ses actionnaires.", ""},
      {"Trois chercheurs ont signé.", ""},
      {"Les agriculteurs furieux attendent.", ""},
      {"La Confédération nationale des agriculteurs proteste.",
       "Confédération nationale des agriculteurs=organization:"
       "confederation-nationale-des-agriculteurs"},
      // One of them.
      {"La PME recrute.", ""},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().names(row.text) == row.names);
  const auto english = GENERATE(values<Row>({
      {"The minister praised farmers.", "farmers=sector:farmers"},
      {"She blamed the car industry.", "car industry=sector:automotive"},
      {"Two airlines agreed.", ""},
      {"Its shareholders agreed.", ""},
      {"Ovalis Airlines agreed.", "Ovalis Airlines=company:ovalis-airlines"},
  }));
  CAPTURE(english.text);
  CHECK(Bench::english().names(english.text) == english.names);
}

}  // namespace
}  // namespace frise
