// Mechanisms of the frame engine, on French: support verbs, participles, owners, counted things.

#include "event_fixture.hpp"

#include <catch2/catch.hpp>
#include <string>

using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

struct Row {
  const char* text;
  const char* events;
};

std::string brief(const char* text) {
  return EventFixture::of("fr").annotate(text, "2024-03-15").brief();
}

}  // namespace

TEST_CASE("a support verb lends its subject to a noun of action", "[event]") {
  const auto row = GENERATE(values<Row>({
      {"Orval procède au rappel de 3 000 grille-pain.", "cancel Orval>"},
      {"Brumel fait l'objet d'une plainte.", "litigate >Brumel"},
      {"Brumel écope d'une amende de 3 millions d'euros.", "fine >Brumel"},
      {"Une amende a été infligée à Brumel par Bruxelles.", "fine Bruxelles>Brumel"},
      {"Orval a annoncé le rachat de Brumel.", "acquire Orval>Brumel"},
      {"Orval a annoncé le rachat de Brumel par Altéa.", "acquire Altéa>Brumel"},
      {"Brumel a fait état d'une perte de 38 millions d'euros.", "report Brumel>"},
  }));
  CAPTURE(row.text);
  CHECK(brief(row.text) == row.events);
}

TEST_CASE("a predicate may be a verb with its words, and agrees in the passive", "[event]") {
  const auto row = GENERATE(values<Row>({
      {"Léa Brun a été mise en examen pour fraude.", "litigate >Léa Brun"},
      {"Brumel est entré en bourse en 2012.", "other Brumel>"},
      {"La société Brumel a mis la clé sous la porte.", "close Brumel>"},
      {"Altéa a mis la main sur Brumel.", "acquire Altéa>Brumel"},
      {"Altéa s'est offert Brumel.", "acquire Altéa>Brumel"},
      {"Brumel a été condamné à verser 3 millions d'euros.", "fine >Brumel"},
      {"Le tribunal a placé Brumel en redressement judiciaire.", "close >Brumel"},
      {"Bruxelles a donné son feu vert à Brumel.", "ease Bruxelles>Brumel"},
      {"La CFX a pointé du doigt Brumel.", "criticize CFX>Brumel"},
  }));
  CAPTURE(row.text);
  CHECK(brief(row.text) == row.events);
}

TEST_CASE("the same verb is another act with another object", "[event]") {
  const auto row = GENERATE(values<Row>({
      {"Brumel a supprimé 300 postes.", "close Brumel>"},
      {"L'Inde a levé les sanctions contre Brumel.", "ease Inde>Brumel"},
      {"Brumel a levé 12 millions d'euros auprès d'Orval.", "invest Orval>Brumel"},
      {"Orval a ouvert une usine à Nantes.", "build Orval>"},
      {"Le parquet a ouvert une enquête sur Brumel.", "litigate parquet>Brumel"},
      {"Altéa a pris 6 % du marché.", "compete Altéa>"},
      {"Altéa a pris 6 % de Brumel.", "invest Altéa>Brumel"},
      {"Orval a repris Brumel.", "acquire Orval>Brumel"},
      {"Orval a repris ses livraisons à Brumel.", "ease Orval>Brumel"},
      {"Orval a déposé un recours contre Brumel.", "litigate Orval>Brumel"},
      {"Orval a déposé le bilan.", "close Orval>"},
  }));
  CAPTURE(row.text);
  CHECK(brief(row.text) == row.events);
}

TEST_CASE("a participle tells of the phrase that commas set it off from", "[event]") {
  const auto row = GENERATE(values<Row>({
      {"Brumel, fondé en 1921 par Léa Brun, embauche.", "launch Léa Brun>Brumel"},
      {"Créée en 1921, la société Brumel va bien.", "launch >Brumel"},
      {"La biscuiterie Brumel, rachetée en 2010 par Orval, va bien.", "acquire Orval>Brumel"},
      {"Altéa a infligé une amende à Brumel, accusé de fraude par Orval.",
       "fine Altéa>Brumel; litigate Orval>Brumel"},
  }));
  CAPTURE(row.text);
  CHECK(brief(row.text).find(row.events) == 0);
}

TEST_CASE("what a thing does or meets, its owner does or meets", "[event]") {
  const auto row = GENERATE(values<Row>({
      {"L'action de Brumel est en forte baisse.", "report Brumel>"},
      {"Les ventes de Brumel ont progressé de 3 %.", "report Brumel>"},
      {"Orval a ouvert sa plus grande usine. L'usine produira 300 vélos en 2025.",
       "build Orval>; produce Orval>"},
      {"Altéa a racheté les activités de Brumel.", "acquire Altéa>Brumel"},
      {"Les salariés de Brumel ont fait grève.", "other >Brumel"},
      {"Un train de Brumel a déraillé.", "other >Brumel"},
      {"300 postes seront supprimés, a indiqué Orval.", "close Orval>"},
      {"Chez Orval, la direction a confirmé un plan social.", "close Orval>"},
      {"Orval : 300 postes supprimés", "close Orval>"},
      {"Altéa a vendu des vélos de Brumel.", "supply Altéa>"},
  }));
  CAPTURE(row.text);
  CHECK(brief(row.text) == row.events);
}

TEST_CASE("a number of things acted on is drawn though nobody is named", "[event]") {
  const auto row = GENERATE(values<Row>({
      {"Quatre personnes ont été arrêtées.", "litigate >"},
      {"Deux raffineries ont été fermées.", "close >"},
      {"Plus de 500 postes seront supprimés.", "close >"},
      {"La raffinerie a été fermée.", ""},
      {"Les entreprises rachètent des idées.", ""},
      {"Il a été fermé.", ""},
  }));
  CAPTURE(row.text);
  CHECK(brief(row.text) == row.events);
}

TEST_CASE("the telling of an act to come is planned", "[event]") {
  const Annotated a =
      EventFixture::of("fr").annotate("Orval a annoncé la fermeture de l'usine.", "2024-03-15");
  REQUIRE(a.events.events.size() == 1);
  CHECK(a.events.events[0].factuality == frise::Factuality::planned);
}

TEST_CASE("an object that a verb asks for is no second event", "[event]") {
  CHECK(brief("Orval a signé un accord avec Brumel.") == "partner Orval>Brumel");
  CHECK(brief("Orval a rompu son contrat avec Brumel.") == "cancel Orval>Brumel");
}

TEST_CASE("money paid to close a dispute settles it, other money does not", "[event]") {
  const auto row = GENERATE(values<Row>({
      {"Brumel versera 85 millions d'euros à Orval pour solder un litige.", "litigate Brumel>"},
      {"Brumel a payé 3 millions d'euros à Orval afin de clore les poursuites.",
       "litigate Brumel>"},
      {"Brumel a versé 3 millions d'euros à Orval pour préparer son usine.", "supply Brumel>"},
  }));
  CAPTURE(row.text);
  const Annotated a = EventFixture::trained("fr").annotate(row.text, "2024-03-15");
  CHECK(a.brief() == row.events);
  CHECK(a.events.stances.empty());
}
