#pragma once

// Frames laid over clauses and noun phrases: which predicate, and who plays which part in it.

#include "event/owners.hpp"
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
  std::optional<std::uint32_t> tells_of;  ///< token of the noun that its verb only announces
  bool spared = false;                    ///< its verb says that the act did not befall anybody
  bool supported = false;                 ///< a noun that its verb tells as done or to be done
  bool counted = false;  ///< it befalls a number of things: "500 postes", "deux raffineries"
};

/// The first frame of the verb's lemma whose conditions hold; a noun of action that the verb only
/// supports comes before a frame that asks for no words.
[[nodiscard]] std::optional<FrameMatch> match_verb(const ParsedDocument& document,
                                                   const ParsedSentence& sentence,
                                                   std::uint32_t clause, const OwnedThings& things);

/// "infliger une amende à X", "procéder à la fermeture de X": the noun's frame with the verb's
/// subject.
[[nodiscard]] std::optional<FrameMatch> match_support(const ParsedDocument& document,
                                                      const ParsedSentence& sentence,
                                                      std::uint32_t clause);

/// A noun that names an act ("l'acquisition de X par Y"), outside any support verb.
[[nodiscard]] std::optional<FrameMatch> match_noun(const ParsedDocument& document,
                                                   const ParsedSentence& sentence,
                                                   std::uint32_t chunk);

/// Adds each mention's entity in a role unless the entity has one already.
void add_participants(const ParsedDocument& document, ParticipantRole role,
                      const std::vector<std::uint32_t>& mentions, std::vector<Participant>& out);
void add_participant(ParticipantRole role, const Owner& owner, std::vector<Participant>& out);

/// What else is named among the tokens is a topic, or the place; never an end of an arrow.
void add_topics(const ParsedDocument& document, TokenRange tokens, std::vector<Participant>& out);

}  // namespace frise
