#include "event_fixture.hpp"

#include <catch2/catch.hpp>
#include <string>

using frise::Anonymity;
using frise::EventMention;
using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

Annotated french(const std::string& text) {
  return EventFixture::of("fr").annotate(text, "2024-03-15");
}

/// "state Léa Brun; criticize CFX" for the drawn sayings.
std::string sayings(const Annotated& a) {
  std::string out;
  for (const EventMention& event : a.events.events) {
    const bool said =
        event.type == frise::EventType::state || event.type == frise::EventType::praise ||
        event.type == frise::EventType::criticize || event.type == frise::EventType::request;
    if (!event.salient || !said) continue;
    if (!out.empty()) out += "; ";
    out +=
        std::string{to_string(event.type)} + ' ' + a.in_role(event, frise::ParticipantRole::agent);
  }
  return out;
}

/// Who says the purchase in a text.
std::string sayer(const std::string& text) {
  const Annotated a = french(text);
  for (const EventMention& event : a.events.events) {
    if (event.type != frise::EventType::acquire) continue;
    if (!event.attribution) return "nobody";
    return event.attribution->speaker ? a.name(event.attribution->speaker)
                                      : event.attribution->speaker_text;
  }
  return "no purchase";
}

}  // namespace

TEST_CASE("what is said has a speaker, wherever the words put him", "[event][speech]") {
  struct Row {
    const char* text;
    const char* sayings;
  };
  const auto row = GENERATE(values<Row>({
      {"Léa Brun a déclaré que le site fermera.", "state Léa Brun"},
      {"« Le site est vieux », a déclaré Léa Brun.", "state Léa Brun"},
      {"« Le site est vieux » a dit lundi Léa Brun.", "state Léa Brun"},
      {"« Le site est vieux », réplique Léa Brun.", "state Léa Brun"},
      {"« Tout va bien », a dit Léa Brun. « Le site est vieux », a-t-elle ajouté.",
       "state Léa Brun; state Léa Brun"},
      {"Pour Léa Brun, le site est « trop vieux ».", "state Léa Brun"},
      {"Pour Orval, le site est « trop vieux ».", ""},
      {"De l'avis de Léa Brun, le site est « trop vieux ».", "state Léa Brun"},
      {"Léa Brun : « Le site est trop vieux »", "state Léa Brun"},
      {"La CFX a fait part de son étonnement.", "state CFX"},
      {"La CFX tire la sonnette d'alarme.", "state CFX"},
      {"La CFX monte au créneau.", "state CFX"},
      {"Léa Brun a apporté son soutien à Brumel.", "praise Léa Brun"},
      {"La CFX s'en prend à Brumel.", "criticize CFX"},
      {"Orval a quitté le salon, affirmant que « le site est vieux ».", "state Orval"},
      {"Léa Brun a promis d'engager « une relance du site ».", "state Léa Brun"},
      {"Orval accuse une baisse de 3 %.", ""},
      {"Cette chute s'explique par la météo.", ""},
  }));
  CAPTURE(row.text);
  CHECK(sayings(french(row.text)) == row.sayings);
}

TEST_CASE("a quotation that stands alone goes on from the one before", "[event][speech]") {
  struct Row {
    const char* text;
    const char* sayer;
  };
  const auto row = GENERATE(values<Row>({
      {"« Orval a racheté Brumel », a dit Léa Brun.", "Léa Brun"},
      {"« Tout va bien », a dit Léa Brun. « Orval a racheté Brumel ».", "Léa Brun"},
      {"Tout va bien. « Orval a racheté Brumel ».", "nobody"},
      {"« Tout va bien », a dit Léa Brun. Le temps est gris. Le vent souffle. « Orval a racheté "
       "Brumel ».",
       "nobody"},
      {"« Tout va bien. Orval a racheté Brumel. Le vent est bon », a dit Léa Brun.", "Léa Brun"},
      {"Selon la CFX, Orval a racheté Brumel.", "CFX"},
      {"Selon des analystes, Orval a racheté Brumel.", "des analystes"},
      {"Orval a racheté Brumel.", "nobody"},
  }));
  CAPTURE(row.text);
  CHECK(sayer(row.text) == row.sayer);
}
