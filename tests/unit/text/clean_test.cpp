#include "text/clean.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace frise;

TEST_CASE("foreign text is made fit for a figure", "[view]") {
  struct Row {
    std::string given;
    std::string clean;
  };
  const auto row = GENERATE(values<Row>({
      {"  Alta \n\t rachète  Béru ", "Alta rachète Béru"},
      {"a\x01\x0B"
       "b\x7F",
       "a b"},
      {"x\xEF\xBF\xBFy\xC2\x85z", "xy z"},
      {"\u202Eadmin\u202C \u2066x\u2069", "admin x"},
      {"<script> & \"é\" \\N", "<script> & \"é\" \\N"},
      {"caf\xE9!", "caf!"},
      {"« oui\u00A0! »", "« oui\u00A0! »"},
      {"👩‍🚀", "👩‍🚀"},
      {"", ""},
  }));
  CHECK(clean_text(row.given) == row.clean);
}

TEST_CASE("a long text is cut after a word", "[view]") {
  struct Row {
    std::string given;
    std::size_t most;
    std::string cut;
  };
  const auto row = GENERATE(values<Row>({
      {"Alta rachète Béru", 17, "Alta rachète Béru"},
      {"Alta rachète Béru", 16, "Alta rachète…"},
      {"Alta rachète, Béru", 15, "Alta rachète…"},
      {"Alta rachète « Béru »", 16, "Alta rachète…"},
      {"Donaudampfschifffahrt", 10, "Donaudamp…"},
      {"ééééé", 3, "éé…"},
      {"abc", 0, ""},
  }));
  CHECK(cut_text(row.given, row.most) == row.cut);
  CHECK(count_characters(cut_text(row.given, row.most)) <= row.most);
}

TEST_CASE("a long text is cut around what matters in it", "[view]") {
  struct Row {
    std::string given;
    std::string focus;  ///< word in it
    std::size_t most;
    std::string cut;
  };
  const auto row = GENERATE(values<Row>({
      {"Alta rachète Béru", "Béru", 17, "Alta rachète Béru"},
      {"Alta rachète Béru en mai", "rachète", 18, "Alta rachète Béru…"},
      {"Hier soir, à Paris, la presse disait que Béru a refusé l'offre d'Alta", "refusé", 30,
       "…Béru a refusé l'offre d'Alta"},
      {"Hier soir, à Paris, la presse disait que Béru a refusé l'offre d'Alta au nom de tous",
       "refusé", 30, "…a refusé l'offre d'Alta au…"},
  }));
  CAPTURE(row.given, row.most);
  const std::string cut = cut_around(row.given, row.given.find(row.focus), row.most);
  CHECK(cut == row.cut);
  CHECK(count_characters(cut) <= row.most);
  CHECK(cut.find(row.focus) != std::string::npos);
}
