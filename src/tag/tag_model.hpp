#pragma once

/// \file
/// Inside of TagModel: the sections of its file.
///
///   weights    int8[2^row_bits * 64]   model::Weights, classes are fine tags
///   words      ClassSets::Slot[]       tags seen with a word, by WordView::word
///   kinds      ClassSets::Slot[]       tags seen with words that the lexicon says the same of
///   wordsets, kindsets  ClassSet[]     the sets that slots point at

#include "frise/tag/tagging.hpp"
#include "model/class_sets.hpp"
#include "model/model_file.hpp"
#include "model/weights.hpp"
#include "tag/tag_set.hpp"

#include <cstdint>

namespace frise {

struct TagModel::Impl {
  model::ModelFile file;
  model::Weights<std::int8_t> weights;
  model::ClassSets words;
  model::ClassSets kinds;
};

}  // namespace frise

namespace frise::tag {

inline constexpr unsigned tag_width_bits = 6;
inline constexpr char tag_model_kind[] = "tagger";

}  // namespace frise::tag
