#include "event_fixture.hpp"

#include <catch2/catch.hpp>
#include <string>

using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

std::string repeat(const std::string& what, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += what;
  return out;
}

/// Every participant, trigger and date points into the document.
void check_whole(const Annotated& a) {
  for (const auto& event : a.events.events) {
    CHECK(event.trigger.begin < event.trigger.end);
    CHECK(event.trigger.end <= a.document.text.size());
    CHECK(event.sentence < a.segmentation.sentences.size());
    for (const auto& p : event.participants) {
      if (p.entity) CHECK(*p.entity < a.entities.entities.size());
      if (p.mention) CHECK(*p.mention < a.entities.mentions.size());
    }
  }
}

}  // namespace

TEST_CASE("lists of prices and text without verbs make no event", "[event][hard]") {
  const char* lang = GENERATE("fr", "en");
  const bool french = std::string{lang} == "fr";
  const std::string text = GENERATE_COPY(
      french ? repeat("Cuivre 8 200 $, étain 25 400 $, action Orval 12,40 €, Brumel 3,10 €, ", 300)
             : repeat("Copper $8,200, tin $25,400, Orval shares €12.40, Brumel €3.10, ", 300),
      french ? "Orval 12,40 € +1,2 %\nBrumel 3,10 € -0,4 %\nAltéa 88 € =\n"
             : "Orval €12.40 +1.2%\nBrumel €3.10 -0.4%\nAltea €88 =\n",
      french ? repeat("table chaise lampe Orval ", 1000) : repeat("table chair lamp Orval ", 1000),
      repeat("12,40 ", 5000), repeat("« ", 1000), repeat("( ", 1000), repeat(", ", 1000));
  for (const auto* fixture : {&EventFixture::of(lang), &EventFixture::trained(lang)}) {
    CAPTURE(text.substr(0, 60));
    CHECK(fixture->annotate(text).brief().empty());
  }
}

TEST_CASE("sentences of any length and depth are read to their end", "[event][hard]") {
  const std::string text =
      GENERATE_COPY("Orval a vendu un site à Brumel" + repeat(", et a vendu un site", 1000) + ".",
                    "Orval a vendu un site à Brumel" + repeat(" qui a dit que Orval", 1000) + ".",
                    "Orval a vendu un site à Brumel" + repeat(" et Altéa", 3000) + ".",
                    "« Oui »" + repeat(", a déclaré Brumel", 1000) + ".",
                    repeat("« Orval a vendu un site à Brumel ", 1000),
                    repeat("« Orval a vendu un site à Brumel », a déclaré Léa Brun, ", 500));
  for (const auto* fixture : {&EventFixture::of("fr"), &EventFixture::trained("fr")}) {
    CAPTURE(text.substr(0, 60));
    const Annotated a = fixture->annotate(text);
    CHECK_FALSE(a.events.events.empty());
    check_whole(a);
  }
}
