#pragma once

// Who is for or against whom, from acts and from words.

#include "event/details.hpp"
#include "event/frames.hpp"

#include <vector>

namespace frise {

/// From an event with a polarity of its own: to exclude is to be against. Sellers support nobody.
void stances_of_act(const ParsedDocument& document, const ParsedSentence& sentence,
                    const EventMention& event, std::vector<Stance>& out);

/// From the stance words of a sentence: "fustiger", "croire en", "soutien à", "n'apporter rien
/// d'utile".
/// \param told the events so far, this sentence's included: "ces déclarations", "ce plan" are of
/// those who last spoke or acted
void stances_of_words(const ParsedDocument& document, const ParsedSentence& sentence,
                      const std::vector<EventMention>& told, std::vector<Stance>& out);

/// The holder works there: what a finance director says of her company is no stance.
[[nodiscard]] bool works_for(const ParsedDocument& document, std::uint32_t holder,
                             std::uint32_t target);
/// A court judges between sides and takes none; who goes to court is not against the court.
[[nodiscard]] bool can_be_target(const ParsedDocument& document, std::uint32_t entity);
[[nodiscard]] bool can_hold(const ParsedDocument& document, std::uint32_t entity);

}  // namespace frise
