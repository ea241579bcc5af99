// frise_bench_parsing [--tagger FILE] [--parser FILE] LANG FILE.conllu...: how often the parser
// gives the head of a word (UAS), head and relation without what stands behind its colon (LAS), and
// all of it, on our own tokens and tags; and at what speed.
//
// A token is right when its head is the token that the treebank's head lies in. Tokens that the
// treebank cuts otherwise count too, by the rule of train/lesson.hpp. Trees are made of whole
// sentences of the treebank, punctuation counts.

#include "frise/syntax/parsing.hpp"
#include "frise/pack/data_root.hpp"
#include "frise/tag/tagging.hpp"
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
  std::size_t tokens = 0, heads = 0, right = 0, whole = 0, aligned = 0, aligned_right = 0,
              bytes = 0;
  std::chrono::nanoseconds time{0};
  std::map<std::string, std::size_t> misses;
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

struct Arguments {
  bool verbose = false;
  std::string tagger, parser;
  std::vector<std::string> rest;
};

Arguments read_arguments(int argc, char** argv) {
  Arguments out;
  for (int i = 1; i < argc; ++i) {
    const std::string one = argv[i];
    if (one == "-v")
      out.verbose = true;
    else if (one == "--tagger" && i + 1 < argc)
      out.tagger = argv[++i];
    else if (one == "--parser" && i + 1 < argc)
      out.parser = argv[++i];
    else
      out.rest.push_back(one);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments = read_arguments(argc, argv);
  if (arguments.rest.size() < 2) {
    std::fprintf(stderr,
                 "usage: frise_bench_parsing [-v] [--tagger FILE] [--parser FILE] LANG FILE...\n");
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
  const std::string models = *root + "/model/" + lang;
  const auto tagger =
      TagModel::open(arguments.tagger.empty() ? models + "/tagger.model" : arguments.tagger, lang);
  if (!tagger) return stop(tagger.error());
  const auto model = ParseModel::open(
      arguments.parser.empty() ? models + "/parser.model" : arguments.parser, lang);
  if (!model) return stop(model.error());
  Parser parser{*model};
  for (std::size_t i = 1; i < arguments.rest.size(); ++i) {
    const auto sentences = train::read_conllu(arguments.rest[i]);
    if (!sentences) return stop(sentences.error());
    Score score;
    for (const train::ConlluSentence& sentence : *sentences) {
      score_lesson(train::make_lesson(sentence, *rules, lang), *lexicon, *tagger, *model, parser,
                   score);
    }
    const auto percent = [](std::size_t part, std::size_t whole) {
      return 100.0 * static_cast<double>(part) /
             static_cast<double>(std::max<std::size_t>(whole, 1));
    };
    std::printf(
        "%s: %zu tokens, UAS %.2f, LAS %.2f, with subtypes %.2f, LAS of tokens cut alike %.2f, "
        "%.2f MB/s\n",
        arguments.rest[i].c_str(), score.tokens, percent(score.heads, score.tokens),
        percent(score.right, score.tokens), percent(score.whole, score.tokens),
        percent(score.aligned_right, score.aligned),
        1e3 * static_cast<double>(score.bytes) / static_cast<double>(score.time.count()));
    if (!arguments.verbose) continue;
    std::vector<std::pair<std::size_t, std::string>> sorted;
    for (const auto& [name, count] : score.misses) sorted.emplace_back(count, name);
    std::sort(sorted.rbegin(), sorted.rend());
    for (std::size_t m = 0; m < std::min<std::size_t>(40, sorted.size()); ++m) {
      std::printf("  %5zu %s\n", sorted[m].first, sorted[m].second.c_str());
    }
  }
  return 0;
}
