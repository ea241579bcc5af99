#include "render/palette.hpp"
#include "render/svg_parts.hpp"
#include "text/xml_writer.hpp"
#include "unit/render/fixtures.hpp"
#include "unit/render/svg_reader.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <limits>

namespace frise::render {
TEST_CASE("numbers have two decimals at most and no sign on zero", "[render]") {
  struct Row {
    double in;
    std::string out;
  };
  const Row row = GENERATE(values<Row>({{1, "1"},
                                        {1.5, "1.5"},
                                        {-0.001, "0"},
                                        {2.345678, "2.35"},
                                        {-12.3, "-12.3"},
                                        {100, "100"},
                                        {std::numeric_limits<double>::quiet_NaN(), "0"},
                                        {1e300, "0"}}));
  CHECK(number(row.in) == row.out);
}

TEST_CASE("whatever is written can be read back", "[render]") {
  for (const std::string& text : test::hostile_strings()) {
    XmlWriter xml;
    xml.open("svg").attribute("aria-label", text).leaf("title", text);
    std::string why;
    const auto root = test::read_svg(std::move(xml).finish(), why);
    CAPTURE(text, why);
    REQUIRE(root);
    CHECK(root->get("aria-label") == root->children[0].text);
  }
}

TEST_CASE("text and its spans get no blanks of their own", "[render]") {
  XmlWriter xml;
  xml.open("text").text("a").open("tspan").text("b").close().close();
  CHECK(std::move(xml).finish() == "<text>a<tspan>b</tspan></text>\n");
}

TEST_CASE("text has a contrast of 4.5 and marks of 3 on their grounds", "[render]") {
  for (const Theme theme : {Theme::light, Theme::dark}) {
    const Palette& p = palette(theme);
    for (const std::string_view ground : {p.background, p.band}) {
      CHECK(contrast(p.ink, ground) >= 4.5);
      CHECK(contrast(p.secondary, ground) >= 4.5);
      for (const StanceStyle& style : p.stances) CHECK(contrast(style.colour, ground) >= 3);
    }
    for (const StanceStyle& style : p.stances) {
      if (style.fill != "none") CHECK(contrast(p.ink, style.fill) >= 4.5);
    }
  }
}

TEST_CASE("stances differ in dash or head as well as in colour", "[render]") {
  const Palette& p = palette(Theme::light);
  for (std::size_t i = 0; i < p.stances.size(); ++i) {
    for (std::size_t j = i + 1; j < p.stances.size(); ++j) {
      CHECK((p.stances[i].dash != p.stances[j].dash || p.stances[i].head != p.stances[j].head));
    }
  }
}

TEST_CASE("ids depend on identity alone", "[render]") {
  CHECK(hashed_id("ev-", "a") == "ev-af63dc4c8601ec8c");
  CHECK(hashed_id("ev-", "a") != hashed_id("ev-", "b"));
}

}  // namespace frise::render
