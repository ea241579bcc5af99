#include "event/waking.hpp"
#include "event_fixture.hpp"

#include <catch2/catch.hpp>
#include <string>

using frise::testing::Annotated;
using frise::testing::EventFixture;

TEST_CASE("a sentence wakes the parser by a predicate that stands in it", "[event][waking]") {
  struct Row {
    const char* lang;
    const char* text;
    bool woken;
  };
  const auto row = GENERATE(values<Row>({
      {"fr", "Orval a racheté Brumel.", true},
      {"fr", "Le rachat de Brumel par Orval a surpris.", true},
      {"fr", "Léa Brun a déclaré que le ciel restait gris.", true},
      {"fr", "Le ciel était gris ce matin sur les camions d'Orval.", false},
      {"fr", "Les rues restent vides.", false},
      // Nobody whom an arrow could begin or end at.
      {"fr", "Le rachat a surpris les marchés.", false},
      // "jeter" means something only with "l'éponge".
      {"fr", "Orval jette l'éponge.", true},
      {"fr", "Orval jette un regard sur la maison.", false},
      {"fr", "Cuivre 8 200, étain 25 400, zinc 2 600.", false},
      {"en", "Orval acquired Brumel.", true},
      {"en", "The sky over Orval is grey.", false},
      {"en", "", false},
  }));
  CAPTURE(row.text);
  const auto& fixture = EventFixture::of(row.lang);
  const Annotated a = fixture.annotate(row.text);
  frise::Trees trees{fixture.parser(), a.segmentation, a.tags};
  const auto tokens = static_cast<std::uint32_t>(a.segmentation.tokens.size());
  CHECK(wakes({a.document, a.segmentation, a.tags, a.published, a.times, a.entities, trees},
              fixture.rules(), {0, tokens}) == row.woken);
}
