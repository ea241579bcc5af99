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
constexpr bool fits(const Shape& shape, const Shape& told) {
  if (shape.form != told.form) return false;
  if (shape.form != VerbForm::finite) return true;
  const Mood mood = told.mood == Mood::none ? Mood::indicative : told.mood;
  return shape.mood == mood && (shape.tense == Tense::none || shape.tense == told.tense);
}

constexpr unsigned forms = static_cast<unsigned>(VerbForm::present_participle) + 1;
constexpr unsigned moods = static_cast<unsigned>(Mood::imperative) + 1;
constexpr unsigned tenses = static_cast<unsigned>(Tense::future) + 1;

/// The shape that each form, mood and tense fits first; verb_shapes where there is none.
constexpr auto shape_of = [] {
  std::array<std::uint8_t, std::size_t{forms} * moods * tenses> table{};
  for (unsigned i = 0; i < table.size(); ++i) {
    const Shape told{static_cast<VerbForm>(i / tenses / moods),
                     static_cast<Mood>(i / tenses % moods), static_cast<Tense>(i % tenses)};
    std::uint8_t shape = 0;
    while (shape < verb_shapes && !fits(shapes[shape], told)) ++shape;
    table[i] = shape;
  }
  return table;
}();

}  // namespace

FineTag fine_tag(Pos pos, const Morphology& morphology) noexcept {
  const auto plain = static_cast<FineTag>(pos);
  if (pos != Pos::verb && pos != Pos::auxiliary) return plain;
  const unsigned first = pos_count + (pos == Pos::auxiliary ? verb_shapes : 0);
  const unsigned shape = shape_of[(static_cast<unsigned>(morphology.verb_form) * moods +
                                   static_cast<unsigned>(morphology.mood)) *
                                      tenses +
                                  static_cast<unsigned>(morphology.tense)];
  return shape < verb_shapes ? static_cast<FineTag>(first + shape) : plain;
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
