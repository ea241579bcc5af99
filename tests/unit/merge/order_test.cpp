#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

const std::vector<std::string> alta_beru{"agent company:alta", "patient company:beru"};

const MergedEvent* event_of(const Corpus& corpus, const std::string& summary) {
  for (const MergedEvent& event : corpus.events) {
    if (event.summary == summary) return &event;
  }
  return nullptr;
}

/// "A < B" for each edge, by the words of the events.
std::vector<std::string> order(const Corpus& corpus) {
  std::vector<std::string> out;
  for (const OrderEdge& edge : corpus.order) {
    std::string first;
    std::string second;
    for (const MergedEvent& event : corpus.events) {
      if (event.id == edge.before) first = event.summary;
      if (event.id == edge.after) second = event.summary;
    }
    out.push_back(first + " < " + second);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("an undated event told as done is no later than its article, and keeps its own date",
          "[merge]") {
  const Corpus corpus = merge_records(
      {article("a", "2024-06-01", {{EventType::acquire, "", "Alta a racheté Béru.", alta_beru}})});
  const MergedEvent& event = corpus.events.front();
  CHECK(event.date.value.empty());
  REQUIRE(event.inferred);
  CHECK_FALSE(event.inferred->bounds.earliest);
  REQUIRE(event.inferred->bounds.latest);
  CHECK(to_iso(*event.inferred->bounds.latest) == "2024-06-01");
  CHECK(event.inferred->why == "told as done in a");
}

TEST_CASE("what is planned is not bounded by its article", "[merge]") {
  const Corpus corpus = merge_records({article(
      "a", "2024-06-01",
      {{EventType::acquire, "", "Alta rachètera Béru.", alta_beru, "", Factuality::planned}})});
  CHECK_FALSE(corpus.events.front().inferred);
}

TEST_CASE("an undated denial stands after what it denies", "[merge]") {
  const Corpus corpus = merge_records(
      {article("a", "2024-06-01",
               {{EventType::acquire, "2024-05-20", "Alta aurait racheté Béru.", alta_beru, "",
                 Factuality::reported},
                {EventType::acquire, "", "Alta dément.", alta_beru, "", Factuality::denied}})});
  const MergedEvent* denial = event_of(corpus, "Alta dément.");
  REQUIRE(denial != nullptr);
  REQUIRE(denial->inferred);
  CHECK(to_iso(*denial->inferred->bounds.earliest) == "2024-05-20");
  CHECK(order(corpus) == std::vector<std::string>{"Alta aurait racheté Béru. < Alta dément."});
  CHECK(corpus.conflicts.empty());
}

TEST_CASE("order edges leave out what follows from others", "[merge]") {
  const Corpus corpus =
      merge_records({article("a", "2024-06-01",
                             {{EventType::acquire, "2020-01-01", "un", alta_beru},
                              {EventType::litigate, "2021-01-01", "deux", alta_beru},
                              {EventType::supply, "2022", "trois", alta_beru},
                              {EventType::partner, "2022-05-01", "quatre", alta_beru},
                              {EventType::close, "2023-01-01", "cinq", alta_beru}})});
  CHECK(order(corpus) == std::vector<std::string>{"deux < quatre", "deux < trois", "quatre < cinq",
                                                  "trois < cinq", "un < deux"});
}

TEST_CASE("two dates order events where the end of one and the beginning of the other are known",
          "[merge]") {
  struct Row {
    std::string first;   ///< date of "un"
    std::string second;  ///< date of "deux"
    std::string expected;
  };
  const auto row = GENERATE(values<Row>({
      {"2024-03", "2024-05-02", "un < deux"},
      {"../2024-04-30", "2024-05-02", "un < deux"},  // au plus tard le 30 avril; le 2 mai
      {"../2024-05-02", "2024-05-02", ""},           // peut-être le même jour
      {"../2024-04-30", "2024-05/..", "un < deux"},  // au plus tard le 30 avril; depuis mai
      {"2023", "2024/..", "un < deux"},              // en 2023; depuis 2024
      {"2024/..", "2023-05-02", "deux < un"},        // depuis 2024; le 2 mai 2023
      {"2023/..", "2024-05-02", ""},                 // depuis 2023, et pour combien de temps
      {"../2024-04-30", "../2024-05-31", ""},        // deux termes, aucun début
      {"2023/..", "2024/..", ""},                    // deux débuts, aucun terme
      {"../2024-04-30", "", ""},                     // sans date
      {"../2024-04-30", "XXXX-05-02", ""},           // d'une année inconnue
  }));
  CAPTURE(row.first, row.second);
  const Corpus corpus = merge_records(
      {article("a", "",
               {{EventType::acquire, row.first, "un", alta_beru, "", Factuality::planned},
                {EventType::close, row.second, "deux", alta_beru, "", Factuality::planned}})});
  const auto expected =
      row.expected.empty() ? std::vector<std::string>{} : std::vector<std::string>{row.expected};
  CHECK(order(corpus) == expected);
}

TEST_CASE("what is dated on one side only stands between its neighbours, and no edge is told twice",
          "[merge]") {
  const Corpus corpus =
      merge_records({article("a", "",
                             {{EventType::acquire, "2020-01-01", "un", alta_beru},
                              {EventType::litigate, "../2021-06-30", "terme", alta_beru},
                              {EventType::supply, "2021-09-01", "deux", alta_beru},
                              {EventType::partner, "2022/..", "depuis", alta_beru},
                              {EventType::close, "2023-01-01", "trois", alta_beru}})});
  CHECK(order(corpus) ==
        std::vector<std::string>{"deux < depuis", "deux < trois", "terme < deux", "un < deux"});
}

TEST_CASE("the order has no more edges than a few an event", "[merge]") {
  std::vector<Said> events;
  for (int i = 0; i < 120; ++i) {
    const std::string month =
        std::to_string(2010 + i / 12) + (i % 12 < 9 ? "-0" : "-") + std::to_string(i % 12 + 1);
    const std::string date = i % 3 == 0 ? "../" + month : i % 3 == 1 ? month + "/.." : month;
    events.push_back({EventType::supply, date, "livraison " + std::to_string(i), alta_beru});
  }
  const Corpus corpus = merge_records({article("a", "", {events.begin(), events.end()})});
  REQUIRE(corpus.events.size() == events.size());
  CHECK(corpus.order.size() >= events.size() - 1);
  CHECK(corpus.order.size() <= 4 * events.size());
}
