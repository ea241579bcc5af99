#include "event_fixture.hpp"

#include <catch2/catch.hpp>
#include <string>

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

void check_rows(const EventFixture& fixture, const std::string& lang) {
  const frise::Table& table = fixture.pack().table("event/order");
  REQUIRE_FALSE(table.rows().empty());
  for (const frise::TableRow& row : table.rows()) {
    const std::string rule = lang + "/event/order/" + std::string{row.cell(0)};
    INFO(table.path() << ':' << row.line << " " << rule);
    const Annotated a = fixture.annotate(std::string{row.cell(3)});
    CHECK(std::any_of(a.events.order.begin(), a.events.order.end(),
                      [&](const frise::EventOrder& order) { return order.rule == rule; }));
    CHECK(fixture.annotate(std::string{row.cell(4)}).events.order.empty());
  }
}

}  // namespace

TEST_CASE("every word of order orders its example and not its counter-example", "[event][pack]") {
  for (const std::string lang : {"fr", "en"}) {
    check_rows(EventFixture::of(lang), lang);
    check_rows(EventFixture::trained(lang), lang);
  }
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
      {"fr", "Brumel a racheté Orval et Altéa a fermé le site de Limoges.", ""},
      {"fr", "Après le 3 mars, Brumel a racheté Orval et fermé le site.", ""},
      {"fr", "Brumel n'a pas fermé le site après le rachat d'Orval.", ""},
      {"en", "After acquiring Orval, Brumel closed the Leeds plant.", "acquire < close"},
      {"en", "Brumel closed the Leeds plant two days before it acquired Orval.", "close < acquire"},
      {"en", "Brumel acquired Orval the year after and closed the plant.", ""},
  }));
  CAPTURE(row.text);
  CHECK(order_in(EventFixture::trained(row.lang), row.text) == row.order);
}
