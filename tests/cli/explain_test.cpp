// frise explain from outside: what a reader of a figure asks, on records and on a graph.

#include "cli/articles.hpp"
#include "cli/run_program.hpp"
#include "scratch_folder.hpp"

#include <catch2/catch.hpp>

using namespace frise::test;

TEST_CASE("explain follows a date from the graph to the words of the article", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string article = scratch.write("a.txt",
                                            "Nvidia investit dans OpenAI\n\nHier, Nvidia a investi "
                                            "2 milliards de dollars dans OpenAI.\n");
  const std::string records = scratch.path("r.jsonl");
  const std::string graph = scratch.path("g.json");
  REQUIRE(run_frise({"extract", article, "--date", "2024-03-13", "-o", records}).exit == 0);
  REQUIRE(run_frise({"merge", records, "-o", graph}).exit == 0);
  const std::string arithmetic = "because   2024-03-13 moved by -1 day = 2024-03-12\n";
  for (const std::string& input : {records, graph}) {
    INFO(input);
    const Ran ran = run_frise({"explain", input, "t1"});
    CHECK(ran.exit == 0);
    CHECK(ran.err.empty());
    CHECK_THAT(ran.out, Catch::Contains("t1  \"Hier\"\n") &&
                            Catch::Contains("rule      fr/temporal/") &&
                            Catch::Contains(arithmetic) &&
                            Catch::Contains("from      the document's date, 2024-03-13"));
    const Ran actor = run_frise({"explain", input, "company:nvidia"});
    CHECK(actor.exit == 0);
    const Ran none = run_frise({"explain", input, "t99"});
    CHECK(none.exit == 1);
    CHECK_THAT(none.err, Catch::Contains("no \"t99\" in the "));
  }
  const std::string bytes = bytes_of(graph);
  const std::size_t at = bytes.find("\"ev-");
  REQUIRE(at != std::string::npos);
  const std::string id = bytes.substr(at + 1, bytes.find('"', at + 1) - at - 1);
  const Ran event = run_frise({"explain", "-", id}, {.input = bytes});
  CHECK(event.exit == 0);
  CHECK_THAT(event.out, Catch::Contains("dans OpenAI.\"\n") && Catch::Contains(arithmetic));
}

TEST_CASE("explain says what it wants", "[end-to-end]") {
  const ScratchFolder scratch;
  CHECK(run_frise({"explain"}).exit == 2);
  CHECK(run_frise({"explain", "g.json"}).exit == 2);
  CHECK(run_frise({"explain", "g.json", "t1", "t2", "t3"}).exit == 2);
  CHECK(run_frise({"explain", scratch.path("gone.json"), "t1"}).exit == 1);
  CHECK(run_frise({"explain", scratch.write("no.json", "nonsense\n"), "t1"}).exit == 1);
  CHECK(run_frise({"explain", scratch.write("empty.jsonl", ""), "t1"}).exit == 1);
}
