// When an event was: the words that date it, what it may borrow, and what it may not.

#include "event_fixture.hpp"

#include <catch2/catch.hpp>

using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

Annotated french(const std::string& text) {
  return EventFixture::of("fr").annotate(text, "2024-03-13");
}

/// The date of the event of a type; "-" when there is no such event.
std::string date_of(const Annotated& a, frise::EventType type) {
  const auto& events = a.events.events;
  const auto found =
      std::find_if(events.begin(), events.end(), [type](const auto& e) { return e.type == type; });
  return found == events.end() ? "-" : found->date.value;
}

}  // namespace

TEST_CASE("an event takes the date of its own clause, else of what it hangs on, else none",
          "[event]") {
  struct Row {
    const char* text;
    const char* date;
  };
  const auto row = GENERATE(values<Row>({
      {"En 2018, Orval a racheté Brumel.", "2018"},
      {"Orval a racheté Brumel le 4 mai 2021.", "2021-05-04"},
      {"Orval a racheté Brumel.", ""},
      {"Lundi, Orval a déclaré avoir racheté Brumel.", "../2024-03-11"},
      {"En février dernier, Orval a annoncé qu'il rachèterait Brumel.", "2024-02"},
  }));
  CAPTURE(row.text);
  const Annotated a = french(row.text);
  const auto found =
      std::find_if(a.events.events.begin(), a.events.events.end(),
                   [](const auto& e) { return e.type == frise::EventType::acquire; });
  REQUIRE(found != a.events.events.end());
  CHECK(found->date.value == row.date);
}

TEST_CASE("an event of a stretch of time has the days of all of it", "[event]") {
  struct Row {
    const char* text;
    const char* date;
    const char* first;
    const char* last;
  };
  const auto row = GENERATE(values<Row>({
      {"De 2015 à 2019, Orval a investi dans Brumel.", "2015/2019", "2015-01-01", "2019-12-31"},
      {"Orval a investi dans Brumel du 3 au 7 mars 2021.", "2021-03-03/2021-03-07", "2021-03-03",
       "2021-03-07"},
      {"Orval a investi dans Brumel en 2015.", "2015", "2015-01-01", "2015-12-31"},
  }));
  CAPTURE(row.text);
  const Annotated a = french(row.text);
  REQUIRE_FALSE(a.events.events.empty());
  const frise::EventDate& date = a.events.events.front().date;
  CHECK(date.value == row.date);
  REQUIRE(date.bounds.known());
  CHECK(frise::to_iso(*date.bounds.earliest) == row.first);
  CHECK(frise::to_iso(*date.bounds.latest) == row.last);
}

TEST_CASE("the news of an article that tells its day is of that day, its background is not",
          "[event][dating]") {
  struct Row {
    const char* text;
    const char* date;
  };
  const auto row = GENERATE(values<Row>({
      // A dateline over the lead.
      {"13 mars 2024. - Orval a racheté Brumel.", "2024-03-13"},
      {"13 mars 2024. - Orval rachète Brumel.", "2024-03-13"},
      {"13 mars 2024. - Orval rachètera Brumel en 2026.", "2026"},
      {"Orval rachète Brumel\n\n13 mars 2024. - Le marché du rail change de visage.", "2024-03-13"},
      // Told from outside only: the text does not say its day.
      {"Orval a racheté Brumel.", ""},
      // A header tells when it was printed: that day or shortly before.
      {"Le rail\n\nPublié le 13 mars 2024\n\nOrval a racheté Brumel.", "2024-03-13~"},
      // Background in the lead, and all that follows the lead.
      {"13 mars 2024. - Orval, qui avait racheté Brumel, ouvre un site.", ""},
      {"13 mars 2024. - Orval avait racheté Brumel.", ""},
      {"13 mars 2024. - Orval ouvre un site. Le groupe est solide. Orval a racheté Brumel.", ""},
      // What is said on the day to be past was by then.
      {"13 mars 2024. - Orval annonce avoir racheté Brumel.", "../2024-03-13"},
  }));
  CAPTURE(row.text);
  CHECK(date_of(french(row.text), frise::EventType::acquire) == row.date);
}

