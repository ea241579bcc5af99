#include "frise/audit/diff.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace frise;
using namespace frise::test;

Record told(const std::string& date, Factuality factuality = Factuality::certain) {
  return article("a", "2024-06-01",
                 {{EventType::invest,
                   date,
                   "Alta investit dans B\u00e9ru.",
                   {"agent company:alta", "patient company:beru"},
                   "",
                   factuality}});
}

EventGraph graph_of(std::vector<Record> records) {
  return EventGraph::build(merge_records(std::move(records)));
}

const Change* find(const GraphDiff& diff, ChangedThing thing) {
  for (const Change& change : diff.changes) {
    if (change.thing == thing) return &change;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a graph does not differ from itself", "[audit]") {
  CHECK(diff(graph_of({told("2024-05")}), graph_of({told("2024-05")})).changes.empty());
  CHECK(to_text({}).empty());
}

TEST_CASE("an event of another date is the same event, dated otherwise", "[audit]") {
  const GraphDiff changes = diff(graph_of({told("2024-05")}), graph_of({told("2024-04-02")}));
  const Change* event = find(changes, ChangedThing::event);
  REQUIRE(event != nullptr);
  CHECK(event->kind == ChangeKind::redated);
  CHECK_FALSE(event->old_id.empty());
  REQUIRE(event->fields.size() == 1);
  CHECK(event->fields[0].before == "2024-05");
  CHECK(event->fields[0].after == "2024-04-02");
}

TEST_CASE("what is told as sure and was planned before is judged otherwise", "[audit]") {
  const GraphDiff changes =
      diff(graph_of({told("2024-05", Factuality::planned)}), graph_of({told("2024-05")}));
  const Change* event = find(changes, ChangedThing::event);
  REQUIRE(event != nullptr);
  CHECK(event->kind == ChangeKind::rejudged);
  CHECK_THAT(to_text(changes), Catch::Contains("rejudged event ev-") &&
                                   Catch::Contains("  is: planned -> certain\n"));
}

TEST_CASE("a further source adds a document and a claim, and changes no id", "[audit]") {
  Record b = told("2024-05");
  b.document.id = "b";
  const GraphDiff changes = diff(graph_of({told("2024-05")}), graph_of({told("2024-05"), b}));
  REQUIRE(changes.changes.size() == 2);
  CHECK(changes.changes[0].thing == ChangedThing::document);
  CHECK(changes.changes[1].thing == ChangedThing::claim);
  CHECK(changes.changes[1].kind == ChangeKind::added);
  const GraphDiff back = diff(graph_of({told("2024-05"), b}), graph_of({told("2024-05")}));
  REQUIRE(back.changes.size() == 2);
  CHECK(back.changes[0].kind == ChangeKind::removed);
}

TEST_CASE("an edit elsewhere in the text changes no claim's id", "[audit]") {
  Record moved = told("2024-05");
  for (RecordEvent& event : moved.events) {
    event.sentence.span = {event.sentence.span.begin + 40, event.sentence.span.end + 40};
    event.trigger.span = {event.trigger.span.begin + 40, event.trigger.span.end + 40};
  }
  CHECK(diff(graph_of({told("2024-05")}), graph_of({moved})).changes.empty());
}

TEST_CASE("changes as JSON have their values", "[audit]") {
  const std::string json =
      to_json(diff(graph_of({told("2024-05")}), graph_of({told("2024-04-02")})));
  CHECK_THAT(json, Catch::StartsWith("{\n  \"schema\": \"frise-diff/1\"") &&
                       Catch::Contains("\"change\": \"redated\"") &&
                       Catch::Contains("\"before\": \"2024-05\""));
}
