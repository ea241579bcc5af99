#pragma once

/// \file
/// A sentence of a treebank cut as frise cuts it, with what the treebank says of each token.
///
/// Where the cuts differ: a token that covers several words ("du": de, le) is the word among them
/// whose head lies outside, the first if there are two; of the tokens that share one word ("12",
/// "-", "month"), the first is the word and the others hang on it.

#include "frise/segment/segmentation.hpp"
#include "train/conllu.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frise::train {

inline constexpr std::int32_t no_token = -1;

/// What the treebank says of one token.
struct GoldToken {
  bool same_cut = false;  ///< the token and its words (one, or a contraction) have the same span
  Pos pos = Pos::other;
  Morphology morphology;
  std::int32_t head = no_token;  ///< token index; no_token for the root
  std::string_view relation;     ///< points into the treebank, or at a literal
};

struct Lesson {
  Document document;
  Segmentation segmentation;
  std::vector<GoldToken> gold;  ///< one a token
};

/// \param sentence must outlive the lesson.
[[nodiscard]] Lesson make_lesson(const ConlluSentence& sentence, const SegmentRules& rules,
                                 std::string_view lang);

}  // namespace frise::train
