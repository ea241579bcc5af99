#include "frise/render/render.hpp"
#include "render/dot_graph.hpp"
#include "unit/render/fixtures.hpp"

#include <unistd.h>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace frise {
namespace {

/// Plain `dot` reads it, lays it out and says nothing.
bool dot_accepts(const std::string& bytes) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("frise-dot-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream{folder / "in.dot", std::ios::binary} << bytes;
  const std::string command = "timeout 60 dot -Tplain '" + (folder / "in.dot").string() + "' > '" +
                              (folder / "out").string() + "' 2> '" + (folder / "err").string() +
                              "'";
  const int status = std::system(command.c_str());
  const bool quiet = std::filesystem::file_size(folder / "err") == 0;
  const bool drawn = std::filesystem::file_size(folder / "out") > 0;
  std::filesystem::remove_all(folder);
  return status == 0 && quiet && drawn;
}

}  // namespace

TEST_CASE("plain dot accepts the DOT of both figures, hostile labels and all", "[render]") {
  if (std::system("dot -V 2> /dev/null") != 0) {
    WARN("skipped: no dot program");
    return;
  }
  for (const TimelineView& view :
       {test::chips_timeline(), test::hostile_timeline(), TimelineView{}}) {
    const auto dot = timeline_dot(view, {});
    REQUIRE(dot);
    CHECK(dot_accepts(dot->bytes));
  }
  for (const RelationView& view : {test::chips_map(), test::hostile_map(), RelationView{}}) {
    const auto dot = map_dot(view, {});
    REQUIRE(dot);
    CHECK(dot_accepts(dot->bytes));
  }
}

TEST_CASE("events of a year share a rank", "[render]") {
  const auto dot = timeline_dot(test::chips_timeline(), {});
  REQUIRE(dot);
  const auto year = dot->bytes.find("\"year-2018\"");
  const auto event = dot->bytes.find("\"event-e03\"");
  const auto end = dot->bytes.find("\t}", year);
  CHECK(dot->bytes.rfind("rank=same", year) > dot->bytes.rfind('{', year));
  CHECK((year < event && event < end));
  CHECK(dot->bytes.find("\"year-2017\" -> \"year-2018\"") != std::string::npos);
}

TEST_CASE("labels cannot be read as escapes or entities", "[render]") {
  CHECK(render::dot_label("a\\N & b") == "a\\\\N &amp; b");
}

TEST_CASE("node names hold nothing to interpret", "[render]") {
  CHECK(render::dot_name("entity-", "nvidia") == "entity-nvidia");
  CHECK(render::dot_name("entity-", "a\"b") == "entity-" + render::dot_name("", "a\"b"));
  CHECK(render::dot_name("entity-", std::string(5000, 'a')).size() < 40);
}

TEST_CASE("the same view is the same DOT", "[render]") {
  CHECK(timeline_dot(test::chips_timeline(), {})->bytes ==
        timeline_dot(test::chips_timeline(), {})->bytes);
  CHECK(map_dot(test::chips_map(), {})->bytes == map_dot(test::chips_map(), {})->bytes);
}

}  // namespace frise
