#include "event_fixture.hpp"

#include <catch2/catch.hpp>
#include <string>

using frise::Factuality;
using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

Annotated french(const std::string& text) {
  return EventFixture::of("fr").annotate(text, "2024-03-15");
}
Annotated english(const std::string& text) {
  return EventFixture::of("en").annotate(text, "2024-03-15");
}

}  // namespace

TEST_CASE("who does what to whom is read from French clauses", "[event]") {
  struct Row {
    const char* text;
    const char* events;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval a exclu Brumel de son programme.", "exclude Orval>Brumel"},
      {"Brumel a été exclu par Orval.", "exclude Orval>Brumel"},
      {"Orval, qui fabrique des camions, a racheté Brumel.", "acquire Orval>Brumel"},
      {"Altéa et Orval ont racheté Brumel.", "acquire Altéa Orval>Brumel"},
      {"Altéa a racheté Brumel et poursuit Orval.", "acquire Altéa>Brumel; litigate Altéa>Orval"},
      {"Le constructeur s'est allié à Brumel.", "partner >Brumel"},
      {"Orval a publié un logiciel qui limite la vitesse de la Z4.", "restrict Orval>Z4"},
      {"Léa Brun, directrice d'Orval, a critiqué Brumel.", "criticize Léa Brun>Brumel"},
      {"Orval a vendu 300 camions à Brumel.", "supply Orval>"},
      {"Orval a vendu 300 camions à Brumel, et 50 autres ont été livrés à Altéa.",
       "supply Orval>; supply Orval>"},
  }));
  CAPTURE(row.text);
  CHECK(french(row.text).brief() == row.events);
}

TEST_CASE("who does what to whom is read from English clauses", "[event]") {
  struct Row {
    const char* text;
    const char* events;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval excluded Brumel from its programme.", "exclude Orval>Brumel"},
      {"Brumel was acquired by Orval.", "acquire Orval>Brumel"},
      {"Orval, which makes trucks, has acquired Brumel.", "acquire Orval>Brumel"},
      {"Altea sued Brumel and fined nobody.", "litigate Altea>Brumel"},
  }));
  CAPTURE(row.text);
  CHECK(english(row.text).brief() == row.events);
}

TEST_CASE("an event is as sure as its words", "[event]") {
  struct Row {
    const char* text;
    Factuality factuality;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval a racheté Brumel.", Factuality::certain},
      {"Orval aurait racheté Brumel.", Factuality::reported},
      {"Orval va racheter Brumel.", Factuality::planned},
      {"Orval rachètera Brumel.", Factuality::planned},
      {"Orval pourrait racheter Brumel.", Factuality::possible},
      {"Orval devrait racheter Brumel.", Factuality::probable},
      {"Orval n'a pas racheté Brumel.", Factuality::denied},
      {"Orval a annoncé qu'il rachèterait Brumel.", Factuality::planned},
      {"Selon des sources proches, Orval a racheté Brumel.", Factuality::reported},
      {"Orval dément avoir racheté Brumel.", Factuality::denied},
      {"Orval a-t-il racheté Brumel ?", Factuality::hypothetical},
  }));
  CAPTURE(row.text);
  const Annotated a = french(row.text);
  const auto found =
      std::find_if(a.events.events.begin(), a.events.events.end(),
                   [](const auto& e) { return e.type == frise::EventType::acquire; });
  REQUIRE(found != a.events.events.end());
  CHECK(found->factuality == row.factuality);
}

TEST_CASE("a stance has a holder, a target and a sign that negation turns", "[event][stance]") {
  struct Row {
    const char* text;
    const char* stances;
  };
  const auto row = GENERATE(values<Row>({
      {"Léa Brun fustige Brumel.", "Léa Brun>Brumel -1"},
      {"« Je crois en Brumel », a déclaré Léa Brun.", "Léa Brun>Brumel 1"},
      {"« Je n'ai jamais cru en Brumel », a déclaré Léa Brun.", "Léa Brun>Brumel -1"},
      {"« La crypto n'apporte rien d'utile », a expliqué Léa Brun.", "Léa Brun>crypto -1"},
      {"Orval a vendu 300 camions à Brumel.", ""},
      {"Orval a investi 3 millions d'euros dans Brumel.", "Orval>Brumel 1"},
      {"Orval est mécontent de la stratégie de Brumel.", "Orval>Brumel -1"},
  }));
  CAPTURE(row.text);
  const Annotated a = french(row.text);
  std::string brief;
  for (const frise::Stance& s : a.events.stances) {
    if (!brief.empty()) brief += "; ";
    brief += a.name(s.holder) + '>' + a.name(s.target) + ' ' + std::to_string(s.polarity);
  }
  CHECK(brief == row.stances);
}

TEST_CASE("amounts keep their exact value, currency and multiplier", "[event]") {
  struct Row {
    const char* text;
    const char* value;
    const char* currency;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval a investi 20 millions d'euros dans Brumel.", "20000000", "EUR"},
      {"Orval a investi 4,51 milliards de dollars dans Brumel.", "4510000000", "USD"},
      {"Orval a investi 2 billions de dollars dans Brumel.", "2000000000000", "USD"},
      {"Orval a vendu 20k camions à Brumel.", "20000", ""},
  }));
  CAPTURE(row.text);
  const Annotated a = french(row.text);
  REQUIRE_FALSE(a.events.events.empty());
  REQUIRE_FALSE(a.events.events[0].amounts.empty());
  CHECK(a.events.events[0].amounts[0].value == row.value);
  CHECK(a.events.events[0].amounts[0].currency == row.currency);
}

TEST_CASE("a sentence of any length costs linear time and invents nothing", "[event][hostile]") {
  std::string text = "Orval";
  for (int i = 0; i < 20000; ++i) text += ", Brumel";
  text += " ont dit que";
  for (int i = 0; i < 5000; ++i) text += " que Brumel qui";
  CHECK(french(text + ".").events.events.size() < 50000);
}
