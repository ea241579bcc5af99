// The nearest verb governs: tokens are counted outwards from the expression, marks that end clauses
// cost more, and the verb before is preferred to the one behind unless a comma parts them ("Le 2
// mars, il a dit"). Tested in tests/unit/temporal/annotate_times_test.cpp.

#include "temporal/tense.hpp"

#include <algorithm>

namespace frise::temporal {
namespace {

constexpr std::uint32_t kReach = 40;
constexpr std::int32_t kStrong = 2;  // d'ici mardi: to come even in the present tense
constexpr std::uint32_t kNear = 2;   // tokens between a preposition and its date: d'ici à mardi

class TenseReader {
 public:
  TenseReader(const Segmentation& segmentation, const std::vector<WordTag>& tags,
              TokenRange sentence, const TemporalRules::Impl& rules)
      : segmentation_{segmentation}, tags_{tags}, sentence_{sentence}, rules_{rules} {}

  [[nodiscard]] ClauseTense around(TokenRange expression) const {
    const ClauseTense verb = tags_.empty() ? ClauseTense::unknown : of_verb(expression);
    for (std::uint32_t i = expression.begin; i > sentence_.begin && expression.begin - i < kNear;) {
      --i;
      if (is(i, rules_.since)) return ClauseTense::past;
      const std::int32_t ahead = rules_.vocabulary.value_in(segmentation_.key(i), rules_.ahead);
      if (ahead == kUnset || verb == ClauseTense::past) continue;
      const bool present = verb == ClauseTense::present || verb == ClauseTense::state;
      if (ahead == kStrong || !present) return ClauseTense::future;
    }
    return verb;
  }

 private:
  [[nodiscard]] ClauseTense of_verb(TokenRange expression) const {
    ClauseTense left = ClauseTense::unknown;
    ClauseTense right = ClauseTense::unknown;
    std::uint32_t left_cost = 1000;
    std::uint32_t right_cost = 1000;
    std::uint32_t cost = 0;
    for (std::uint32_t i = expression.begin; i > sentence_.begin && cost < kReach;) {
      --i;
      cost += step(i, true);
      const ClauseTense tense = tense_at(i);
      if (tense == ClauseTense::unknown) continue;
      left_cost = std::min(left_cost, cost);
      // An infinitive looks either way, unless what governs it looks ahead.
      if (left != ClauseTense::open) left = tense;
      if (tense == ClauseTense::future) left = tense;
      if (tense != ClauseTense::open) break;
    }
    cost = 2;
    for (std::uint32_t i = expression.end; i < sentence_.end && cost < kReach; ++i) {
      // "Le recensement de mars, qui sera publié": that clause tells of the census.
      if (i <= expression.end + 1 && is(i, rules_.relative)) break;
      cost += step(i, false);
      if ((right = tense_at(i)) != ClauseTense::unknown) {
        right_cost = cost;
        break;
      }
    }
    return left_cost <= right_cost ? left : right;
  }

  [[nodiscard]] bool is(std::uint32_t token, Element element) const {
    return rules_.vocabulary.value_in(segmentation_.key(token), element) != kUnset;
  }

  [[nodiscard]] std::uint32_t step(std::uint32_t token, bool leftwards) const {
    if (segmentation_.tokens[token].kind != TokenKind::punctuation) return 1;
    const std::string_view key = segmentation_.key(token);
    if (key == ",") return leftwards ? 6 : 2;
    return 12;
  }

  /// The past participle that an auxiliary at `token` goes with, or `token` itself.
  [[nodiscard]] std::uint32_t participle_after(std::uint32_t token) const {
    for (std::uint32_t i = token + 1; i < sentence_.end && i <= token + 4; ++i) {
      if (segmentation_.tokens[i].kind == TokenKind::punctuation) break;
      if (tags_[i].morphology.verb_form == VerbForm::past_participle) return i;
      if (tags_[i].pos == Pos::noun || tags_[i].pos == Pos::verb) break;
    }
    return token;
  }

  [[nodiscard]] ClauseTense tense_at(std::uint32_t token) const {
    const WordTag& tag = tags_[token];
    if (is(token, rules_.planned)) return ClauseTense::future;
    if (is(token, rules_.future_verb)) return ClauseTense::future;
    if (tag.pos != Pos::verb && tag.pos != Pos::auxiliary) return ClauseTense::unknown;
    switch (tag.morphology.verb_form) {
      case VerbForm::past_participle:
        return ClauseTense::past;
      case VerbForm::present_participle:
        return ClauseTense::unknown;
      case VerbForm::infinitive:
        return token > sentence_.begin && is(token - 1, rules_.future_verb) ? ClauseTense::future
                                                                            : ClauseTense::open;
      case VerbForm::none:
      case VerbForm::finite:
        break;
    }
    if (tag.morphology.mood == Mood::conditional) return ClauseTense::future;
    switch (tag.morphology.tense) {
      case Tense::imperfect:
      case Tense::past:
        return ClauseTense::past;
      case Tense::future:
        return ClauseTense::future;
      case Tense::present: {
        const std::uint32_t participle = participle_after(token);
        if (participle == token) {
          return is(token, rules_.state_verb) ? ClauseTense::state : ClauseTense::present;
        }
        return is(participle, rules_.planned) ? ClauseTense::future : ClauseTense::past;
      }
      case Tense::none:
        break;
    }
    return ClauseTense::unknown;
  }

  const Segmentation& segmentation_;
  const std::vector<WordTag>& tags_;
  TokenRange sentence_;
  const TemporalRules::Impl& rules_;
};

}  // namespace

ClauseTense clause_tense(const Segmentation& segmentation, const std::vector<WordTag>& tags,
                         TokenRange sentence, TokenRange expression,
                         const TemporalRules::Impl& rules) {
  return TenseReader{segmentation, tags, sentence, rules}.around(expression);
}

}  // namespace frise::temporal
