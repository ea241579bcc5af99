#include "unit/entity/entity_fixture.hpp"

namespace frise {
namespace {

using entity_test::Bench;

struct Row {
  const char* text;
  const char* pronouns;
};

TEST_CASE("who is quoted is \"je\", and \"nous\" is the house that speaks", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"« Nous recrutons », a déclaré Martine Olvard, directrice générale de Calvex.",
       "Nous=company:calvex"},
      {"« Je pars », explique Martine Olvard, directrice générale de Calvex.",
       "Je=person:martine-olvard"},
      {"« Nous nous battrons », prévient le syndicat Solidor.", "Nous=organization:solidor"},
      {"Martine Olvard, présidente de Calvex, a prévenu : « Nous partirons. »",
       "Nous=company:calvex"},
      // The verb's subject and not whom it is said to.
      {"« Nous partons », a dit au groupe Calvex le PDG d'Orvane, Odrick Valmeraud.",
       "Nous=company:orvane"},
      // Nobody is known to speak, or not for whom.
      {"« Nous recrutons », dit une affiche.", ""},
      {"« Nous verrons », a dit Martine Olvard.", ""},
      // Outside a quotation it is the author's.
      {"Calvex recrute. Nous verrons.", ""},
  }));
  CAPTURE(row.text);
  CHECK(Bench::french().pronouns(row.text) == row.pronouns);
}

TEST_CASE("\"a-t-elle ajouté\" is whoever was quoted before", "[entity]") {
  CHECK(Bench::french().pronouns(
            "Odrick Valmeraud dirige Calvex. « Rien ne presse », a dit Martine Olvard. « Tout va "
            "bien », a-t-elle ajouté.") == "elle=person:martine-olvard");
}

TEST_CASE("\"we\" in English quotations is read alike", "[entity]") {
  const auto row = GENERATE(values<Row>({
      {"\"We are hiring,\" said Soren Talbrin, chief executive of Calvex.", "We=company:calvex"},
      {"\"I am leaving,\" Soren Talbrin said.", "I=person:soren-talbrin"},
      {"Calvex cut jobs. \"We had no choice,\" its chairman, Soren Talbrin, said.",
       "We=company:calvex"},
      {"The poster says \"We want you\".", ""},
  }));
  CAPTURE(row.text);
  CHECK(Bench::english().pronouns(row.text) == row.pronouns);
}

TEST_CASE("\"notre groupe\" is the speaker's house, and other things are the house's", "[entity]") {
  CHECK(Bench::french().nominals("« Notre groupe recrute », a déclaré Martine Olvard, directrice "
                                 "générale de Calvex.") == "Notre groupe=company:calvex");
}

}  // namespace
}  // namespace frise
