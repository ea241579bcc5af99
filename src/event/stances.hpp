#pragma once

// Who is for or against whom, from acts and from words.

#include "event/details.hpp"
#include "event/frames.hpp"

#include <vector>

namespace frise {

/// From an event with a polarity of its own: to exclude is to be against. Sellers support nobody.
void stances_of_act(const ParsedDocument& document, const ParsedSentence& sentence,
                    const EventMention& event, std::vector<Stance>& out);

/// From the stance words of a sentence: "fustiger", "croire en", "n'apporter rien d'utile".
void stances_of_words(const ParsedDocument& document, const ParsedSentence& sentence,
                      std::vector<Stance>& out);

}  // namespace frise
