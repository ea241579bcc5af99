// What a script sees of frise: exit codes, where data goes, where talk goes, and that files are
// whole.

#include "cli/run_program.hpp"
#include "cli/sample_articles.hpp"
#include "scratch_folder.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

using namespace frise::test;
using Names = std::vector<std::string>;

TEST_CASE("help and version are data; wrong usage is talk and exits with 2", "[end-to-end]") {
  const Ran help = run_frise({"--help"});
  CHECK(help.exit == 0);
  CHECK_THAT(help.out, Catch::Contains("usage: frise"));
  CHECK(help.err.empty());
  CHECK(run_frise({"--version"}).out.starts_with("frise "));
  const Ran slip = run_frise({"extrat"});
  CHECK(slip.exit == 2);
  CHECK(slip.out.empty());
  CHECK(slip.err ==
        "frise: error: unknown command extrat; did you mean frise extract?\n(see frise --help)\n");
  CHECK(run_frise({}).exit == 2);
}

TEST_CASE("records go to standard output, one line a document, in the order given",
          "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string b = scratch.write("b.txt", good_article);
  const std::string a = scratch.write("a.txt", english_article);
  const Ran ran = run_frise({"extract", b, a});
  CHECK(ran.exit == 0);
  CHECK(ran.err.empty());
  REQUIRE(std::count(ran.out.begin(), ran.out.end(), '\n') == 2);
  CHECK(ran.out.find(b) < ran.out.find(a));
  CHECK(run_frise({"extract", b, a, "-o", scratch.path("r.jsonl")}).out.empty());
  CHECK(bytes_of(scratch.path("r.jsonl")) == ran.out);
  CHECK(scratch.names() == Names{"a.txt", "b.txt", "r.jsonl"});
}

TEST_CASE("standard input is read where - is named", "[end-to-end]") {
  const Ran ran = run_frise({"extract", "-"}, {.input = good_article});
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.out, Catch::Contains("2024-03-12"));
  CHECK(run_frise({"extract", "-"}).exit == 1);
}

TEST_CASE("a full disk is told and leaves no file", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string article = scratch.write("a.txt", good_article);
  for (const Names& arguments : {Names{"extract", article}, Names{"--help"}}) {
    const Ran ran = run_frise(arguments, {.output = "/dev/full"});
    CHECK(ran.exit == 1);
    CHECK_THAT(ran.err, Catch::Contains("cannot be written: No space left on device"));
  }
  CHECK(run_frise({"extract", article, "-o", "/dev/full"}).exit == 1);
  CHECK(run_frise({"extract", article, "-o", scratch.path("no/where")}).exit == 1);
  CHECK(scratch.names() == Names{"a.txt"});
}

TEST_CASE("packs that are not there are named", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string article = scratch.write("a.txt", good_article);
  const Ran data = run_frise({"extract", article, "--data", scratch.root()});
  CHECK(data.exit == 1);
  CHECK_THAT(data.err, Catch::Contains(scratch.root()));
  const Ran subject = run_frise({"extract", article, "--subject", "astrology"});
  CHECK(subject.exit == 1);
  CHECK_THAT(subject.err, Catch::Contains("no subject pack \"astrology\"; there are: "));
}

TEST_CASE("a language without a pack is a warning, and --strict makes it count", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string article = scratch.write("a.txt", good_article);
  const Ran ran = run_frise({"extract", article, "--lang", "xx"});
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.err,
             Catch::Contains("a.txt:1:1: warning: no language pack for xx; there are packs"));
  CHECK(run_frise({"extract", article, "--lang", "xx", "--strict"}).exit == 3);
  CHECK(run_frise({"extract", article, "--lang", "xx", "--quiet"}).err.empty());
}

