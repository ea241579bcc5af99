// Labels: the article's words, whole phrases, no longer than a label holds.

#include "event_fixture.hpp"

#include <catch2/catch.hpp>
#include <string>

using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

/// Labels of what is drawn, joined by " | ".
std::string labels(const char* lang, const std::string& text) {
  const Annotated a = EventFixture::of(lang).annotate(text, "2024-03-15");
  std::string out;
  for (const frise::EventMention& event : a.events.events) {
    if (event.salient) out += (out.empty() ? "" : " | ") + event.summary;
  }
  return out;
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

TEST_CASE("a French label is a whole phrase in the article's words", "[event]") {
  struct Row {
    std::string why;
    std::string text;
    std::string label;
  };
  const auto row = GENERATE(values<Row>({
      {"linking adverbs go", "Orval s'est également associé à Brumel.",
       "Orval s'est associé à Brumel"},
      {"so do those of several words", "Orval a par ailleurs racheté Brumel.",
       "Orval a racheté Brumel"},
      {"a negation stays", "Orval n'a jamais racheté Brumel.", "Orval n'a jamais racheté Brumel"},
      {"a degree stays", "Orval a racheté Brumel pour un prix aussi bas.",
       "Orval a racheté Brumel pour un prix aussi bas"},
      {"the day after the verb is on the mark", "Orval a racheté mardi le site de Brumel.",
       "Orval a racheté le site de Brumel"},
      {"a year may be what is meant", "Orval a racheté en 2022 le site de Brumel.",
       "Orval a racheté en 2022 le site de Brumel"},
      {"a thing's act is told with its maker's",
       "Orval a publié un logiciel qui limite la vitesse de la Z4.",
       "Orval a publié un logiciel qui limite la vitesse de la Z4"},
      {"the last phrases go when it is long",
       "Orval a racheté Brumel pour une somme que personne ne veut dire avec l'appui d'une banque "
       "de la "
       "région et de trois fonds étrangers.",
       "Orval a racheté Brumel pour une somme que personne ne veut dire avec l'appui d'une banque "
       "de la région"},
      {"who has no name is called as the article does", "Le parquet a condamné Orval.",
       "Le parquet a condamné Orval"},
      {"words in quotation marks are the speaker's",
       "« Nous avons racheté Brumel pour ses brevets », a déclaré Léa Brun.",
       "Léa Brun : « Nous avons racheté Brumel pour ses brevets »"},
  }));
  CAPTURE(row.why);
  const std::string found = labels("fr", row.text);
  CHECK(found.substr(0, found.find(" | ")) == row.label);
  CHECK(characters(row.label) <= 112);
}

TEST_CASE("an English label is a whole phrase in the article's words", "[event]") {
  struct Row {
    std::string text;
    std::string label;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval has also acquired Brumel.", "Orval has acquired Brumel"},
      {"Orval agreed on Tuesday to buy Brumel.", "Orval agreed to buy Brumel"},
      {"In 2022, a group of farmers sued Orval.", "A group of farmers sued Orval"},
  }));
  const std::string found = labels("en", row.text);
  CHECK(found.substr(0, found.find(" | ")) == row.label);
}

TEST_CASE("a French participle that shares its auxiliary has it in its label", "[event]") {
  const Annotated a = EventFixture::trained("fr").annotate(
      "Orval a fermé 34 usines l'an dernier et supprimé 210 postes.", "2024-03-15");
  std::string last;
  for (const frise::EventMention& event : a.events.events) last = event.summary;
  CHECK(last == "Orval a supprimé 210 postes");
}

TEST_CASE("a name takes no verb of another number", "[event]") {
  const std::string found =
      labels("fr", "Orval plaît. Selon Léa Brun, ils fabriquent les camions.");
  CHECK(found.find("Orval fabriquent") == std::string::npos);
}

TEST_CASE("two predicates that begin as one give one label", "[event]") {
  const std::string found = labels(
      "fr",
      "En 2017, Orval et Brumel ont travaillé avec leurs clients pour lancer des camions légers.");
  CHECK(found.find(" | ") == std::string::npos);
}
