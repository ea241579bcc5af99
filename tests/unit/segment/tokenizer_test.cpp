#include "fixture.hpp"

using frise::fold_key;
using frise::phrase_keys;
using frise::test::rules_of;
using frise::test::tokens_of;

namespace {
struct Row {
  std::string lang, text, tokens;
};
}  // namespace

TEST_CASE("words are cut as the language cuts them", "[segment]") {
  const auto row = GENERATE(values<Row>({
      {"fr", "l'usine d’Alpha", "l'|usine|d’|Alpha"},
      {"fr", "jusqu'à aujourd'hui, qu’il", "jusqu'|à|aujourd'hui|,|qu’|il"},
      {"fr", "l'\"IA\" et jusqu'« ici »", "l'|\"|IA|\"|et|jusqu'|«|ici|»"},
      {"fr", "a-t-il dit, pense-t-elle", "a|-t-il|dit|,|pense|-t-elle"},
      {"fr", "ce jour-là, celui-ci", "ce|jour|-là|,|celui|-ci"},
      {"fr", "donne-le-moi peut-être", "donne|-le|-moi|peut-être"},
      {"fr", "les États-Unis à Bourg-la-Reine", "les|États-Unis|à|Bourg-la-Reine"},
      {"fr", "un rendez-vous de l'ex-patron mi-juin", "un|rendez-vous|de|l'|ex-|patron|mi-|juin"},
      {"fr", "Côte-d'Or prud'hommes O'Neil", "Côte-d'Or|prud'hommes|O'Neil"},
      {"fr", "GPT-3.5, A100, 1er, 20k et 16K", "GPT-3.5|,|A100|,|1er|,|20k|et|16K"},
      {"fr", "S&P, R&D, C++ et Télé+", "S&P|,|R&D|,|C++|et|Télé+"},
      {"fr", "voir exemple.com et Node.js.", "voir|exemple.com|et|Node.js|."},
      {"fr", "http://a.fr/b?c=1, pic.exemple.com/x1", "http://a.fr/b?c=1|,|pic.exemple.com/x1"},
      {"fr", "(@compte) #mot # mot a@b.fr", "(|@compte|)|#mot|#|mot|a@b.fr"},
      {"fr", "20 000 unités, 2\u202F100\u00A0000 aussi",
       "20 000|unités|,|2\u202F100\u00A0000|aussi"},
      {"fr", "en 2017 200 postes, 12 34", "en|2017|200|postes|,|12|34"},
      {"fr", "2,89 % de 1.500.000 à 10,000", "2,89|%|de|1.500.000|à|10,000"},
      {"fr", "date 2023-03, le 25/04/2025 et 25.04.2025",
       "date|2023|-|03|,|le|25|/|04|/|2025|et|25|.|04|.|2025"},
      {"fr", "à 14h30, 14:30, 1990-là", "à|14h30|,|14|:|30|,|1990|-là"},
      {"fr", "en 2017Alpha vend 5G", "en|2017|Alpha|vend|5G"},
      {"fr", "« ‘un’ »", "«|‘|un|’|»"},
      {"fr", "J.-P. Roux et la S.A. Le reste", "J.-P.|Roux|et|la|S.A.||Le|reste"},
      {"en", "Alpha's plan isn't theirs", "Alpha|'s|plan|is|n't|theirs"},
      {"en", "We’ve seen the investors’ money", "We|’ve|seen|the|investors|’|money"},
      {"en", "the U.S.'s 100,000 jobs, $2.5bn", "the|U.S.|'s|100,000|jobs|,|$|2.5bn"},
      {"en", "a 12-month, mid-June deal", "a|12|-|month|,|mid-|June|deal"},
      {"en", "14 August-24, Spring-Summer, April-born",
       "14|August|-|24|,|Spring|-|Summer|,|April-born"},
      {"en", "wait... no?!", "wait|...|no|?|!"},
  }));
  CHECK(tokens_of(row.lang, row.text) == row.tokens);
}

TEST_CASE("keys are folded and numbers normalised", "[segment]") {
  struct Key {
    std::string lang, phrase, keys;
  };
  const auto row = GENERATE(values<Key>({
      {"fr", "Semaine DERNIÈRE", "semaine|dernière"},
      {"fr", "L’Oréal", "l'|oréal"},
      {"fr", "E\u0301tat", "état"},
      {"fr", "20\u00A0000 et 2,89", "20000|et|2.89"},
      {"fr", "1.500.000", "1500000"},
      {"fr", "10,000", "10000"},
      {"fr", "mi\u2011juin", "mi-|juin"},
      {"fr", "so\u00ADleil", "soleil"},
      {"en", "100,000.50", "100000.50"},
  }));
  std::string joined;
  for (const std::string& key : phrase_keys(row.phrase, rules_of(row.lang))) {
    joined += (joined.empty() ? "" : "|") + key;
  }
  CHECK(joined == row.keys);
}

TEST_CASE("a string folds on its own", "[segment]") {
  CHECK(fold_key("L’ÉTAT") == "l'état");
  CHECK(fold_key("") == "");
  CHECK(fold_key("SA\u0300\xFF") == "sà\xEF\xBF\xBD");
}

TEST_CASE("shapes say what the letters look like", "[segment]") {
  using namespace frise;
  const Document document = test::document_of("L'IA d'OpenAI, Alpha A100 iPhone 5");
  const Segmentation s = segment(document, rules_of("fr"));
  const auto shape = [&](std::size_t i) { return s.tokens[i].shape & ~shape_space_before; };
  CHECK(shape(0) == (shape_capitalised | shape_elided));
  CHECK(shape(1) == (shape_capitalised | shape_all_caps));
  CHECK(shape(2) == shape_elided);
  CHECK(shape(3) == (shape_capitalised | shape_mixed_case));
  CHECK(shape(5) == shape_capitalised);
  CHECK(shape(6) == (shape_capitalised | shape_has_digit));
  CHECK(shape(7) == shape_mixed_case);
  CHECK(shape(8) == shape_has_digit);
  CHECK(s.tokens[0].is(shape_space_before));
  CHECK_FALSE(s.tokens[1].is(shape_space_before));
  CHECK(s.tokens[2].is(shape_space_before));
}
