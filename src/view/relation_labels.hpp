#pragma once

/// \file
/// What stands on a relation of the map: a short whole phrase and the years.

#include "view/relations.hpp"

#include <string>

namespace frise {

/// "bride le minage · 2021": the article's words where one act says it shortly, else the words for
/// the acts; a statement is "parle de", "critique", "soutient". Never a sentence cut in the middle.
[[nodiscard]] std::string relation_label(const RelationKey& key, const Bundle& bundle,
                                         const EventGraph& graph, const std::string& locale);

/// " · 2017–2021", or nothing when nothing is dated.
[[nodiscard]] std::string years_of(const Bundle& bundle);

}  // namespace frise
