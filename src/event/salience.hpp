#pragma once

// Which events are worth a mark: those that somebody does or that befall somebody, not what only
// says which thing is meant.

#include "event/frames.hpp"

#include <cstdint>
#include <vector>

namespace frise {

/// The mentions that take part in a role.
[[nodiscard]] std::vector<std::uint32_t> mentions_of(const EventMention& event,
                                                     ParticipantRole role);

/// "Nous allons investir": the subject is who speaks.
[[nodiscard]] bool in_first_person(const ParsedDocument& document, const ParsedSentence& sentence,
                                   const Clause& clause);

/// "un médicament fabriqué par X", "a plane built by X": which thing it is, no act that is told.
[[nodiscard]] bool names_maker(const ParsedSentence& sentence, const Frame& frame,
                               std::uint32_t clause, const EventMention& event);

/// The clause has a subject, and it is a thing or a pronoun that stands for nobody known.
[[nodiscard]] bool acts_by_nobody(const ParsedDocument& document, const ParsedSentence& sentence,
                                  const Frame& frame, std::uint32_t clause,
                                  const EventMention& event);

/// Drawn: somebody acts or is acted on, or a number of things is ("deux raffineries ont été
/// fermées"), or it has a day; for a weak predicate, two take part, or one on a date or for a
/// sum.
[[nodiscard]] bool worth_drawing(const ParsedDocument& document, const ParsedSentence& sentence,
                                 const EventMention& event, const FrameMatch& match);

}  // namespace frise
