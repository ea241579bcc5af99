#include "event_fixture.hpp"

#include <catch2/catch.hpp>
#include <string>

using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

std::string stances(const std::string& text) {
  const Annotated a = EventFixture::of("fr").annotate(text, "2024-03-15");
  std::string brief;
  for (const frise::Stance& s : a.events.stances) {
    const std::string one =
        a.name(s.holder) + '>' + a.name(s.target) + (s.polarity > 0 ? " +" : " -");
    // An act and its word may tell the same.
    if (brief.find(one) != std::string::npos) continue;
    if (!brief.empty()) brief += "; ";
    brief += one;
  }
  return brief;
}

}  // namespace

TEST_CASE("words take sides by their verb, adjective, noun or expression", "[event][stance]") {
  struct Row {
    const char* text;
    const char* stances;
  };
  const auto row = GENERATE(values<Row>({
      {"La CFX s'oppose à Brumel.", "CFX>Brumel -"},
      {"La CFX est favorable à Brumel.", "CFX>Brumel +"},
      {"La CFX se dit satisfaite du travail de Brumel.", "CFX>Brumel +"},
      {"Léa Brun a apporté son soutien à Brumel.", "Léa Brun>Brumel +"},
      {"Léa Brun a retiré son soutien à Brumel.", "Léa Brun>Brumel -"},
      {"La colère de la CFX contre Brumel monte.", "CFX>Brumel -"},
      {"Léa Brun a pris la défense de Brumel.", "Léa Brun>Brumel +"},
      {"La CFX a pointé du doigt les choix de Brumel.", "CFX>Brumel -"},
      // evaluations are the speaker's
      {"« La crypto est une filière d'avenir », a dit Léa Brun.", "Léa Brun>crypto +"},
      {"Pour Léa Brun, la crypto est une « filière d'avenir ».", "Léa Brun>crypto +"},
      {"La crypto est une filière d'avenir.", ""},
      {"« Il est scandaleux qu'Orval ferme le site », a dit Léa Brun.", "Léa Brun>Orval -"},
      // outcomes that are asked for
      {"La CFX souhaite une sortie de la crypto.", "CFX>crypto -"},
      {"La CFX réclame la relance de la crypto.", "CFX>crypto +"},
      {"Léa Brun a promis d'engager la réduction de la crypto.", "Léa Brun>crypto -"},
      // contrast
      {"« La crypto n'apporte rien d'utile, contrairement à Orval », a dit Léa Brun.",
       "Léa Brun>crypto -; Léa Brun>Orval +"},
      {"« Cela n'apporte rien d'utile, contrairement à Orval », a dit Léa Brun.",
       "Léa Brun>Orval +"},
  }));
  CAPTURE(row.text);
  CHECK(stances(row.text) == row.stances);
}

TEST_CASE("a noun of an act stands for whoever did it", "[event][stance]") {
  struct Row {
    const char* text;
    const char* stances;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval a racheté Altéa mardi. Le port est calme. La CFX salue l'opération.", "CFX>Orval +"},
      {"Orval a racheté Altéa mardi. La CFX a licencié un juriste. Léa Brun a dénoncé le rachat.",
       "Léa Brun>Orval -"},
      // nobody else is named: whom the article is about
      {"Brumel a menti sur ses ventes. Le titre Brumel chute. Brumel se tait. La CFX a ouvert une "
       "enquête.",
       "CFX>Brumel -"},
      {"Brumel a menti sur ses ventes. Le titre Brumel chute. Brumel se tait. La CFX a ouvert une "
       "enquête sur Altéa.",
       "CFX>Altéa -"},
      {"Brumel ferme une usine. L'action Brumel monte. Chez Brumel, la CFX appelle à la grève.",
       "CFX>Brumel -"},
  }));
  CAPTURE(row.text);
  CHECK(stances(row.text) == row.stances);
}

TEST_CASE("negation turns what is for, and leaves nothing of what is against", "[event][stance]") {
  struct Row {
    const char* text;
    const char* stances;
  };
  const auto row = GENERATE(values<Row>({
      {"La CFX n'accepte pas le plan de Brumel.", "CFX>Brumel -"},
      {"Léa Brun n'est pas satisfaite de Brumel.", "Léa Brun>Brumel -"},
      {"Léa Brun refuse de soutenir Brumel.", "Léa Brun>Brumel -"},
      {"Léa Brun n'a pas critiqué Brumel.", ""},
      {"Léa Brun n'a pas salué Brumel.", ""},
      {"Léa Brun dément avoir critiqué Brumel.", ""},
      {"Léa Brun pourrait critiquer Brumel.", ""},
      {"Léa Brun a-t-elle critiqué Brumel ?", ""},
      {"Si Léa Brun critique Brumel, le site fermera.", ""},
      {"Orval a vendu 300 camions à Brumel.", ""},
      {"Le bruit selon lequel Léa Brun est mécontente de Brumel est sans fondement.", ""},
      {"La CFX souhaite-t-elle une sortie de la crypto ?", ""},
  }));
  CAPTURE(row.text);
  CHECK(stances(row.text) == row.stances);
}

TEST_CASE("what somebody said or did stands for him", "[event][stance]") {
  struct Row {
    const char* text;
    const char* stances;
  };
  const auto row = GENERATE(values<Row>({
      {"« Le site est vieux », a dit Léa Brun. La CFX dénonce ces propos.", "CFX>Léa Brun -"},
      {"Brumel supprime 300 postes. La CFX n'accepte pas ce plan.", "CFX>Brumel -"},
      {"La CFX n'accepte pas ce plan.", ""},
  }));
  CAPTURE(row.text);
  CHECK(stances(row.text) == row.stances);
}

TEST_CASE("a member of a body speaks for it too", "[event][stance]") {
  CHECK(stances("Léa Brun, de la CFX, a déclaré que « Brumel est irresponsable ».") ==
        "Léa Brun>Brumel -; CFX>Brumel -");
}
