#include "import/csv_reader.hpp"

#include <catch2/catch.hpp>

using namespace frise;

namespace {

/// "[a|b][c|d]", then errors as "1:2 message".
std::string read_as_text(const std::string& bytes) {
  const auto read = read_csv(bytes);
  if (!read) return std::to_string(read.error().line) + " " + read.error().message;
  std::string out;
  for (const CsvRow& row : read->rows) {
    out += '[';
    for (const CsvCell& cell : row) out += (&cell == row.data() ? "" : "|") + cell.text;
    out += ']';
  }
  for (const Error& error : read->errors) {
    out += ' ' + std::to_string(error.line) + ':' + std::to_string(error.column) + ' ' +
           error.message.substr(0, error.message.find(';'));
  }
  return out;
}

}  // namespace

TEST_CASE("CSV is read as RFC 4180 and as spreadsheets write it", "[import]") {
  struct Row {
    std::string bytes;
    std::string rows;
  };
  const auto row = GENERATE(values<Row>({
      {"", ""},
      {"a,b\nc,d", "[a|b][c|d]"},
      {"a,b\r\nc,d\r\n", "[a|b][c|d]"},
      {"a,b\rc,d\r", "[a|b][c|d]"},
      {"\xEF\xBB\xBF"
       "a,b\n",
       "[a|b]"},
      {"a;b\nc,d;e\n", "[a|b][c,d|e]"},
      {"a\tb\nc;d\te\n", "[a|b][c;d|e]"},
      {"\"a;a\",b,c\n", "[a;a|b|c]"},
      {"a,b,\n,,\n\n,x,\n", "[a|b|][|x|]"},
      {" a , b \n", "[a|b]"},
      {"\"il a dit \"\"oui\"\"\",b\n", "[il a dit \"oui\"|b]"},
      {"\"deux\r\nlignes\",b\nc,d\n", "[deux\nlignes|b][c|d]"},
      {"5\" disque,b\n", "[5\" disque|b]"},
      {"\"\",x\n", "[|x]"},
      {"a,b\n\"c\"x,d\ne,f\n", "[a|b][e|f] 2:1 words stand behind the quotes of a cell"},
      {"a,b\né,\"c\nd\n", "[a|b] 2:3 this quote does not end"},
      {"a\n\xE9t\xE9\n", "2 not UTF-8 text; save the table as CSV UTF-8"},
  }));
  CAPTURE(row.bytes);
  CHECK(read_as_text(row.bytes) == row.rows);
}

TEST_CASE("a cell knows its line, its column in characters, and its bytes", "[import]") {
  const std::string bytes = "a,b\n\"é\nà\",\"c\"\nd,e\n";
  const auto read = read_csv(bytes);
  REQUIRE(read);
  const CsvCell& quoted = read->rows[1][1];
  CHECK(quoted.line == 3);
  CHECK(quoted.column == 4);
  CHECK(slice(bytes, quoted.span) == "c");
  CHECK(read->rows[2][0].line == 4);
  CHECK(slice(bytes, read->rows[2][1].span) == "e");
}
