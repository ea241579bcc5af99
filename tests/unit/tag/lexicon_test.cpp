#include "unit/tag/language.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace frise;

namespace {

bool has_reading(const Lexicon& lexicon, const std::string& key, const std::string& lemma,
                 const std::string& pos, const std::string& features) {
  std::vector<Analysis> readings;
  lexicon.analyses(key, readings);
  tag::Features wanted;
  wanted.pos = *tag::parse_pos(pos);
  REQUIRE_FALSE(tag::add_features(features, wanted).has_value());
  for (const Analysis& reading : readings) {
    if (reading.lemma == lemma && reading.pos == wanted.pos &&
        reading.morphology == wanted.morphology && reading.given_name == wanted.given_name) {
      return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("a French form has its readings with lemma and inflection", "[tag]") {
  struct Row {
    const char *form, *lemma, *pos, *features;
  };
  const auto row = GENERATE(values<Row>({
      {"investit", "investir", "verb", "fin ind pres 3 sing"},
      {"investit", "investir", "verb", "fin ind past 3 sing"},
      {"vendront", "vendre", "verb", "fin ind fut 3 plur"},
      {"vendues", "vendre", "verb", "pastpart fem plur"},
      {"produisant", "produire", "verb", "prespart"},
      {"usines", "usine", "noun", "fem plur"},
      {"journaux", "journal", "noun", "masc plur"},
      {"nouvelles", "nouveau", "adjective", "fem plur"},
      {"ferme", "ferme", "noun", "fem sing"},
      {"ferme", "fermer", "verb", "fin ind pres 3 sing"},
      {"été", "être", "verb", "pastpart"},
      {"été", "été", "noun", "masc sing"},
      {"auraient", "avoir", "verb", "fin cond pres 3 plur"},
      {"suis", "être", "verb", "fin ind pres 1 sing"},
      {"suis", "suivre", "verb", "fin ind pres 1 sing"},
      {"l'", "le", "determiner", "sing"},
      {"qu'", "que", "subordinating_conjunction", ""},
      {"-t-il", "il", "pronoun", "masc 3 sing"},
      {"camille", "camille", "proper_noun", "given"},
      {"kilomètres", "kilomètre", "noun", "masc plur"},
      {"bénéfices", "bénéfice", "noun", "masc plur"},
  }));
  CAPTURE(row.form, row.lemma, row.features);
  CHECK(has_reading(test::french().lexicon, row.form, row.lemma, row.pos, row.features));
}

TEST_CASE("a common word is told from a name", "[tag]") {
  const Lexicon& french = test::french().lexicon;
  CHECK(french.is_common_word("orange"));
  CHECK(french.is_common_word("sur"));
  CHECK(french.is_common_word("mars"));
  CHECK_FALSE(french.is_common_word("marseille"));
  CHECK_FALSE(french.is_common_word("zzyzx"));
}

TEST_CASE("without a compiled lexicon the closed classes remain", "[tag]") {
  const auto bare = test::open_language("fr", false);
  std::vector<Analysis> readings;
  bare.lexicon.analyses("bénéfices", readings);
  CHECK(readings.empty());
  bare.lexicon.analyses("avait", readings);
  REQUIRE(readings.size() == 1);
  CHECK(readings[0].lemma == "avoir");
  CHECK(test::tagged("Il a fermé la production", bare) ==
        "il/pronoun a/auxiliary fermé/verb la/determiner production/noun");
}

TEST_CASE("a compiled lexicon that is cut or altered anywhere is refused", "[tag]") {
  const std::string whole = std::string{FRISE_TEST_DATA_ROOT} + "/lexicon/fr.lex";
  std::ifstream in(whole, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
  if (bytes.empty()) {
    WARN("skipped: no compiled lexicon");
    return;
  }
  const auto path = std::filesystem::temp_directory_path() / "frise-damaged.lex";
  const auto refused = [&](std::string damaged) {
    std::ofstream(path, std::ios::binary) << damaged;
    const auto lexicon = Lexicon::open(test::french().pack, path.string());
    REQUIRE_FALSE(lexicon.has_value());
    CHECK(lexicon.error().path == path.string());
    return lexicon.error().message;
  };
  CHECK(refused("") == "not a compiled lexicon: too short");
  CHECK(refused(bytes.substr(0, 63)) == "not a compiled lexicon: too short");
  CHECK(refused(bytes.substr(0, bytes.size() / 2)) ==
        "compiled lexicon is cut short; build it again");
  CHECK(refused(bytes + "more") == "compiled lexicon is cut short; build it again");
  CHECK(refused(std::string(4096, 'x')) == "not a compiled lexicon; build it again");
  std::string altered = bytes;
  altered[bytes.size() / 3] = static_cast<char>(altered[bytes.size() / 3] ^ 1);
  CHECK(refused(altered) == "compiled lexicon is damaged; build it again");
  altered = bytes;
  altered[8] = 9;
  CHECK(refused(altered) == "compiled lexicon of another version; build it again");
  altered = bytes;
  for (std::size_t i = 40; i < 64; ++i) altered[i] = '\xff';
  CHECK(refused(altered) == "compiled lexicon is cut short; build it again");
  std::filesystem::remove(path);
}
