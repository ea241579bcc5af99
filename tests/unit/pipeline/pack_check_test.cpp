#include "frise/pipeline/pack_check.hpp"

#include "scratch_folder.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace frise;

namespace {

constexpr const char* kData = FRISE_TEST_DATA_ROOT;

/// The skeleton of a language pack with some of its files written anew.
class Pack {
 public:
  Pack() {
    std::filesystem::copy(std::string{kData} + "/skeleton/language", folder_.root(),
                          std::filesystem::copy_options::recursive);
    write("pack.toml", "lang = \"xx\"\nname = \"Ixish\"\n");
  }
  void write(std::string_view name, std::string_view bytes) { folder_.write(name, bytes); }

  /// "rules.tsv:3:1: message" a line, errors and warnings.
  [[nodiscard]] std::string check() const {
    std::string out;
    for (const PackFinding& f : check_pack(kData, {PackKind::language, "xx", folder_.root()})) {
      if (f.kind == FindingKind::note) continue;
      out += std::filesystem::path{f.error.path}.filename().string() + ':' +
             std::to_string(f.error.line) + ':' + std::to_string(f.error.column) + ": " +
             f.error.message + '\n';
    }
    return out;
  }

 private:
  test::ScratchFolder folder_;
};

constexpr const char* kWords = "month\t1\tjanuary\nmoon\t1\tjanuary\nseason\tSU\tsummer\n";
constexpr const char* kExamples =
    "month\t2020-05-04\tIt shut in january.\tjanuary=2020-01\n"
    "month\t-\tIt shut.\t-\n";

}  // namespace

TEST_CASE("what frise pack new writes is accepted", "[pack]") {
  CHECK(Pack{}.check().empty());
  const PackPlace subject{PackKind::subject, "x", std::string{kData} + "/skeleton/subject"};
  CHECK(check_pack(kData, subject).empty());
}

TEST_CASE("a rule needs an example that it reads and one that it leaves", "[pack]") {
  Pack pack;
  pack.write("temporal/words.tsv", kWords);
  pack.write("temporal/macros.tsv", "");
  pack.write("temporal/rules.tsv", "month\t<month>\tm=$month\nsummer\t<season>\tseason=$season\n");
  pack.write("examples/temporal.tsv", kExamples);
  CHECK(pack.check() ==
        "rules.tsv:2:1: summer has no example that it reads\n"
        "rules.tsv:2:1: summer has no counter-example\n");
  pack.write("examples/temporal-seasons.tsv",
             "summer\t-\tOne summer 2019 long.\tsummer=XXXX-SU\n"
             "!summer\t-\tIt shut in january.\tjanuary=XXXX-01\n");
  CHECK(pack.check().empty());
}

TEST_CASE("an example that is read otherwise is told with its place", "[pack]") {
  struct Row {
    std::string example, told;
  };
  const auto row = GENERATE(values<Row>({
      {"month\t2020-05-04\tÀ january\tjanuary=2020-02", "28: read as: january=2020-01"},
      {"!month\t2020-05-04\tIn january\tjanuary=2020-01", "1: this rule reads it and must not"},
      {"moth\t-\tIn january\t-", "1: no rule is called moth"},
      {"month\tMay\tIn january\t-", "7: \"May\" is no date; write 2025, 2025-04, 2025-04-25 or -"},
      {"month\t-\tIn january\t-\tverse",
       "22: \"verse\" is not one of news, narrative, dialogue, not"},
      {"month\t-\tIt shut.\t-", "9: the same example stands above"},
      {"month\t-",
       "1: an example is a rule, a publication date or -, a text, and what is read in it"},
  }));
  CAPTURE(row.example);
  Pack pack;
  pack.write("temporal/words.tsv", kWords);
  pack.write("temporal/macros.tsv", "");
  pack.write("temporal/rules.tsv", "month\t<month>\tm=$month\n");
  pack.write("examples/temporal.tsv", kExamples + row.example + '\n');
  CHECK(pack.check() == "temporal.tsv:3:" + row.told + '\n');
}

