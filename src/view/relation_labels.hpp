#pragma once

/// \file
/// What stands on a relation of the map: a short whole phrase and the years.

#include "view/relations.hpp"

#include <optional>
#include <string>

namespace frise {

/// "bride le minage · 2021": the article's words where one act says it shortly, else the words for
/// the acts; a statement is "parle de", "critique", "soutient". Never a sentence cut in the middle.
[[nodiscard]] std::string relation_label(const RelationKey& key, const Bundle& bundle,
                                         const EventGraph& graph, const std::string& locale);

/// The same without the years.
[[nodiscard]] std::string relation_phrase(const RelationKey& key, const Bundle& bundle,
                                          const EventGraph& graph, const std::string& locale);

/// Of everything in it that is dated; both or none.
struct Years {
  std::optional<int> first;
  std::optional<int> last;
};
[[nodiscard]] Years years_of(const Bundle& bundle);

}  // namespace frise
