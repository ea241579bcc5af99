#include "event_fixture.hpp"

#include <catch2/catch.hpp>
#include <string>

using frise::DealStatus;
using frise::EventMention;
using frise::EventType;
using frise::Factuality;
using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

EventMention purchase(const std::string& text) {
  const Annotated a = EventFixture::of("fr").annotate(text, "2024-03-15");
  const auto found =
      std::find_if(a.events.events.begin(), a.events.events.end(),
                   [](const EventMention& e) { return e.type == EventType::acquire; });
  REQUIRE(found != a.events.events.end());
  return *found;
}

}  // namespace

TEST_CASE("an act is as sure as its verb forms and the words around it", "[event][certainty]") {
  struct Row {
    const char* text;
    Factuality factuality;
  };
  const auto row = GENERATE(values<Row>({
      // negation
      {"Orval n'a pas racheté Brumel.", Factuality::denied},
      {"Orval n'a jamais racheté Brumel.", Factuality::denied},
      {"Orval n'a plus racheté Brumel.", Factuality::denied},
      {"Aucun groupe n'a racheté Brumel.", Factuality::denied},
      {"Orval refuse de racheter Brumel.", Factuality::denied},
      {"Orval a renoncé à racheter Brumel.", Factuality::denied},
      {"Orval exclut de racheter Brumel.", Factuality::denied},
      {"Orval a fermé son site sans racheter Brumel.", Factuality::denied},
      {"Orval est incapable de racheter Brumel.", Factuality::denied},
      {"Orval ne rachètera pas Brumel.", Factuality::denied},
      {"Orval ne compte pas racheter Brumel.", Factuality::denied},
      {"Orval ne doit pas racheter Brumel.", Factuality::denied},
      // what should have been
      {"Orval aurait dû racheter Brumel.", Factuality::hypothetical},
      // what is alleged
      {"Orval est accusé d'avoir racheté Brumel.", Factuality::reported},
      // what is open
      {"Orval n'exclut pas de racheter Brumel.", Factuality::possible},
      {"Orval peut racheter Brumel.", Factuality::possible},
      {"Orval pourrait racheter Brumel.", Factuality::possible},
      {"Orval risque de racheter Brumel.", Factuality::possible},
      {"Orval est susceptible de racheter Brumel.", Factuality::possible},
      {"Orval hésite à racheter Brumel.", Factuality::possible},
      {"Orval a tenté de racheter Brumel.", Factuality::possible},
      {"Orval a peut-être racheté Brumel.", Factuality::possible},
      {"Orval a probablement racheté Brumel.", Factuality::probable},
      {"Orval devrait racheter Brumel.", Factuality::probable},
      {"Orval est censé racheter Brumel.", Factuality::probable},
      // what is to come
      {"Orval rachètera Brumel.", Factuality::planned},
      {"Orval va racheter Brumel.", Factuality::planned},
      {"Orval doit racheter Brumel.", Factuality::planned},
      {"Orval est sur le point de racheter Brumel.", Factuality::planned},
      {"Orval s'apprête à racheter Brumel.", Factuality::planned},
      {"Orval est tenu de racheter Brumel.", Factuality::planned},
      {"Orval a promis de racheter Brumel.", Factuality::planned},
      {"Orval a annoncé qu'il rachèterait Brumel.", Factuality::planned},
      // hearsay
      {"Orval aurait racheté Brumel.", Factuality::reported},
      {"Orval a prétendument racheté Brumel.", Factuality::reported},
      {"Selon des sources proches, Orval a racheté Brumel.", Factuality::reported},
      {"Des rumeurs de rachat de Brumel par Orval circulent.", Factuality::reported},
      // said not to be
      {"Orval dément avoir racheté Brumel.", Factuality::denied},
      {"Orval a démenti le rachat de Brumel.", Factuality::denied},
      // not asserted
      {"Orval a-t-il racheté Brumel ?", Factuality::hypothetical},
      {"Si Orval rachète Brumel, le site fermera.", Factuality::hypothetical},
      {"Léa Brun se demande si Orval rachète Brumel.", Factuality::hypothetical},
      // done
      {"Orval a fini par racheter Brumel.", Factuality::certain},
      {"Orval vient de racheter Brumel.", Factuality::certain},
      {"Orval a décidé de racheter Brumel.", Factuality::certain},
      {"Orval est parvenu à racheter Brumel.", Factuality::certain},
      {"Orval a racheté Brumel.", Factuality::certain},
  }));
  CAPTURE(row.text);
  CHECK(to_string(purchase(row.text).factuality) == to_string(row.factuality));
}

TEST_CASE("a deal has come as far as its sentence says", "[event][certainty]") {
  struct Row {
    const char* text;
    DealStatus status;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval a racheté Brumel.", DealStatus::none},
      {"Orval a signé une lettre d'intention pour racheter Brumel.", DealStatus::letter_of_intent},
      {"Un protocole d'accord prévoit le rachat de Brumel par Orval.",
       DealStatus::letter_of_intent},
      {"Orval a finalisé le rachat de Brumel.", DealStatus::completed},
      {"Orval a suspendu le rachat de Brumel.", DealStatus::suspended},
      {"Orval a annoncé qu'il rachèterait Brumel.", DealStatus::announced},
      {"Selon des sources proches, Orval a racheté Brumel.", DealStatus::rumoured},
  }));
  CAPTURE(row.text);
  CHECK(to_string(purchase(row.text).status) == to_string(row.status));
}
