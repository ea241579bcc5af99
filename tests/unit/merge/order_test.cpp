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
