// After the parts of speech come the shapes of verbs, then those of auxiliaries, in one order.
// Tested in tests/unit/tag/tag_set_test.cpp.

#include "tag/tag_set.hpp"

#include <array>

namespace frise::tag {
namespace {

struct Shape {
  VerbForm form;
  Mood mood;
  Tense tense;
};

constexpr std::array<Shape, verb_shapes> shapes{{
    {VerbForm::infinitive, Mood::none, Tense::none},
    {VerbForm::past_participle, Mood::none, Tense::none},
    {VerbForm::present_participle, Mood::none, Tense::none},
    {VerbForm::finite, Mood::indicative, Tense::present},
    {VerbForm::finite, Mood::indicative, Tense::imperfect},
    {VerbForm::finite, Mood::indicative, Tense::past},
    {VerbForm::finite, Mood::indicative, Tense::future},
    {VerbForm::finite, Mood::conditional, Tense::none},
    {VerbForm::finite, Mood::subjunctive, Tense::present},
    {VerbForm::finite, Mood::subjunctive, Tense::imperfect},
    {VerbForm::finite, Mood::imperative, Tense::none},
}};

/// Tenses that a mood or form does not have (a conditional "present") are not told apart.
bool fits(const Shape& shape, const Morphology& m) {
  if (shape.form != m.verb_form) return false;
  if (shape.form != VerbForm::finite) return true;
  const Mood mood = m.mood == Mood::none ? Mood::indicative : m.mood;
  return shape.mood == mood && (shape.tense == Tense::none || shape.tense == m.tense);
}

}  // namespace

FineTag fine_tag(Pos pos, const Morphology& morphology) noexcept {
  const auto plain = static_cast<FineTag>(pos);
  if (pos != Pos::verb && pos != Pos::auxiliary) return plain;
  const unsigned first = pos_count + (pos == Pos::auxiliary ? verb_shapes : 0);
  for (unsigned i = 0; i < verb_shapes; ++i) {
    if (fits(shapes[i], morphology)) return static_cast<FineTag>(first + i);
  }
  return plain;
}

Pos pos_of(FineTag tag) noexcept {
  if (tag < pos_count) return static_cast<Pos>(tag);
  return tag < pos_count + verb_shapes ? Pos::verb : Pos::auxiliary;
}

void shape_verb(FineTag tag, Morphology& morphology) noexcept {
  if (tag < pos_count || tag >= fine_tag_count) return;
  const Shape& shape = shapes[(tag - pos_count) % verb_shapes];
  morphology.verb_form = shape.form;
  morphology.mood = shape.mood;
  if (shape.mood != Mood::conditional && shape.mood != Mood::imperative) {
    morphology.tense = shape.tense;
  }
}

}  // namespace frise::tag
