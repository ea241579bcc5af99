// frise_bench_tagging [-v] [--rules | --model FILE] LANG FILE.conllu...: how often tag_words gives
// the part of speech of a treebank, and at what speed.
//
// Each sentence is cut and tagged as a document of its own. A token counts where our cut agrees
// with the treebank's; a contraction ("du") counts by its first word. frise calls auxiliary only
// what a participle follows and marks the other verbs that Universal Dependencies calls so: they
// count as AUX. With -v, the commonest confusions and words are listed after.

#include "frise/tag/tagging.hpp"
#include "frise/pack/data_root.hpp"
#include "tag/features.hpp"
#include "train/lesson.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace {
using namespace frise;

struct Score {
  std::size_t tokens = 0, aligned = 0, right = 0, verbs = 0, bytes = 0;
  std::chrono::nanoseconds time{0};
  std::map<std::string, std::size_t> confusions;
  std::map<std::string, std::size_t> words;
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

void print_most(const char* title, const std::map<std::string, std::size_t>& counts,
                std::size_t most) {
  std::vector<std::pair<std::size_t, std::string>> sorted;
  for (const auto& [name, count] : counts) sorted.emplace_back(count, name);
  std::sort(sorted.rbegin(), sorted.rend());
  std::printf("%s\n", title);
  for (std::size_t i = 0; i < std::min(most, sorted.size()); ++i) {
    std::printf("  %5zu %s\n", sorted[i].first, sorted[i].second.c_str());
  }
}

struct Arguments {
  bool verbose = false;
  bool rules = false;
  std::string model;
  std::vector<std::string> rest;
};

Arguments read_arguments(int argc, char** argv) {
  Arguments out;
  for (int i = 1; i < argc; ++i) {
    const std::string one = argv[i];
    if (one == "-v")
      out.verbose = true;
    else if (one == "--rules")
      out.rules = true;
    else if (one == "--model" && i + 1 < argc)
      out.model = argv[++i];
    else
      out.rest.push_back(one);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments = read_arguments(argc, argv);
  if (arguments.rest.size() < 2) {
    std::fprintf(stderr, "usage: frise_bench_tagging [-v] [--rules | --model FILE] LANG FILE...\n");
    return 2;
  }
  const std::string& lang = arguments.rest.front();
  const auto stop = [](const Error& error) {
    std::fprintf(stderr, "%s\n", to_string(error).c_str());
    return 1;
  };
  const auto root = find_data_root("");
  if (!root) return stop(root.error());
  const auto pack = LanguagePack::load(*root + "/lang/" + lang);
  if (!pack) return stop(pack.error());
  const auto rules = SegmentRules::compile(*pack);
  if (!rules) return stop(rules.error());
  const auto lexicon = Lexicon::open(*pack, *root + "/lexicon/" + lang + ".lex");
  if (!lexicon) return stop(lexicon.error());
  TagModel model;
  if (!arguments.rules) {
    const std::string standard = *root + "/model/" + lang + "/tagger.model";
    auto opened = TagModel::open(arguments.model.empty() ? standard : arguments.model, lang);
    if (!opened) return stop(opened.error());
    model = std::move(*opened);
  }
  for (std::size_t i = 1; i < arguments.rest.size(); ++i) {
    const auto sentences = train::read_conllu(arguments.rest[i]);
    if (!sentences) return stop(sentences.error());
    Score score;
    for (const train::ConlluSentence& sentence : *sentences) {
      score_lesson(train::make_lesson(sentence, *rules, lang), *lexicon, model, score);
    }
    const auto percent = [](std::size_t part, std::size_t whole) {
      return 100.0 * static_cast<double>(part) /
             static_cast<double>(std::max<std::size_t>(whole, 1));
    };
    std::printf(
        "%s: %zu tokens, %.2f %% cut alike; of these %.2f %% right (%.2f %% with auxiliary = "
        "verb), "
        "%.1f MB/s\n",
        arguments.rest[i].c_str(), score.tokens, percent(score.aligned, score.tokens),
        percent(score.right, score.aligned), percent(score.verbs, score.aligned),
        1e3 * static_cast<double>(score.bytes) / static_cast<double>(score.time.count()));
    if (arguments.verbose) {
      print_most("confusions", score.confusions, 40);
      print_most("words", score.words, 2000);
    }
  }
  return 0;
}
