#include "cli/output.hpp"

#include "cli/input.hpp"
#include "scratch_folder.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace frise;
using namespace frise::cli;
namespace fs = std::filesystem;

TEST_CASE("a file appears when it is committed, not before", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string path = scratch.path("a.json");
  auto output = Output::open(path);
  REQUIRE(output);
  REQUIRE(output->write("one\n"));
  REQUIRE(output->finish());
  CHECK_FALSE(fs::exists(path));
  REQUIRE(output->commit());
  CHECK(read_all(path) == "one\n");
  CHECK(scratch.names() == std::vector<std::string>{"a.json"});
}

TEST_CASE("what is not committed leaves the old file and nothing else", "[cli]") {
  const test::ScratchFolder scratch;
  scratch.write("a.json", "old");
  {
    auto output = Output::open(scratch.path("a.json"));
    REQUIRE(output);
    REQUIRE(output->write("new"));
    REQUIRE(output->finish());
  }
  CHECK(read_all(scratch.path("a.json")) == "old");
  CHECK(scratch.names() == std::vector<std::string>{"a.json"});
}

TEST_CASE("a link stays a link and its target is replaced", "[cli]") {
  const test::ScratchFolder scratch;
  scratch.write("real", "old");
  fs::create_symlink("real", scratch.path("link"));
  REQUIRE(write_output(scratch.path("link"), "new"));
  CHECK(fs::is_symlink(scratch.path("link")));
  CHECK(read_all(scratch.path("real")) == "new");
}

TEST_CASE("a full disk is an error", "[cli]") {
  const auto written = write_output("/dev/full", "x");
  REQUIRE_FALSE(written);
  CHECK_THAT(to_string(written.error()), Catch::Contains("/dev/full: error: cannot be written"));
}

TEST_CASE("a place that cannot be written is named", "[cli]") {
  const test::ScratchFolder scratch;
  CHECK_THAT(to_string(write_output(scratch.path("no/such/file"), "x").error()),
             Catch::Contains("no/such/file: error: cannot be written"));
  CHECK_THAT(to_string(write_output(scratch.root(), "x").error()),
             Catch::Contains("is a folder; name a file"));
}

TEST_CASE("a folder is written whole or not at all", "[cli]") {
  const test::ScratchFolder scratch;
  const std::vector<OutputFile> files{{"a", "1"}, {"b", "2"}};
  REQUIRE(write_folder(scratch.path("x/y"), files));
  CHECK(read_all(scratch.path("x/y/a")) == "1");
  CHECK(read_all(scratch.path("x/y/b")) == "2");

  fs::create_directories(scratch.path("z/b"));
  CHECK_FALSE(write_folder(scratch.path("z"), files));
  CHECK_FALSE(fs::exists(scratch.path("z/a")));

  CHECK_FALSE(write_folder(scratch.path("new/folder"), {{"a", "1"}, {"no/such", "2"}}));
  CHECK_FALSE(fs::exists(scratch.path("new")));

  scratch.write("file", "");
  CHECK_FALSE(write_folder(scratch.path("file"), files));
}