TEST_CASE("build writes seven files and nothing else", "[end-to-end]") {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", good_article);
  const Ran ran = run_frise({"build", scratch.path("in"), "-o", scratch.path("out/figures")});
  CHECK(ran.exit == 0);
  CHECK(ran.out.empty());
  Names names;
  for (const auto& file : std::filesystem::directory_iterator{scratch.path("out/figures")}) {
    names.push_back(file.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  CHECK(names == Names{"events.csv", "graph.json", "map.dot", "map.svg", "report.html",
                       "timeline.dot", "timeline.svg"});
  CHECK_THAT(bytes_of(scratch.path("out/figures/events.csv")), Catch::Contains("2024-03-12"));
  CHECK_THAT(bytes_of(scratch.path("out/figures/timeline.svg")), Catch::Contains("Nvidia"));
}

TEST_CASE("build writes to output/ unless told where", "[end-to-end]") {
  const ScratchFolder scratch;
  scratch.write("a.txt", good_article);
  CHECK(run_frise({"build", "a.txt"}, {.folder = scratch.root()}).exit == 0);
  CHECK(scratch.names() == Names{"a.txt", "output"});
}

TEST_CASE("a folder that cannot be written is left as it was", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string article = scratch.write("a.txt", good_article);
  std::filesystem::create_directories(scratch.path("out/map.svg"));
  const Ran ran = run_frise({"build", article, "-o", scratch.path("out")});
  CHECK(ran.exit == 1);
  CHECK_THAT(ran.err, Catch::Contains("out/map.svg: error: is a folder"));
  CHECK_FALSE(std::filesystem::exists(scratch.path("out/timeline.svg")));
  CHECK(run_frise({"build", article, "-o", article}).exit == 1);
  CHECK(bytes_of(article) == good_article);
}

TEST_CASE("an entity that no article names is told, and nothing is written", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string article = scratch.write("a.txt", good_article);
  const Ran ran = run_frise({"build", article, "-o", scratch.path("out"), "--entity", "Atlantis"});
  CHECK(ran.exit == 1);
  CHECK_THAT(ran.err, Catch::Contains("Atlantis"));
  CHECK(scratch.names() == Names{"a.txt"});
}

TEST_CASE("extract, merge and draw give what build gives", "[end-to-end]") {
  const ScratchFolder scratch;
  scratch.write("in/a.txt", good_article);
  scratch.write("in/b.txt", english_article);
  REQUIRE(run_frise({"build", scratch.path("in"), "-o", scratch.path("out")}).exit == 0);
  const Ran records = run_frise({"extract", scratch.path("in")});
  const Ran graph = run_frise({"merge", "-"}, {.input = records.out});
  CHECK(graph.exit == 0);
  CHECK(graph.out == bytes_of(scratch.path("out/graph.json")));
  for (const std::string figure : {"timeline", "map"}) {
    for (const std::string format : {"svg", "dot"}) {
      const Ran drawn = run_frise({"draw", figure, "-", "-T", format}, {.input = graph.out});
      CHECK(drawn.exit == 0);
      CHECK(drawn.out == bytes_of(scratch.path("out/" + figure + "." + format)));
    }
  }
}

TEST_CASE("a broken record is named by its line and the others are merged", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string article = scratch.write("a.txt", good_article);
  const std::string records = run_frise({"extract", article}).out;
  scratch.write("r.jsonl", "{\"schema\":\"frise-rec\n\n" + records + "[]\n");
  const Ran ran = run_frise({"merge", scratch.path("r.jsonl"), scratch.path("gone.jsonl")});
  CHECK(ran.exit == 3);
  CHECK_THAT(ran.err, Catch::Contains("r.jsonl:1") && Catch::Contains("r.jsonl:4") &&
                          Catch::Contains("gone.jsonl: error: cannot be read"));
  CHECK(ran.out == run_frise({"merge", "-"}, {.input = records}).out);
  CHECK(run_frise({"merge", "-"}).exit == 1);
}

TEST_CASE("a broken graph is named and nothing is drawn", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string graph = scratch.write("g.json", "{\"schema\":");
  const Ran ran = run_frise({"draw", "map", graph, "-o", scratch.path("m.svg")});
  CHECK(ran.exit == 1);
  CHECK_THAT(ran.err, Catch::Contains("g.json:1:"));
  CHECK(scratch.names() == Names{"g.json"});
}

TEST_CASE("a table merges alone or with records; what is wrong with it is told", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string records =
      scratch.write("r.jsonl", run_frise({"extract", scratch.write("a.txt", good_article)}).out);
  const std::string table = scratch.write(
      "t.csv", "date,actor,action,target\n2024-03-12,Nvidia,invest,Mintero\n2024,Nvidia,fine,\n");
  const Ran alone = run_frise({"merge", table});
  CHECK(alone.exit == 0);
  CHECK(alone.err.empty());
  CHECK_THAT(alone.out, Catch::Contains("\"name\": \"Mintero\""));
  const Ran both = run_frise({"merge", records, table});
  CHECK(both.exit == 0);
  CHECK(both.out == run_frise({"merge", table, records}).out);

  const std::string bad = scratch.write("bad.csv", "date;actor;action\nmai;Alta;x\n2024;Alta;y\n");
  const Ran some = run_frise({"merge", bad});
  CHECK(some.exit == 3);
  CHECK_THAT(some.err, Catch::Contains("bad.csv:2:1: error: \"mai\" is no date"));
  CHECK(run_frise({"merge", scratch.write("none.csv", "a,b\n1,2\n")}).exit == 1);
  CHECK(run_frise({"merge", scratch.write("empty.csv", "")}).exit == 1);
}

TEST_CASE("the example table is read whole, and drawn", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string table = FRISE_SOURCE_DIR "/examples/event-table/rivals.csv";
  const Ran merged = run_frise({"merge", table, "-o", scratch.path("g.json")});
  CHECK(merged.exit == 0);
  CHECK(merged.err.empty());
  const Ran drawn = run_frise({"draw", "timeline", scratch.path("g.json")});
  CHECK(drawn.exit == 0);
  CHECK_THAT(drawn.out, Catch::Contains("9 affich") && Catch::Contains("Ventis"));
}

TEST_CASE("an export goes where it is told, in the format that -T or the name tells",
          "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string article = scratch.write("a.txt", good_article);
  const Ran records = run_frise({"extract", article});
  const std::string graph =
      scratch.write("g.json", run_frise({"merge", "-"}, {.input = records.out}).out);
  const Ran shown = run_frise({"export", graph, "-T", "graphml"});
  CHECK(shown.exit == 0);
  CHECK(shown.err.empty());
  CHECK_THAT(shown.out, Catch::Contains("<graphml"));
  CHECK(run_frise({"export", graph, "-o", scratch.path("x.graphml")}).exit == 0);
  CHECK(bytes_of(scratch.path("x.graphml")) == shown.out);
  CHECK(run_frise({"export", graph, "-T", "csv", "-o", scratch.path("t")}).exit == 0);
  CHECK_FALSE(bytes_of(scratch.path("t/claims.csv")).empty());

  const Ran several = run_frise({"export", graph, "-T", "csv"});
  CHECK(several.exit == 2);
  CHECK(several.err == "frise: error: csv is several files; name a folder for them with -o DIR\n");
  CHECK(run_frise({"export", scratch.path("gone.json"), "-T", "dot"}).exit == 1);
  CHECK(run_frise({"export", graph, "-T", "dot", "-o", scratch.path("no/x")}).exit == 1);
}

TEST_CASE("a new pack is made, found good, and not made twice", "[end-to-end]") {
  const ScratchFolder scratch;
  for (const char* kind : {"--lang", "--subject"}) {
    const std::string folder = scratch.path(kind + 2);
    CHECK(run_frise({"pack", "new", "eo", kind, folder, "-q"}).exit == 0);
    const Ran checked = run_frise({"pack", "check", folder, "--strict"});
    CHECK(checked.exit == 0);
    CHECK(checked.err.empty());
    CHECK_THAT(checked.out, Catch::Contains("good"));
    const Ran again = run_frise({"pack", "new", "eo", kind, folder});
    CHECK(again.exit == 1);
    CHECK_THAT(again.err, Catch::Contains("there is something already; name a new folder"));
  }
  CHECK(run_frise({"pack", "new", "Eo", "--lang", scratch.path("x")}).exit == 1);
}

TEST_CASE("a pack with an error is told line by line and exits with 1", "[end-to-end]") {
  const ScratchFolder scratch;
  REQUIRE(run_frise({"pack", "new", "eo", "--lang", scratch.path("eo"), "-q"}).exit == 0);
  const std::string rules = scratch.path("eo/temporal/rules.tsv");
  scratch.write("eo/temporal/rules.tsv", bytes_of(rules) + "noon\tat noon\tclock=720\n");
  const Ran ran = run_frise({"pack", "check", scratch.path("eo")});
  CHECK(ran.exit == 1);
  CHECK_THAT(ran.err, Catch::Contains(rules + ":"));
  CHECK_THAT(ran.err, Catch::Contains(":1: error: noon has no counter-example\n"));
  CHECK_THAT(ran.out, Catch::StartsWith("eo: 2 errors; "));
  CHECK(run_frise({"pack", "check", "no-such-pack"}).exit == 1);
}

TEST_CASE("packs are listed a line each, and wrong usage is told", "[end-to-end]") {
  const Ran ran = run_frise({"pack", "list"});
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.out, Catch::Contains("language\tfr\tFrançais\t"));
  CHECK_THAT(ran.out, Catch::Contains("subject\ttech-crypto\t"));
  struct Row {
    std::vector<std::string> arguments;
    std::string told;
  };
  const std::vector<Row> rows{
      {{"pack"}, "say what to do with packs: check, list or new"},
      {{"pack", "chek"}, "\"chek\" is nothing to do with packs; check, list or new"},
      {{"pack", "list", "fr"}, "list takes no argument; fr is too many"},
      {{"pack", "new", "--lang", "d"}, "new takes one name"},
      {{"pack", "new", "es"}, "new wants --lang DIR, --subject DIR or --from ARTICLES"},
      {{"pack", "new", "es", "--lang", "a", "--from", "b"}, "--from makes a subject pack"},
      {{"pack", "list", "--from", "b"}, "--from goes with new"},
      {{"pack", "check", "fr", "--lang", "d"}, "--lang and --subject go with new"},
      {{"pack", "new", "es", "--lang", "a", "--subject", "b"}, "one pack at a time"}};
  for (const Row& row : rows) {
    const Ran wrong = run_frise(row.arguments);
    CHECK(wrong.exit == 2);
    CHECK_THAT(wrong.err, Catch::Contains(row.told));
  }
}

TEST_CASE("without Graphviz's plug-ins a map is drawn all the same, and that is told",
          "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string article = scratch.write("a.txt", good_article);
  REQUIRE(run_frise({"build", "-q", article, "-o", scratch.path("out")}).exit == 0);
  const std::string graph = scratch.path("out/graph.json");
  const RunOptions bare{.environment = {"GVBINDIR=" + scratch.path("nothing-here")}};
  for (const Names& options : {Names{}, Names{"--per", "year"}}) {
    Names arguments{"draw", "map", graph};
    arguments.insert(arguments.end(), options.begin(), options.end());
    CHECK_THAT(run_frise(arguments).err, !Catch::Contains("warning"));
    const Ran ran = run_frise(arguments, bare);
    CHECK(ran.exit == 0);
    CHECK_THAT(ran.out, Catch::Contains("class=\"node\""));
    CHECK_THAT(ran.err, Catch::Contains("Graphviz could not lay out the map"));
    arguments.emplace_back("--strict");
    CHECK(run_frise(arguments, bare).exit == 3);
    CHECK(run_frise(arguments).exit == 0);
  }
}

TEST_CASE("small maps want a period that there is, and a picture", "[end-to-end]") {
  const ScratchFolder scratch;
  const std::string article = scratch.write("a.txt", good_article);
  REQUIRE(run_frise({"build", "-q", article, "-o", scratch.path("out")}).exit == 0);
  const std::string graph = scratch.path("out/graph.json");
  CHECK(run_frise({"draw", "map", graph, "--per", "week"}).exit == 2);
  const Ran dot = run_frise({"draw", "map", graph, "--per", "year", "-T", "dot"});
  CHECK(dot.exit == 1);
  CHECK_THAT(dot.err, Catch::Contains("not as DOT"));
}
