#include "frise/correct/corrections.hpp"

#include <catch2/catch.hpp>

using namespace frise;

namespace {

std::string wrong(const std::string& toml) {
  const auto parsed = parse_corrections(toml, "c.toml");
  return parsed ? "nothing" : to_string(parsed.error());
}

}  // namespace

TEST_CASE("entries are read with their lines and what they can be cited by", "[correct]") {
  const std::string toml =
      "# by hand\n"
      "[[date]]\n"
      "event = \"ev-1\"\n"
      "claim = \"cl-1\"\n"
      "date = \"2025-09\"\n"
      "why = \"the \u00e9cole said so\"\n"
      "\n"
      "[[merge]]\n"
      "entities = [\"company:a\", \"company:b\"]\n";
  const auto parsed = parse_corrections(toml, "c.toml");
  REQUIRE(parsed);
  REQUIRE(parsed->entries.size() == 2);
  const Correction& date = parsed->entries[0];
  CHECK(date.action == CorrectionAction::date);
  CHECK(date.line == 2);
  CHECK(date.ids == std::vector<std::string>{"ev-1"});
  CHECK(date.claims == std::vector<std::string>{"cl-1"});
  CHECK(date.quote == "the \u00e9cole said so");
  CHECK(toml.substr(date.span.begin, date.span.end - date.span.begin) == date.quote);
  const Correction& merge = parsed->entries[1];
  CHECK(merge.thing == CorrectedThing::entity);
  CHECK(merge.quote == "[\"company:a\", \"company:b\"]");
}

TEST_CASE("what cannot be meant is refused, with its place", "[correct]") {
  struct Row {
    std::string toml;
    std::string message;
  };
  const auto row = GENERATE(values<Row>({
      {"[[dates]]\nevent = \"ev-1\"\n",
       "unknown correction \"dates\"; there are date, merge, split, rename, retype, hide, add, "
       "confirm or distinct"},
      {"[date]\nevent = \"ev-1\"\n", "c.toml:1:1: error: write [[date]] above its keys"},
      {"[[date]]\nevent = \"ev-1\"\n", "c.toml:1:1: error: date of an event needs date"},
      {"[[date]]\nevent = \"ev-1\"\ndate = \"2025-02-30\"\n",
       "\"2025-02-30\" is no date: there is no such day; write 2025, 2025-04 or 2025-04-25"},
      {"[[date]]\nevent = 4\ndate = \"2025\"\n", "event must be a string that is not empty"},
      {"[[hide]]\nwhat = \"ev-1\"\n", "hide needs entity, event, stance or role"},
      {"[[hide]]\nevent = \"ev-1\"\nwat = 1\n",
       "c.toml:3:7: error: hide of event takes no \"wat\""},
      {"[[merge]]\nevents = [\"ev-1\"]\n", "two ids or more are wanted here"},
      {"[[merge]]\nevents = [\"ev-1\", \"ev-1\"]\n", "\"ev-1\" twice"},
      {"[[retype]]\nevent = \"ev-1\"\ntype = \"eclipse\"\n", "\"eclipse\" is no type of event"},
      {"[[split]]\nentity = \"person:a\"\ndocuments = [\"d\"]\nid = \"b\"\nname = \"B\"\n",
       "id \"b\" does not begin with a type and a colon"},
      {"[[add]]\ntype = \"invest\"\nparticipants = [\"company:a\"]\nsummary = \"s\"\nsource = "
       "\"x\"\n",
       "participants are strings such as \"agent company:example\""},
      {"[[add]]\nfrom = \"ev-1\"\nto = \"ev-2\"\nkind = \"denies\"\n", "needs source"},
      {"[[date]\n", "c.toml:1:"},
  }));
  INFO(row.toml);
  CHECK_THAT(wrong(row.toml), Catch::Contains(row.message));
}

TEST_CASE("an empty file corrects nothing", "[correct]") {
  CHECK(parse_corrections("", "c.toml")->empty());
  CHECK(parse_corrections("# nothing yet\n", "c.toml")->empty());
}
