// Our cuts beside those of ICU's break iterators: on the examples, on text made of awkward parts,
// and, where they lie beside the project, on other articles. The reasons are explained, and
// counted, in docs/SEGMENTATION.md.

#include "fixture.hpp"
#include "frise/pipeline/annotator.hpp"
#include "frise/read/reader.hpp"
#include "icu_difference.hpp"

#include <filesystem>
#include <map>

using namespace frise;
using namespace frise::test;

namespace {

std::vector<Document> documents_below(const std::vector<std::string>& folders) {
  static const auto annotator =
      Annotator::load({.data_root = FRISE_TEST_DATA_ROOT, .no_subject = true});
  REQUIRE(annotator);
  ReadOptions options;
  options.guesser = annotator->guesser();
  std::vector<Document> out;
  for (const std::string& path : list_inputs(folders).paths) {
    read_documents(path, options, [&](Result<Document> document) {
      if (document) out.push_back(std::move(*document));
      return true;
    });
  }
  return out;
}

using Count = std::map<std::string, std::size_t>;

/// Fails at the first difference that has no reason; \returns how often each was met.
void compare(std::string_view text, const std::string& lang, Count& sentences, Count& words) {
  const SegmentRules& rules = rules_of(lang);
  for (const IcuDifference& one : sentence_differences(text, lang, rules)) {
    if (one.reason.empty())
      FAIL_CHECK("sentence: ours [" << one.ours << "] ICU [" << one.icu << "]");
    ++sentences[one.reason];
  }
  for (const IcuDifference& one : word_differences(text, lang, rules)) {
    if (one.reason.empty()) FAIL_CHECK("words: ours [" << one.ours << "] ICU [" << one.icu << "]");
    ++words[one.reason];
  }
}

void compare_all(const std::vector<Document>& documents) {
  Count sentences;
  Count words;
  for (const Document& document : documents) {
    CAPTURE(document.id);
    compare(document.text, document.lang == "en" ? "en" : "fr", sentences, words);
  }
  CHECK(!documents.empty());
  CHECK(words["elision or clitic"] > 0);
}

}  // namespace

TEST_CASE("every difference from ICU on the examples has a name", "[segment][icu]") {
  const std::string root = FRISE_SOURCE_DIR;
  compare_all(documents_below({root + "/examples", root + "/bench/accuracy/articles"}));
}

TEST_CASE("every difference from ICU on other articles has a name", "[segment][icu]") {
  const std::string shared = std::string{FRISE_SOURCE_DIR} + "/../shared";
  std::error_code failed;
  if (!std::filesystem::exists(shared, failed)) {
    WARN("skipped: " << shared << " is not there");
    return;
  }
  compare_all(documents_below(
      {shared + "/seeds", shared + "/articles-fr", shared + "/timeline-semeval/articles.jsonl"}));
}

TEST_CASE("every difference from ICU on text made of awkward parts has a name", "[segment][icu]") {
  const std::vector<std::string> parts{
      "M. Durand",  "J.-P. Roux",  "U.S.",         "l'IA",       "aujourd'hui",
      "a-t-il dit", "2,5 %",       "20 000 euros", "185.61",     "14h30",
      "25.04.2025", "exemple.com", "A100s",        "S&P 500",    "« Oui »",
      "(non)",      "qu’il part",  "États-Unis",   "Alpha Inc.", "n° 5",
      "$2.5bn",     "@alpha",      "#frise",       "mi-juin",    "https://exemple.com/a?b=1",
      "GPT-3.5",    "l’« essor »"};
  const std::vector<std::string> joints{" ",   ". ", ".",   " ? ",  "… ", "... ",
                                        " – ", ", ", " : ", "\n\n", "\n"};
  Count sentences;
  Count words;
  for (const std::string& left : parts) {
    for (const std::string& joint : joints) {
      for (const std::string& right : parts) {
        const std::string text = "Le groupe cite " + left + joint + right + " et part.";
        CAPTURE(text);
        compare(text, "fr", sentences, words);
      }
    }
  }
  CHECK(sentences.size() > 3);
  CHECK(words.size() > 5);
}
