#pragma once

/// \file
/// Inside of ParseModel: the sections of its file.
///
///   moves      int8[2^row_bits * 4]    model::Weights, classes are moves
///   relation   int8[2^row_bits * 64]   model::Weights, classes are relations
///   names      text                    a relation a line, at most 64
///   places     ClassSets::Slot[]       relations seen between words, by relation_place()
///   placeset   ClassSet[]              the sets that slots point at
///   other      ClassSet[1]             relations of words never seen together

#include "frise/syntax/parsing.hpp"
#include "model/class_sets.hpp"
#include "model/model_file.hpp"
#include "model/weights.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace frise {

struct ParseModel::Impl {
  model::ModelFile file;
  model::Weights<std::int8_t> moves;
  model::Weights<std::int8_t> relations;
  std::vector<std::string_view> names;
  model::ClassSets places;
  model::ClassSet other = 0;
};

}  // namespace frise

namespace frise::syntax {

inline constexpr unsigned move_width_bits = 2;
inline constexpr unsigned relation_width_bits = 6;
inline constexpr char parse_model_kind[] = "parser";

}  // namespace frise::syntax
