#pragma once

/// \file
/// The expressions of a text as the rules read them, before they are placed in time.

#include "temporal/frame.hpp"
#include "temporal/rules_impl.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace frise::temporal {

struct Found {
  Span span;
  TokenRange tokens;
  std::uint32_t sentence = 0;  ///< index
  Frame frame;
  const Leaf* leaf = nullptr;
  bool continues = false;  ///< a further expression of the match before
};

/// Sorted, not overlapping; one pass over the tokens.
[[nodiscard]] std::vector<Found> find_expressions(std::string_view text,
                                                  const Segmentation& segmentation,
                                                  const std::vector<WordTag>& tags,
                                                  const TemporalRules::Impl& rules,
                                                  std::vector<Diagnostic>& diagnostics);

}  // namespace frise::temporal