TEST_CASE("a rule that hides something is tried on what it hides", "[pack]") {
  Pack pack;
  pack.write("temporal/words.tsv", kWords);
  pack.write("temporal/macros.tsv", "");
  pack.write("temporal/rules.tsv",
             "not-jones\t<month> jones\ttype=IGNORE\nmonth\t<month>\tm=$month\n");
  const std::string examples = std::string{kExamples} + "not-jones\t-\tMet january jones.\t-\n";
  pack.write("examples/temporal.tsv", examples);
  CHECK(pack.check() == "rules.tsv:1:1: not-jones has no counter-example\n");
  pack.write("examples/temporal.tsv",
             examples + "!not-jones\t-\tMet january smith.\tjanuary=XXXX-01\n");
  CHECK(pack.check().empty());
}

TEST_CASE("what can never fire is told", "[pack]") {
  struct Row {
    std::string rule, told;
  };
  const auto row = GENERATE(values<Row>({
      {"late\tlate? <month>\tm=$month", ""},
      {"again\t<month>\tm=$month\tnext!noun",
       "2:1: again is dead: month in line 1 reads the same words first"},
      {"word\tjanuary\tm=1", "2:1: word is dead: month in line 1 reads the same words first"},
      {"other\t<moon>\tm=$moon", "2:1: other is dead: month in line 1 reads the same words first"},
      {"era\tthe <era>\tn=1", "2:10: no word is in the class <era>"},
      {"era\tthe <month>\tn=1\tnext!<era>", "2:27: no word is in the class <era>"},
      {"named\tthe <month:a>\tm=$b", "2:24: nothing in the pattern is called $b"},
      {"@part\tthe <month>\tm=$month", "2:1: no rule below uses the part @part"},
  }));
  CAPTURE(row.rule);
  Pack pack;
  pack.write("temporal/words.tsv", kWords);
  pack.write("temporal/macros.tsv", "");
  pack.write("temporal/rules.tsv", "month\t<month>\tm=$month\n" + row.rule + '\n');
  const std::string told = pack.check();
  CAPTURE(told);
  if (row.told.empty()) {
    CHECK(told.find("dead") == std::string::npos);
  } else {
    CHECK(told.find("rules.tsv:" + row.told + '\n') != std::string::npos);
  }
}

TEST_CASE("a row above that asks for more of its neighbours kills nothing", "[pack]") {
  Pack pack;
  pack.write("temporal/words.tsv", kWords);
  pack.write("temporal/macros.tsv", "");
  pack.write("temporal/rules.tsv",
             "shy\t<month>\tm=$month\tprev!<season>\nmonth\t<month>\tm=$month\n");
  CHECK(pack.check().find("dead") == std::string::npos);
}

TEST_CASE("rows that stand twice are told, and a broken rule with its column", "[pack]") {
  Pack pack;
  pack.write("segment/abbreviations.tsv", "Mr\ttitle\nNo\tnumber\nMr\ttitle\n");
  CHECK(pack.check() == "abbreviations.tsv:3:1: the same as line 1\n");
  pack.write("temporal/rules.tsv", "x\tthe (a | b\tm=1\n");
  CHECK(pack.check() == "rules.tsv:1:13: a '(' is never closed\n");
}

TEST_CASE("packs are found by name and by folder", "[pack]") {
  const auto french = find_pack(kData, "fr");
  REQUIRE(french);
  CHECK(french->kind == PackKind::language);
  const auto contents = look_into(*french);
  REQUIRE(contents);
  CHECK(contents->title == "Français");
  CHECK(find_pack(kData, french->folder + "/")->name == "fr");
  const auto none = find_pack(kData, "xx");
  REQUIRE_FALSE(none);
  CHECK(none.error().message.starts_with("no pack and no folder of one; there are: en, "));
}
