// frise_bench_tagging [-v] [--rules | --tagger FILE] LANG FILE.conllu...: how often tag_words gives
// the part of speech of a treebank, and at what speed.
//
// Each sentence is cut and tagged as a document of its own. A token counts where our cut agrees
// with the treebank's; a contraction ("du") counts by its first word. frise calls auxiliary only
// what a participle follows and marks the other verbs that Universal Dependencies calls so: they
// count as AUX. With -v, the commonest confusions and words are listed after.

#include "treebank.hpp"

#include "tag/features.hpp"

#include <chrono>

namespace {
using namespace frise;

struct Score {
  std::size_t tokens = 0, aligned = 0, right = 0, verbs = 0, bytes = 0;
  std::chrono::nanoseconds time{0};
  bench::Counts confusions;
  bench::Counts words;
};

void score_lesson(const train::Lesson& lesson, const Lexicon& lexicon, const TagModel& model,
                  Score& score) {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  const std::vector<WordTag> tags = tag_words(lesson.segmentation, lexicon, model);
  score.time += Clock::now() - begin;
  score.bytes += lesson.document.text.size();
  std::string before;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const train::GoldToken& gold = lesson.gold[i];
    const std::string key{lesson.segmentation.key(i)};
    ++score.tokens;
    if (!gold.same_cut) {
      ++score.words["(cut) " + before + " [" + key + "]"];
    } else {
      ++score.aligned;
      const auto verb = [](Pos p) { return p == Pos::auxiliary ? Pos::verb : p; };
      const Pos pos = tags[i].light_verb ? Pos::auxiliary : tags[i].pos;
      score.right += pos == gold.pos ? 1U : 0U;
      score.verbs += verb(pos) == verb(gold.pos) ? 1U : 0U;
      if (pos != gold.pos) {
        const std::string pair =
            std::string{tag::to_string(gold.pos)} + " as " + std::string{tag::to_string(pos)};
        ++score.confusions[pair];
        ++score.words[pair + ": " + before + " [" + key + "]"];
      }
    }
    before = key;
  }
}

}  // namespace

int main(int argc, char** argv) {
  using bench::percent;
  return bench::for_each_treebank(
      argc, argv,
      [](const bench::TreebankOptions& options, const Language& language, const std::string& path,
         const std::vector<train::ConlluSentence>& sentences) {
        Score score;
        for (const train::ConlluSentence& sentence : sentences) {
          score_lesson(train::make_lesson(sentence, language.segment, options.lang),
                       language.lexicon, language.tagger, score);
        }
        std::printf(
            "%s: %zu tokens, %.2f %% cut alike; of these %.2f %% right (%.2f %% with auxiliary = "
            "verb), %.1f MB/s\n",
            path.c_str(), score.tokens, percent(score.aligned, score.tokens),
            percent(score.right, score.aligned), percent(score.verbs, score.aligned),
            1e3 * static_cast<double>(score.bytes) / static_cast<double>(score.time.count()));
        if (!options.verbose) return;
        bench::print_most("confusions", score.confusions, 40);
        bench::print_most("words", score.words, 2000);
      });
}
