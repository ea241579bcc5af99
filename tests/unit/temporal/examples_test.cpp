#include "fixture.hpp"
#include "frise/pack/table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace frise;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> example_files(const std::string& lang) {
  std::vector<std::string> paths;
  const fs::path folder = fs::path{FRISE_TEST_DATA_ROOT} / "lang" / lang / "examples";
  for (const auto& entry : fs::directory_iterator{folder}) {
    if (entry.path().filename().string().starts_with("temporal")) {
      paths.push_back(entry.path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

TEST_CASE("each language pack reads its own examples of time as it says", "[temporal]") {
  const std::string lang = GENERATE(as<std::string>{}, "fr", "en");
  const auto paths = example_files(lang);
  REQUIRE_FALSE(paths.empty());
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    const auto table = Table::parse(path, bytes);
    REQUIRE(table);
    for (const TableRow& row : table->rows()) {
      const std::string published{row.cell(1)};
      const std::string text{row.cell(2)};
      CAPTURE(path, row.line, text);
      const auto kind = row.cell(4) == "narrative" ? TextKind::narrative : TextKind::news;
      const auto read = test::timed(lang, published, text, kind);
      CHECK(test::spelled(read) == row.cell(3));
      std::set<std::string> rules;
      for (const TimeExpression& time : read.layer.items) rules.insert(time.rule);
      // "!rule": what it must leave to others.
      const bool counter = row.cell(0).starts_with('!');
      const std::string rule =
          lang + "/temporal/" + std::string{row.cell(0).substr(counter ? 1 : 0)};
      if (counter || row.cell(3) != "-") CHECK(rules.count(rule) == (counter ? 0 : 1));
    }
  }
}
