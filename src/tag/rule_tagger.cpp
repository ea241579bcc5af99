// The cheapest way through the candidates of a stretch (Viterbi 1967) under costs that a person
// wrote, not counted from text: how likely the lexicon holds a reading, how well two neighbouring
// classes go together (lexicon/context.tsv), and agreement. Adverbs let the word behind them shine
// through, so that "a toujours investi" is read as "a investi". Time is linear: a token has at most
// `most_candidates`. Tested in tests/unit/tag/tag_words_test.cpp.

#include "tag/rule_tagger.hpp"

#include "tag/agreement.hpp"

#include <algorithm>

namespace frise::tag {
namespace {

int step_cost(const ContextCosts& context, const Candidate& first, const Candidate& second) {
  int cost = context(first.word_class, second.word_class);
  if (is_transparent(first.word_class)) {
    cost = std::min(cost, context(first.felt, second.word_class) + 1);
  }
  return cost + disagreement(first, second);
}

}  // namespace

std::span<const std::uint8_t> RuleTagger::choose(Stretch& stretch) {
  search(stretch);
  read_back(stretch);
  return chosen_;
}

void RuleTagger::tag(Stretch& stretch, std::vector<WordTag>& tags) {
  choose(stretch);
  classes_.resize(stretch.size());
  for (std::size_t t = 0; t < stretch.size(); ++t) {
    const Candidate& one = stretch.candidates_of(t)[chosen_[t]];
    classes_[t] = one.word_class;
    tags[stretch.tokens[t]] = tag_of(one);
  }
  mark_auxiliaries(stretch, classes_, tags);
}

void RuleTagger::search(Stretch& stretch) const {
  Candidate boundary;
  boundary.word_class = boundary.felt = WordClass::boundary;
  std::span<const Candidate> before{&boundary, 1};
  for (std::size_t t = 0; t < stretch.size(); ++t) {
    const std::span<Candidate> candidates = stretch.candidates_of(t);
    for (Candidate& here : candidates) {
      std::int32_t best = 0;
      for (std::size_t b = 0; b < before.size(); ++b) {
        const std::int32_t total = before[b].total + step_cost(lexicon_.context, before[b], here);
        if (b == 0 || total < best) {
          best = total;
          here.back = static_cast<std::uint8_t>(b);
        }
      }
      here.total = best + here.cost;
      inherit(before[here.back], here);
    }
    before = candidates;
  }
}

void RuleTagger::read_back(const Stretch& stretch) {
  Candidate end;
  end.word_class = WordClass::boundary;
  const std::span<const Candidate> last = stretch.candidates_of(stretch.size() - 1);
  std::size_t chosen = 0;
  std::int32_t best = 0;
  for (std::size_t c = 0; c < last.size(); ++c) {
    const std::int32_t total = last[c].total + step_cost(lexicon_.context, last[c], end);
    if (c == 0 || total < best) {
      best = total;
      chosen = c;
    }
  }
  chosen_.resize(stretch.size());
  for (std::size_t t = stretch.size(); t-- > 0;) {
    chosen_[t] = static_cast<std::uint8_t>(chosen);
    chosen = stretch.candidates_of(t)[chosen].back;
  }
}

}  // namespace frise::tag
