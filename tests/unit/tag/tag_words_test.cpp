#include "unit/tag/language.hpp"

using namespace frise;

TEST_CASE("words of French company news are read by their neighbours", "[tag]") {
  struct Row {
    const char *text, *expected;
  };
  const auto row = GENERATE(values<Row>({
      {"Le groupe ferme son usine.",
       "le/determiner groupe/noun ferme/verb son/determiner usine/noun"},
      {"Il a pris une ferme en Bretagne.",
       "il/pronoun a/auxiliary pris/verb une/determiner ferme/noun en/adposition "
       "bretagne/proper_noun"},
      {"L'entreprise porte plainte à Lyon.",
       "l'/determiner entreprise/noun porte/verb plainte/noun à/adposition lyon/proper_noun"},
      {"La porte est ouverte.", "la/determiner porte/noun est/auxiliary ouverte/verb"},
      {"Elle vise le marché chinois.",
       "elle/pronoun vise/verb le/determiner marché/noun chinois/adjective"},
      {"La demande de puces a été forte cet été.",
       "la/determiner demande/noun de/adposition puces/noun a/auxiliary été/verb forte/adjective "
       "cet/determiner été/noun"},
      {"Il demande aux revendeurs de patienter.",
       "il/pronoun demande/verb aux/adposition revendeurs/noun de/adposition patienter/verb"},
      {"Le fabricant produit les cartes et vend ses produits.",
       "le/determiner fabricant/noun produit/verb les/determiner cartes/noun "
       "et/coordinating_conjunction vend/verb ses/determiner produits/noun"},
      {"Les actionnaires ont toujours approuvé la mise en place du plan.",
       "les/determiner actionnaires/noun ont/auxiliary toujours/adverb approuvé/verb la/determiner "
       "mise/noun en/adposition place/noun du/adposition plan/noun"},
      {"Le constructeur n'a pas investi l'an dernier.",
       "le/determiner constructeur/noun n'/adverb a/auxiliary pas/adverb investi/verb "
       "l'/determiner "
       "an/noun dernier/adjective"},
      {"Or, le livre se vend bien.",
       "or/coordinating_conjunction le/determiner livre/noun se/pronoun vend/verb bien/adverb"},
      {"Le prix de l'or monte.",
       "le/determiner prix/noun de/adposition l'/determiner or/noun monte/verb"},
      {"Pourquoi a-t-il quitté la société ?",
       "pourquoi/adverb a/auxiliary -t-il/pronoun quitté/verb la/determiner société/noun"},
      {"La société présente ses résultats.",
       "la/determiner société/noun présente/verb ses/determiner résultats/noun"},
      {"En 2018, Altaria livre 300 camions.",
       "en/adposition 2018/numeral altaria/proper_noun livre/verb 300/numeral camions/noun"},
  }));
  CAPTURE(row.text);
  CHECK(test::tagged(row.text, test::french()) == row.expected);
}

TEST_CASE("every token has one tag, whatever the text", "[tag]") {
  const auto text = GENERATE(values<std::string>({
      "",
      "'",
      "- - -",
      "ÉÈÀ ŒUVRE 12,5 % @nom http://exemple.fr",
      std::string(5000, 'a'),
      std::string(3000, '-'),
      "\u202e\u0301\U0001F600",
  }));
  CHECK_NOTHROW(test::tagged(text, test::french()));
}
