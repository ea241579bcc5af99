#include "frise/view/view.hpp"
#include "unit/merge/sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using namespace frise;
using namespace frise::test;

EventGraph graph_of(std::vector<Record> records) {
  return EventGraph::build(merge_records(std::move(records)));
}

Record bought(const std::string& date, Factuality factuality = Factuality::certain) {
  return article("a", "2024-06-01",
                 {{EventType::acquire,
                   date,
                   "Alta achète Béru.",
                   {"agent company:alta", "patient company:beru"},
                   "",
                   factuality}});
}

Record sued() {
  return article("b", "2024-08-01",
                 {{EventType::litigate,
                   "2024-07-15",
                   "Ciro attaque Alta en justice.",
                   {"agent company:ciro", "patient company:alta"}}});
}

TimelineView changes(std::vector<Record> before, std::vector<Record> after) {
  auto view = make_difference(graph_of(std::move(before)), graph_of(std::move(after)), {});
  REQUIRE(view);
  return std::move(*view);
}

const TimelineItem& acting(const TimelineView& view, const std::string& lane) {
  for (const TimelineItem& one : view.items) {
    if (view.lanes[one.lane].id == lane) return one;
  }
  throw std::out_of_range{lane};
}

}  // namespace

TEST_CASE("a graph compared with itself has no change", "[view]") {
  const TimelineView view = changes({bought("2024-05"), sued()}, {bought("2024-05"), sued()});
  REQUIRE(view.items.size() == 2);
  for (const TimelineItem& item : view.items) CHECK(item.change == ItemChange::none);
  CHECK_THAT(view.subtitle, Catch::StartsWith("inchangés\u00A0: 2"));
}

TEST_CASE("what an added article tells is marked as added", "[view]") {
  const TimelineView view = changes({bought("2024-05")}, {bought("2024-05"), sued()});
  REQUIRE(view.items.size() == 2);
  CHECK(acting(view, "company:ciro").change == ItemChange::added);
  CHECK(acting(view, "company:ciro").date_label == "15 juil. 2024 · ajouté");
  CHECK(acting(view, "company:alta").change == ItemChange::none);
  CHECK(acting(view, "company:ciro").weight > acting(view, "company:alta").weight + 5);
}

TEST_CASE("what is told no more is still shown, with its source", "[view]") {
  const TimelineView view = changes({bought("2024-05"), sued()}, {bought("2024-05")});
  REQUIRE(view.items.size() == 2);
  const TimelineItem& gone = acting(view, "company:ciro");
  CHECK(gone.change == ItemChange::removed);
  REQUIRE(gone.citations.size() == 1);
  const auto note = std::find_if(view.notes.begin(), view.notes.end(), [&](const SourceNote& n) {
    return n.number == gone.citations[0].note;
  });
  REQUIRE(note != view.notes.end());
  CHECK(note->document == "b");
}

TEST_CASE("an event of another date tells where it stood", "[view]") {
  const TimelineView view = changes({bought("2024-04-02")}, {bought("2024-05")});
  REQUIRE(view.items.size() == 1);
  CHECK(view.items[0].change == ItemChange::moved);
  REQUIRE(view.items[0].was);
  CHECK(view.items[0].was->value == "2024-04-02");
  CHECK(view.items[0].date_label == "mai 2024 · déplacé, avant\u00A0: 2 avr. 2024");
}

TEST_CASE("a plan that is now a fact is judged otherwise", "[view]") {
  const TimelineView view = changes({bought("2024-05", Factuality::planned)}, {bought("2024-05")});
  REQUIRE(view.items.size() == 1);
  CHECK(view.items[0].change == ItemChange::rejudged);
}
