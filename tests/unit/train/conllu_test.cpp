#include "train/conllu.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using namespace frise::train;

namespace {

/// Rows are written with spaces for tabs.
std::string rows(std::string text) {
  for (char& c : text) {
    if (c == ' ') c = '\t';
  }
  return text;
}

std::string error_of(const std::string& bytes) {
  const auto read = parse_conllu("t.conllu", bytes);
  REQUIRE_FALSE(read.has_value());
  return to_string(read.error());
}

}  // namespace

TEST_CASE("words come with their place in the text, contractions as one place", "[train]") {
  const auto read = parse_conllu(
      "t.conllu",
      "# sent_id = 1\n# text = Le prix du gaz, dit-on.\n" +
          rows("1 Le le DET _ Gender=Masc|Number=Sing 2 det _ _\n"
               "2 prix prix NOUN _ Gender=Masc 7 obj _ _\n"
               "3-4 du _ _ _ _ _ _ _ _\n"
               "3 de de ADP _ _ 5 case _ _\n"
               "4 le le DET _ _ 5 det _ _\n"
               "5 gaz gaz NOUN _ _ 2 nmod _ SpaceAfter=No\n"
               "6 , , PUNCT _ _ 2 punct _ _\n"
               "7 dit dire VERB _ Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin 0 root _ _\n"
               "7.1 x x X _ _ _ _ _ _\n"
               "8 -on il PRON _ _ 7 nsubj _ SpaceAfter=No\n"
               "9 . . PUNCT _ _ 7 punct _ _\n"));
  REQUIRE(read.has_value());
  REQUIRE(read->size() == 1);
  const ConlluSentence& s = read->front();
  REQUIRE(s.words.size() == 9);
  const auto text = [&](std::size_t w) {
    return s.text.substr(s.words[w].span.begin, s.words[w].span.length());
  };
  CHECK(text(1) == "prix");
  CHECK(text(2) == "du");
  CHECK(text(3) == "du");
  CHECK(text(7) == "-on");
  CHECK(s.words[0].morphology.gender == Gender::masculine);
  CHECK(s.words[6].morphology.tense == Tense::present);
  CHECK(s.words[6].head == 0);
  CHECK(s.words[7].relation == "nsubj");
}

TEST_CASE("a contraction that is its words side by side is cut", "[train]") {
  const auto read =
      parse_conllu("t.conllu", "# text = can't\n" + rows("1-2 can't _ _ _ _ _ _ _ _\n"
                                                         "1 ca can AUX _ _ 0 root _ _\n"
                                                         "2 n't not PART _ _ 1 advmod _ _\n"));
  REQUIRE(read.has_value());
  CHECK(read->front().words[0].span == Span{0, 2});
  CHECK(read->front().words[1].span == Span{2, 5});
}

TEST_CASE("what is wrong in a treebank is told with its line", "[train]") {
  const std::string text = "# text = Il dort\n";
  const std::string il = rows("1 Il il PRON _ _ 2 nsubj _ _\n");
  const std::string dort = rows("2 dort dormir VERB _ _ 0 root _ _\n");
  REQUIRE(parse_conllu("t.conllu", text + il + dort).has_value());
  CHECK(error_of(text + "1\tIl\til\n") ==
        "t.conllu:2: error: a row has ten cells with tabs between them");
  CHECK(error_of(text + il + rows("3 dort dormir VERB _ _ 0 root _ _\n")) ==
        "t.conllu:3: error: words are numbered 1, 2, 3 in each sentence");
  CHECK(error_of(text + il + rows("2 dort dormir VRB _ _ 0 root _ _\n")) ==
        "t.conllu:3: error: the fourth cell is a universal part of speech (NOUN, VERB)");
  CHECK(error_of(text + il + rows("2 dort dormir VERB _ _ x root _ _\n")) ==
        "t.conllu:3: error: the seventh cell is the number of the head");
  CHECK(error_of(text + il + rows("2 dort dormir VERB _ _ 7 root _ _\n")) ==
        "t.conllu:4: error: a head of the sentence above is not in it");
  CHECK(error_of(text + rows("1-3 Il _ _ _ _ _ _ _ _\n") + il + dort) ==
        "t.conllu:5: error: a contraction of the sentence above has words that are not in it");
  CHECK(error_of(text + rows("2-3 Il _ _ _ _ _ _ _ _\n")) ==
        "t.conllu:2: error: the numbers of a contraction are those of the words that follow it");
  CHECK(error_of(il + dort) ==
        "t.conllu:3: error: the sentence above has no line \"# text = ...\"");
  CHECK(error_of("# text = Elle dort\n" + il + dort + "\n") ==
        "t.conllu:4: error: the forms of the sentence above are not its text");
}

TEST_CASE("a treebank that is not there cannot be read", "[train]") {
  const auto read = read_conllu("/nowhere/x.conllu");
  REQUIRE_FALSE(read.has_value());
  CHECK(to_string(read.error()) == "/nowhere/x.conllu: error: cannot be read");
}
