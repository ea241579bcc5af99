#pragma once

// Frames laid over clauses and noun phrases: which predicate, and who plays which part in it.

#include "event/parse.hpp"

#include <optional>
#include <vector>

namespace frise {

/// A frame that fits, with its participants (entities only, each once).
struct FrameMatch {
  const Frame* frame = nullptr;
  TokenRange trigger;
  std::optional<std::uint32_t> clause;  ///< that it stands in or is
  TokenRange region;                    ///< the words of the act, for amounts
  std::vector<Participant> participants;
};

/// The first frame of the verb's lemma whose conditions hold, support verbs with their noun
/// included.
[[nodiscard]] std::optional<FrameMatch> match_verb(const ParsedDocument& document,
                                                   const ParsedSentence& sentence,
                                                   std::uint32_t clause);

/// A noun that names an act ("l'acquisition de X par Y"), outside any support verb.
[[nodiscard]] std::optional<FrameMatch> match_noun(const ParsedDocument& document,
                                                   const ParsedSentence& sentence,
                                                   std::uint32_t chunk);

/// Adds each mention's entity in a role unless the entity has one already.
void add_participants(const ParsedDocument& document, ParticipantRole role,
                      const std::vector<std::uint32_t>& mentions, std::vector<Participant>& out);

}  // namespace frise
