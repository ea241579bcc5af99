#pragma once

#include "frise/segment/segmentation.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

namespace frise::test {

inline SegmentRules load_rules(const std::string& lang) {
  auto pack = LanguagePack::load(std::string{FRISE_TEST_DATA_ROOT} + "/lang/" + lang);
  REQUIRE(pack.has_value());
  auto rules = SegmentRules::compile(*pack);
  if (!rules) FAIL(to_string(rules.error()));
  return std::move(*rules);
}

inline const SegmentRules& rules_of(const std::string& lang) {
  static const SegmentRules french = load_rules("fr");
  static const SegmentRules english = load_rules("en");
  return lang == "en" ? english : french;
}

inline Document document_of(std::string text) {
  Document document;
  document.text = std::move(text);
  return document;
}

/// Tokens parted by '|', sentences by '||'.
inline std::string tokens_of(const std::string& lang, const std::string& text) {
  const Document document = document_of(text);
  const Segmentation s = segment(document, rules_of(lang));
  std::string out;
  for (const Sentence& sentence : s.sentences) {
    if (!out.empty()) out += "||";
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (t > sentence.tokens.begin) out += '|';
      out += slice(document.text, s.tokens[t].span);
    }
  }
  return out;
}

/// Sentences parted by " / ".
inline std::string sentences_of(const std::string& lang, const std::string& text) {
  const Document document = document_of(text);
  const Segmentation s = segment(document, rules_of(lang));
  std::string out;
  for (const Sentence& sentence : s.sentences) {
    if (!out.empty()) out += " / ";
    out += slice(document.text, sentence.span);
  }
  return out;
}

}  // namespace frise::test
