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

TEST_CASE("a word of one article places an event after the day that another article gives",
          "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string dated =
      scratch.write("a.txt", "Nvidia a racheté Arm le 20 mai 2024, a annoncé le groupe.\n");
  const std::string undated = scratch.write(
      "b.txt", "Microsoft a fermé son usine de Limoges après le rachat de Arm par Nvidia.\n");
  const std::string records = scratch.path("r.jsonl");
  const Ran read = run_frise({"extract", "--lang", "fr", dated, undated, "-o", records});
  REQUIRE(read.exit == 0);
  const Ran merged = run_frise({"merge", records});
  REQUIRE(merged.exit == 0);
  CHECK_THAT(merged.out, Catch::Contains("\"claim_order\": [") &&
                             Catch::Contains(", by its sentence in b (\\\"après\\\")"));
  const std::size_t close = merged.out.find("\"type\": \"close\"");
  REQUIRE(close != std::string::npos);
  const std::size_t at = merged.out.rfind("\"ev-", close);
  const std::string id = merged.out.substr(at + 1, merged.out.find('"', at + 1) - at - 1);
  const Ran told = run_frise({"explain", "-", id}, {.input = merged.out});
  CHECK(told.exit == 0);
  CHECK_THAT(told.out, Catch::Contains("2024-05-20 or after: comes after ev-") &&
                           Catch::Contains("comes after ev-") &&
                           Catch::Contains("fr/event/order/apres"));
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
