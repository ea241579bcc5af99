#pragma once

/// \file
/// How well two neighbouring words go together: `lexicon/context.tsv`, written by hand.
///
/// A cost is about the number of bits that the step surprises by: 0 is expected, 10 hardly ever
/// happens. Rows: classes of the first word, then `class:cost` for the second, `*:cost` for all not
/// named. Several classes are separated by spaces; `group NAME classes...` names a list. Later rows
/// override.

#include "frise/pack/table.hpp"
#include "tag/word_class.hpp"

#include <array>
#include <cstdint>

namespace frise::tag {

class ContextCosts {
 public:
  /// No table: every step costs the same.
  ContextCosts() noexcept { cost_.fill(6); }

  [[nodiscard]] static Result<ContextCosts> compile(const Table& table);

  [[nodiscard]] int operator()(WordClass first, WordClass second) const noexcept {
    return cost_[static_cast<std::size_t>(first) * word_class_count +
                 static_cast<std::size_t>(second)];
  }

 private:
  std::array<std::int8_t, word_class_count * word_class_count> cost_;
};

}  // namespace frise::tag
