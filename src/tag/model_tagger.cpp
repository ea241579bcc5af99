// Greedy: a word with one allowed tag costs no look at the weights.
// Tested in tests/unit/tag/model_tagger_test.cpp.

#include "tag/model_tagger.hpp"

#include "tag/agreement.hpp"

#include <bit>

namespace frise::tag {
namespace {

constexpr int cost_of_other_tense = 20;
constexpr int cost_of_other_form = 60;
constexpr int cost_of_other_pos = 200;

bool is_verb(Pos pos) { return pos == Pos::verb || pos == Pos::auxiliary; }

bool bends_as_noun(Pos pos) { return pos == Pos::noun || pos == Pos::adjective; }

/// How far a reading is from a tag: nothing when it is just that.
int distance(const Candidate& candidate, FineTag tag) {
  const Features& f = candidate.features;
  if (fine_tag(f.pos, f.morphology) == tag) return 0;
  const Pos wanted = pos_of(tag);
  if (is_verb(wanted) && is_verb(f.pos)) {
    Morphology shaped = f.morphology;
    shape_verb(tag, shaped);
    if (shaped == f.morphology) return 0;
    return shaped.verb_form == f.morphology.verb_form ? cost_of_other_tense : cost_of_other_form;
  }
  if (wanted == f.pos) return cost_of_other_form;
  const bool participle = f.morphology.verb_form == VerbForm::past_participle;
  return bends_as_noun(wanted) && (bends_as_noun(f.pos) || participle) ? cost_of_other_pos
                                                                       : 2 * cost_of_other_pos;
}

/// The class of a word whose tag the lexicon does not offer.
WordClass class_of(FineTag tag, const Morphology& morphology) {
  Features features;
  features.pos = pos_of(tag);
  features.morphology = morphology;
  return usual_class(features);
}

/// Makes a reading that is not quite the tag's into one that is.
void bend(Candidate& reading, int away, FineTag tag, std::string_view key) {
  const Pos pos = pos_of(tag);
  Morphology& m = reading.features.morphology;
  if (away >= cost_of_other_pos) {
    const bool shares = away < 2 * cost_of_other_pos;
    m = shares ? Morphology{.gender = m.gender, .number = m.number} : Morphology{};
    // A participle that serves as an adjective keeps its verb: "bénéfice consolidé".
    if (!shares || pos != Pos::adjective) reading.lemma = key;
    reading.features.pos = pos;
    shape_verb(tag, m);
    reading.word_class = class_of(tag, m);
  } else if (is_verb(pos)) {
    shape_verb(tag, m);
    if (away == cost_of_other_form) reading.word_class = class_of(tag, m);
  }
}

}  // namespace

void ModelTagger::choose_tags() {
  chosen_.resize(views_.size());
  std::array<FineTag, 64> choice;
  std::array<std::int32_t, 64> scores;
  TagFeatures features;
  FineTag before = no_tag;
  FineTag before_that = no_tag;
  for (std::size_t i = 0; i < views_.size(); ++i) {
    const model::ClassSet allowed = allowed_tags(views_[i], model_.words, model_.kinds);
    FineTag best = static_cast<FineTag>(std::countr_zero(allowed));
    if ((allowed & (allowed - 1)) != 0) {
      const std::size_t choices = list_tags(allowed, choice);
      const std::size_t count = tag_features(views_, i, before, before_that, features);
      model_.weights.score({features.data(), count}, {choice.data(), choices}, scores.data());
      std::size_t highest = 0;
      for (std::size_t c = 1; c < choices; ++c) {
        if (scores[c] > scores[highest]) highest = c;
      }
      best = choice[highest];
    }
    chosen_[i] = best;
    before_that = before;
    before = best;
  }
}

void read_by_tags(Stretch& stretch, std::span<const FineTag> chosen,
                  const Segmentation& segmentation, std::vector<WordClass>& classes,
                  std::vector<WordTag>& tags) {
  Candidate before;
  before.word_class = before.felt = WordClass::boundary;
  classes.resize(stretch.size());
  for (std::size_t i = 0; i < stretch.size(); ++i) {
    const FineTag tag = chosen[i];
    const std::span<const Candidate> candidates = stretch.candidates_of(i);
    const Candidate* best = nullptr;
    int least = 0;
    int away = 0;
    bool known = false;
    for (const Candidate& candidate : candidates) {
      const int far = distance(candidate, tag);
      const int cost = far + candidate.cost + disagreement(before, candidate);
      known |= candidate.known;
      if (best == nullptr || cost < least) {
        best = &candidate;
        least = cost;
        away = far;
      }
    }
    Candidate reading = *best;
    if (away != 0) bend(reading, away, tag, segmentation.key(stretch.tokens[i]));
    inherit(before, reading);
    classes[i] = reading.word_class;
    WordTag& out = tags[stretch.tokens[i]];
    out = tag_of(reading);
    out.pos = pos_of(tag);
    out.known = known;
    before = reading;
  }
  mark_auxiliaries(stretch, classes, tags);
  for (std::size_t i = 0; i < stretch.size(); ++i) {
    WordTag& out = tags[stretch.tokens[i]];
    out.light_verb = pos_of(chosen[i]) == Pos::auxiliary && out.pos == Pos::verb;
  }
}

void ModelTagger::tag(const Segmentation& segmentation, Stretch& stretch,
                      std::vector<WordTag>& tags) {
  view_words(segmentation, stretch, rules_.choose(stretch), views_);
  choose_tags();
  read_by_tags(stretch, chosen_, segmentation, classes_, tags);
}

}  // namespace frise::tag
