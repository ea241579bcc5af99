#include "event/clauses.hpp"
#include "event_fixture.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using frise::Chunk;
using frise::Clause;
using frise::SentenceContext;
using frise::SentenceTree;
using frise::testing::Annotated;
using frise::testing::EventFixture;

namespace {

/// "a vendu(Orval; 300 camions; à Brumel)" for every clause, joined by " | ": its subjects, its
/// objects, its complements with those inside them.
std::string clauses_of(const EventFixture& fixture, const std::string& text) {
  const Annotated a = fixture.annotate(text, "2024-03-15");
  frise::Trees trees{fixture.parser(), a.segmentation, a.tags};
  const frise::EventInput input{a.document, a.segmentation, a.tags, a.published,
                                a.times,    a.entities,     trees};
  const auto words = [&](frise::TokenRange tokens) -> std::string {
    const auto& all = a.segmentation.tokens;
    return text.substr(all[tokens.begin].span.begin,
                       all[tokens.end - 1].span.end - all[tokens.begin].span.begin);
  };
  std::string out;
  for (std::size_t i = 0; i < a.segmentation.sentences.size(); ++i) {
    const auto tokens = a.segmentation.sentences[i].tokens;
    const SentenceContext context{input, fixture.rules(), tokens};
    const SentenceTree tree{tokens, trees.of(i), relations_of(fixture.parser())};
    const auto chunks = chunk_sentence(context, tree);
    for (const Clause& clause : find_clauses(context, chunks, tree)) {
      if (!out.empty()) out += " | ";
      out += words(chunks[clause.chunk].tokens) + '(';
      std::string parts[3];
      const auto add = [&](int part, const std::string& what) {
        parts[part] += (parts[part].empty() ? "" : ", ") + what;
      };
      for (const auto c : clause.subjects) add(0, words(chunks[c].tokens));
      for (const auto c : clause.objects) add(1, words(chunks[c].tokens));
      for (const auto* list : {&clause.complements, &clause.inner}) {
        for (const auto& [slot, c] : *list) {
          add(2, std::string{slot} + ' ' + words(chunks[c].tokens));
        }
      }
      out += parts[0] + "; " + parts[1] + "; " + parts[2] + ')';
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a French clause has its subjects, objects and complements", "[event][clauses]") {
  struct Row {
    const char* text;
    const char* clauses;
  };
  const auto row = GENERATE(values<Row>({
      {"Orval a vendu 300 camions à Brumel.", "a vendu(Orval; 300 camions; à Brumel)"},
      {"Brumel a été racheté par Orval.", "a été racheté(Brumel; ; par Orval)"},
      {"Altéa et Orval ont racheté Brumel.", "ont racheté(Altéa, Orval; Brumel; )"},
      {"« Le marché repart », a déclaré Léa Brun.",
       "repart(Le marché; ; ) | a déclaré(Léa Brun; ; )"},
      {"Orval va supprimer pas moins de 300 postes.",
       "va supprimer(Orval; pas moins de 300 postes; )"},
      {"Orval a vendu plus de 300 camions à Brumel.",
       "a vendu(Orval; plus de 300 camions; à Brumel)"},
      {"Orval a supprimé jusqu'à 300 postes.", "a supprimé(Orval; jusqu'à 300 postes; )"},
      {"Altéa a racheté Brumel et poursuit Orval.",
       "a racheté(Altéa; Brumel; ) | poursuit(Altéa; Orval; )"},
  }));
  CAPTURE(row.text);
  CHECK(clauses_of(EventFixture::of("fr"), row.text) == row.clauses);
  CHECK(clauses_of(EventFixture::trained("fr"), row.text) == row.clauses);
}

TEST_CASE("a tree finds what order alone does not", "[event][clauses]") {
  struct Row {
    const char* lang;
    const char* text;
    const char* clauses;
  };
  const auto row = GENERATE(values<Row>({
      // What a preposition governs inside an object is not the verb's own.
      {"fr", "Orval a signé un accord avec Brumel.", "a signé(Orval; un accord; avec Brumel)"},
      {"fr", "Les camions que Brumel a vendus roulent encore.",
       "a vendus(Brumel; Les camions; ) | roulent(Les camions; ; )"},
      {"fr", "Altéa a racheté Brumel et vendu Orval.",
       "a racheté(Altéa; Brumel; ) | vendu(Altéa; Orval; )"},
      // A colon parts a subject from its verb.
      {"fr", "France : Orval va fermer 3 sites.", "va fermer(Orval; 3 sites; )"},
      {"en", "Orval said Brumel had sold its plant.",
       "said(Orval; ; ) | had sold(Brumel; its plant; )"},
      {"en", "Orval cut more than 300 jobs.", "cut(Orval; more than 300 jobs; )"},
      {"en", "Orval sold the carmakers' plant to Brumel.",
       "sold(Orval; the carmakers' plant; to Brumel)"},
      {"en", "Orval got fined by Brussels.", "got fined(Orval; ; by Brussels)"},
      {"en", "Orval gave Brumel two plants.", "gave(Orval; two plants; to Brumel)"},
      {"en", "Orval asked Brumel for time.", "asked(Orval; Brumel; for time)"},
  }));
  CAPTURE(row.text);
  CHECK(clauses_of(EventFixture::trained(row.lang), row.text) == row.clauses);
}
