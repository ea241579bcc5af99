#include "fixture.hpp"

using frise::test::sentences_of;

namespace {
struct Row {
  std::string lang, text, sentences;
};
}  // namespace

TEST_CASE("a sentence ends where the next one opens, space or no space", "[segment]") {
  const auto row = GENERATE(values<Row>({
      {"fr", "Rien n'y fait.En 2017, la firme recule.",
       "Rien n'y fait. / En 2017, la firme recule."},
      {"fr", "C'est sans valeur.« Je doute », dit-il.",
       "C'est sans valeur. / « Je doute », dit-il."},
      {"fr", "Quel avis ?Que dire ?", "Quel avis ? / Que dire ?"},
      {"fr", "« Nous irons. » Le groupe hésite.", "« Nous irons. » / Le groupe hésite."},
      {"fr", "« Vraiment ? » a-t-il demandé. Oui.", "« Vraiment ? » a-t-il demandé. / Oui."},
      {"fr", "Selon M. Durand, Mme. Petit et J. P. Roux partent. Elle reste.",
       "Selon M. Durand, Mme. Petit et J. P. Roux partent. / Elle reste."},
      {"fr", "Il vend Alpha Inc. et Beta Corp. Le reste suit.",
       "Il vend Alpha Inc. et Beta Corp. / Le reste suit."},
      {"fr", "Il passe au plan B. Le groupe suit.", "Il passe au plan B. / Le groupe suit."},
      {"fr", "Une course de 300 m. Le départ est donné.",
       "Une course de 300 m. / Le départ est donné."},
      {"fr", "27 août 2012. - L'usine ferme.", "27 août 2012. - / L'usine ferme."},
      {"fr", "27 août 2012. – « Nous fermons », dit-il.",
       "27 août 2012. – / « Nous fermons », dit-il."},
      {"fr", "L'action perd 2,89 %. Elle vaut 185.61 dollars.",
       "L'action perd 2,89 %. / Elle vaut 185.61 dollars."},
      {"fr", "Le site exemple.com ferme. Fin.", "Le site exemple.com ferme. / Fin."},
      {"fr", "Il cite Alpha… Enfin, il part.", "Il cite Alpha… / Enfin, il part."},
      {"fr", "Il hésite… puis il part.", "Il hésite… puis il part."},
      {"fr", "1. Le groupe vend. Il achète.", "1. Le groupe vend. / Il achète."},
      {"fr", "Il écrit : \"Je pars.\" Puis il part.", "Il écrit : \"Je pars.\" / Puis il part."},
      {"en", "The U.S. Treasury paid. The U.S. The firm lost.",
       "The U.S. Treasury paid. / The U.S. / The firm lost."},
      {"en", "Mr. Smith met Dr. J. Jones at 5 p.m. He left.",
       "Mr. Smith met Dr. J. Jones at 5 p.m. / He left."},
      {"en", "It sold 100,000 cars for $2.5 billion. \"Good,\" he said.",
       "It sold 100,000 cars for $2.5 billion. / \"Good,\" he said."},
      {"en", "On Sept. 4, 2012 it closed. iPhone sales fell.",
       "On Sept. 4, 2012 it closed. / iPhone sales fell."},
  }));
  CHECK(sentences_of(row.lang, row.text) == row.sentences);
}
