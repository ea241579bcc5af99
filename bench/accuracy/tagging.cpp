// frise_bench_tagging LANG FILE.conllu...: how often tag_words gives the part of speech of a treebank.
//
// Each sentence is cut and tagged as a document of its own. A token counts where our cut agrees with the
// treebank's; a contraction that is more than its words side by side ("du") counts by its first word. Auxiliary and verb are counted as one besides,
// since Universal Dependencies calls every copula an auxiliary and frise only what a participle follows.
// With -v, the commonest confusions and words are listed after.

#include "frise/pack/data_root.hpp"
#include "frise/tag/tagging.hpp"
#include "tag/features.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {
using namespace frise;

struct GoldToken {
  std::string form;
  std::string pos;
};

struct GoldSentence {
  std::string text;
  std::vector<GoldToken> tokens;
};

std::string cell(const std::string& line, int index) {
  std::size_t begin = 0;
  for (; index > 0; --index) begin = line.find('\t', begin) + 1;
  return line.substr(begin, line.find('\t', begin) - begin);
}

std::vector<GoldSentence> read_treebank(const std::string& path) {
  std::vector<GoldSentence> sentences;
  std::ifstream in(path);
  GoldSentence sentence;
  GoldToken contraction;
  int contraction_end = 0;
  std::vector<GoldToken> parts;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      sentences.push_back(std::move(sentence));
      sentence = {};
      contraction_end = 0;
    } else if (line.starts_with("# text = ")) {
      sentence.text = line.substr(9);
    } else if (line.front() != '#') {
      const std::string id = cell(line, 0);
      if (id.find('.') != std::string::npos) continue;
      if (const auto dash = id.find('-'); dash != std::string::npos) {
        contraction = {cell(line, 1), ""};
        contraction_end = std::stoi(id.substr(dash + 1));
        parts.clear();
        continue;
      }
      const GoldToken token{cell(line, 1), cell(line, 3)};
      if (std::stoi(id) > contraction_end) {
        sentence.tokens.push_back(token);
        continue;
      }
      parts.push_back(token);
      if (std::stoi(id) < contraction_end) continue;
      std::string joined;
      for (const GoldToken& part : parts) joined += part.form;
      if (joined == contraction.form) {
        sentence.tokens.insert(sentence.tokens.end(), parts.begin(), parts.end());
      } else {
        sentence.tokens.push_back({contraction.form, parts.front().pos});
      }
    }
  }
  return sentences;
}

const std::map<std::string, Pos> pos_of{
    {"ADJ", Pos::adjective}, {"ADP", Pos::adposition}, {"ADV", Pos::adverb},
    {"AUX", Pos::auxiliary}, {"CCONJ", Pos::coordinating_conjunction}, {"DET", Pos::determiner},
    {"INTJ", Pos::interjection}, {"NOUN", Pos::noun}, {"NUM", Pos::numeral},
    {"PART", Pos::particle}, {"PRON", Pos::pronoun}, {"PROPN", Pos::proper_noun},
    {"PUNCT", Pos::punctuation}, {"SCONJ", Pos::subordinating_conjunction}, {"SYM", Pos::symbol},
    {"VERB", Pos::verb}, {"X", Pos::other}};

struct Score {
  std::size_t gold = 0, aligned = 0, exact = 0, right = 0;
  std::map<std::string, std::size_t> confusions;
  std::map<std::string, std::size_t> words;
};

void score_sentence(const GoldSentence& gold, const SegmentRules& rules, const Lexicon& lexicon,
                    const std::string& lang, Score& score) {
  Document document;
  document.text = gold.text;
  document.lang = lang;
  const Segmentation segmentation = segment(document, rules);
  const std::vector<WordTag> tags = tag_words(segmentation, lexicon);
  std::map<Span, std::size_t> ours;
  for (std::size_t i = 0; i < tags.size(); ++i) ours[segmentation.tokens[i].span] = i;
  std::size_t at = 0;
  std::string before;
  for (const GoldToken& token : gold.tokens) {
    const std::size_t begin = gold.text.find(token.form, at);
    if (begin == std::string::npos) continue;
    at = begin + token.form.size();
    ++score.gold;
    const auto found =
        ours.find({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
    const auto pos = pos_of.find(token.pos);
    if (found == ours.end() || pos == pos_of.end()) {
      ++score.words["(cut) " + token.form];
      continue;
    }
    ++score.aligned;
    const Pos tagged = tags[found->second].pos;
    const auto verb = [](Pos p) { return p == Pos::auxiliary ? Pos::verb : p; };
    score.exact += tagged == pos->second ? 1U : 0U;
    if (verb(tagged) == verb(pos->second)) {
      ++score.right;
    } else {
      const std::string pair = token.pos + " as " + std::string{tag::to_string(tagged)};
      ++score.confusions[pair];
      ++score.words[pair + ": " + before + " [" + token.form + "]"];
    }
    before = token.form;
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

}  // namespace

int main(int argc, char** argv) {
  const bool verbose = argc > 1 && std::strcmp(argv[1], "-v") == 0;
  const int first = verbose ? 2 : 1;
  if (argc < first + 2) {
    std::fprintf(stderr, "usage: frise_bench_tagging [-v] LANG FILE.conllu...\n");
    return 2;
  }
  const std::string lang = argv[first];
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
  for (int i = first + 1; i < argc; ++i) {
    Score score;
    for (const GoldSentence& sentence : read_treebank(argv[i])) {
      score_sentence(sentence, *rules, *lexicon, lang, score);
    }
    const auto percent = [](std::size_t part, std::size_t whole) {
      return 100.0 * static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
    };
    std::printf("%s: %zu tokens, %.2f %% cut alike; of these %.2f %% right (auxiliary = verb), "
                "%.2f %% with auxiliaries told apart\n",
                argv[i], score.gold, percent(score.aligned, score.gold),
                percent(score.right, score.aligned), percent(score.exact, score.aligned));
    if (verbose) {
      print_most("confusions", score.confusions, 40);
      print_most("words", score.words, 2000);
    }
  }
  return 0;
}
