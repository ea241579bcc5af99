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
