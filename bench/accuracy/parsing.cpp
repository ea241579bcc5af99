// frise_bench_parsing [--tagger FILE] [--parser FILE] LANG FILE.conllu...: how often the parser
// gives the head of a word (UAS), head and relation without what stands behind its colon (LAS), and
// all of it, on our own tokens and tags; and at what speed.
//
// A token is right when its head is the token that the treebank's head lies in. Tokens that the
// treebank cuts otherwise count too, by the rule of train/lesson.hpp. Trees are made of whole
// sentences of the treebank, punctuation counts.

#include "treebank.hpp"

#include "frise/syntax/parsing.hpp"

#include <chrono>

namespace {
using namespace frise;

struct Score {
  std::size_t tokens = 0, heads = 0, right = 0, whole = 0, aligned = 0, aligned_right = 0,
              bytes = 0;
  std::chrono::nanoseconds time{0};
  bench::Counts misses;
};

std::string_view stem(std::string_view relation) { return relation.substr(0, relation.find(':')); }

void score_lesson(const train::Lesson& lesson, const Lexicon& lexicon, const TagModel& tagger,
                  const ParseModel& model, Parser& parser, Score& score) {
  const std::vector<WordTag> tags = tag_words(lesson.segmentation, lexicon, tagger);
  const auto size = static_cast<std::uint32_t>(tags.size());
  std::vector<Arc> arcs;
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  parser.parse(lesson.segmentation, tags, {0, size}, arcs);
  score.time += Clock::now() - begin;
  score.bytes += lesson.document.text.size();
  for (std::size_t i = 0; i < size; ++i) {
    const train::GoldToken& gold = lesson.gold[i];
    const std::uint32_t head =
        gold.head == train::no_token ? Arc::root : static_cast<std::uint32_t>(gold.head);
    const std::string_view relation = model.relation(arcs[i].relation);
    ++score.tokens;
    const bool same_head = arcs[i].head == head;
    const bool same_stem = stem(relation) == stem(gold.relation);
    score.heads += same_head ? 1U : 0U;
    score.right += same_head && same_stem ? 1U : 0U;
    score.aligned += gold.same_cut ? 1U : 0U;
    score.aligned_right += gold.same_cut && same_head && same_stem ? 1U : 0U;
    score.whole += same_head && relation == gold.relation ? 1U : 0U;
    if (!same_head || !same_stem) {
      ++score.misses[std::string{gold.relation} + (same_head ? " as " : " elsewhere, as ") +
                     std::string{relation}];
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  using bench::percent;
  return bench::for_each_treebank(
      argc, argv,
      [](const bench::TreebankOptions& options, const Language& language, const std::string& path,
         const std::vector<train::ConlluSentence>& sentences) {
        if (!language.parser.present()) {
          std::printf("skipped: no parser of %s\n", options.lang.c_str());
          return;
        }
        Parser parser{language.parser};
        Score score;
        for (const train::ConlluSentence& sentence : sentences) {
          score_lesson(train::make_lesson(sentence, language.segment, options.lang),
                       language.lexicon, language.tagger, language.parser, parser, score);
        }
        std::printf(
            "%s: %zu tokens, UAS %.2f, LAS %.2f, with subtypes %.2f, LAS of tokens cut alike %.2f, "
            "%.2f MB/s\n",
            path.c_str(), score.tokens, percent(score.heads, score.tokens),
            percent(score.right, score.tokens), percent(score.whole, score.tokens),
            percent(score.aligned_right, score.aligned),
            1e3 * static_cast<double>(score.bytes) / static_cast<double>(score.time.count()));
        if (options.verbose) bench::print_most("misses", score.misses, 40);
      });
}
