#include "frise/core/result.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace frise;

TEST_CASE("an error says where and what, leaving out what is not known", "[core]") {
  struct Row {
    Error error;
    std::string text;
  };
  const auto row = GENERATE(values<Row>({
      {{ErrorCode::bad_value, "31 is not a day of April", "a.txt", 12, 8},
       "a.txt:12:8: error: 31 is not a day of April"},
      {{ErrorCode::bad_value, "no such day", "a.txt", 12, 0}, "a.txt:12: error: no such day"},
      {{ErrorCode::empty, "the file is empty", "a.txt", 0, 0}, "a.txt: error: the file is empty"},
      {{ErrorCode::not_found, "nothing to do", "", 3, 4}, "error: nothing to do"},
  }));
  CHECK(to_string(row.error) == row.text);
}
