#include "event/rules.hpp"
#include "event_fixture.hpp"

#include <catch2/catch.hpp>

using frise::testing::EventFixture;

namespace {

/// The frame of a row lies over the text; for a counter-example it must not lead to a mark that is
/// drawn.
bool rule_found(const frise::testing::Annotated& a, const std::string& rule, bool drawn) {
  return std::any_of(
      a.events.events.begin(), a.events.events.end(),
      [&](const frise::EventMention& e) { return e.rule == rule && (e.salient || !drawn); });
}

void check_frames(const std::string& lang, const std::string& tables) {
  const EventFixture& fixture = EventFixture::of(lang);
  for (const std::string_view name : fixture.pack().tables(tables)) {
    const frise::Table& table = fixture.pack().table(name);
    for (const frise::TableRow& row : table.rows()) {
      const std::string rule = lang + "/event/" + std::string{row.cell(0)};
      INFO(table.path() << ':' << row.line << " " << rule);
      CHECK(rule_found(fixture.annotate(std::string{row.cell(6)}), rule, false));
      CHECK_FALSE(rule_found(fixture.annotate(std::string{row.cell(7)}), rule, true));
    }
  }
}

void check_stances(const std::string& lang) {
  const EventFixture& fixture = EventFixture::of(lang);
  for (const frise::TableRow& row : fixture.pack().table("stance/words").rows()) {
    const std::string rule = lang + "/stance/" + std::string{row.cell(0)};
    INFO(fixture.pack().table("stance/words").path() << ':' << row.line << " " << rule);
    const auto found = [&](std::string_view text) {
      const auto a = fixture.annotate(std::string{text});
      return std::any_of(a.events.stances.begin(), a.events.stances.end(),
                         [&](const frise::Stance& s) { return s.rule == rule; });
    };
    CHECK(found(row.cell(6)));
    CHECK_FALSE(found(row.cell(7)));
  }
}

/// The predicate of a row says something in its example and nothing in its counter-example.
void check_speech(const std::string& lang) {
  const EventFixture& fixture = EventFixture::of(lang);
  for (const frise::TableRow& row : fixture.pack().table("event/speech").rows()) {
    INFO(fixture.pack().table("event/speech").path() << ':' << row.line << " " << row.cell(0));
    CHECK(fixture.acts_of_speech(std::string{row.cell(3)}) > 0);
    CHECK(fixture.acts_of_speech(std::string{row.cell(4)}) == 0);
  }
}

}  // namespace

TEST_CASE("every verb of speech says something in its example and not in its counter-example",
          "[event][pack]") {
  check_speech("fr");
  check_speech("en");
}

TEST_CASE("every verb frame matches its example and not its counter-example", "[event][pack]") {
  check_frames("fr", "event/verbs");
  check_frames("en", "event/verbs");
}

TEST_CASE("every noun frame matches its example and not its counter-example", "[event][pack]") {
  check_frames("fr", "event/nouns");
  check_frames("en", "event/nouns");
}

TEST_CASE("every stance word matches its example and not its counter-example", "[event][pack]") {
  check_stances("fr");
  check_stances("en");
}
