#pragma once

/// \file
/// What marks say: the summary of an event, and the short phrase on a relation.

#include "frise/view/view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// The event's own summary; made of names and the act's word where it has none.
[[nodiscard]] std::string summary_of(const MergedEvent& event, const EventGraph& graph,
                                     const std::string& locale);

/// The sentence of the claim whose summary the event bears, else of the first.
[[nodiscard]] const std::string& quote_of(const MergedEvent& event);

/// What stands in the summary between the agent's name and the target's, "bride le minage", or
/// after the agent's name to the end. Empty when the summary does not begin with the agent, and
/// when this is long or no plain phrase: a quotation, a subordinate clause, a list.
[[nodiscard]] std::string predicate_of(const MergedEvent& event, const MergedEntity& agent,
                                       const MergedEntity& target);

/// "(prévu)", "(démenti)": what the act's word alone would hide; empty for what is told as done.
[[nodiscard]] std::string_view reservation_of(const MergedEvent& event, std::string_view locale);

}  // namespace frise
