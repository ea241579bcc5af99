#include "fixture.hpp"
#include "scratch_folder.hpp"

TEST_CASE("function words tell the language", "[read]") {
  struct Row {
    std::string text, lang;
    bool sure;
  };
  const auto row = GENERATE(values<Row>({
      {"L'usine a été vendue par le groupe à un rival, qui en a fait une école pour les enfants.",
       "fr", true},
      {"LE GROUPE A VENDU L'USINE DANS LE NORD ET SON SIÈGE AVEC LES BUREAUX DE LA RUE", "fr",
       true},
      {"The plant was sold by the group to a rival, which has made it into a school.", "en", true},
      {"La planta fue vendida por el grupo a un rival, que la convirtió en una escuela para los "
       "niños.",
       "es", true},
      {"Das Werk wurde von der Gruppe an einen Rivalen verkauft und ist nicht mehr im Besitz der "
       "Stadt.",
       "de", true},
      {"Lo stabilimento è stato venduto dal gruppo a un rivale, che non ha più una sede nella "
       "città.",
       "it", true},
      {"A fábrica foi vendida pelo grupo a um rival, que não tem mais uma sede na cidade do Porto.",
       "pt", true},
      {"De fabriek werd door de groep verkocht aan een rivaal, die het niet meer heeft.", "nl",
       true},
      {"Je pars demain", "fr", false},
      {"Alpha Beta", "", false},
      {"", "", false},
      {"文章", "", false},
  }));
  const auto guess = frise::test::guesser()->guess(row.text);
  CHECK(guess.lang == row.lang);
  CHECK(guess.sure == row.sure);
}

TEST_CASE("an unsure guess is remarked upon", "[read]") {
  const auto documents = frise::test::read_text("a.txt", "Je pars demain");
  REQUIRE(documents[0].has_value());
  REQUIRE(documents[0]->diagnostics.size() == 1);
  CHECK(documents[0]->diagnostics[0].code == "language-unsure");
}

TEST_CASE("a pack that is added brings its language with it", "[read][pack]") {
  const frise::test::ScratchFolder root;
  root.write("lang/neighbours.tsv", "eo\tvi ni\nla\tet in ad\n");
  root.write("lang/eo/pack.toml", "lang = \"eo\"\n");
  root.write("lang/eo/read/function_words.tsv", "la kaj estas\nde en al\n");
  const auto guesser = frise::load_guesser(root.root());
  REQUIRE(guesser);
  CHECK(guesser->guess("La urbo estas granda kaj la domoj de la urbo estas en la valo.").lang ==
        "eo");
  CHECK(guesser->guess("Urbs et domus in valle").lang == "la");
  CHECK(guesser->guess("vi ni").lang.empty());
  CHECK(frise::LanguageGuesser{}.guess("La urbo").lang.empty());
}
