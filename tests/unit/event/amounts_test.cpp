#include "event_fixture.hpp"

#include <catch2/catch.hpp>
#include <string>

using frise::Amount;
using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

/// "amount 20000000 EUR; count 300 camion" of all events, each amount once.
std::string amounts(const std::string& lang, const std::string& text) {
  const Annotated a = EventFixture::of(lang).annotate(text, "2024-03-15");
  std::string out;
  for (const auto& event : a.events.events) {
    for (const Amount& amount : event.amounts) {
      const std::string one =
          amount.slot + ' ' + amount.value + ' ' + amount.currency + amount.unit;
      if (out.find(one) != std::string::npos) continue;
      if (!out.empty()) out += "; ";
      out += one;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("amounts are read with their multiplier, currency and unit", "[event][amounts]") {
  struct Row {
    const char* text;
    const char* found;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval a investi 20 millions d'euros dans Brumel.", "amount 20000000 EUR"},
      {"Orval a vendu 20 000 GPU à Brumel, et 16 000 autres à Altéa.",
       "count 20000 gpu; count 16000 gpu"},
      {"Orval a investi 4,51 milliards de dollars dans Brumel.", "amount 4510000000 USD"},
      {"Orval a investi 4,51 billions de dollars dans Brumel.", "amount 4510000000000 USD"},
      {"Orval a investi 2 000 000 000 € dans Brumel.", "amount 2000000000 EUR"},
      {"Orval a investi plus d'un milliard de dollars dans Brumel.", "amount 1000000000 USD"},
      {"Orval a investi près de trois millions d'euros dans Brumel.", "amount 3000000 EUR"},
      {"Orval a investi un million et demi d'euros dans Brumel.", "amount 1500000 EUR"},
      {"Orval a investi $250 millions dans Brumel.", "amount 250000000 USD"},
      {"Orval a investi 3,5 Mds€ dans Brumel.", "amount 3500000000 EUR"},
      {"Orval a vendu 20k camions à Brumel.", "count 20000 camion"},
      {"Orval a vendu 3,6 millions de camions à Brumel.", "count 3600000 camion"},
      {"Brumel supprime 1 600 emplois.", "count 1600 emploi"},
      {"Orval a investi 250 M€ dans Brumel.", "amount 250000000 EUR"},
      {"Brumel va supprimer entre 1 000 et 4 000 emplois.", "count 1000 emploi; count 4000 emploi"},
      {"Orval a investi de 2 à 3 millions d'euros dans Brumel.",
       "amount 2000000 EUR; amount 3000000 EUR"},
      {"Orval a racheté un camion.", ""},
      {"Orval a clôturé en baisse de 2,89 %.", "percent 2.89 %"},
      {"Orval a racheté 51,2 % de Brumel.", "percent 51.2 %"},
  }));
  CAPTURE(row.text);
  CHECK(amounts("fr", row.text) == row.found);
}
