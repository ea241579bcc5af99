#pragma once

// What the words say of the order of two events of one sentence: "après", "before".

#include "event/parse.hpp"
#include "frise/event/event_mention.hpp"

#include <cstddef>
#include <vector>

namespace frise {

/// \param first of the sentence's events, which are the last in the list and stand in its order.
void order_of_sentence(const ParsedDocument& document, const ParsedSentence& sentence,
                       const std::vector<EventMention>& events, std::size_t first,
                       std::vector<EventOrder>& out);

}  // namespace frise
