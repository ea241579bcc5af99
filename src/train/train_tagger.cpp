// First the sets: which tags each word, and each kind of word, was seen with. Then the weights: the
// tagger runs over the lessons with its own tags as history, and every wrong choice is an update.
// Tested in tests/unit/train/train_tagger_test.cpp.

#include "train/train_tagger.hpp"

#include "model/model_file.hpp"
#include "tag/rule_tagger.hpp"
#include "tag/tag_model.hpp"
#include "tag/word_view.hpp"
#include "train/perceptron.hpp"

#include <array>
#include <bit>
#include <map>
#include <vector>

namespace frise::train {
namespace {

using model::ClassSet;
using tag::FineTag;

constexpr FineTag no_answer = 255;

/// A stretch with its answers, read once and used in every round.
struct Exercise {
  std::vector<tag::WordView> views;
  std::vector<ClassSet> allowed;
  std::vector<FineTag> answers;
};

std::vector<Exercise> make_exercises(std::span<const Lesson* const> lessons,
                                     const Lexicon& lexicon) {
  std::vector<Exercise> exercises;
  tag::Stretch stretch;
  tag::RuleTagger rules{lexicon.impl()};
  for (const Lesson* lesson : lessons) {
    std::vector<WordTag> quotes(lesson->gold.size());
    for (const Sentence& sentence : lesson->segmentation.sentences) {
      tag::StretchReader reader{lesson->segmentation, lexicon.impl(), sentence.tokens};
      while (reader.next(stretch, quotes)) {
        Exercise& exercise = exercises.emplace_back();
        tag::view_words(lesson->segmentation, stretch, rules.choose(stretch), exercise.views);
        for (const std::uint32_t token : stretch.tokens) {
          const GoldToken& gold = lesson->gold[token];
          exercise.answers.push_back(gold.same_cut ? tag::fine_tag(gold.pos, gold.morphology)
                                                   : no_answer);
        }
      }
    }
  }
  return exercises;
}

/// How often each tag was seen with one thing.
struct Counts {
  std::array<std::uint32_t, tag::fine_tag_count> of{};
  std::uint32_t all = 0;
  ClassSet offered = 0;

  void add(FineTag tag) {
    ++of[tag];
    ++all;
  }
  /// Tags that it was seen with; of those that the lexicon does not offer, not the rarest, which
  /// are more often slips of a treebank.
  [[nodiscard]] ClassSet seen() const {
    ClassSet set = 0;
    for (std::size_t t = 0; t < of.size(); ++t) {
      const bool offers = (offered >> t & 1) != 0;
      if (of[t] != 0 && (offers || of[t] * rarest >= all)) set |= ClassSet{1} << t;
    }
    return set;
  }

