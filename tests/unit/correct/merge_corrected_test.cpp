#include "frise/correct/corrections.hpp"
#include "frise/graph/event_graph.hpp"
#include "unit/merge/sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace {

using namespace frise;
using namespace frise::test;

std::vector<Record> records() {
  return {
      article("a", "2024-06-01",
              {{EventType::invest,
                "2024-05",
                "Alta investit dans B\u00e9ru.",
                {"agent company:alta", "patient company:beru"}},
               {EventType::launch, "2023", "Alta lance Dia.", {"agent company:alta"}}}),
      article("b", "2024-07-01",
              {{EventType::invest,
                "2024-05-17",
                "Alta Groupe a mis de l'argent dans B\u00e9ru.",
                {"agent company:alta-groupe", "patient company:beru"}}}),
  };
}

Corrected corrected(const std::string& toml, std::vector<Record> given = records()) {
  const auto corrections = parse_corrections(toml, "c.toml");
  REQUIRE(corrections);
  return merge_corrected(std::move(given), *corrections);
}

const MergedEvent& event_of(const Corpus& corpus, EventType type) {
  for (const MergedEvent& event : corpus.events) {
    if (event.type == type) return event;
  }
  FAIL("no such event");
  return corpus.events.front();
}

std::string id_of(EventType type) { return event_of(merge_records(records()), type).id; }

bool has_entity(const Corpus& corpus, const std::string& id) {
  return std::any_of(corpus.entities.begin(), corpus.entities.end(),
                     [&](const MergedEntity& one) { return one.id == id; });
}

}  // namespace

TEST_CASE("a corrected date keeps the id, and the file is its source", "[correct]") {
  const std::string id = id_of(EventType::launch);
  const Corrected out =
      corrected("[[date]]\nevent = \"" + id + "\"\ndate = \"2022-11\"\nwhy = \"the catalogue\"\n");
  CHECK(out.stale.empty());
  CHECK(out.conflicts.empty());
  const MergedEvent& event = event_of(out.corpus, EventType::launch);
  CHECK(event.id == id);
  CHECK(event.date.value == "2022-11");
  CHECK(event.date.why == "c.toml:1: the catalogue");
  REQUIRE(event.claims.size() == 2);
  CHECK(event.claims[1].evidence.document == "c.toml");
  CHECK(event.claims[1].evidence.quote == "the catalogue");
  REQUIRE(out.corpus.corrections.size() == 1);
  CHECK(out.corpus.corrections[0].was == "2023");
  const std::string json = to_json(EventGraph::build(out.corpus));
  CHECK(to_json(*parse_graph(json)) == json);
}

TEST_CASE("merged entities bring their events together, under the ids of before", "[correct]") {
  const Corpus before = merge_records(records());
  REQUIRE(before.events.size() == 3);
  const Corrected out =
      corrected("[[merge]]\nentities = [\"company:alta\", \"company:alta-groupe\"]\n");
  CHECK(out.corpus.events.size() == 2);
  CHECK_FALSE(has_entity(out.corpus, "company:alta-groupe"));
  for (const MergedEvent& event : out.corpus.events) {
    CHECK(std::any_of(before.events.begin(), before.events.end(),
                      [&](const MergedEvent& one) { return one.id == event.id; }));
  }
  CHECK(event_of(out.corpus, EventType::invest).claims.size() == 2);
  CHECK(event_of(out.corpus, EventType::invest).date.value == "2024-05-17");
}

TEST_CASE("a split takes the mentions of some documents to an entity of their own", "[correct]") {
  const Corrected out = corrected(
      "[[split]]\nentity = \"company:beru\"\ndocuments = [\"b\"]\nid = \"company:beru-sa\"\n"
      "name = \"B\u00e9ru SA\"\n");
  CHECK(has_entity(out.corpus, "company:beru"));
  CHECK(has_entity(out.corpus, "company:beru-sa"));
  const auto split =
      std::find_if(out.corpus.events.begin(), out.corpus.events.end(),
                   [](const MergedEvent& one) { return one.date.value == "2024-05-17"; });
  REQUIRE(split != out.corpus.events.end());
  CHECK(split->participants.back().entity == "company:beru-sa");
}

