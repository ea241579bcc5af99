#pragma once

/// \file
/// From lessons to the file of a tagger.

#include "frise/tag/tagging.hpp"
#include "train/lesson.hpp"

#include <span>
#include <string>

namespace frise::train {

struct TaggerPlan {
  unsigned rounds = 12;
  unsigned row_bits = 15;  ///< rows of 64 bytes: 2 MB
};

/// The bytes of a tagger.model. The same lessons in the same order give the same bytes.
[[nodiscard]] std::string train_tagger(std::span<const Lesson* const> lessons,
                                       const Lexicon& lexicon, std::string_view lang,
                                       const TaggerPlan& plan);

}  // namespace frise::train
