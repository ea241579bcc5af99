#include "unit/entity/entity_fixture.hpp"

namespace frise {
namespace {

using entity_test::Bench;

struct Row {
  const char* text;
  const char* names;
};

TEST_CASE("the words around an unknown name say what it is", "[entity]") {
  const auto row = GENERATE(values<Row>({
      // A noun before it.
      {"Elle dirige la startup Vélobois depuis mai.", "Vélobois=company:velobois"},
      {"Le constructeur italien Bravanti recrute.", "Bravanti=company:bravanti"},
      {"On attend le fabricant de batteries Elvoria.", "Elvoria=company:elvoria"},
      {"Le syndicat Solidor refuse.", "Solidor=organization:solidor"},
      {"Le médicament Tazorel arrive en pharmacie.", "Tazorel=product:tazorel"},
      {"Elle lit le quotidien Lumières.", "Lumières=publication:lumieres"},
      {"Il vit dans la ville de Montclar.", "Montclar=place:montclar"},
      {"Le jeton Zantcoin double de valeur.", "Zantcoin=cryptocurrency:zantcoin"},
      // A role or a title.
      {"On a vu hier Mme Talbrin à la gare.", "Talbrin=person:talbrin"},
      {"Le ministre Odrick Valmeraud sourit.", "Odrick Valmeraud=person:odrick-valmeraud"},
      {"C'est l'avis du PDG de Calvex.", "Calvex=company:calvex"},
      {"Odrick Valmeraud, directeur technique, s'en va.",
       "Odrick Valmeraud=person:odrick-valmeraud"},
      // An apposition.
      {"On cite Calvex, fournisseur israélien de câbles.", "Calvex=company:calvex"},
      // The form of the name.
      {"Un accord avec Bastrel SA tombe à l'eau.", "Bastrel SA=company:bastrel-sa"},
      {"Un accord avec Orvane & Fils est signé.", "Orvane & Fils=company:orvane-fils"},
      {"Bastrel SA et Orvane SA ont signé un accord.",
       "Bastrel SA=company:bastrel-sa; Orvane SA=company:orvane-sa"},
      {"Un accord avec Bastrel Foods plc tombe à l'eau.",
       "Bastrel Foods plc=company:bastrel-foods-plc"},
      {"Il a cru Martine Olvard.", "Martine Olvard=person:martine-olvard"},
      // Its verb.
      {"Vélobois a racheté son voisin.", "Vélobois=company:velobois"},
      {"« Rien ne presse », explique Odrick Valmeraud.",
       "Odrick Valmeraud=person:odrick-valmeraud"},
      // What it has.
      {"Les salariés de Calvex attendent.", "Calvex=company:calvex"},
      {"Un poste chez Calvex se libère.", "Calvex=company:calvex"},
      // A list of its like.
      {"Trois banques, dont Ovalis, Trémont et Bancor, ferment.",
       "Ovalis=company:ovalis; Trémont=company:tremont; Bancor=company:bancor"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().names(row.text) == row.names);
}

TEST_CASE("a capital that opens a sentence is no name", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"Demain il pleuvra. Rien ne change.", ""},
      {"« Personne ne sait », dit la foule.", ""},
      {"Commentaire", ""},
      {"Partager", ""},
      {"Selon la presse, tout va bien.", ""},
      {"Hausse des prix : la bourse attend.", ""},
      {"Lundi, les Polonais ont voté.", ""},
      {"Le PIB et la TVA montent.", ""},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().names(row.text) == row.names);
}

TEST_CASE("a bare noun that does something at the head of a sentence is a name", "[entity]") {
  CHECK(Bench::french().names("Orange supprimera cent postes.") == "Orange=company:orange");
  CHECK(Bench::french().names("Orange et poire se valent.") == "");
}

TEST_CASE("acronyms, surnames and short forms join the full name", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"L'Union des brasseurs du Nord (UBN) proteste. L'UBN attend.",
       "Union des brasseurs du Nord=organization:union-des-brasseurs-du-nord; "
       "UBN=organization:union-des-brasseurs-du-nord; "
       "UBN=organization:union-des-brasseurs-du-nord"},
      {"Pour Valmeraud, tout est dit. Le ministre Odrick Valmeraud sourit.",
       "Valmeraud=person:odrick-valmeraud; Odrick Valmeraud=person:odrick-valmeraud"},
      {"L'entreprise Calvex Marine recrute. Les salariés de Calvex attendent.",
       "Calvex Marine=company:calvex-marine; Calvex=company:calvex-marine"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().names(row.text) == row.names);
}

TEST_CASE("articles, places and verbs speak for kinds", "[entity]") {
  const auto row = GENERATE(values<Row>({
      // A French company goes without an article, an acronym with one is a body.
      {"Hier, la BRDL a protesté.", "BRDL=organization:brdl"},
      {"Une usine ouvre à Brévigny.", "Brévigny=place:brevigny"},
      {"Ils ont vendu leur usine à Bravanti.", "Bravanti=company:bravanti"},
      {"Les pompiers de Brévigny sont venus.", "Brévigny=place:brevigny"},
      // A modal leaves the word to its verb.
      {"Calvex devrait supprimer cent postes.", "Calvex=company:calvex"},
      // A body of state, known to readers.
      {"Bercy a approuvé la vente.", "Bercy=government:france"},
      {"La Cnil enquête.", "Cnil=organization:cnil"},
      {"Le syndicat CFDT proteste.", "CFDT=organization:cfdt"},
      // Surnames in capitals, given names alone, initials.
      {"On a vu Odile VALMERAUD hier.", "Odile VALMERAUD=person:odile-valmeraud"},
      {"Il salue sa fille, Simone, et part.", "Simone=person:simone"},
      // A particle with a capital is the name's.
      {"Le joaillier Van Talbrin recrute.", "Van Talbrin=company:van-talbrin"},
      // A person's name begins where the acronym ends.
      {"Il cite l'élu UBNV Jean Valmeraud.",
       "UBNV=organization:ubnv; Jean Valmeraud=person:jean-valmeraud"},
      // Whose thing it is, and where.
      {"Une offre de Calvex a été refusée.", "Calvex=company:calvex"},
      {"Il est né à Brévigny-sur-Orne.", "Brévigny-sur-Orne=place:brevigny-sur-orne"},
      // A plain noun with a capital behind its article begins a name.
      {"Il écrit aux Chantiers de la Rade.", "Chantiers de la Rade=company:chantiers-de-la-rade"},
      {"Odrick Valmeraud, 41 ans, part.", "Odrick Valmeraud=person:odrick-valmeraud"},
      // People called by their country are no names.
      {"L'Italienne et les Belges attendent.", ""},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().names(row.text) == row.names);
}

TEST_CASE("a man and his house share a name, each place is one of them", "[entity]") {
  CHECK(Bench::french().names("Étienne Talbrin a fondé la maison Talbrin en 1979. M. Talbrin vend "
                              "la marque Talbrin.") ==
        "Étienne Talbrin=person:etienne-talbrin; Talbrin=company:talbrin; "
        "Talbrin=person:etienne-talbrin; Talbrin=company:talbrin");
}

TEST_CASE("a headline in capitals names what the article names", "[entity]") {
  CHECK(Bench::french().names("BRAVANTI FERME UNE USINE\n\nLe constructeur Bravanti licencie.") ==
        "BRAVANTI=company:bravanti; Bravanti=company:bravanti");
  CHECK(Bench::french().names("SONDAGE. Les prix montent.") == "");
}

TEST_CASE("an article belongs to a name that has one elsewhere", "[entity]") {
  CHECK(Bench::french().names("L'Ovalis recrute. Les salariés de L'Ovalis attendent.") ==
        "L'Ovalis=company:lovalis; L'Ovalis=company:lovalis");
}

TEST_CASE("English names are typed by English cues", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"The carmaker Bravanti opened a plant.", "Bravanti=company:bravanti"},
      {"He works for Orvane Motors today.", "Orvane Motors=company:orvane-motors"},
      {"Shares of Calvex fell.", "Calvex=company:calvex"},
      {"Mr Talbrin smiled.", "Talbrin=person:talbrin"},
      {"The Competition and Ports Authority objected.",
       "Competition and Ports Authority=organization:competition-and-ports-authority"},
      {"Calvex Robotics (NASDAQ: CLVX) fell.", "Calvex Robotics=company:calvex-robotics"},
      {"It met Michael R. Talbrin on Monday.", "Michael R. Talbrin=person:michael-r-talbrin"},
      {"The Talbrin Society of Cardiology objected.",
       "Talbrin Society of Cardiology=organization:talbrin-society-of-cardiology"},
      {"The German steelmaker and its European rival bid.", ""},
      {"The Brisbane-born, Paris-based group and the all-Bravanti fleet wait.", ""},
      {"They fly the Bravanti 787 Starliner daily.",
       "Bravanti=company:bravanti; Starliner=product:starliner"},
      {"Berlin must still approve the sale.", "Berlin=government:germany"},
      {"He left Berlin.", "Berlin=place:berlin"},
      {"The Shopworkers' Union called for a strike.",
       "Shopworkers' Union=organization:shopworkers-union"},
      {"Soren Talbrin, who owns two ferries, sold one.", "Soren Talbrin=person:soren-talbrin"},
      {"Readers of the Lantern newspaper complained.", "Lantern=publication:lantern"},
      {"It replaced its only heart pill, Tazorel.", "Tazorel=product:tazorel"},
      // Two that are each a company's name are two; plain words behind "and" are one name's.
      {"Calvex Pharma and Bravanti Inc signed a deal.",
       "Calvex Pharma=company:calvex-pharma; Bravanti Inc=company:bravanti-inc"},
      {"Calvex Bank and Bravanti Capital settled.",
       "Calvex Bank=company:calvex-bank; Bravanti Capital=company:bravanti-capital"},
      {"The plant of Calvex Fuels and Bravanti Inc burnt.",
       "Calvex Fuels=company:calvex-fuels; Bravanti Inc=company:bravanti-inc"},
      {"Calvex Energy and Robin Mobile fell.",
       "Calvex Energy=company:calvex-energy; Robin Mobile=company:robin-mobile"},
      {"It works for Calvex Gas and Electric Company.",
       "Calvex Gas and Electric Company=company:calvex-gas-and-electric-company"},
      {"It was sold to Calvex Investment and Securities.",
       "Calvex Investment and Securities=company:calvex-investment-and-securities"},
      // "partners" is a role elsewhere.
      {"It bought the mine from Talbrin Partners.", "Talbrin Partners=company:talbrin-partners"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::english().names(row.text) == row.names);
}

TEST_CASE("what is no article of the language gives few names", "[entity]") {
  const auto row = GENERATE(values<Row>({
      // Another language.
      {"El presidente dijo que los resultados del trimestre fueron muy buenos para Ovalis.", ""},
      {"Der Vorstand der Bravanti Gruppe hat am Montag neue Werke angekündigt, sagte er.", ""},
      {"Il gruppo Bravanti ha annunciato ieri la chiusura dello stabilimento, ha detto lei.", ""},
      // Text read badly by a machine.
      {"Le gr0upe Brav4nti a ann0ncé |undi la fermetvre de s0n us1ne, déc1sion lnattendue.", ""},
      {"Tbe cornpany Bravonti annourced yestcrday tbat lt wiII cIose Ciiteau plont.", ""},
      // Code.
      {"template <class T> auto Foo(T&& x) -> Bar { return Baz<T>{x}.qux(); }", ""},
      {"if (nodes.empty()) return Error(x); for (auto& Child : nodes) { Visit(Child); }", ""},
      // The page's own furniture.
      {"Commentaire\nPartager\nLe plus lu\nRécompense\nLire aussi\nS'abonner", ""},
  }));
  CAPTURE(row.text);
  CHECK(Bench::english().names(row.text) == row.names);
  CHECK(Bench::french().names(row.text) == row.names);
}

TEST_CASE("a French house is known by what stands behind the word that says what it is",
          "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"La Banque Calvette recule. Calvette a vendu ses agences.",
       "Banque Calvette=company:banque-calvette; Calvette=company:banque-calvette"},
      {"La Banque de la Rade recule. Elle a vendu ses agences.",
       "Banque de la Rade=company:banque-de-la-rade"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().names(row.text) == row.names);
}

TEST_CASE("a part of a name that the document writes out is that name", "[entity]") {
  const auto row = GENERATE(values<Row>({
      // Plurals.
      {"Calvex builds the Q380. Two airlines ordered Q380s.",
       "Calvex=company:calvex; Q380=product:q380; Q380s=product:q380"},
      // A maker and its model.
      {"Calvex sold a Calvex Q380. The Q380 is late.",
       "Calvex=company:calvex; Calvex Q380=product:calvex-q380; Q380=product:calvex-q380"},
      // An institution without its country.
      {"The Royal Brevonian Air Force agreed. The Air Force will pay.",
       "Royal Brevonian Air Force=organization:royal-brevonian-air-force; "
       "Air Force=organization:royal-brevonian-air-force"},
      // Initials without the last word.
      {"It wrote to the Brevonian Aeronautic Defence Systems Company. BADS declined.",
       "Brevonian Aeronautic Defence Systems Company="
       "company:brevonian-aeronautic-defence-systems-company; "
       "BADS=company:brevonian-aeronautic-defence-systems-company"},
      // Two companies are not one for a word they share.
      {"Ovalis France signed a deal. Ovalis did not.",
       "Ovalis France=company:ovalis-france; Ovalis=company:ovalis"},
  }));
  CAPTURE(row.text);
  CHECK(Bench::english().names(row.text) == row.names);
}

TEST_CASE("capitals that a translating machine leaves on plain words name nobody", "[entity]") {
  CHECK(Bench::french().names("Le Géant de la Technologie a révélé que Ses Clients Préférés seront "
                              "prioritaires pour les Mises à Jour de Sécurité.") == "");
}

TEST_CASE("the rows of a table are no names", "[entity]") {
  CHECK(Bench::french().names("Chiffre d'affaires 12,3 11,8 +4,2 %\nRésultat net 1,2 0,9 +33 %\n"
                              "Dette 4,5 4,9 -8 %") == "");
}

TEST_CASE("hostile text gives no name and costs no time", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"", ""},
      {"\n\n \t", ""},
      {"((((((((((((((((", ""},
      {"% $ € & @ # / . , ; : ! ? « » “ ”", ""},
      {"A A A A A A A A A A A A A A A A A A", ""},
  }));
  CHECK_NOTHROW(Bench::french().read(row.text));
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "Bravanti et Calvex, Orvane (OV), le groupe, il, son ";
  CHECK_NOTHROW(Bench::french().read(many));
}

}  // namespace
}  // namespace frise
