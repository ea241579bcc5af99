#include "unit/entity/entity_fixture.hpp"

namespace frise {
namespace {

using entity_test::Bench;

struct Row {
  const char* text;
  const char* mentions;
};

TEST_CASE("a definite noun stands for the entity that it fits", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"Le constructeur Bravanti recrute. L'entreprise vise mille postes.",
       "L'entreprise=company:bravanti"},
      {"Le constructeur Bravanti recrute. Le constructeur vise mille postes.",
       "Le constructeur=company:bravanti"},
      // The bank is not the carmaker, however near.
      {"La banque Ovalis prête au constructeur Bravanti. La banque attend.",
       "La banque=company:ovalis"},
      // Neither is what an indefinite speaks of.
      {"Le constructeur Bravanti recrute. Une entreprise voisine ferme.",
       "Une entreprise voisine=?"},
      // Nationality may not contradict.
      {"Le groupe français Orvane négocie avec le groupe italien Bravanti. Le groupe italien cède.",
       "Le groupe italien=company:bravanti"},
      {"Bravanti, le constructeur italien, recrute.", "le constructeur italien=company:bravanti"},
      // Nobody named: nobody meant.
      {"L'entreprise ferme.", "L'entreprise=?"},
      {"Le constructeur Bravanti et la banque Ovalis signent. Les deux entreprises jubilent.",
       "Les deux entreprises=company:bravanti&company:ovalis"},
      // Of three, which two?
      {"Bravanti SA attaque Ovalis SA et Calvex SA. Les deux entreprises jubilent.",
       "Les deux entreprises=?"},
      {"Le constructeur Bravanti recrute. Les deux entreprises jubilent.",
       "Les deux entreprises=?"},
      {"Bravanti SA attaque Ovalis SA. Les deux autres groupes jubilent.",
       "Les deux autres groupes=?"},
      {"Le constructeur Bravanti recrute. L'autre groupe ferme.", "L'autre groupe=?"},
      // Whose.
      {"Le constructeur Bravanti ferme. Il garde son usine.", "son usine=?<company:bravanti"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().nominals(row.text) == row.mentions);
}

TEST_CASE("a role stands for who holds it", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"Le PDG de Calvex, Odrick Valmeraud, part.", "Le PDG=person:odrick-valmeraud"},
      {"Odrick Valmeraud, PDG de Calvex, part. Le patron de Calvex avait prévenu.",
       "Le patron=person:odrick-valmeraud"},
      {"Le patron de Calvex avait prévenu.", "Le patron=?"},
      {"Martine Olvard, directrice générale de Calvex, part. Le directeur général sourit.",
       "Le directeur général=?"},
      // Who held it is not who holds it.
      {"Odrick Valmeraud, ancien PDG de Calvex, part. Le PDG de Calvex se tait.", "Le PDG=?"},
      {"Odrick Valmeraud, ancien PDG de Calvex, part. L'ancien PDG de Calvex rit.",
       "L'ancien PDG=person:odrick-valmeraud"},
      {"Odrick Valmeraud, PDG de Calvex, aime son entreprise.",
       "son entreprise=company:calvex<person:odrick-valmeraud"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().nominals(row.text) == row.mentions);
}

TEST_CASE("a noun that tells a trade refers to nobody of another", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"The European Medicines Agency approved Norvex's heart drug. The Danish drugmaker rose.",
       "The Danish drugmaker=company:norvex"},
      {"Ovalis Bank sued Calvex Airlines. The lender wants its jets.",
       "The lender=company:ovalis-bank; its jets=?<company:ovalis-bank"},
      {"Ovalis Bank sued Calvex Airlines. The carrier objected.",
       "The carrier=company:calvex-airlines"},
      {"A court in Delaware blocked the sale of Calvex. The court cited fraud.",
       "A court=government:court-in-delaware; The court=government:court-in-delaware"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::english().nominals(row.text) == row.mentions);
}

