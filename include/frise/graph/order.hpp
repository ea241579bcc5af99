#pragma once

/// \file
/// Some of the events, in the order that the whole network of time gives them (Boost.Graph inside).

#include "frise/merge/corpus.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// One event before another, with no third of those chosen between them.
struct OrderStep {
  std::uint32_t before = 0;  ///< indices into the events
  std::uint32_t after = 0;
  std::string why;  ///< "dates", or the link that says so
};

/// Steps among the events kept: a way through others becomes one step, and a step that follows from
/// two others goes (transitive reduction). Sorted; steps that would close a cycle are left out.
[[nodiscard]] std::vector<OrderStep> reduce_order(const std::vector<OrderStep>& steps,
                                                  const std::vector<char>& kept);

/// What the corpus knows of the order of these events (ids, each once).
[[nodiscard]] std::vector<OrderStep> order_among(const Corpus& corpus,
                                                 const std::vector<std::string_view>& events);

}  // namespace frise
