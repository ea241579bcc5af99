#include "frise/render/render.hpp"
#include "unit/render/fixtures.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

namespace frise {
namespace {

Rendering svg_of(const TimelineView& view) {
  const auto svg = timeline_svg(view, {});
  REQUIRE(svg);
  return *svg;
}

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a PDF embeds its fonts, has a page a sheet, and is the same bytes twice", "[render]") {
  const Rendering svg = svg_of(test::many_events(120, 6));
  REQUIRE(svg.sheets > 1);
  const auto pdf = as_pdf(svg, "Cent vingt événements");
  REQUIRE(pdf);
  CHECK(pdf->bytes.starts_with("%PDF-"));
  CHECK(occurrences(pdf->bytes, "/FontFile") >= 2);
  CHECK(pdf->bytes.find("/Count " + std::to_string(svg.sheets)) != std::string::npos);
  CHECK(as_pdf(svg, "Cent vingt événements")->bytes == pdf->bytes);
}

TEST_CASE("a PDF takes its date from SOURCE_DATE_EPOCH only", "[render]") {
  const Rendering svg = svg_of(test::chips_timeline());
  setenv("SOURCE_DATE_EPOCH", "1000000000", 1);
  const auto dated = as_pdf(svg, "x");
  unsetenv("SOURCE_DATE_EPOCH");
  REQUIRE(dated);
  CHECK(dated->bytes.find("20010909014640") != std::string::npos);
  CHECK(as_pdf(svg, "x")->bytes.find("19700101000000") != std::string::npos);
}

TEST_CASE("a PNG has the size that its resolution says and is the same bytes twice", "[render]") {
  const Rendering svg = svg_of(test::chips_timeline());
  const auto width_of = [](const std::string& png) {
    return static_cast<unsigned char>(png[18]) * 256 + static_cast<unsigned char>(png[19]);
  };
  const auto png = as_png(svg, 192);
  REQUIRE(png);
  CHECK(png->bytes.starts_with("\x89PNG"));
  CHECK(width_of(png->bytes) == 2246);
  CHECK(width_of(as_png(svg, 96)->bytes) == 1123);
  CHECK(as_png(svg, 192)->bytes == png->bytes);
}

TEST_CASE("what is no figure gives an error, not a picture", "[render]") {
  CHECK_FALSE(as_pdf({.bytes = "no svg"}, ""));
  CHECK_FALSE(as_png({.bytes = ""}, 96));
}

}  // namespace frise
