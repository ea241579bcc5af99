#include "cli/run_program.hpp"
#include "cli/sample_articles.hpp"
#include "scratch_folder.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

using namespace frise::test;

namespace {

struct Articles {
  ScratchFolder scratch;
  std::string folder;
  std::string id;     ///< of the event of good_article
  std::string claim;  ///< its only one

  Articles() {
    scratch.write("articles/a.txt", good_article);
    scratch.write("articles/b.txt", english_article);
    folder = scratch.path("articles");
    REQUIRE(build().exit == 0);
    const nlohmann::json whole = graph();  // outlives the loop
    for (const auto& event : whole["events"]) {
      if (event["type"] != "invest") continue;
      id = event["id"];
      claim = event["claims"][0]["id"];
    }
    REQUIRE_FALSE(id.empty());
  }

  [[nodiscard]] Ran build(const std::string& option = "-v") const {
    return run_frise({"build", option, folder, "-o", scratch.path("out")});
  }

  [[nodiscard]] nlohmann::json graph() const {
    return nlohmann::json::parse(bytes_of(scratch.path("out/graph.json")));
  }

  [[nodiscard]] std::string date() const {
    const nlohmann::json whole = graph();  // outlives the loop
    for (const auto& event : whole["events"]) {
      if (event["id"] == id) return event["date"]["value"];
    }
    return "no such event";
  }

  std::string correct(const std::string& toml) const {
    return scratch.write("articles/corrections.toml", toml);
  }
};

}  // namespace

TEST_CASE("corrections beside the articles are applied, cited and explained", "[end-to-end]") {
  const Articles articles;
  articles.correct("# put right by hand\n[[date]]\nevent = \"" + articles.id +
                   "\"\ndate = \"2024-03-11\"\nwhy = \"registre du commerce\"\n");
  CHECK(articles.build().exit == 0);
  CHECK(articles.date() == "2024-03-11");
  CHECK_THAT(bytes_of(articles.scratch.path("out/timeline.svg")),
             Catch::Contains("corrections.toml, line\u00A02: ") &&
                 Catch::Contains("registre du commerce"));
  const std::string graph = articles.scratch.path("out/graph.json");
  CHECK_THAT(run_frise({"explain", graph, articles.id}).out,
             Catch::Contains(
                 "corrected corrections.toml:2 date, was \"2024-03-12\": registre du commerce"));
  const Ran verified = run_frise({"verify", graph, articles.folder});
  CHECK(verified.exit == 0);
  CHECK_THAT(verified.err, Catch::Contains("0 moved, 0 changed"));
}

TEST_CASE("corrections survive an edit of an unrelated paragraph", "[end-to-end]") {
  const Articles articles;
  articles.correct("[[date]]\nevent = \"" + articles.id + "\"\ndate = \"2024-03-11\"\n");
  articles.scratch.write("articles/a.txt",
                         "Nvidia investit dans OpenAI\n\nLes marchés étaient calmes.\n\n"
                         "Le 12 mars 2024, Nvidia a investi 2 milliards de dollars dans OpenAI.\n");
  const Ran ran = articles.build("--strict");
  CHECK(ran.exit == 0);
  CHECK(articles.date() == "2024-03-11");
}

TEST_CASE("corrections whose source was deleted are named, and the rest is done",
          "[end-to-end][bad-input]") {
  const Articles articles;
  const std::string file = articles.correct("\n[[hide]]\nevent = \"" + articles.id + "\"\n");
  std::filesystem::remove(articles.scratch.path("articles/a.txt"));
  const Ran ran = articles.build();
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.err,
             Catch::Contains(file + ":2: warning: " + articles.id +
                             " is not in the graph any more; this hide was not applied\n"));
  CHECK(articles.build("--strict").exit == 3);
}

TEST_CASE("contradicting corrections end the build with both places, and the figures stay",
          "[end-to-end][bad-input]") {
  const Articles articles;
  const std::string before = bytes_of(articles.scratch.path("out/graph.json"));
  const std::string event = "event = \"" + articles.id + "\"\n";
  const std::string file = articles.correct("[[date]]\n" + event + "date = \"2023\"\n[[date]]\n" +
                                            event + "date = \"2022\"\n");
  const Ran ran = articles.build("-q");
  CHECK(ran.exit == 1);
  CHECK(ran.err == file + ":4: error: the date of " + articles.id +
                       " is \"2023\" and \"2022\"; see also line 1, and keep one\n");
  CHECK(bytes_of(articles.scratch.path("out/graph.json")) == before);
}

TEST_CASE("merge takes corrections by name", "[end-to-end]") {
  const Articles articles;
  const std::string file =
      articles.scratch.write("mine.toml", "[[hide]]\nevent = \"" + articles.claim + "\"\n");
  const std::string records = articles.scratch.path("r.jsonl");
  REQUIRE(run_frise({"extract", "-q", articles.folder, "-o", records}).exit == 0);
  const Ran ran = run_frise({"merge", "--corrections", file, records});
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.out, Catch::Contains("\"action\": \"hide\""));
  CHECK_THAT(ran.out, !Catch::Contains("\"id\": \"" + articles.id + "\""));
}

TEST_CASE("records that cannot be read are named with their line, and the rest is merged",
          "[end-to-end][bad-input]") {
  const Articles articles;
  const std::string good = run_frise({"extract", "-q", articles.folder + "/a.txt"}).out;
  struct Row {
    std::string line;
    std::string message;
  };
  std::string newer = good;
  newer.replace(newer.find("frise-record/1"), 14, "frise-record/9");
  const auto row = GENERATE_COPY(values<Row>({
      {newer, ":2:1: error: schema \"frise-record/9\": expected \"frise-record/1\"\n"},
      {good.substr(0, good.size() / 2) + "\n",
       ":2:1: error: this is no JSON: A string is opened, but never closed.\n"},
  }));
  const std::string file = articles.scratch.write("r.jsonl", good + row.line);
  const Ran ran = run_frise({"merge", file});
  CHECK(ran.exit == 3);
  CHECK_THAT(ran.err, Catch::StartsWith(file + row.message));
  CHECK_THAT(ran.out, Catch::Contains(articles.id));
}

TEST_CASE("documents with the same text are told, and both kept", "[end-to-end][bad-input]") {
  const Articles articles;
  articles.scratch.write("articles/c.txt", good_article);
  const Ran ran = articles.build();
  CHECK(ran.exit == 0);
  CHECK_THAT(ran.err,
             Catch::Contains("frise: warning: documents a, c have the same text; they count as "
                             "one source\n"));
  CHECK(articles.graph()["documents"].size() == 3);
}