TEST_CASE("courts of a place and people of a country are somebody", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"Le tribunal de commerce de Lyon a condamné Bravanti. Le tribunal vise une fraude.",
       "Le tribunal de commerce=government:tribunal-de-commerce-de-lyon; "
       "Le tribunal=government:tribunal-de-commerce-de-lyon"},
      {"Le tribunal attend.", "Le tribunal=?"},
      {"La société Calvex a nommé Chiara Talbrin. L'Italienne arrive en mai.",
       "L'Italienne=person:chiara-talbrin"},
      {"L'Italienne arrive en mai.", "L'Italienne=?"},
      {"Le groupe Calvex licencie. La direction se tait.", "La direction=company:calvex"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().nominals(row.text) == row.mentions);
}

TEST_CASE("a thing is called by the noun that introduced it", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"Bravanti lance la Zelda 3, une citadine. La voiture coûte cher.",
       "une citadine=product:zelda-3; La voiture=product:zelda-3"},
      {"Le médicament Tazorel est retiré. Le traitement rend malade.",
       "Le traitement=product:tazorel"},
      // No car is a medicine, and a second one without a name is not the first.
      {"Le médicament Tazorel est retiré. La voiture coûte cher.", ""},
      {"Le médicament Tazorel est retiré. Un vaccin arrive. Le vaccin rassure.", ""},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().nominals(row.text) == row.mentions);
}

TEST_CASE("what the text has told of somebody shuts out the others", "[entity]") {
  const auto row = GENERATE(values<Row>({
      // Where from.
      {"Le danois Calvex et le groupe Orvane signent. Le groupe américain fournira les pièces.",
       "Le groupe américain=company:orvane"},
      // What narrows the noun.
      {"Le géant du luxe Orvane a racheté Bastrel. Le numéro un mondial du luxe se tait.",
       "Le numéro un mondial du luxe=company:orvane"},
      // The head of a longer noun.
      {"La maison d'édition Calvex attaque Orvane. La maison refuse un accord.",
       "La maison=company:calvex"},
      // Nobody acts upon himself.
      {"Le groupe Calvex attend. Orvane a proposé d'aider. Orvane a attaqué le groupe.",
       "le groupe=company:calvex"},
      // Society, not the speaker's house.
      {"Le groupe Calvex recrute. « C'est utile pour la société », dit la mairie.", "la société=?"},
      {"L'américain Calvex a cédé deux usines. L'américain licencie.",
       "L'américain=company:calvex"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().nominals(row.text) == row.mentions);
}

TEST_CASE("what people do and are called tells their roles", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"Martine Olvard, qui a fondé Calvex, part. La fondatrice garde ses parts.",
       "La fondatrice=person:martine-olvard; ses parts=?<person:martine-olvard"},
      {"Me Martine Olvard défend Calvex. L'avocate plaide lundi.",
       "L'avocate=person:martine-olvard"},
      {"La ministre des Transports, Martine Olvard, hésite. La ministre attend.",
       "La ministre=person:martine-olvard; La ministre=person:martine-olvard"},
      {"Martine Olvard a publié un texte. La romancière se cache.",
       "La romancière=person:martine-olvard"},
      // Two could be meant.
      {"Martine Olvard a croisé Nadine Talbrin. La romancière se cache.", "La romancière=?"},
      // An office is no occupation.
      {"Martine Olvard a publié un texte. La ministre se tait.", "La ministre=?"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().nominals(row.text) == row.mentions);
}

TEST_CASE("a group is the one that the article is about, not the nearest", "[entity]") {
  CHECK(Bench::french().nominals(
            "L'entreprise Calvex ouvre deux usines. Calvex y fabriquera des pièces avec Orvane et "
            "Bastrel. Le ciel est gris. Mardi, le groupe a prévenu tout le monde.") ==
        "le groupe=company:calvex");
}

TEST_CASE("a subject pack narrows who may be called what", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"Microsoft paie Nvidia. Le fabricant de puces se réjouit.",
       "Le fabricant de puces=company:nvidia"},
      {"Binance accuse Nvidia. La plateforme d'échange attend.",
       "La plateforme d'échange=company:binance"},
      {"Nvidia ouvre son programme d'accélération.",
       "son programme d'accélération=programme:nvidia-inception<company:nvidia"},
      {"Le patron de Nvidia a parlé.", "Le patron=person:jensen-huang"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french_crypto().nominals(row.text) == row.mentions);
}

TEST_CASE("pronouns follow gender, number and the subject", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"L'entreprise Calvex dit qu'elle embauche.", "elle=company:calvex"},
      {"Martine Olvard a quitté Calvex. Elle avait prévenu.", "Elle=person:martine-olvard"},
      {"Odrick Valmeraud, PDG de Calvex, a dit qu'il partirait.", "il=person:odrick-valmeraud"},
      {"La banque Ovalis attaque le constructeur Bravanti. Celui-ci se défend.",
       "Celui-ci=company:bravanti"},
      {"La banque Ovalis, elle, attend.", "elle=company:ovalis"},
      // Nobody: the impersonal.
      {"Le groupe Calvex attend. Il y a un mois, il faut le dire, il pleuvait.", ""},
      {"Le groupe Calvex attend. Il est utile d'attendre.", ""},
      {"Le groupe Calvex attend. Il n'y a rien.", ""},
      {"Le groupe Calvex attend. Il s'agit d'un choix.", ""},
      {"Il dort.", "Il=?"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().pronouns(row.text) == row.mentions);
}

