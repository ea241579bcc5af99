// What holds for any text: order, bounds, cuts between code points, and time in proportion to its
// length.

#include "fixture.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace frise;
using frise::test::document_of;
using frise::test::rules_of;

namespace {

bool between_code_points(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// The first law that the layers break, or nothing.
std::string broken_law(const Document& document, const Segmentation& s) {
  const std::string_view text = document.text;
  const auto sound = [&](Span span) {
    return span.begin <= span.end && span.end <= text.size() &&
           between_code_points(text, span.begin) && between_code_points(text, span.end);
  };
  std::uint32_t last = 0;
  for (const Token& token : s.tokens) {
    if (!sound(token.span) || token.span.empty() || token.span.begin < last) return "token";
    if (token.key_begin + std::size_t{token.key_length} > s.keys.size()) return "key";
    last = token.span.end;
  }
  std::uint32_t next_token = 0;
  std::uint32_t next_sentence = 0;
  for (std::size_t b = 0; b < s.blocks.size(); ++b) {
    const Block& block = s.blocks[b];
    if (!sound(block.span) || block.sentence_begin != next_sentence) return "block";
    if (block.sentence_end <= block.sentence_begin) return "empty block";
    for (std::uint32_t i = block.sentence_begin; i < block.sentence_end; ++i) {
      const Sentence& sentence = s.sentences[i];
      if (!sound(sentence.span) || !block.span.contains(sentence.span)) return "sentence";
      if (sentence.tokens.begin != next_token || sentence.tokens.size() == 0) return "tokens";
      if (sentence.block != b || sentence.number != i + 1) return "number";
      next_token = sentence.tokens.end;
    }
    next_sentence = block.sentence_end;
  }
  if (next_token != s.tokens.size() || next_sentence != s.sentences.size()) return "left over";
  std::uint32_t begin = 0;
  for (const Quotation& quotation : s.quotations) {
    if (!sound(quotation.span) || !sound(quotation.content)) return "quotation";
    if (!quotation.span.contains(quotation.content) || quotation.span.begin < begin) return "nest";
    if (quotation.tokens.end > s.tokens.size()) return "quoted tokens";
    begin = quotation.span.begin;
  }
  return {};
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

}  // namespace

TEST_CASE("layers hold together in hostile text", "[segment]") {
  const auto text = GENERATE(values<std::string>({
      "",
      " ",
      "\n\n",
      "\xC2\xA0",
      "’",
      "'",
      "-",
      "l'",
      "l’",
      "«",
      "»",
      "\"",
      "...",
      "...»",
      "1,",
      "1.",
      ".5",
      "1 000",
      "1\xE2\x80\xAF",
      "@",
      "#",
      "@ a",
      "a@",
      "http://",
      "www.",
      "a.b.c.d.",
      "U.S",
      "J.-",
      "-t-il",
      "a-t-il-",
      "n't",
      "’s",
      "\xE2\x80\xAE"
      "abc\xE2\x80\xAC",
      "a\xCC\x81\xCC\x81",
      "\xCC\x81",
      "👨‍👩‍👧 et 👀️",
      "\x01\x02",
      "中文。日本語。",
      "مرحبا. بالعالم؟",
      "date",
      "date :",
      "par",
      "Par A",
      "date 2023",
      "date 2023-",
      "25",
      "mardi 25",
      "mars ,",
      "• ",
      "–",
      "– A",
      "~",
      "1)",
      "1) ",
      "\r\r\n\r",
      "\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7",
      "[[[",
      "(((((",
      "» » »",
      "« « «",
      "A. B. C. D.",
      "…",
      "?!?!",
      "& &",
  }));
  const auto lang = GENERATE(std::string{"fr"}, std::string{"en"});
  const Document document = document_of(text);
  CAPTURE(text);
  CHECK(broken_law(document, segment(document, rules_of(lang))) == "");
}

TEST_CASE("ill-formed bytes do no harm", "[segment]") {
  // The reader lets none pass; phrases of a pack come by another road.
  for (const char* text : {"\xFF\xFE", "a\xE2\x82", "\xC3", "l'\xF0\x9F", "1\xE2\x80"}) {
    const Segmentation s = segment(document_of(text), rules_of("fr"));
    CHECK_FALSE(s.tokens.empty());
  }
}

// Quadratic work on any of these would take hours: that the test ends is the proof.
TEST_CASE("long and lopsided texts take linear time", "[segment]") {
  struct Row {
    std::string name, piece;
    std::size_t times;
  };
  const auto row = GENERATE(values<Row>({
      {"one sentence", "mot ", 1000000},
      {"one word", "mot", 1000000},
      {"stops", "a.", 200000},
      {"initials", "A. ", 200000},
      {"unclosed marks", "« mot ", 100000},
      {"straight marks", "\"mot ", 100000},
      {"mixed marks", "«“‘ » ", 100000},
      {"groups", "1 000 000 ", 200000},
      {"one number", "1", 1000000},
      {"grouped number", " 000", 200000},
      {"hyphens", "-t-il", 200000},
      {"apostrophes", "l'", 200000},
      {"sites", "a.com.", 200000},
      {"combining marks", "a\xCC\x81\xCC\xA3", 200000},
      {"lines", "mot\n", 200000},
      {"cues", "Lire aussi\n", 100000},
      {"brackets", ". (", 200000},
      {"dashes", "- ", 200000},
      {"bullets", "• mot\n", 100000},
      {"terminals", "?!", 200000},
  }));
  CAPTURE(row.name);
  const Document document = document_of(repeat(row.piece, row.times));
  CHECK(broken_law(document, segment(document, rules_of("fr"))) == "");
}

TEST_CASE("deeply nested marks are paired", "[segment]") {
  const std::size_t depth = 100000;
  const Document document = document_of(repeat("« ", depth) + "mot" + repeat(" »", depth));
  const Segmentation s = segment(document, rules_of("fr"));
  REQUIRE(s.quotations.size() == depth);
  CHECK(std::all_of(s.quotations.begin(), s.quotations.end(),
                    [](const Quotation& q) { return q.closed; }));
}

TEST_CASE("layers hold together in real articles", "[segment]") {
  namespace fs = std::filesystem;
  const fs::path shared = fs::path{FRISE_SOURCE_DIR} / ".." / "shared";
  if (!fs::is_directory(shared / "seeds")) {
    WARN("skipped: no articles beside the project");
    return;
  }
  for (const char* folder : {"seeds", "articles-fr", "temporal", "timeline-semeval"}) {
    if (!fs::is_directory(shared / folder)) continue;
    for (const auto& entry : fs::directory_iterator(shared / folder)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      Document document = document_of({std::istreambuf_iterator<char>{in}, {}});
      CAPTURE(entry.path().string());
      const std::string before = document.text;
      CHECK(broken_law(document, segment(document, rules_of("fr"))) == "");
      CHECK(broken_law(document, segment(document, rules_of("en"))) == "");
      CHECK(document.text == before);
    }
  }
}
