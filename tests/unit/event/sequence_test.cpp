#include "event_fixture.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

/// "acquire < close": each pair that words put in order.
std::string order_in(const EventFixture& fixture, const std::string& text) {
  const Annotated a = fixture.annotate(text);
  std::string out;
  for (const frise::EventOrder& order : a.events.order) {
    if (!out.empty()) out += ", ";
    out += std::string{to_string(a.events.events[order.before].type)} + " < " +
           std::string{to_string(a.events.events[order.after].type)};
  }
  return out;
}

bool orders(const EventFixture& fixture, std::string_view text, const std::string& rule) {
  const Annotated a = fixture.annotate(std::string{text});
  return std::any_of(a.events.order.begin(), a.events.order.end(),
                     [&](const frise::EventOrder& order) { return order.rule == rule; });
}

}  // namespace

TEST_CASE("every word of order orders its example and not its counter-example", "[event][pack]") {
  const std::string lang = GENERATE("fr", "en");
  const EventFixture& fixture = EventFixture::trained(lang);
  const frise::Table& table = fixture.pack().table("event/order");
  REQUIRE_FALSE(table.rows().empty());
  for (const frise::TableRow& row : table.rows()) {
    const std::string rule = lang + "/event/order/" + std::string{row.cell(0)};
    INFO(table.path() << ':' << row.line << " " << rule);
    CHECK(orders(fixture, row.cell(3), rule));
    CHECK_FALSE(orders(fixture, row.cell(4), rule));
    // Without models less is found, and nothing more.
    CHECK_FALSE(orders(EventFixture::of(lang), row.cell(4), rule));
  }
}

TEST_CASE("without a tree two acts are put in order where there is no third", "[event]") {
  struct Row {
    std::string text;
    std::string order;
  };
  const auto row = GENERATE(values<Row>({
      {"Brumel a fermé le site de Limoges après le rachat d'Orval.", "acquire < close"},
      {"Après le rachat d'Orval, Brumel a fermé le site de Limoges.", "acquire < close"},
      {"Brumel a fermé le site et poursuivi Altéa après le rachat d'Orval.", ""},
      {"Brumel a fermé le site qui perdait de l'argent après le rachat d'Orval.", ""},
  }));
  CAPTURE(row.text);
  CHECK(order_in(EventFixture::of("fr"), row.text) == row.order);
}

TEST_CASE("two acts of one sentence stand in the order that the words give", "[event]") {
  struct Row {
    std::string lang;
    std::string text;
    std::string order;
  };
  const auto row = GENERATE(values<Row>({
      {"fr", "Après le rachat d'Orval, Brumel a fermé le site de Limoges.", "acquire < close"},
      {"fr", "Avant de racheter Orval, Brumel a fermé le site de Limoges.", "close < acquire"},
      {"fr", "Brumel a fermé le site deux jours après avoir racheté Orval.", "acquire < close"},
      {"fr", "Brumel a fermé le site de Limoges après qu'Altéa a racheté Orval.",
       "acquire < close"},
      {"fr", "Brumel a fermé le site avant qu'Altéa ne rachète Orval.", "close < acquire"},
      {"fr", "Altéa a poursuivi Brumel à la suite du rachat d'Orval.", "acquire < litigate"},
      // Said of neither, of both, or of what did not happen.
      {"fr", "Brumel a racheté Orval et Altéa a fermé le site de Limoges.", ""},
      {"fr", "Après le 3 mars, Brumel a racheté Orval et fermé le site.", ""},
      {"fr", "Brumel n'a pas fermé le site après le rachat d'Orval.", ""},
      {"fr", "Brumel a fermé des sites avant et après le rachat d'Orval.", ""},
      {"fr", "Brumel a fermé le site qui perdait de l'argent après le rachat d'Orval.", ""},
      {"fr", "Brumel a fermé le site après la rumeur du rachat d'Orval.", ""},
      {"fr", "Brumel a racheté Orval. Après cela, Altéa a fermé le site.", ""},
      {"en", "After acquiring Orval, Brumel closed the Leeds plant.", "acquire < close"},
      {"en", "Brumel closed the Leeds plant two days before it acquired Orval.", "close < acquire"},
      {"en", "Brumel agreed to buy Orval after Altea closed the Leeds plant.", "close < acquire"},
      {"en", "Altea sued Brumel following the acquisition of Orval.", "acquire < litigate"},
      {"en", "Brumel acquired Orval the year after and closed the plant.", ""},
      {"en", "Brumel closed plants before and after the acquisition of Orval.", ""},
      {"en", "Brumel closed the Leeds plant after reports of the acquisition of Orval.", ""},
      {"en", "Brumel did not close the plant after the acquisition of Orval.", ""},
      {"en", "Altea praised the unit that grew after the acquisition of Orval.", ""},
  }));
  CAPTURE(row.text);
  CHECK(order_in(EventFixture::trained(row.lang), row.text) == row.order);
}
