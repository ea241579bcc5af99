#include "frise/render/render.hpp"
#include "render/palette.hpp"
#include "unit/render/fixtures.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace frise {

TEST_CASE("a style replaces colours and orders lanes", "[render]") {
  const auto style = parse_style(
      "lanes = [\"Béru\", \"company:alta\"]\n[light]\nfavourable = \"#005A32\"\nfavourable-fill = "
      "\"#E5F5E0\"\n",
      "style.toml");
  REQUIRE(style);
  CHECK(style->lanes == std::vector<std::string>{"Béru", "company:alta"});
  const render::Palette colours = render::palette(Theme::light, *style);
  CHECK(colours.stance(MarkStance::favourable).colour == "#005A32");
  CHECK(colours.stance(MarkStance::favourable).fill == "#E5F5E0");
  CHECK(colours.ink == render::palette(Theme::light).ink);

  const auto drawn = timeline_svg(test::many_events(8, 2), {.style = *style});
  REQUIRE(drawn);
  CHECK(drawn->bytes.find("#005A32") != std::string::npos);
  CHECK(drawn->bytes.find("#0A69CC") == std::string::npos);
}

TEST_CASE("a style that cannot be read or meant is refused with its place", "[render]") {
  struct Row {
    std::string toml;
    std::size_t line;
    std::string why;
  };
  const Row row = GENERATE(values<Row>({
      {"[light\n", 1, ""},
      {"colour = 1\n", 1, "unknown key \"colour\""},
      {"lanes = \"Alta\"\n", 1, "lanes wants an array of names"},
      {"[light]\nfavorable = \"#0A69CC\"\n", 2, "unknown colour \"favorable\""},
      {"[light]\nfavourable = \"blue\"\n", 2, "favourable wants a colour such as"},
      {"[light]\nink = \"#BBBBBB\"\n", 1, "contrast of ink with #FFFFFF is 1.9; 4.5 is the least"},
      {"[dark]\nneutral = \"#202020\"\n", 1, "contrast of neutral"},
      {"[light]\nneutral = \"#0A69CC\"\n", 1, "favourable and neutral have one colour"},
  }));
  CAPTURE(row.toml);
  const auto style = parse_style(row.toml, "style.toml");
  REQUIRE_FALSE(style);
  CHECK_THAT(style.error().message, Catch::Contains(row.why));
  CHECK(style.error().line == row.line);
  CHECK(style.error().path == "style.toml");
}

TEST_CASE("contrast is that of WCAG", "[render]") {
  CHECK(render::contrast("#000000", "#FFFFFF") == Approx(21));
  CHECK(render::contrast("#FFFFFF", "#FFFFFF") == Approx(1));
  CHECK(render::contrast("#0A69CC", "#FFFFFF") == Approx(5.38).margin(0.01));
}

}  // namespace frise