  static constexpr std::uint32_t rarest = 400;  ///< one in so many
};

// A word seen often enough may be only what it was seen as; one seen seldom also what its like
// were.
constexpr std::uint32_t often = 40;
constexpr std::uint32_t seldom = 3;
constexpr std::uint32_t kind_often = 200;

/// A right choice that wins by less is practised too.
constexpr std::int32_t margin = 8;

struct TagSets {
  model::ClassSetTables words, kinds;
};

TagSets make_sets(const std::vector<Exercise>& exercises) {
  std::map<std::uint64_t, Counts> words, kinds;
  std::map<std::uint64_t, std::uint64_t> kind_of;
  for (const Exercise& exercise : exercises) {
    for (std::size_t i = 0; i < exercise.views.size(); ++i) {
      if (exercise.answers[i] == no_answer) continue;
      const tag::WordView& view = exercise.views[i];
      for (Counts* counts : {&words[view.word], &kinds[view.lexical]}) {
        counts->add(exercise.answers[i]);
        counts->offered = view.offered;
      }
      kind_of[view.word] = view.lexical;
    }
  }
  std::vector<std::pair<std::uint64_t, ClassSet>> word_sets, kind_sets;
  std::map<std::uint64_t, ClassSet> allowed_of_kind;
  for (const auto& [hash, counts] : kinds) {
    ClassSet set = counts.seen();
    if (counts.all < kind_often) set |= counts.offered;
    allowed_of_kind[hash] = set;
    kind_sets.emplace_back(hash, set);
  }
  for (const auto& [hash, counts] : words) {
    if (counts.all < seldom) continue;
    ClassSet set = counts.seen();
    if (counts.all < often) set |= allowed_of_kind[kind_of[hash]];
    word_sets.emplace_back(hash, set);
  }
  return {model::make_class_sets(word_sets), model::make_class_sets(kind_sets)};
}

void allow(std::vector<Exercise>& exercises, const TagSets& sets) {
  const auto words = model::ClassSets::over(sets.words.slots, sets.words.sets);
  const auto kinds = model::ClassSets::over(sets.kinds.slots, sets.kinds.sets);
  for (Exercise& exercise : exercises) {
    for (const tag::WordView& view : exercise.views) {
      exercise.allowed.push_back(tag::allowed_tags(view, *words, *kinds));
    }
  }
}

/// Positions of the best class and of the best of the others.
struct Podium {
  std::size_t first = 0;
  std::size_t second = 1;
};

Podium podium_of(std::span<const std::int32_t> scores) {
  Podium podium;
  if (scores[1] > scores[0]) podium = {1, 0};
  for (std::size_t c = 2; c < scores.size(); ++c) {
    if (scores[c] > scores[podium.first]) {
      podium = {c, podium.first};
    } else if (scores[c] > scores[podium.second]) {
      podium.second = c;
    }
  }
  return podium;
}

void practise(const Exercise& exercise, Perceptron& perceptron) {
  std::array<FineTag, 64> choice;
  std::array<std::int32_t, 64> scores;
  tag::TagFeatures features;
  FineTag before = tag::no_tag;
  FineTag before_that = tag::no_tag;
  for (std::size_t i = 0; i < exercise.views.size(); ++i) {
    const ClassSet allowed = exercise.allowed[i];
    const std::size_t choices = tag::list_tags(allowed, choice);
    FineTag best = choice[0];
    if (choices > 1) {
      const std::size_t count = tag::tag_features(exercise.views, i, before, before_that, features);
      const std::span<const std::uint32_t> used{features.data(), count};
      perceptron.weights().score(used, {choice.data(), choices}, scores.data());
      const auto [first, second] = podium_of({scores.data(), choices});
      best = choice[first];
      const FineTag answer = exercise.answers[i];
      perceptron.tick();
      if (answer == best) {
        if (scores[first] - scores[second] < margin) {
          perceptron.update(used, answer, choice[second]);
        }
      } else if (answer != no_answer && (allowed >> answer & 1) != 0) {
        perceptron.update(used, answer, best);
      }
    }
    before_that = before;
    before = best;
  }
}

}  // namespace

std::string train_tagger(std::span<const Lesson* const> lessons, const Lexicon& lexicon,
                         std::string_view lang, const TaggerPlan& plan) {
  std::vector<Exercise> exercises = make_exercises(lessons, lexicon);
  const TagSets sets = make_sets(exercises);
  allow(exercises, sets);
  Perceptron perceptron{plan.row_bits, tag::tag_width_bits};
  Shuffler shuffler;
  std::vector<const Exercise*> order;
  for (const Exercise& exercise : exercises) order.push_back(&exercise);
  for (unsigned round = 0; round < plan.rounds; ++round) {
    shuffler.shuffle(order);
    for (const Exercise* exercise : order) practise(*exercise, perceptron);
  }
  const std::vector<std::int8_t> cells = perceptron.quantised();
  using model::bytes_of;
  return model::model_bytes(tag::tag_model_kind, lang,
                            {{"weights", bytes_of(cells)},
                             {"words", bytes_of(sets.words.slots)},
                             {"wordsets", bytes_of(sets.words.sets)},
                             {"kinds", bytes_of(sets.kinds.slots)},
                             {"kindsets", bytes_of(sets.kinds.sets)}});
}

}  // namespace frise::train
