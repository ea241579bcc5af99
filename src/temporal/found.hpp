#pragma once

/// \file
/// The expressions of a text as the rules read them, before they are placed in time.

#include "temporal/frame.hpp"
#include "temporal/rules_impl.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace frise::temporal {

struct Found {
  Span span;
  TokenRange tokens;
  std::uint32_t sentence = 0;  ///< index
  Frame frame;
  std::optional<Frame> until;  ///< the other end, where two dates are one span
  struct Distance {
    std::int64_t count = 0;
    Unit unit = Unit::day;
  };
  std::optional<Distance> distance;  ///< of the day meant from the one that the frame tells
  const Leaf* leaf = nullptr;
  bool continues = false;  ///< a further expression of the match before
};

/// Sorted, not overlapping; one pass over the tokens.
/// \param won where to add Rule::row of each match that was taken, those among them
///   that say that there is nothing to read; or nullptr.
[[nodiscard]] std::vector<Found> find_expressions(std::string_view text,
                                                  const Segmentation& segmentation,
                                                  const std::vector<WordTag>& tags,
                                                  const TemporalRules::Impl& rules, TextKind kind,
                                                  std::vector<Diagnostic>& diagnostics,
                                                  std::vector<std::uint32_t>* won = nullptr);

}  // namespace frise::temporal
