// The subject packs side by side: the one on cars knows its marques and leaves other texts alone.

#include "frise/pipeline/annotator.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace frise;

namespace {

const Annotator& with(bool cars) {
  const auto load = [](std::vector<std::string> subjects) {
    AnnotatorOptions options;
    options.data_root = FRISE_TEST_DATA_ROOT;
    options.subjects = std::move(subjects);
    auto annotator = Annotator::load(options);
    REQUIRE(annotator);
    return std::move(*annotator);
  };
  static const Annotator both = load({"cars", "tech-crypto"});
  static const Annotator one = load({"tech-crypto"});
  return cars ? both : one;
}

Record read(const Annotator& annotator, const std::string& lang, const std::string& text) {
  Document document;
  document.id = "d";
  document.lang = lang;
  document.text = text;
  const auto record = annotator.annotate(document);
  REQUIRE(record);
  return *record;
}

struct Row {
  std::string lang, text;
};

struct Named {
  std::string lang, text, entity;
};

}  // namespace

TEST_CASE("a text that does not talk of cars reads the same with the cars pack", "[pipeline]") {
  const auto row = GENERATE(values<Row>({
      {"fr",
       "Le conseil municipal tient son siège au golf. Une alliance se noue entre les partis."},
      {"fr", "Le mini-budget est voté. Une monnaie fiat ne vaut que la confiance."},
      {"fr", "Le jaguar recule en Amazonie, les lotus fleurissent, la Genèse ouvre la Bible."},
      {"fr", "La marque ouvre une boutique. Le modèle se vend bien. Le plan est voté."},
      {"fr", "Le ski alpin attire moins. Lincoln fut président. Horizon se retire du marché."},
      {"fr", "Harrison Ford joue encore. Gérard Renault, boulanger, ferme boutique."},
      {"en", "Fiat currencies are losing ground to bitcoin, said the central bank."},
      {"en", "Mini skirts and smart phones sell. Smart investors take a seat at the table."},
      {"en", "Seat belts saved them. A leaf fell on the golf course. Polo players met."},
      {"en", "Alpine skiing is back. Genesis is the first book. Rover, the dog, is well."},
      {"en", "Jaguar numbers shrink. Lincoln was a president. The Alliance won the vote."},
      {"en", "They dodge the question. Cruise ships are full. Lotus flowers bloom."},
      {"en", "The brand opened a shop. The model sells well. The plan was approved."},
  }));
  CAPTURE(row.text);
  CHECK(to_json(read(with(true), row.lang, row.text)) ==
        to_json(read(with(false), row.lang, row.text)));
}

TEST_CASE("marques are found by the words that say what they are", "[pipeline]") {
  const auto row = GENERATE(values<Named>({
      {"fr", "La marque Seat présente une citadine.", "company:seat"},
      {"fr", "La marque Mini présente une citadine.", "company:mini"},
      {"fr", "La marque Smart présente une citadine.", "company:smart"},
      {"fr", "Le constructeur Rover a fermé son usine.", "company:rover"},
      {"fr", "Le groupe Fiat a fermé son usine.", "company:fiat"},
      {"fr", "La Nissan Leaf se vend moins.", "product:nissan-leaf"},
      {"fr", "La Volkswagen Golf se vend moins.", "product:vw-golf"},
      {"fr", "L'alliance Renault-Nissan-Mitsubishi partage ses usines.",
       "organization:renault-nissan-mitsubishi"},
      {"en", "The Italian carmaker Fiat closed its plant.", "company:fiat"},
      {"en", "Renault-Nissan-Mitsubishi shares its plants.",
       "organization:renault-nissan-mitsubishi"},
      {"en", "CATL will supply batteries to Stellantis.", "company:catl"},
  }));
  const Record record = read(with(true), row.lang, row.text);
  CAPTURE(row.text);
  CHECK(std::any_of(record.mentions.begin(), record.mentions.end(),
                    [&](const RecordMention& mention) { return mention.entity == row.entity; }));
}

TEST_CASE("an entity of both packs is one, whichever comes first", "[pipeline]") {
  const std::string text =
      "Tesla a nommé Elon Musk. Le constructeur a livré 100 voitures à Nvidia.";
  AnnotatorOptions turned;
  turned.data_root = FRISE_TEST_DATA_ROOT;
  turned.subjects = {"tech-crypto", "cars"};
  const auto other = Annotator::load(turned);
  REQUIRE(other);
  CHECK(to_json(read(with(true), "fr", text)) == to_json(read(*other, "fr", text)));
}
