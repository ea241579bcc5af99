#include "frise/export/events_csv.hpp"
#include "unit/merge/sample.hpp"

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

TEST_CASE("a span of two dates covers all of its days, whichever end was read", "[export]") {
  const auto bounds = GENERATE(values<std::string>({"2015", "2019"}));
  std::vector<Record> records{frise::test::article(
      "a", "2024-03-20", {{EventType::invest, bounds, "Alta a investi.", {"agent company:alta"}}})};
  records[0].events[0].date.value = "2015/2019";
  const std::string table = events_csv(EventGraph::build(merge_records(std::move(records))));
  CHECK(table.find("2015/2019,2015-01-01,2019-12-31,") != std::string::npos);
}
