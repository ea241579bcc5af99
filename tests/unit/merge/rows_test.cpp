// Sentences that differ in a figure, a date or a name alone tell of different things.

#include "merge/similarity.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

const std::vector<std::string> alta_beru{"agent company:alta", "patient company:beru"};

Said delivery(const std::string& date, const std::string& what,
              const std::vector<std::string>& amounts = {}) {
  return {EventType::supply,
          date,
          "Alta a livré " + what + " à la régie des trams de Béru.",
          alta_beru,
          "",
          Factuality::certain,
          amounts};
}

/// "3 of 4, 1 copy": events made of claims.
std::string merged(const std::vector<Record>& records) {
  const Corpus corpus = merge_records(records);
  std::size_t claims = 0;
  std::size_t copies = 0;
  for (const MergedEvent& event : corpus.events) {
    claims += event.claims.size();
    for (const Claim& claim : event.claims) copies += claim.copy_of.empty() ? 0 : 1;
  }
  return std::to_string(corpus.events.size()) + " of " + std::to_string(claims) + ", " +
         std::to_string(copies) + (copies == 1 ? " copy" : " copies");
}

}  // namespace

TEST_CASE("a figure or a name that is another makes another sentence", "[merge]") {
  struct Row {
    std::string first;
    std::string second;
    bool near;
  };
  const auto row = GENERATE(values<Row>({
      {"Alta livre cette année 300 rames neuves à la régie de Béru.",
       "Alta livre cette année 450 rames neuves à la régie de Béru.", false},
      {"Le 3 mars, le tribunal de commerce a condamné Alta pour entente illicite.",
       "Le 9 mars, le tribunal de commerce a condamné Alta pour entente illicite.", false},
      {"Le fabricant de rames Alta ouvre une usine neuve près de Lyon.",
       "Le fabricant de rames Alta ouvre une usine neuve près de Nantes.", false},
      {"The maker of trams opened its third assembly hall near Leeds.",
       "The maker of trams opened its third assembly hall near Hull.", false},
      // Written otherwise, or told more fully, it is the same.
      {"Alta livre cette année 1 200 rames neuves à la régie de Béru.",
       "Alta livre cette année 1200 rames neuves à la régie de Béru.", true},
      {"Alta livre cette année 1.200 rames neuves à la régie de Béru.",
       "Alta livre cette année 1 200 rames neuves à la régie de Béru.", true},
      {"Le fabricant Alta livre cette année des rames neuves à la régie de Béru.",
       "Le fabricant Alta livre cette année 300 rames neuves à la régie de Béru.", true},
      {"Hier, le fabricant Alta a livré des rames neuves à la régie de Béru.",
       "Le fabricant Alta a livré hier des rames neuves à la régie de Béru.", true},
      {"ALTA LIVRE DES RAMES NEUVES À LA RÉGIE DE BÉRU",
       "Alta livre des rames neuves à la régie de Béru.", true},
  }));
  CAPTURE(row.first, row.second);
  const WordSet first = content_words(row.first);
  const WordSet second = content_words(row.second);
  CHECK(near_same(first, second) == row.near);
  CHECK(near_same(second, first) == row.near);
}

TEST_CASE("rows of a list are events of their own", "[merge]") {
  CHECK(merged({article("a", "2024-06-01",
                        {delivery("2024-03-12", "300 rames"), delivery("2024-03-12", "450 rames"),
                         delivery("2024-03-12", "7 rames")})}) == "3 of 3, 0 copies");
  CHECK(merged({article("a", "2024-06-01",
                        {delivery("", "trente rames", {"30 rames"}),
                         delivery("", "trente rames", {"70 rames"})})}) == "2 of 2, 0 copies");
  // Days without words for them, as tables give them.
  Record table = article("a", "", {delivery("2023-03", "rames"), delivery("2024-03", "rames")});
  table.timex.clear();
  for (RecordEvent& event : table.events) event.date.timex.clear();
  Record other = table;
  other.document.id = "b";
  CHECK(merged({table, other}) == "2 of 4, 2 copies");
}

