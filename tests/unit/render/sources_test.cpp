#include "render/sources.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace frise;
using namespace frise::render;

SourceNote note(std::uint32_t number, std::vector<CitedSentence> sentences) {
  SourceNote out;
  out.number = number;
  out.publisher = "Le Fil";
  out.title = "Titre";
  out.published = "2024-03-03";
  out.sentences = std::move(sentences);
  return out;
}

const std::string nbsp = "\u00A0";

}  // namespace

TEST_CASE("a mark names source and sentence", "[render]") {
  const std::vector<std::pair<std::vector<Citation>, std::string>> cases{
      {{}, ""},
      {{{1, {16}}}, "[1:16]"},
      {{{1, {3, 16}}}, "[1:3+16]"},
      {{{1, {3, 4, 5}}, {2, {7}}}, "[1:3–5," + nbsp + "2:7]"},
      {{{4, {}}}, "[4]"},
      {{{2, {}}, {3, {1}}}, "[2," + nbsp + "3:1]"},
      // Too many for a label: the sources alone.
      {{{1, {1, 3, 5, 7}}, {2, {1, 2, 3}}}, "[1," + nbsp + "2]"},
      {{{1, {1, 3}}, {2, {1, 2}}, {3, {9, 11}}, {5, {1}}}, "[1–3," + nbsp + "5]"},
  };
  for (const auto& [citations, expected] : cases) {
    CAPTURE(expected);
    CHECK(reference_text(citations) == expected);
  }
}

TEST_CASE("a source is followed by each sentence that a mark cites", "[render]") {
  const FootSection section =
      source_section({note(1, {{3, "Alta ouvre."}, {16, "Beru ferme."}}),
                      note(2, {{7, "Ada part."}}), note(3, {{0, "Nul ne sait."}}), note(4, {})},
                     "en");
  CHECK(section.count == 4);
  CHECK(section.explanation == "1:3 = source" + nbsp + "1, sentence" + nbsp +
                                   "3 · 1:3+16 = sentences" + nbsp + "3 and 16");
  std::vector<std::string> rows;
  for (const FootEntry& entry : section.entries) rows.push_back(entry.mark + " " + entry.text);
  const auto has = [](const std::string& row, const std::string& text) {
    return row.find(text) != std::string::npos;
  };
  REQUIRE(rows.size() == 6);
  CHECK(rows[0].starts_with("[1] "));
  CHECK(has(rows[0], "Le Fil"));
  CHECK(has(rows[0], "Titre"));
  CHECK(has(rows[0], "2024"));
  CHECK(rows[1].starts_with("1:3 "));
  CHECK(has(rows[1], "Alta ouvre."));
  CHECK(rows[2].starts_with("1:16 "));
  CHECK(has(rows[2], "Beru ferme."));
  CHECK(rows[3].starts_with("[2:7] "));
  CHECK(has(rows[3], "Ada part."));
  CHECK(rows[4].starts_with("[3] "));
  CHECK(has(rows[4], "Nul ne sait."));
  CHECK(rows[5].starts_with("[4] "));
}

TEST_CASE("more sentences than anyone reads are numbers", "[render]") {
  std::vector<CitedSentence> sentences;
  for (std::uint32_t i = 1; i <= 300; ++i) sentences.push_back({i, "Alta ouvre un magasin."});
  const FootSection section = source_section({note(1, sentences), note(2, {{7, "Non."}})}, "en");
  REQUIRE(section.entries.size() == 2);
  CHECK(section.count == 2);
  CHECK(section.entries[0].mark == "[1]");
  CHECK(section.entries[0].text.find("…") != std::string::npos);
  CHECK(section.entries[0].text.find("Alta ouvre un magasin.") != std::string::npos);
}
