#include "fixture.hpp"

using namespace frise;
using frise::test::document_of;
using frise::test::rules_of;

namespace {

struct Row {
  std::string text, quotations;
};

/// Contents parted by '|'; '~' marks one that was not closed.
std::string quotations_of(const std::string& text) {
  const Document document = document_of(text);
  const Segmentation s = segment(document, rules_of("fr"));
  std::string out;
  for (const Quotation& quotation : s.quotations) {
    if (!out.empty()) out += '|';
    out += slice(document.text, quotation.content);
    if (!quotation.closed) out += '~';
  }
  return out;
}

}  // namespace

TEST_CASE("quotation marks are paired within their block", "[segment]") {
  const auto row = GENERATE(values<Row>({
      {"« Oui », dit-il.", "Oui"},
      {"«Oui», dit-il. « Non. Jamais. »", "Oui|Non. Jamais."},
      {"Le \"moment\" de l'\"IA forte\".", "moment|IA forte"},
      {"Il dit : \" Oui \" puis \"Non\".", "Oui|Non"},
      {"« Il crie : \"Feu !\" », dit-elle.", "Il crie : \"Feu !\"|Feu !"},
      {"« Une ‘grande’ chose » et “deux”.", "Une ‘grande’ chose|grande|deux"},
      {"« Je pars.\n\nLe lendemain, rien.", "Je pars.~"},
      {"« Un “deux » trois.", "Un “deux|deux~"},
      {"Un écran de 15\" et rien d'autre.", ""},
      {"C'est fini ». Bon.", ""},
      {"„Ja“, sagt er.", "Ja"},
      {"« »", ""},
  }));
  CHECK(quotations_of(row.text) == row.quotations);
}

TEST_CASE("a quotation left open is remarked upon", "[segment]") {
  const Segmentation s = segment(document_of("Il dit : « Je pars."), rules_of("fr"));
  REQUIRE(s.diagnostics.size() == 1);
  CHECK(s.diagnostics[0].code == "unclosed-quotation");
}