TEST_CASE("a figure that two papers give otherwise is held together by the day only", "[merge]") {
  const auto two = [](const std::string& date, const char* a, const char* b) {
    return merged({article("a", "2024-06-01", {delivery(date, a)}),
                   article("b", "2024-06-02", {delivery(date, b)})});
  };
  CHECK(two("2024-03-12", "300 rames", "450 rames") == "1 of 2, 0 copies");
  CHECK(two("2024", "300 rames", "450 rames") == "2 of 2, 0 copies");
  CHECK(two("", "300 rames", "450 rames") == "2 of 2, 0 copies");
  CHECK(two("", "300 rames", "300 rames") == "1 of 2, 1 copy");
}

TEST_CASE("a bulletin with other figures is another bulletin", "[merge]") {
  const auto result = [](const std::string& id, const std::string& published, const char* sum) {
    return article(id, published,
                   {{EventType::report,
                     "2024",
                     std::string{"La semaine dernière, Alta a annoncé un bénéfice de "} + sum +
                         " millions d'euros pour sa branche de trams.",
                     {"agent company:alta"},
                     "La semaine dernière"}});
  };
  CHECK(merged({result("a", "2024-03-20", "300"), result("b", "2024-09-20", "410")}) ==
        "2 of 2, 0 copies");
  CHECK(merged({result("a", "2024-03-20", "300"), result("b", "2024-09-20", "300")}) ==
        "1 of 2, 1 copy");
}

TEST_CASE("what comes twice in a year is two events", "[merge]") {
  const auto act = [](EventType type, const std::string& date, const std::string& sentence,
                      const std::string& sum) {
    return Said{type, date, sentence, alta_beru, "", Factuality::certain, {sum}};
  };
  // Two rounds of funding, each told by two papers in its own words.
  const Said first = act(EventType::invest, "2024-02",
                         "Alta a mené en février le tour de table de Béru, de 40 millions d'euros.",
                         "40000000 EUR");
  const Said first_again = act(EventType::invest, "2024-02-07",
                               "Béru lève 40 millions d'euros auprès d'Alta.", "40000000 EUR");
  const Said second = act(
      EventType::invest, "2024-10",
      "Alta a mené en octobre le tour de table de Béru, de 90 millions d'euros.", "90000000 EUR");
  const Said second_again =
      act(EventType::invest, "2024-10-21", "Béru lève encore 90 millions d'euros auprès d'Alta.",
          "90000000 EUR");
  CHECK(merged({article("a", "2024-11-01", {first, second}),
                article("b", "2024-02-08", {first_again}),
                article("c", "2024-10-22", {second_again})}) == "2 of 4, 0 copies");
  // Two fines of one company in one year, the day of neither told.
  const Said fine = act(EventType::fine, "2024",
                        "Alta a infligé en 2024 une amende de 3 millions d'euros à Béru, pour "
                        "des factures payées trop tard.",
                        "3000000 EUR");
  const Said other_fine = act(EventType::fine, "2024",
                              "Béru a dû verser la même année 8 millions d'euros après un contrôle "
                              "mené par Alta sur ses prix.",
                              "8000000 EUR");
  CHECK(merged({article("a", "2025-01-10", {fine}), article("b", "2025-02-10", {other_fine})}) ==
        "2 of 2, 0 copies");
}

TEST_CASE("a plan and its later completion are two events and one follows the other", "[merge]") {
  const Corpus corpus = merge_records(
      {article("a", "2024-02-01",
               {{EventType::acquire, "2024-02-01", "Alta compte racheter Béru avant l'été.",
                 alta_beru, "", Factuality::planned}}),
       article(
           "b", "2024-06-15",
           {{EventType::acquire, "2024-06-14", "Alta a bouclé le rachat de Béru.", alta_beru}})});
  REQUIRE(corpus.events.size() == 2);
  REQUIRE(corpus.links.size() == 1);
  CHECK(corpus.links[0].kind == LinkKind::follows);
}