TEST_CASE("speakers without a name are mentions without an entity", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"Selon des sources proches du dossier, rien n'est fait.",
       "des sources proches du dossier=?"},
      {"Des médias étrangers en doutent.", "Des médias étrangers=?"},
      {"Les analystes attendent.", "Les analystes=?"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().nominals(row.text) == row.mentions);
}

TEST_CASE("roles are facts of person and organisation", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"Odrick Valmeraud, directeur technique de Calvex, part.",
       "person:odrick-valmeraud directeur technique company:calvex"},
      {"Le PDG de Calvex, Odrick Valmeraud, part.", "person:odrick-valmeraud PDG company:calvex"},
      {"Martine Olvard, directrice générale du fonds de capital-risque Trémont Capital, attend.",
       "person:martine-olvard directrice générale company:tremont-capital"},
      {"Le ministre Odrick Valmeraud sourit.", ""},
      {"L'ancien président de Calvex, Odrick Valmeraud, rit.",
       "person:odrick-valmeraud président (past) company:calvex"},
      {"Odrick Valmeraud, alors directeur financier de Calvex, signe.",
       "person:odrick-valmeraud directeur financier (then) company:calvex"},
      {"Odrick Valmeraud, futur directeur général de Calvex, signe.",
       "person:odrick-valmeraud directeur général (future) company:calvex"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().roles(row.text) == row.mentions);
}

TEST_CASE("mentions are sorted and do not overlap", "[entity]") {
  const std::string text =
      "Le PDG de Nvidia, Jensen Huang, a dit que son entreprise vendrait au gouvernement américain "
      "ses puces H100. Il ajoute que le fabricant de puces et les mineurs de cryptomonnaies se "
      "parlent, selon des sources proches du dossier.";
  const EntityLayer layer = Bench::french_crypto().read(text);
  REQUIRE(layer.mentions.size() > 8);
  for (std::size_t i = 1; i < layer.mentions.size(); ++i) {
    CHECK(layer.mentions[i - 1].span.end <= layer.mentions[i].span.begin);
    CHECK(layer.mentions[i - 1].tokens.end <= layer.mentions[i].tokens.begin);
  }
}

}  // namespace
}  // namespace frise
