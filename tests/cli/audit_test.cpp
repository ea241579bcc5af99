#include "cli/run_program.hpp"
#include "cli/sample_articles.hpp"
#include "scratch_folder.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace frise::test;

/// A folder with two articles and the graph made from them.
struct Project {
  ScratchFolder scratch;
  std::string articles;
  std::string graph;

  Project() {
    scratch.write("articles/a.txt", good_article);
    scratch.write("articles/b.txt", english_article);
    articles = scratch.path("articles");
    graph = build("out");
  }

  [[nodiscard]] std::string build(const std::string& folder) const {
    const Ran ran = run_frise({"build", "-q", articles, "-o", scratch.path(folder)});
    REQUIRE(ran.exit == 0);
    return scratch.path(folder + "/graph.json");
  }
};

}  // namespace

TEST_CASE("verify finds every quote of a fresh graph", "[cli]") {
  const Project project;
  const Ran ran = run_frise({"verify", project.graph, project.articles});
  CHECK(ran.exit == 0);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, Catch::Contains("as they were, 0 moved, 0 changed"));
}

TEST_CASE("verify tells moved, changed and missing apart, in its exit code too", "[cli]") {
  const Project project;
  const std::string path = project.scratch.path("articles/a.txt");
  project.scratch.write("articles/a.txt", std::string{"Une ligne de plus.\n\n"} + good_article);
  const Ran moved = run_frise({"verify", project.graph, project.articles});
  CHECK(moved.exit == 0);
  CHECK_THAT(moved.out, Catch::Contains(path + ":5:1: moved: \"Le 12 mars 2024"));
  CHECK(run_frise({"verify", "--strict", project.graph, project.articles}).exit == 3);

  project.scratch.write("articles/a.txt", "Nvidia\n\nLe 12 mars 2024, rien ne s'est passé.\n");
  const Ran changed = run_frise({"verify", project.graph, project.articles});
  CHECK(changed.exit == 1);
  CHECK_THAT(changed.out, Catch::Contains("changed: ") && Catch::Contains("is not there any more"));
  CHECK_THAT(changed.err, Catch::Contains("quotes are not in their sources"));

  const Ran missing = run_frise({"verify", project.graph, project.scratch.path("articles/b.txt")});
  CHECK(missing.exit == 3);
  CHECK_THAT(missing.err, Catch::Contains("document a of the graph is not among the articles"));
}

TEST_CASE("diff tells what an edit changed, and nothing when nothing did", "[cli]") {
  const Project project;
  const Ran same = run_frise({"diff", project.graph, project.graph});
  CHECK(same.exit == 0);
  CHECK(same.out.empty());
  CHECK_THAT(same.err, Catch::Contains("nothing has changed"));

  project.scratch.write("articles/a.txt",
                        "Nvidia investit dans OpenAI\n\n"
                        "Le 14 mars 2024, Nvidia a investi 2 milliards de dollars dans OpenAI.\n");
  const Ran edited = run_frise({"diff", project.graph, project.build("new")});
  CHECK_THAT(edited.out, Catch::Contains("2024-03-14"));
  const Ran json = run_frise({"diff", "--format", "json", project.graph, project.graph});
  CHECK(json.out == "{\n  \"schema\": \"frise-diff/1\",\n  \"changes\": []\n}\n");
}

TEST_CASE("the option --as-of leaves out what was published later, and says so", "[cli]") {
  const ScratchFolder scratch;
  scratch.write("articles/a.txt", good_article);
  scratch.write("articles/a.json", R"({"published": "2024-03-13"})");
  scratch.write("articles/b.txt", english_article);
  scratch.write("articles/b.json", R"({"published": "2025-01-02"})");
  REQUIRE(run_frise({"build", "-q", scratch.path("articles"), "-o", scratch.path("out")}).exit ==
          0);
  const std::string graph = scratch.path("out/graph.json");
  const Ran ran = run_frise({"explain", "-v", "--as-of", "2024-12", graph, "company:intel"});
  CHECK(ran.exit == 1);
  CHECK_THAT(ran.err, Catch::Contains("as of 2024-12-31: 1 of 2 documents left out") &&
                          Catch::Contains("b left out: published 2025-01-02"));
  CHECK(run_frise({"explain", "-q", "--as-of", "2025-01-02", graph, "company:intel"}).exit == 0);
  CHECK(run_frise({"draw", "map", "--as-of", "soon", graph}).exit == 2);
}
