// Many roads, one answer: the order of the inputs, the number of jobs, the locale, the time zone
// and the state of fresh memory must not show in any byte.

#include "cli/run_program.hpp"
#include "scratch_folder.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

using namespace frise::test;
namespace fs = std::filesystem;

namespace {

using Names = std::vector<std::string>;

Names example_articles() {
  Names out;
  for (const char* corpus : {"examples/nvidia-crypto", "examples/industries"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator{fs::path{FRISE_SOURCE_DIR} / corpus}) {
      if (entry.path().extension() == ".txt") out.push_back(entry.path().string());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

struct Road {
  std::string name;
  Names arguments;
  Names environment;
};

const std::vector<Road>& roads() {
  static const std::vector<Road> all{
      {"a second run", {}, {}},
      {"one job", {"--jobs", "1"}, {}},
      {"eight jobs", {"--jobs", "8"}, {}},
      {"the C locale", {}, {"LC_ALL=C"}},
      {"a French locale", {}, {"LC_ALL=fr_FR.UTF-8", "LANG=fr_FR.UTF-8"}},
      {"a Turkish locale", {}, {"LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8"}},
      {"the first time zone", {}, {"TZ=Pacific/Kiritimati"}},
      {"the last time zone", {}, {"TZ=Pacific/Pago_Pago"}},
      {"fresh memory that is not zero", {}, {"MALLOC_PERTURB_=165"}},
  };
  return all;
}

Ran run(const Road& road, Names arguments) {
  arguments.insert(arguments.end(), road.arguments.begin(), road.arguments.end());
  return run_frise(arguments, {.environment = road.environment});
}

std::map<std::string, std::string> files_of(const std::string& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::directory_iterator{folder}) {
    out[entry.path().filename().string()] = bytes_of(entry.path().string());
  }
  return out;
}

}  // namespace

TEST_CASE("extract gives the same bytes by every road", "[end-to-end][determinism]") {
  Names arguments{"extract"};
  for (const std::string& article : example_articles()) arguments.push_back(article);
  const Ran first = run_frise(arguments);
  REQUIRE(first.exit == 0);
  REQUIRE_FALSE(first.out.empty());
  for (const Road& road : roads()) {
    INFO(road.name);
    CHECK(run(road, arguments).out == first.out);
  }
}

TEST_CASE("build gives the same bytes by every road and from every order",
          "[end-to-end][determinism]") {
  const ScratchFolder scratch;
  Names articles = example_articles();
  const auto build = [&](const Road& road, const std::string& folder) {
    Names arguments{"build", "-q", "-o", scratch.path(folder)};
    arguments.insert(arguments.end(), articles.begin(), articles.end());
    const Ran ran = run(road, arguments);
    INFO(ran.err);
    CHECK(ran.exit == 0);
    return files_of(scratch.path(folder));
  };
  const auto first = build({}, "first");
  REQUIRE(first.size() == 7);
  for (const Road& road : roads()) {
    INFO(road.name);
    CHECK(build(road, "road") == first);
  }
  for (int turn = 0; turn < 3; ++turn) {
    std::rotate(articles.begin(), articles.begin() + 5, articles.end());
    if (turn == 1) std::reverse(articles.begin(), articles.end());
    CHECK(build({}, "shuffled") == first);
  }
}

TEST_CASE("a map and small maps are the same bytes by every road", "[end-to-end][determinism]") {
  const ScratchFolder scratch;
  REQUIRE(run_frise({"build", "-q", std::string{FRISE_SOURCE_DIR} + "/examples/nvidia-crypto", "-o",
                     scratch.path("out")})
              .exit == 0);
  const std::string graph = scratch.path("out/graph.json");
  for (const Names& options : {Names{}, Names{"--per", "year"}, Names{"--per", "quarter"}}) {
    Names arguments{"draw", "map", graph};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Ran first = run_frise(arguments);
    REQUIRE(first.exit == 0);
    for (const Road& road : roads()) {
      if (!road.arguments.empty()) continue;
      INFO(road.name);
      CHECK(run(road, arguments).out == first.out);
    }
  }
}

TEST_CASE("a folder and its files named one by one give the same graph",
          "[end-to-end][determinism]") {
  const ScratchFolder scratch;
  const std::string folder = std::string{FRISE_SOURCE_DIR} + "/examples/nvidia-crypto";
  REQUIRE(run_frise({"build", "-q", folder, "-o", scratch.path("whole")}).exit == 0);
  Names arguments{"build", "-q", "-o", scratch.path("parts"), folder};
  for (const auto& entry : fs::directory_iterator{folder}) {
    if (entry.path().extension() == ".txt") arguments.push_back(entry.path().string());
  }
  REQUIRE(run_frise(arguments).exit == 0);
  CHECK(files_of(scratch.path("whole")) == files_of(scratch.path("parts")));
}