TEST_CASE("events are merged and split by claims", "[correct]") {
  const Corpus before = merge_records(records());
  const std::string first = before.events[1].id;
  const std::string second = before.events[2].id;
  const Corrected merged =
      corrected("[[merge]]\nevents = [\"" + second + "\", \"" + first + "\"]\n");
  REQUIRE(merged.corpus.events.size() == 2);
  CHECK(merged.corpus.events[1].id == second);
  CHECK(merged.corpus.events[1].claims.size() == 2);

  std::vector<Record> same = records();
  for (RecordParticipant& one : same[1].events[0].participants) {
    if (one.entity == "company:alta-groupe") one.entity = "company:alta";
  }
  add_entity(same[1], "company:alta");
  const Corpus one = merge_records(same);
  const MergedEvent& whole = event_of(one, EventType::invest);
  REQUIRE(whole.claims.size() == 2);
  const Corrected split = corrected(
      "[[split]]\nevent = \"" + whole.id + "\"\nclaims = [\"" + whole.claims[1].id + "\"]\n", same);
  CHECK(split.stale.empty());
  CHECK(split.corpus.events.size() == one.events.size() + 1);
}

TEST_CASE("what is hidden is gone with all that hangs on it, and told", "[correct]") {
  const Corrected out = corrected("[[hide]]\nentity = \"company:alta\"\n");
  CHECK_FALSE(has_entity(out.corpus, "company:alta"));
  for (const MergedEvent& event : out.corpus.events) {
    for (const MergedParticipant& one : event.participants) CHECK(one.entity != "company:alta");
  }
  CHECK(out.corpus.corrections.at(0).was == "Alta");
}

TEST_CASE("names, types, and what is added with its source", "[correct]") {
  const std::string id = id_of(EventType::launch);
  const Corrected out = corrected(
      "[[rename]]\nentity = \"company:alta\"\nname = \"Alta SA\"\n"
      "[[retype]]\nevent = \"" +
      id +
      "\"\ntype = \"build\"\n"
      "[[add]]\nentity = \"person:ada-noor\"\nname = \"Ada Noor\"\nsource = \"register\"\n"
      "[[add]]\ntype = \"appoint\"\nparticipants = [\"agent company:alta\", \"patient "
      "person:ada-noor\"]\nsummary = \"Alta nomme Ada Noor\"\ndate = \"2024-02\"\nsource = "
      "\"register\"\n"
      "[[add]]\nholder = \"person:ada-noor\"\ntarget = \"company:beru\"\npolarity = -1\nsource = "
      "\"letter\"\n");
  CHECK(out.stale.empty());
  const EventGraph graph = EventGraph::build(out.corpus);
  CHECK(graph.entity("company:alta")->name == "Alta SA");
  CHECK(graph.event(id)->type == EventType::build);
  CHECK(event_of(out.corpus, EventType::appoint).claims.at(0).evidence.quote == "register");
  CHECK(out.corpus.stances.size() == 1);
  CHECK(graph.document("c.toml") != nullptr);
}

TEST_CASE("an event is found by its claim when its id has changed", "[correct]") {
  const Corpus before = merge_records(records());
  const MergedEvent& event = event_of(before, EventType::launch);
  const std::string toml = "[[date]]\nevent = \"ev-of-an-older-build\"\nclaim = \"" +
                           event.claims[0].id + "\"\ndate = \"2022\"\n";
  const Corrected out = corrected(toml);
  CHECK(out.stale.empty());
  CHECK(event_of(out.corpus, EventType::launch).date.value == "2022");
}

TEST_CASE("what is not there any more is told and nothing else suffers", "[correct]") {
  const Corrected out = corrected(
      "[[hide]]\nevent = \"ev-gone\"\n\n[[rename]]\nentity = \"company:alta\"\nname = \"A\"\n");
  REQUIRE(out.stale.size() == 1);
  CHECK(to_string(out.stale[0]) ==
        "c.toml:1: error: ev-gone is not in the graph any more; this hide was not applied");
  CHECK(EventGraph::build(out.corpus).entity("company:alta")->name == "A");
}

