#include "cli/console.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using namespace frise::cli;

TEST_CASE("a message says where, what kind, and what was seen", "[cli]") {
  struct Row {
    Error error;
    std::string line;
  };
  const auto row = GENERATE(values<Row>({
      {{ErrorCode::bad_value, "no such day", "a.txt", 12, 8}, "a.txt:12:8: error: no such day"},
      {{ErrorCode::bad_value, "no such day", "a.txt", 12, 0}, "a.txt:12: error: no such day"},
      {{ErrorCode::not_found, "not there", "a.txt", 0, 0}, "a.txt: error: not there"},
      {{ErrorCode::not_utf8, "not text", "-", 0, 0}, "standard input: error: not text"},
      {{ErrorCode::empty, "nothing", "", 0, 0}, "frise: error: nothing"},
  }));
  CHECK(message_line(row.error, "error") == row.line);
}

TEST_CASE("a file's name cannot play with the terminal", "[cli]") {
  CHECK(message_line({ErrorCode::not_found, "gone\n", "a\x1b[2J\x7f.txt", 0, 0}, "error") ==
        "a\\x1b[2J\\x7f.txt: error: gone\\x0a");
  CHECK(message_line({ErrorCode::not_found, "gone",
                      "\xc2\x9b"
                      "31m",
                      0, 0},
                     "error") ==
        "\\xc2\x9b"
        "31m: error: gone");
  CHECK(message_line({ErrorCode::not_found, "là", "été.txt", 0, 0}, "error") ==
        "été.txt: error: là");
}
