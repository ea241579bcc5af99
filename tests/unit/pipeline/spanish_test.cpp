// A third language is files, not code: its article goes through every stage.

#include "frise/pipeline/annotator.hpp"
#include "frise/read/reader.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace frise;

TEST_CASE("a Spanish article is known for one, dated, and its names found", "[pipeline][pack]") {
  const auto annotator = Annotator::load({.data_root = FRISE_TEST_DATA_ROOT});
  REQUIRE(annotator);
  const std::string text =
      "La naviera Altamar anunció ayer que comprará los astilleros Ferrol Norte. El acuerdo se "
      "firmó el pasado 2 de mayo en Madrid y se cerrará a finales de este año, según explicó la "
      "directora general, Carmen Ibarra. Hace dos años Altamar ya lo intentó. Ibarra dirige el "
      "grupo desde 2015. En el primer trimestre de 2018 la empresa perdió 20 millones.\n";
  ReadOptions options;
  options.published = "2019-05-14";
  options.guesser = annotator->guesser();
  read_bytes("es.txt", text, options, [&](const Result<Document>& document) {
    REQUIRE(document);
    CHECK(document->lang == "es");
    CHECK(document->diagnostics.empty());
    const auto record = annotator->annotate(*document);
    REQUIRE(record);
    std::string values;
    for (const auto& time : record->timex) values += time.value + ' ';
    CHECK(values == "2019-05-13 2019-05-02 2019 2017 2015 2018-Q1 ");
    const auto named = [&](std::string_view name) {
      return std::any_of(record->entities.begin(), record->entities.end(),
                         [&](const auto& entity) { return entity.name == name; });
    };
    CHECK(named("Altamar"));
    CHECK(named("Carmen Ibarra"));
    return true;
  });
}
