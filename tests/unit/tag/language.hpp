#pragma once

// A language as the tagger sees it, opened once for all tests of the stage.

#include "frise/tag/tagging.hpp"
#include "tag/features.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace frise::test {

struct Language {
  LanguagePack pack;
  SegmentRules rules;
  Lexicon lexicon;
};

inline Language open_language(const std::string& lang, bool compiled = true) {
  const std::string root = FRISE_TEST_DATA_ROOT;
  auto pack = LanguagePack::load(root + "/lang/" + lang);
  REQUIRE(pack.has_value());
  auto rules = SegmentRules::compile(*pack);
  REQUIRE(rules.has_value());
  auto lexicon =
      Lexicon::open(*pack, compiled ? root + "/lexicon/" + lang + ".lex" : "/nowhere.lex");
  if (!lexicon) FAIL(to_string(lexicon.error()));
  return {std::move(*pack), std::move(*rules), std::move(*lexicon)};
}

inline const Language& french() {
  static const Language language = open_language("fr");
  return language;
}

inline const Language& english() {
  static const Language language = open_language("en");
  return language;
}

/// "word/pos" for every word of a text, punctuation left aside: what a test compares.
inline std::string tagged(const std::string& text, const Language& language,
                          const TagModel* model = nullptr) {
  Document document;
  document.text = text;
  document.lang = language.pack.lang();
  const Segmentation segmentation = segment(document, language.rules);
  const auto tags = model == nullptr ? tag_words(segmentation, language.lexicon)
                                     : tag_words(segmentation, language.lexicon, *model);
  REQUIRE(tags.size() == segmentation.tokens.size());
  std::string out;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i].pos == Pos::punctuation) continue;
    if (!out.empty()) out += ' ';
    out += std::string{segmentation.key(i)} + "/" + std::string{tag::to_string(tags[i].pos)};
  }
  return out;
}

}  // namespace frise::test
