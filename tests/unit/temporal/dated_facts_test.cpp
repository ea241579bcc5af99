#include "frise/temporal/dated_facts.hpp"

#include "fixture.hpp"
#include "frise/pack/table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

using namespace frise;

namespace {

/// A fact of the pack bounds a text of that one sentence.
bool shows(const std::string& lang, const std::string& sentence, const std::string& note) {
  return test::written(lang, sentence).published.why.find(note) != std::string::npos;
}

Result<DatedFacts> compiled(const std::string& rows) {
  static const LanguagePack pack =
      LanguagePack::load(std::string{FRISE_TEST_DATA_ROOT} + "/lang/en").value();
  static const SegmentRules segment_rules = SegmentRules::compile(pack).value();
  std::vector<Table> tables;
  tables.push_back(Table::parse("facts.tsv", rows).value());
  return DatedFacts::compile(tables, "en", segment_rules);
}

}  // namespace

TEST_CASE("each fact of the packs is shown by its yes sentences and not by its no sentences",
          "[temporal]") {
  std::map<std::string, std::set<std::string>> has;
  for (const std::string& path : test::facts_paths()) {
    const auto table = Table::load(path);
    REQUIRE(table);
    std::string id;
    std::string note;
    for (const TableRow& row : table->rows()) {
      if (row.cell(0) == "fact") {
        id = row.cell(1);
        note = row.cell(4);
        CHECK(has.count(id) == 0);
      }
      has[id].insert(std::string{row.cell(0)});
      if (row.cell(0) != "yes" && row.cell(0) != "no") continue;
      CAPTURE(path, row.line, id, row.cell(2));
      CHECK(shows(std::string{row.cell(1)}, std::string{row.cell(2)}, note) ==
            (row.cell(0) == "yes"));
    }
  }
  CHECK(has.size() >= 150);
  for (const auto& [fact, rows] : has) {
    CAPTURE(fact);
    CHECK(rows == std::set<std::string>{"cue", "fact", "no", "yes"});
  }
}

TEST_CASE("a table of facts that cannot be read says where", "[temporal]") {
  struct Row {
    std::string rows, message;
  };
  const auto row = GENERATE(values<Row>({
      {"cue\ten\tsteam", "expected fact, then its cue, yes and no rows"},
      {"fact\tsteam\tname\t1712-02-30\tfirst engine", "expected fact, id, name or state or news"},
      {"fact\tsteam\tmyth\t1712\tfirst engine", "expected fact, id, name or state or news"},
      {"fact\tsteam\tname\t1712\tfirst engine\ncue\ten\t1e9..x + steam", "expected one amount"},
      {"fact\tsteam\tname\t1712\tfirst engine\ncue\ten\t1e9..2e9", "a cue without words"},
      {"fact\tsteam\tname\t1712\tfirst engine\ncue\ten\tsteam + |", "a term without words"},
  }));
  CAPTURE(row.rows);
  const auto facts = compiled(row.rows);
  REQUIRE_FALSE(facts);
  CHECK(facts.error().message.find(row.message) == 0);
  CHECK(facts.error().path == "facts.tsv");
  CHECK(facts.error().line > 0);
}

TEST_CASE("cues of other languages are left aside", "[temporal]") {
  const auto facts = compiled("fact\tsteam\tname\t1712\tfirst engine\ncue\tfr\t(((");
  REQUIRE(facts);
  CHECK(facts->facts().size() == 1);
}
