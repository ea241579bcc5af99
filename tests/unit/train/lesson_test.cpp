#include "train/lesson.hpp"
#include "unit/tag/language.hpp"

using namespace frise;
using namespace frise::train;

namespace {

/// "form:head form/relation" of every token; = marks tokens that both sides cut alike.
std::string lesson_of(const ConlluSentence& sentence, const test::Language& language) {
  const Lesson lesson = make_lesson(sentence, language.rules, language.pack.lang());
  std::string out;
  for (std::size_t t = 0; t < lesson.gold.size(); ++t) {
    const GoldToken& gold = lesson.gold[t];
    if (!out.empty()) out += ' ';
    out += std::string{lesson.segmentation.key(t)} + (gold.same_cut ? "=" : "") + "<" +
           (gold.head == no_token
                ? "root"
                : std::string{lesson.segmentation.key(static_cast<std::size_t>(gold.head))}) +
           "/" + std::string{gold.relation};
  }
  return out;
}

ConlluWord word(const std::string& form, std::uint32_t head, const std::string& relation,
                Span span) {
  return {form, Pos::noun, {}, head, relation, span};
}

}  // namespace

TEST_CASE("a contraction hangs where its words do", "[train]") {
  const ConlluSentence sentence{"prix du gaz",
                                {word("prix", 0, "root", {0, 4}), word("de", 4, "case", {5, 7}),
                                 word("le", 4, "det", {5, 7}), word("gaz", 1, "nmod", {8, 11})},
                                1};
  CHECK(lesson_of(sentence, test::french()) == "prix=<root/root du=<gaz/case gaz=<prix/nmod");
}

TEST_CASE("of a contraction with its own head, that word counts", "[train]") {
  const ConlluSentence sentence{"auquel croire",
                                {word("à", 2, "case", {0, 6}), word("lequel", 3, "obl", {0, 6}),
                                 word("croire", 0, "root", {7, 13})},
                                1};
  CHECK(lesson_of(sentence, test::french()) == "auquel=<croire/obl croire=<root/root");
}

TEST_CASE("tokens of one word hang on the first of them", "[train]") {
  const ConlluSentence sentence{"a 12-month plan",
                                {word("a", 3, "det", {0, 1}), word("12-month", 3, "amod", {2, 10}),
                                 word("plan", 0, "root", {11, 15})},
                                1};
  CHECK(lesson_of(sentence, test::english()) ==
        "a=<plan/det 12<plan/amod -<12/goeswith month<12/goeswith plan=<root/root");
}
