// A lexicon or model that is there and cannot be used is told, and the language is read without it.

#include "frise/pipeline/annotator.hpp"
#include "scratch_folder.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace frise;
namespace fs = std::filesystem;

namespace {

Record read_with(const fs::path& root, std::vector<Error>& warnings) {
  const auto annotator = Annotator::load({.data_root = root.string(), .no_subject = true});
  REQUIRE(annotator.has_value());
  Document document;
  document.id = "d";
  document.lang = "fr";
  document.text = "Le 12 mars 2024, Altaria a vendu une usine à la société Brovel.\n";
  auto record = annotator->annotate(document);
  REQUIRE(record.has_value());
  warnings = annotator->warnings();
  return *record;
}

}  // namespace

TEST_CASE("a damaged model or lexicon is a warning, and the language is read by rules",
          "[pipeline]") {
  const test::ScratchFolder scratch;
  const fs::path root{scratch.root()};
  fs::create_directory_symlink(fs::path{FRISE_TEST_DATA_ROOT} / "lang", root / "lang");
  std::vector<Error> warnings;
  const Record bare = read_with(root, warnings);
  CHECK(warnings.empty());
  CHECK(bare.timex.size() == 1);

  scratch.write("model/fr/tagger.model", std::string(500, 'x'));
  scratch.write("model/fr/parser.model", std::string(500, 'x'));
  scratch.write("lexicon/fr.lex", "");
  const Record damaged = read_with(root, warnings);
  CHECK(damaged.timex.size() == 1);
  REQUIRE(warnings.size() == 3);
  CHECK(warnings[0].path == (root / "lexicon/fr.lex").string());
  CHECK(warnings[0].message == "not a compiled lexicon: too short");
  CHECK(warnings[1].path == (root / "model/fr/tagger.model").string());
  CHECK(warnings[1].message == "not a trained model; train it again or take it away");
  CHECK(warnings[2].path == (root / "model/fr/parser.model").string());
  CHECK(warnings[2].message == warnings[1].message);
}
