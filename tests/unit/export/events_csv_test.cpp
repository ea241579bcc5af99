#include "frise/export/events_csv.hpp"

#include <catch2/catch.hpp>

using namespace frise;

TEST_CASE("a cell is quoted where it must be and no formula is left", "[export]") {
  struct Row {
    std::string text;
    std::string cell;
  };
  const auto row = GENERATE(values<Row>({
      {"", ""},
      {"Nvidia", "Nvidia"},
      {"Nvidia, AMD", "\"Nvidia, AMD\""},
      {"le \"gel\"", "\"le \"\"gel\"\"\""},
      {"« gel »", "« gel »"},
      {"a\nb", "a b"},
      {"a\r\nb", "a  b"},
      {"a\x1b[2Jb", "a [2Jb"},
      {" a ", "\" a \""},
      {"=1+1", "'=1+1"},
      {"+33", "'+33"},
      {"-5 %", "'-5 %"},
      {"@somme", "'@somme"},
      {"\t=1", "' =1"},
      {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
  }));
  CHECK(csv_cell(row.text) == row.cell);
}
