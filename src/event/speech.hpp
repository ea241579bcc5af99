#pragma once

// Who says what: the acts of speech in a sentence, and the speaker of each quotation.

#include "event/parse.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace frise {

/// Verbs and expressions of speech, "selon X", "X : « ... »". Reads the sentences before it for
/// whoever "affirme-t-il" goes on from, and gives a clause the subject that stands after it: "« ...
/// », déclare à l'agence X".
void find_speech(const ParsedDocument& document, ParsedSentence& sentence);

/// "– Jensen Huang, PDG de NVIDIA": an act of its own, whose content is the block before.
void find_dash_line(const ParsedDocument& document, ParsedSentence& sentence);

/// Gives each quotation its speaker: the act of speech beside it, else the dash line under it,
/// else, for one that makes up its sentence, the speaker of the quotation before. \param
/// of_sentence for each sentence of the segmentation, its index in document.sentences
void find_speakers(ParsedDocument& document,
                   const std::vector<std::optional<std::uint32_t>>& of_sentence);

}  // namespace frise
