#pragma once

/// \file
/// From lessons to the file of a parser.

#include "frise/tag/tagging.hpp"
#include "train/lesson.hpp"

#include <span>
#include <string>
#include <vector>

namespace frise::train {

struct ParserPlan {
  unsigned rounds = 10;
  unsigned move_row_bits = 19;      ///< rows of 4 bytes: 2 MB
  unsigned relation_row_bits = 13;  ///< rows of 64 bytes: 0.5 MB
};

/// The bytes of a parser.model. The same lessons and tags in the same order give the same bytes.
/// \param tags  of the tokens of each lesson, as good as a tagger gives that has not seen the
/// lesson:
///   a parser that learns from perfect tags trusts them too much
[[nodiscard]] std::string train_parser(std::span<const Lesson* const> lessons,
                                       std::span<const std::vector<WordTag>> tags,
                                       std::string_view lang, const ParserPlan& plan);

}  // namespace frise::train
