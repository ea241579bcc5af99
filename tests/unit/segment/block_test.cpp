#include "fixture.hpp"

using namespace frise;
using frise::test::document_of;
using frise::test::rules_of;

namespace {

struct Row {
  std::string lang, text, kinds;
};

/// A letter a block: p paragraph, h heading, i list item, a attribution, d header, f furniture.
std::string kinds_of(const std::string& lang, const std::string& text) {
  const Segmentation s = segment(document_of(text), rules_of(lang));
  std::string out;
  for (const Block& block : s.blocks) out += "phiadf"[static_cast<std::size_t>(block.kind)];
  return out;
}

const std::string prose =
    "Le groupe a vendu son usine du Nord à un rival pour dix millions d'euros.";
const std::string english =
    "The group has sold its northern plant to a rival for ten million euros.";

}  // namespace

TEST_CASE("blocks are told apart", "[segment]") {
  const auto row = GENERATE(values<Row>({
      {"fr", "Le groupe vend\n\n" + prose, "hp"},
      {"fr", "Le groupe vend-il ?\n\n" + prose, "hp"},
      {"fr", prose + "\nUn intertitre\n" + prose, "php"},
      {"fr", "date 2023-03 " + prose, "dp"},
      {"fr", "Date : 25 avril 2025\n" + prose, "dp"},
      {"fr", "Titre long\nPublié le mardi 25 avril 2025 à 14h30\nPar Anne Exemple\n" + prose,
       "hddp"},
      {"fr", "25/04/2025\n" + prose, "dp"},
      {"fr", prose + "\n– Anne Exemple, PDG d'Alpha\n" + prose, "pap"},
      {"fr", prose + "\n- Alpha (@alpha) 25 avril 2025\n" + prose, "pap"},
      {"fr", prose + "\n~ Anne Exemple, CTO à Alpha", "pa"},
      {"fr", "Trois sites ferment dans le pays cette année :\n- Lyon\n- Paris\n- Lille\n" + prose,
       "piiip"},
      {"fr", prose + "\nPartager\nLire aussi : le rival grandit.\nCommentaires (3)", "pfff"},
      {"fr", "Accueil\nBourse\nSport\nLe groupe vend\n" + prose, "fffhp"},
      {"fr", prose + "\nLe plus lu\nUn rival grandit vite\nUn autre tombe de haut", "pfff"},
      {"fr", prose + "\nUn rival grandit vite\nUn rival grandit vite\nVoir", "pfff"},
      {"fr", prose + "\n• English\n• Español\n• Français (Afrique)\n• Tiếng Việt", "pffff"},
      {"fr", prose + "\nCe texte est fourni à titre informatif uniquement.", "pf"},
      {"fr", "Je pars demain matin", "p"},
      {"fr", prose + "\n# Un intertitre\n" + prose, "php"},
      {"fr", prose + "\n***\n" + prose, "pfp"},
      {"en", "By Ann Example\nPublished March 14, 2023\n" + english, "ddp"},
      {"en", "Plant sold\n\n" + english + "\nShare this article\nRelated stories\nA rival grows",
       "hpfff"},
      {"en", "We use cookies to give you the best experience on our site.\n" + english, "fp"},
  }));
  CAPTURE(row.text);
  CHECK(kinds_of(row.lang, row.text) == row.kinds);
}

TEST_CASE("hard-wrapped lines are one paragraph", "[segment]") {
  const std::string text =
      "Le groupe a annoncé lundi la fermeture de son usine du Nord, qui emploie\n"
      "encore deux cents personnes. La production ira à Lyon, où une ligne neuve\n"
      "Alpha sera montée avant la fin de l'année prochaine.\n"
      "\n"
      "Un second paragraphe.\n";
  const Segmentation s = segment(document_of(text), rules_of("fr"));
  REQUIRE(s.blocks.size() == 2);
  CHECK(s.sentences.size() == 3);
}

TEST_CASE("lines of their own stay apart", "[segment]") {
  CHECK(kinds_of("fr", prose + "\n" + prose + "\r\n" + prose) == "ppp");
}
