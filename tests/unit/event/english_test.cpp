#include "event_fixture.hpp"

#include <catch2/catch.hpp>
#include <string>

using frise::Factuality;
using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

Annotated english(const std::string& text) {
  return EventFixture::of("en").annotate(text, "2024-03-15");
}

/// Labels of the drawn events.
std::string labels(const Annotated& a) {
  std::string out;
  for (const frise::EventMention& event : a.events.events) {
    if (!event.salient) continue;
    if (!out.empty()) out += "; ";
    out += event.summary;
  }
  return out;
}

}  // namespace

TEST_CASE("English turns, splits and compounds say who does what", "[event][english]") {
  struct Row {
    const char* text;
    const char* events;
  };
  const auto row = GENERATE(values<Row>({
      {"Brumel was fined by Brussels.", "fine Brussels>Brumel"},
      {"Brumel, which was sued by Orval, closed its plant.",
       "litigate Orval>Brumel; close Brumel>"},
      {"Altea took over Brumel and sued Orval.", "acquire Altea>Brumel; litigate Altea>Orval"},
      {"Altea took Brumel over.", "acquire Altea>Brumel"},
      {"Brumel shut the plant down in 2011.", "close Brumel>"},
      {"Brumel shut down the plant in 2011.", "close Brumel>"},
      {"Altea and Orval signed a deal.", "partner Altea>Orval"},
      {"Altea's takeover of Brumel was approved by Brussels in May.", "ease Brussels>Brumel"},
      {"Brussels fined Brumel 107 million pounds.", "fine Brussels>Brumel"},
      {"Orval sold its truck unit to Altea.", "acquire Orval>"},
      {"Orval ordered 40 trucks from Brumel.", "supply Orval>"},
      {"Lea Brun was found guilty of fraud.", "litigate >Lea Brun"},
      {"Brumel faces a fine from Brussels.", "fine Brussels>Brumel"},
      {"Brumel made 300 workers redundant.", "close Brumel>"},
      {"The Z4 landed in Brest.", "other >Z4"},
      {"Orval said it would close the plant.", "state Orval>"},
      {"Orval cancelled an order for 30 trucks from Brumel.", "cancel Orval>; supply Brumel>"},
      {"Altea has built a 6 percent stake in Brumel.", "invest Altea>Brumel"},
      {"Orval shares fell 7 percent in Brest.", "report Orval>"},
      {"Altea bought Brumel, a week after Orval sued Lea Brun.",
       "acquire Altea>Brumel; litigate Orval>Lea Brun"},
  }));
  CAPTURE(row.text);
  CHECK(english(row.text).brief() == row.events);
}

TEST_CASE("whoever pays to end a dispute settles it, and takes no side by that",
          "[event][english]") {
  struct Row {
    const char* text;
    const char* events;
  };
  const auto row = GENERATE(values<Row>({
      {"Brumel paid 40 million dollars to Orval to settle a lawsuit.", "litigate Brumel>"},
      {"Brumel agreed to pay 40 million dollars to Orval to resolve claims of fraud.",
       "litigate Brumel>"},
      {"Brumel settled the lawsuit with Orval.", "litigate Brumel>"},
  }));
  CAPTURE(row.text);
  for (const auto* fixture : {&EventFixture::of("en"), &EventFixture::trained("en")}) {
    const Annotated a = fixture->annotate(row.text, "2024-03-15");
    CHECK(a.brief() == row.events);
    CHECK(a.events.stances.empty());
  }
}

TEST_CASE("a phrase that says who made a thing tells no act", "[event][english]") {
  const char* text = GENERATE("Orval sued Altea in May over a truck made by Brumel.",
                              "The Z4 built by Brumel will be sold in May.",
                              "Orval sells engines made by Brumel.");
  CAPTURE(text);
  const Annotated a = EventFixture::trained("en").annotate(text, "2024-03-15");
  for (const frise::EventMention& event : a.events.events) {
    if (event.type != frise::EventType::produce && event.type != frise::EventType::build) continue;
    CHECK_FALSE(event.salient);
    CHECK(event.date.value.empty());
  }
}

TEST_CASE("a relative before a subject of its own stands for the object", "[event][english]") {
  struct Row {
    const char* text;
    const char* label;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval is fond of Brumel, which Altea bought in 2019.",
       "Brumel, which Altea bought in 2019"},
      {"Orval is fond of the verdict that a court overturned in 2021.",
       "The verdict that a court overturned in 2021"},
      {"Altea, which holds 6 percent of Brumel, sued Orval.",
       "Altea holds 6 percent of Brumel; Altea sued Orval"},
  }));
  CAPTURE(row.text);
  CHECK(labels(EventFixture::trained("en").annotate(row.text, "2024-03-15")) == row.label);
}

TEST_CASE("the place of a dateline does nothing", "[event][english]") {
  const Annotated a = EventFixture::trained("en").annotate(
      "BRUSSELS, May 4 - Orval sued Altea on Monday.", "2024-05-06");
  CHECK(a.brief() == "litigate Orval>Altea");
}

TEST_CASE("a name set between commas before its verb is no speaker behind it", "[event][english]") {
  const Annotated a = EventFixture::trained("en").annotate(
      "Altea's chief executive, Lea Brun, criticised Brumel.", "2024-03-15");
  CHECK(a.brief() == "criticize Lea Brun>Brumel");
}

TEST_CASE("what is left to decide, or kept from being done, is not told as done",
          "[event][english]") {
  const char* text = GENERATE("India will decide by May whether to open a probe into Brumel.",
                              "A judge stopped Brumel from selling the Z4 to Orval.",
                              "Orval asked the court to bar Brumel from closing its plant.");
  CAPTURE(text);
  const Annotated a = EventFixture::trained("en").annotate(text, "2024-03-15");
  for (const frise::EventMention& event : a.events.events) {
    if (event.type == frise::EventType::request || event.type == frise::EventType::exclude)
      continue;
    CHECK_FALSE(event.salient);
  }
}

TEST_CASE("an English headline tells in the present, and in the infinitive what is planned",
          "[event][english]") {
  struct Row {
    const char* text;
    const char* label;
    Factuality factuality;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval to buy Brumel for $3bn", "Orval to buy Brumel for $3bn", Factuality::planned},
      {"Brumel unveils long-range truck", "Brumel unveils long-range truck", Factuality::certain},
      {"Brumel rolls out new truck", "Brumel rolls out new truck", Factuality::certain},
      {"Orval agreed on Tuesday to buy Brumel.", "Orval agreed to buy Brumel", Factuality::certain},
      {"Orval may buy Brumel.", "Orval may buy Brumel", Factuality::possible},
      {"Orval planned to buy Brumel.", "Orval planned to buy Brumel", Factuality::planned},
      {"Orval will buy Brumel.", "Orval will buy Brumel", Factuality::planned},
  }));
  CAPTURE(row.text);
  const Annotated a = english(row.text);
  CHECK(labels(a) == row.label);
  REQUIRE_FALSE(a.events.events.empty());
  CHECK(a.events.events.front().factuality == row.factuality);
}

TEST_CASE("a plural noun stays a noun where English has a verb", "[event][english]") {
  struct Row {
    const char* text;
    const char* events;
  };
  const auto row = GENERATE(values<Row>({
      {"Brumel orders are slow.", ""},
      {"The orders of Orval", ""},
      {"Orval reports", ""},
  }));
  CAPTURE(row.text);
  CHECK(english(row.text).brief() == row.events);
}
