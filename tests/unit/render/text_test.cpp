#include "render/font_metrics.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"
#include "unit/render/fixtures.hpp"

#include <catch2/catch.hpp>

namespace frise::render {

TEST_CASE("text is made drawable", "[render]") {
  struct Row {
    std::string in;
    std::string out;
  };
  const Row row = GENERATE(values<Row>({
      {"plain", "plain"},
      {"  two   spaces \t and\nlines ", "two spaces and lines"},
      {"a\x01\x0B\x7F z", "a z"},
      {"over\u202Eride", "override"},
      {"iso\u2066late\u2069", "isolate"},
      {"bad \xC3\x28 byte", "bad \uFFFD( byte"},
      {"surrogate \xED\xA0\x80", "surrogate \uFFFD\uFFFD\uFFFD"},
      {"overlong \xC0\xAF", "overlong \uFFFD\uFFFD"},
      {"non\uFFFEcharacter", "noncharacter"},
      {"1\u202F000 puces", "1\u202F000 puces"},
  }));
  CHECK(clean(row.in) == row.out);
}

TEST_CASE("what is too long ends in an ellipsis", "[render]") {
  CHECK(clean("abcdef", 6) == "abcdef");
  CHECK(clean("abcdefg", 6) == "abcde…");
  CHECK(clean(std::string(100000, 'x'), 50).size() == 49 + 3);
}

TEST_CASE("right-to-left text cannot reorder what is beside it", "[render]") {
  CHECK(isolate("latin") == "latin");
  CHECK(isolate("עברית") == "\u2068עברית\u2069");
}

TEST_CASE("French spaces are those of a printer", "[render]") {
  struct Row {
    std::string in;
    std::string out;
  };
  const Row row = GENERATE(values<Row>({
      {"« oui »", "«\u202Foui\u202F»"},
      {"«oui»", "«\u202Foui\u202F»"},
      {"quoi ? non ! si ;", "quoi\u202F? non\u202F! si\u202F;"},
      {"ainsi : voilà", "ainsi\u00A0: voilà"},
      {"à 10:30", "à 10:30"},
      {"5 % de 3 €", "5\u00A0% de 3\u00A0€"},
      {"en 2017 Nordpuce", "en 2017 Nordpuce"},
      {"5 122 postes", "5\u202F122 postes"},
      {"en 2018 500 postes", "en 2018 500 postes"},
      {"bride · 2018", "bride ·\u00A02018"},
  }));
  const std::string once = typeset(row.in, "fr");
  CHECK(once == row.out);
  CHECK(typeset(once, "fr-FR") == once);
}

TEST_CASE("other languages keep their spaces", "[render]") {
  CHECK(typeset("why ?", "en") == "why ?");
}

TEST_CASE("widths are those of Noto Sans wherever the test runs", "[render]") {
  CHECK(text_width("Nvidia", 10) == Approx(0.001 * 10 * (760 + 508 + 258 + 615 + 258 + 561)));
  CHECK(text_width("abc", 10, FontStyle::bold) > text_width("abc", 10));
  CHECK(text_width("e\u0301", 10) == text_width("e", 10));
  CHECK(text_width("半", 10) == Approx(10));
}

TEST_CASE("lines keep within their width and hold all the text", "[render]") {
  const Paragraph narrow{.width = 90, .size = 10.5, .max_lines = 99};
  for (const std::string& text : test::hostile_strings()) {
    const std::string line = clean(text, 300);
    for (const std::string& part : wrap(line, narrow)) {
      CHECK(text_width(part, narrow.size) <= narrow.width + 0.01);
    }
  }
}

TEST_CASE("an opening guillemet never ends a line", "[render]") {
  const std::string text =
      typeset("le directeur la juge « inutile et même « nuisible » » dit-il", "fr");
  for (double width = 40; width < 200; width += 7) {
    for (const std::string& line : wrap(text, {.width = width, .max_lines = 99})) {
      CHECK_FALSE(line.ends_with("«"));
      CHECK_FALSE(line.ends_with("«\u202F"));
    }
  }
}

TEST_CASE("the last line that may be used ends in an ellipsis when text is left", "[render]") {
  const auto lines = wrap("one two three four five six seven eight", {.width = 60, .max_lines = 2});
  REQUIRE(lines.size() == 2);
  CHECK(lines.back().ends_with("…"));
}

TEST_CASE("numbers and dates are written in the reader's language", "[render]") {
  CHECK(count(1204, "fr") == "1\u202F204");
  CHECK(count(1234567, "en") == "1,234,567");
  CHECK(count(7, "fr") == "7");
  CHECK(listed({3, 6, 9}, "fr") == "3, 6 et 9");
  CHECK(DateWriter{"fr"}.write(*parse_date("2025-04-25")) == "25 avr. 2025");
  CHECK(DateWriter{"en"}.write(*parse_date("2023-03")) == "Mar 2023");
  CHECK(DateWriter{"../../etc"}.write(*parse_date("2018")) == "2018");
}

TEST_CASE("a quotation within a quotation takes the other marks", "[render]") {
  CHECK(quoted("« non », dit-il", "fr") == "«\u202F“non”, dit-il\u202F»");
  CHECK(quoted("no", "en") == "“no”");
}

}  // namespace frise::render
