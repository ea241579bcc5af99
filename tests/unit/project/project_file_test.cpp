#include "frise/project/project_file.hpp"

#include <catch2/catch.hpp>

using namespace frise;

TEST_CASE("settings are read in order, with their places", "[project]") {
  const auto entries = parse_project(
      "title = \"Qui vend à qui\"\n"
      "subject = [\"cars\", \"chips\"]\n"
      "since = 2017-01-01\n"
      "top = 20\n"
      "strict = true\n"
      "no-subject-pack = false\n",
      "frise.toml");
  REQUIRE(entries);
  REQUIRE(entries->size() == 6);
  CHECK((*entries)[0].values == std::vector<std::string>{"Qui vend à qui"});
  CHECK((*entries)[1].values == std::vector<std::string>{"cars", "chips"});
  CHECK((*entries)[2].values == std::vector<std::string>{"2017-01-01"});
  CHECK((*entries)[3].values == std::vector<std::string>{"20"});
  CHECK((*entries)[4].flag);
  CHECK((*entries)[4].values.size() == 1);
  CHECK((*entries)[5].values.empty());
  CHECK((*entries)[5].line == 6);
}

TEST_CASE("what is no setting is refused with its place", "[project]") {
  const auto table = parse_project("[view]\ntitle = \"T\"\n", "frise.toml");
  REQUIRE_FALSE(table);
  CHECK(to_string(table.error()) ==
        "frise.toml:1:1: error: view wants a string, a number, true or false, or an array of "
        "strings");
  const auto broken = parse_project("title = \n", "frise.toml");
  REQUIRE_FALSE(broken);
  CHECK(broken.error().line == 1);
}
