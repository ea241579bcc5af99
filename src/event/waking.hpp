#pragma once

// Which sentences are worth a tree: those in which an event, a stance or somebody's words may
// stand.

#include "event/rules.hpp"

namespace frise {

/// The lemmas of all predicates: of frames, of act nouns, of speech, of stances. A lemma that means
/// something only with words after it ("mettre à l'écart") comes with the longest of each.
[[nodiscard]] TextMap<std::vector<std::string>> waking_words(const EventRules::Impl& rules);

/// A predicate stands in the sentence, and an entity that could take part. One look-up a token.
[[nodiscard]] bool wakes(const EventInput& input, const EventRules::Impl& rules,
                         TokenRange sentence);

}  // namespace frise