TEST_CASE("an act told by a noun takes the date beside it, else that of a verb that lends it one",
          "[event][dating]") {
  struct Row {
    const char* text;
    const char* date;
  };
  const auto row = GENERATE(values<Row>({
      {"Depuis lundi, le rachat de Brumel par Orval en 2019 fait débat.", "2019"},
      {"Le rachat de Brumel par Orval interviendra le 4 mai 2025.", "2025-05-04"},
      {"En 2019, le rachat de Brumel par Orval a surpris.", "2019"},
      {"Le rachat de Brumel par Orval a surpris.", ""},
      // Two times, neither of which is the noun's.
      {"Orval a vu ses ventes baisser en 2020 puis en 2021 après le rachat de Brumel.", ""},
  }));
  CAPTURE(row.text);
  CHECK(date_of(french(row.text), frise::EventType::acquire) == row.date);
}

TEST_CASE("a time that belongs to another word is not the event's", "[event][dating]") {
  struct Row {
    const char* text;
    const char* type;
    const char* date;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval, fondée en 1921, a racheté Brumel.", "acquire", ""},
      {"Orval, fondée en 1921, a racheté Brumel en mars 2022.", "acquire", "2022-03"},
      {"Orval a prolongé son contrat avec Brumel jusqu'en 2027.", "partner", ""},
      {"Orval enquête sur deux transferts de 2019.", "litigate", ""},
      {"Orval n'a racheté Brumel qu'en mars 2023.", "acquire", "2023-03"},
      {"Brumel a échappé à une amende que Bruxelles avait annoncée en 2019.", "fine", ""},
      {"Altéa a vendu lundi des moteurs fabriqués par Brumel.", "produce", ""},
      {"Orval a perdu son procès contre Brumel en mai 2020, avant de racheter Altéa.", "acquire",
       ""},
      {"Orval bloque Brumel depuis 2019.", "restrict", "2019"},
      {"« Le site fermera », a déclaré Léa Brun, directrice d'Orval depuis 2019.", "state", ""},
  }));
  CAPTURE(row.text);
  CHECK(date_of(french(row.text), *frise::parse_event_type(row.type)) == row.date);
}

TEST_CASE("in French what goes on as it is announced is of that day, what was done before it not",
          "[event][dating]") {
  struct Row {
    const char* text;
    const char* date;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval a annoncé le 4 mars que Brumel abandonnait la Z4.", "2024-03-04"},
      {"Orval a annoncé le 4 mars que Brumel avait abandonné la Z4.", "../2024-03-04"},
  }));
  CAPTURE(row.text);
  CHECK(date_of(EventFixture::trained("fr").annotate(row.text, "2024-03-13"),
                frise::EventType::cancel) == row.date);
}

TEST_CASE("the English perfect is not of the day of the past it is joined to", "[event][dating]") {
  const Annotated a = EventFixture::trained("en").annotate(
      "Brumel launched the Z4 on 4 May 2021 and has sued Orval.", "2024-03-13");
  CHECK(date_of(a, frise::EventType::launch) == "2021-05-04");
  CHECK(date_of(a, frise::EventType::litigate).empty());
}

TEST_CASE("what a speaker adds is said with what he said before", "[event][dating]") {
  const Annotated a = french(
      "« Le site fermera », a déclaré Léa Brun le 4 mai 2021. « Nous aiderons chacun des salariés "
      "de ce site », a ajouté Léa Brun.");
  std::string dates;
  for (const auto& event : a.events.events) {
    if (event.type == frise::EventType::state) dates += event.date.value + ' ';
  }
  CHECK(dates == "2021-05-04 2021-05-04 ");
}
