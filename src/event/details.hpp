#pragma once

// What surrounds an event: when, how sure, how much, in which words.

#include "event/parse.hpp"

#include <string>
#include <vector>

namespace frise {

/// When the act of a clause was, by the words that it governs; see dating.cpp for the order of
/// reasons. `trigger` is the token of the predicate; `clause` is empty for a noun outside any
/// clause.
[[nodiscard]] EventDate date_of(const ParsedDocument& document, const ParsedSentence& sentence,
                                std::optional<std::uint32_t> clause, std::uint32_t trigger);

/// A time expression as the date of an event: TIMEX3 value to EDTF.
[[nodiscard]] EventDate date_from(const ParsedDocument& document, std::uint32_t timex,
                                  std::string why);

/// "avant de faire appel", "after posting a loss": done at another time than the act it hangs on.
[[nodiscard]] bool told_in_order(const ParsedDocument& document, const ParsedSentence& sentence,
                                 const Clause& clause);

struct Certainty {
  Factuality factuality = Factuality::certain;
  bool negated = false;
  bool hypothetical = false;  ///< a question, a condition, a wish of somebody else: not drawn
  bool alleged = false;       ///< "accuse X d'avoir vendu": the accusation tells it
};

/// How sure the act of a clause is, by its verb forms, operators, and who says so.
[[nodiscard]] Certainty certainty_of(const ParsedDocument& document, const ParsedSentence& sentence,
                                     std::uint32_t clause, const SpeechAct* speech);

/// How far a deal has come, by the words of a sentence.
[[nodiscard]] DealStatus worded_status(const ParsedDocument& document,
                                       const ParsedSentence& sentence);

/// How far a deal has come, by the words of its sentence ("lettre d'intention", "finaliser"), else
/// by who tells of it: a plan that its maker tells is announced, hearsay is rumoured.
[[nodiscard]] DealStatus deal_status(const ParsedDocument& document, const ParsedSentence& sentence,
                                     const EventMention& event);

/// Sums of money and counts among the tokens.
[[nodiscard]] std::vector<Amount> amounts_in(const ParsedDocument& document, TokenRange tokens);

/// "Nvidia a exclu les startups crypto de son programme": the agents by name, then the article's
/// words from the verb on, cut at a clause mark; at most about 110 bytes.
[[nodiscard]] std::string summarize(const ParsedDocument& document, const ParsedSentence& sentence,
                                    const std::vector<std::uint32_t>& agents,
                                    std::optional<std::uint32_t> clause, TokenRange otherwise);

/// "Huang : « ... »" for a speech act with a quotation, else as summarize.
[[nodiscard]] std::string summarize_speech(const ParsedDocument& document,
                                           const ParsedSentence& sentence, const SpeechAct& act);

[[nodiscard]] Attribution attribution_of(const ParsedDocument& document, const SpeechAct& act);

}  // namespace frise
