#pragma once

// What the readers of speech share: speech.cpp for verbs, speech_cues.cpp for what speaks without
// one, speakers.cpp for quotations.

#include "event/parse.hpp"

#include <optional>
#include <vector>

namespace frise {

[[nodiscard]] bool has_speaker(const SpeechAct& act);
[[nodiscard]] bool is_person(const ParsedDocument& document, std::optional<std::uint32_t> mention);

/// First human-like mention of a phrase, or its words when nobody known stands behind them.
void set_speaker(const ParsedDocument& document, const ParsedSentence& sentence,
                 const std::vector<std::uint32_t>& chunks, SpeechAct& act);

/// "selon X, ...", "according to X": the phrase after the cue speaks, the rest of the sentence is
/// said.
void find_source_phrases(const ParsedDocument& document, ParsedSentence& sentence);

/// "X : « ... »" and "« ... » : X": a name and a quotation with nothing but a colon between them.
void find_colon_speech(const ParsedDocument& document, ParsedSentence& sentence);

/// "« ... », réplique X": behind a quotation, a word that is a noun elsewhere.
void find_quote_tags(const ParsedDocument& document, ParsedSentence& sentence);

}  // namespace frise
