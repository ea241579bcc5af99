#include "frise/audit/as_of.hpp"
#include "frise/explain/explain.hpp"
#include "frise/graph/event_graph.hpp"
#include "unit/merge/sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

const std::vector<std::string> alta_beru{"agent company:alta", "patient company:beru"};
const std::vector<std::string> alta_site{"agent company:alta", "patient company:site-nord"};

/// The record's events `before` and `after`, numbered from 1, stand in that order by a word.
void put_in_order(Record& record, std::size_t before, std::size_t after) {
  const auto place = record.events[after - 1].trigger.span.begin + 20;
  record.order.push_back({"ev" + std::to_string(before),
                          "ev" + std::to_string(after),
                          {{place, place + 6}, "après"},
                          "fr/event/order/apres"});
}

/// A purchase with a day in `a`; in `b` a closure that only a word places.
std::vector<Record> placed_by_a_word() {
  Record told = article("a", "2024-05-21",
                        {{EventType::acquire, "2024-05-20", "Alta a racheté Béru.", alta_beru}});
  Record ordered = article(
      "b", "2024-06-01",
      {{EventType::acquire, "2024-05-20", "Alta ferme après avoir racheté Béru.", alta_beru},
       {EventType::close, "", "Alta ferme son site.", alta_site}});
  put_in_order(ordered, 1, 2);
  return {std::move(told), std::move(ordered)};
}

const MergedEvent& closure_of(const Corpus& corpus) {
  return *std::find_if(corpus.events.begin(), corpus.events.end(),
                       [](const MergedEvent& event) { return event.type == EventType::close; });
}

}  // namespace

TEST_CASE("a word alone gives an undated event its first day, and says so", "[merge]") {
  const Corpus corpus = merge_records(placed_by_a_word());
  REQUIRE(corpus.events.size() == 2);
  const MergedEvent& bought = corpus.events.front();
  const MergedEvent& closed = closure_of(corpus);
  CHECK(closed.date.value.empty());
  REQUIRE(closed.inferred);
  REQUIRE(closed.inferred->bounds.known());
  CHECK(to_iso(*closed.inferred->bounds.earliest) == "2024-05-20");
  CHECK(to_iso(*closed.inferred->bounds.latest) == "2024-06-01");
  CHECK(closed.inferred->why ==
        "comes after " + bought.id + ", by its sentence in b (\"après\"); told as done in b");
  REQUIRE(corpus.order.size() == 1);
  CHECK(corpus.order[0].before == bought.id);
  CHECK(corpus.order[0].after == closed.id);
  CHECK(corpus.order[0].why == "après");
  CHECK(corpus.conflicts.empty());
}

TEST_CASE("the order of the records does not show in what words put in order", "[merge]") {
  auto records = placed_by_a_word();
  const std::string once = to_json(EventGraph::build(merge_records(records)));
  std::reverse(records.begin(), records.end());
  CHECK(to_json(EventGraph::build(merge_records(records))) == once);
  const auto again = parse_graph(once);
  REQUIRE(again);
  CHECK(to_json(*again) == once);
}

TEST_CASE("what was not known by a day orders nothing", "[merge]") {
  const Corpus corpus = merge_records(placed_by_a_word());
  const Corpus known = as_of(corpus, *parse_iso_day("2024-05-25")).corpus;
  CHECK(known.claim_order.empty());
  CHECK(known.order.empty());
  const Corpus later = as_of(corpus, *parse_iso_day("2024-06-02")).corpus;
  CHECK(later.claim_order.size() == 1);
}

TEST_CASE("an event tells the sentence that puts it in order", "[merge]") {
  const EventGraph graph = EventGraph::build(merge_records(placed_by_a_word()));
  const auto text = explain(graph, closure_of(graph.corpus()).id);
  REQUIRE(text);
  CHECK(text->find("comes after " + graph.corpus().events.front().id) != std::string::npos);
  CHECK(text->find("fr/event/order/apres") != std::string::npos);
}

TEST_CASE("words against days, and words against words, are conflicts of their sentences",
          "[merge]") {
  Record first = article("a", "2024-06-01",
                         {{EventType::acquire, "2024-05-20", "Alta a racheté Béru.", alta_beru},
                          {EventType::close, "2024-03-02", "Alta ferme son site.", alta_site}});
  put_in_order(first, 1, 2);
  const Corpus days = merge_records({first});
  REQUIRE(days.conflicts.size() == 1);
  CHECK(days.conflicts[0].claims.size() == 2);
  CHECK(days.conflicts[0].why == closure_of(days).id + " comes after " + days.events.back().id +
                                     ", by its sentence in a (\"après\"), yet the days say the "
                                     "reverse");
  REQUIRE(days.order.size() == 1);
  CHECK(days.order[0].why == "dates");
  CHECK(days.order[0].before == closure_of(days).id);

  auto records = placed_by_a_word();
  Record third = article("c", "2024-06-01",
                         {{EventType::acquire, "2024-05-20", "Alta a racheté Béru.", alta_beru},
                          {EventType::close, "", "Alta ferme son site.", alta_site}});
  put_in_order(third, 2, 1);
  records.push_back(third);
  const Corpus circle = merge_records(records);
  REQUIRE(circle.events.size() == 2);
  REQUIRE(circle.conflicts.size() == 1);
  CHECK(circle.conflicts[0].claims.size() == 4);
  CHECK_FALSE(closure_of(circle).inferred->bounds.earliest);
}