TEST_CASE("entries that contradict each other are told with both places, and none is applied",
          "[correct]") {
  struct Row {
    std::string toml;
    std::string message;
  };
  const std::string id = id_of(EventType::launch);
  const std::string event = "event = \"" + id + "\"\n";
  const auto row = GENERATE_COPY(values<Row>({
      {"[[date]]\n" + event + "date = \"2021\"\n[[date]]\n" + event + "date = \"2022\"\n",
       "c.toml:4: error: the date of " + id +
           " is \"2021\" and \"2022\"; see also line 1, and keep "
           "one"},
      {"[[hide]]\n" + event + "[[date]]\n" + event + "date = \"2022\"\n",
       "c.toml:3: error: " + id +
           " is hidden, and there is a date of it; see also line 1, and keep "
           "one"},
      {"[[merge]]\nentities = [\"company:alta\", \"company:beru\"]\n"
       "[[merge]]\nentities = [\"company:beru\", \"company:alta\"]\n",
       "c.toml:3: error: merges go in a circle by way of company:alta; see also line 1, and keep "
       "one"},
      {"[[merge]]\nentities = [\"company:alta\", \"company:beru\"]\n"
       "[[merge]]\nentities = [\"company:alta-groupe\", \"company:beru\"]\n",
       "c.toml:3: error: company:beru is merged into company:alta and into company:alta-groupe; "
       "see "
       "also line 1, and keep one"},
      {"[[merge]]\nentities = [\"company:alta\", \"company:beru\"]\n"
       "[[distinct]]\nentities = [\"company:beru\", \"company:alta\"]\n",
       "c.toml:3: error: company:beru and company:alta are told apart and merged; see also line 1, "
       "and "
       "keep one"},
      {"[[split]]\nentity = \"company:alta\"\ndocuments = [\"a\"]\nid = \"company:beru\"\nname = "
       "\"X\"\n",
       "c.toml:1: error: company:beru is an entity already; give the one that the split makes "
       "another "
       "id"},
      {"[[split]]\nentity = \"company:beru\"\ndocuments = [\"b\"]\nid = \"company:beru-2\"\nname = "
       "\"BERU\"\n",
       "c.toml:1: error: \"BERU\" is a name of company:beru too, and merging joins what has one "
       "name; "
       "give what the split makes a name of its own"},
  }));
  const Corrected out = corrected(row.toml);
  REQUIRE(out.conflicts.size() == 1);
  CHECK(to_string(out.conflicts[0]) == row.message);
  CHECK(out.corpus.corrections.empty());
  CHECK(out.corpus.events.size() == merge_records(records()).events.size());
}

TEST_CASE("the order of records and entries does not matter", "[correct]") {
  const std::string id = id_of(EventType::launch);
  const std::string one = "[[hide]]\nevent = \"" + id + "\"\n";
  const std::string two = "[[merge]]\nentities = [\"company:alta\", \"company:alta-groupe\"]\n";
  std::vector<Record> turned = records();
  std::reverse(turned.begin(), turned.end());
  CHECK(to_json(EventGraph::build(corrected(one + two).corpus)) ==
        to_json(EventGraph::build(corrected(one + two, turned).corpus)));
  CHECK(corrected(one + two).corpus.events.size() == corrected(two + one).corpus.events.size());
}

TEST_CASE("corrections survive an edit elsewhere and a further source", "[correct]") {
  const std::string id = id_of(EventType::launch);
  const std::string toml = "[[date]]\nevent = \"" + id + "\"\ndate = \"2022\"\n";
  std::vector<Record> edited = records();
  for (RecordEvent& event : edited[0].events) {
    event.sentence.span = {event.sentence.span.begin + 7, event.sentence.span.end + 7};
    event.trigger.span = {event.trigger.span.begin + 7, event.trigger.span.end + 7};
  }
  edited.push_back(article("c", "2024-08-01", {{EventType::close, "2024", "X ferme.", {}}}));
  const Corrected out = corrected(toml, edited);
  CHECK(out.stale.empty());
  CHECK(event_of(out.corpus, EventType::launch).date.value == "2022");
}
