// Words and tokens are both in order, so that one sweep pairs them. Tested in
// tests/unit/train/lesson_test.cpp.

#include "train/lesson.hpp"

#include <algorithm>

namespace frise::train {
namespace {

/// Indices of words: [first, last) lie in a token, none when equal.
struct Cover {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The words that each token begins or covers; a word belongs to the token that holds its first
/// byte.
std::vector<Cover> cover(const ConlluSentence& sentence, const std::vector<Token>& tokens) {
  std::vector<Cover> covers(tokens.size());
  std::size_t word = 0;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    covers[t].first = word;
    while (word < sentence.words.size() && sentence.words[word].span.begin < tokens[t].span.end) {
      ++word;
    }
    covers[t].last = word;
  }
  return covers;
}

}  // namespace

Lesson make_lesson(const ConlluSentence& sentence, const SegmentRules& rules,
                   std::string_view lang) {
  Lesson lesson;
  lesson.document.text = sentence.text;
  lesson.document.lang = lang;
  lesson.segmentation = segment(lesson.document, rules);
  const std::vector<Token>& tokens = lesson.segmentation.tokens;
  const std::vector<Cover> covers = cover(sentence, tokens);
  std::vector<std::int32_t> owner(sentence.words.size() + 1, no_token);
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    for (std::size_t w = covers[t].first; w < covers[t].last; ++w) {
      owner[w + 1] = static_cast<std::int32_t>(t);
    }
  }
  lesson.gold.resize(tokens.size());
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    GoldToken& gold = lesson.gold[t];
    const auto [first, last] = covers[t];
    if (first == last) {
      gold.head = t == 0 ? no_token : static_cast<std::int32_t>(t) - 1;
      gold.relation = t == 0 ? "root" : "goeswith";
      // Tokens of one word all hang on the first.
      if (t > 0 && covers[t - 1].first == covers[t - 1].last) gold.head = lesson.gold[t - 1].head;
      continue;
    }
    std::size_t chosen = first;
    while (chosen < last && owner[sentence.words[chosen].head] == static_cast<std::int32_t>(t)) {
      ++chosen;
    }
    const ConlluWord& word = sentence.words[std::min(chosen, last - 1)];
    gold.pos = word.pos;
    gold.morphology = word.morphology;
    gold.head = word.head == 0 ? no_token : owner[word.head];
    gold.relation = word.relation;
    gold.same_cut = sentence.words[first].span == tokens[t].span &&
                    sentence.words[last - 1].span == tokens[t].span;
  }
  return lesson;
}

}  // namespace frise::train
