#include "cli/run_program.hpp"
#include "cli/sample_articles.hpp"
#include "scratch_folder.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace frise::test;

namespace {

/// Two articles in a folder of their own.
struct Articles {
  ScratchFolder scratch;
  std::string folder;

  Articles() {
    scratch.write("articles/a.txt", good_article);
    scratch.write("articles/b.txt", english_article);
    folder = scratch.path("articles");
  }

  [[nodiscard]] Ran build(std::vector<std::string> options = {}) const {
    std::vector<std::string> words{"build", folder, "-o", scratch.path("out")};
    words.insert(words.end(), options.begin(), options.end());
    return run_frise(words);
  }
};

}  // namespace

TEST_CASE("settings of frise.toml count, and the command line before them", "[end-to-end]") {
  const Articles articles;
  articles.scratch.write(
      "articles/frise.toml",
      "title = \"Projet en cours\"\nsubject = \"tech-crypto\"\noutput = \"figures\"\n");
  REQUIRE(run_frise({"build", "-q", articles.folder}).exit == 0);
  const std::string timeline = articles.scratch.path("articles/figures/timeline.svg");
  CHECK_THAT(bytes_of(timeline), Catch::Contains("Projet en cours"));
  REQUIRE(articles.build({"-q", "--title", "Autre titre"}).exit == 0);
  CHECK_THAT(bytes_of(articles.scratch.path("out/timeline.svg")), Catch::Contains("Autre titre"));
}

TEST_CASE("a project may want maps of periods, or groups, once for all", "[end-to-end]") {
  const Articles articles;
  const auto built = [&](const std::string& toml) {
    articles.scratch.write("articles/frise.toml", "output = \"figures\"\n" + toml);
    return run_frise({"build", articles.folder});
  };
  REQUIRE(built("per = \"year\"\n").exit == 0);
  const auto map = [&] { return bytes_of(articles.scratch.path("articles/figures/map.svg")); };
  CHECK_THAT(map(), Catch::Contains("class=\"period\""));
  CHECK_THAT(bytes_of(articles.scratch.path("articles/figures/map.dot")),
             Catch::StartsWith("digraph"));
  const Ran grouped = built("groups = true\n");
  REQUIRE(grouped.exit == 0);
  CHECK_THAT(map(), !Catch::Contains("class=\"period\""));
  CHECK_THAT(map(), Catch::Contains("modularité") || Catch::Contains("modularity"));
  const Ran both = built("groups = true\nper = \"year\"\n");
  CHECK(both.exit == 1);
  CHECK_THAT(both.err, Catch::Contains("groups are drawn on one map, not on maps of periods"));
}

TEST_CASE("a setting that means nothing is told with its place", "[end-to-end][bad-input]") {
  struct Row {
    std::string toml;
    std::string message;
  };
  const auto row = GENERATE(values<Row>({
      {"titel = \"T\"\n", ":1:9: error: unknown setting \"titel\"; did you mean title?\n"},
      {"\ntheme = \"pink\"\n",
       ":2:9: error: theme: \"pink\" is not one of light, dark, auto, print\n"},
      {"top = true\n", ":1:7: error: top wants a value\n"},
      {"per = \"month\"\n", ":1:7: error: per: \"month\" is not one of year, quarter\n"},
      {"groups = \"yes\"\n", ":1:10: error: groups is true or false\n"},
      {"strict = \"yes\"\n", ":1:10: error: strict is true or false\n"},
      {"since = \"2024-02-31\"\n",
       ":1:9: error: since: \"2024-02-31\" is no date: there is no such "
       "day; write 2025, 2025-04 or 2025-04-25\n"},
  }));
  const Articles articles;
  const std::string path = articles.scratch.write("articles/frise.toml", row.toml);
  const Ran ran = articles.build();
  CHECK(ran.exit == 2);
  CHECK(ran.err == path + row.message);
}

TEST_CASE("a store is begun when asked for and used from then on", "[end-to-end]") {
  const Articles articles;
  const std::string store = articles.folder + "/.frise";
  CHECK_THAT(articles.build({"--store", store}).err,
             Catch::Contains("0 articles from the store, 2 read"));
  const std::string first = bytes_of(articles.scratch.path("out/graph.json"));
  CHECK_THAT(articles.build().err, Catch::Contains("2 articles from the store, 0 read"));
  CHECK(bytes_of(articles.scratch.path("out/graph.json")) == first);

  const std::string more = articles.scratch.write("articles/c.txt", empty_handed_article);
  const Ran status = run_frise({"status", articles.folder});
  CHECK(status.exit == 0);
  CHECK(status.out ==
        "new      " + more + "\n3 articles: 2 as before, 0 changed, 1 new; 0 removed\n");
  CHECK_THAT(articles.build().err, Catch::Contains("2 articles from the store, 1 read"));
  std::filesystem::remove(more);
  CHECK_THAT(run_frise({"status", articles.folder}).out, Catch::Contains("removed  " + more));
  CHECK_THAT(
      run_frise({"status", "--no-subject-pack", articles.folder}).out,
      Catch::Contains("packs, settings or program have changed: all articles are read again"));
}

TEST_CASE("status wants a store", "[end-to-end]") {
  const Articles articles;
  const Ran ran = run_frise({"status", articles.folder});
  CHECK(ran.exit == 1);
  CHECK(ran.err ==
        articles.folder +
            ": error: no store beside the articles; frise build --store DIR begins one\n");
}

TEST_CASE("a damaged store is told, and the articles are read without it",
          "[end-to-end][bad-input]") {
  const Articles articles;
  const std::string store =
      articles.scratch.write("articles/.frise/store.sqlite", "no database, only words in a file");
  const Ran ran = articles.build();
  CHECK(ran.exit == 0);
  CHECK_THAT(
      ran.err,
      Catch::StartsWith(
          store + ": warning: the store cannot be used: file is not a database; it holds nothing "
                  "that cannot be read again: remove it to begin anew; the articles are read "
                  "without it\n"));
  CHECK(articles.build({"--strict"}).exit == 3);
  CHECK(articles.build({"--strict", "--no-store"}).exit == 0);
}
