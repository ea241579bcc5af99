// Factuality relative to the source (FactBank, Saurí & Pustejovsky 2009), by verb form and
// operators: the conditional of hearsay ("aurait vendu"), modals, future, negation, questions,
// conditions, and who says so.

#include "event/details.hpp"

#include <algorithm>

namespace frise {
namespace {

bool has(const VerbGroup& verb, Operator effect) {
  return std::find(verb.operators.begin(), verb.operators.end(), effect) != verb.operators.end();
}

/// "cela ne signifie pas que ...": what follows a denied verb that says nothing itself is not
/// asserted.
bool under_denied_verb(const ParsedDocument& document, const ParsedSentence& sentence,
                       std::uint32_t clause) {
  if (sentence.clauses[clause].link != ClauseLink::complement || clause == 0) return false;
  const Clause& before = sentence.clauses[clause - 1];
  const VerbGroup& verb = *sentence.chunks[before.chunk].verb;
  return before.content.has_value() && verb.negated && !document.rules.speech.contains(verb.lemma);
}

/// The verb of a clause does the act it governs: "decided", "agreed".
bool acts_through(const ParsedDocument& document, const ParsedSentence& sentence,
                  std::uint32_t clause) {
  const VerbGroup& verb = *sentence.chunks[sentence.clauses[clause].chunk].verb;
  const auto found = document.rules.operators.find(verb.lemma);
  return found != document.rules.operators.end() && !verb.negated &&
         std::any_of(found->second.begin(), found->second.end(),
                     [](const OperatorVerb& op) { return op.effect == Operator::control; });
}

/// "arrêter de vendre" under "demander de": a chain of negative operators turns the sign once each.
bool turned(const VerbGroup& verb) {
  const auto negatives =
      std::count(verb.operators.begin(), verb.operators.end(), Operator::negative);
  return verb.negated != (negatives % 2 == 1);
}

}  // namespace

Certainty certainty_of(const ParsedDocument& document, const ParsedSentence& sentence,
                       std::uint32_t clause, const SpeechAct* speech) {
  const Clause& c = sentence.clauses[clause];
  const VerbGroup& verb = *sentence.chunks[c.chunk].verb;
  Certainty out;
  out.negated = turned(verb);
  out.hypothetical = sentence.question || c.link == ClauseLink::condition ||
                     under_denied_verb(document, sentence, clause);
  const bool under_speech = speech != nullptr && speech->clause &&
                            (c.link == ClauseLink::complement || speech->content.size() > 0);
  if (out.hypothetical) {
    out.factuality = Factuality::hypothetical;
  } else if (has(verb, Operator::possible) || has(verb, Operator::attempt)) {
    out.factuality = Factuality::possible;
  } else if (has(verb, Operator::necessary)) {
    out.factuality = verb.mood == Mood::conditional ? Factuality::probable : Factuality::planned;
  } else if (has(verb, Operator::future) || has(verb, Operator::plan) ||
             verb.tense == Tense::future || c.link == ClauseLink::purpose) {
    out.factuality = Factuality::planned;
  } else if (c.link == ClauseLink::infinitive) {
    // "susceptible d'investir", "prête à investir": open, whatever the verb around it says, but for
    // one that settles the act with something between: "agreed on Tuesday to buy".
    const bool settled = c.governor && acts_through(document, sentence, *c.governor);
    if (!settled) out.factuality = Factuality::possible;
  } else if (verb.mood == Mood::conditional) {
    // "a annoncé qu'elle investirait" is the future of the past; "aurait vendu" is hearsay.
    out.factuality = !verb.perfect && under_speech ? Factuality::planned : Factuality::reported;
  } else if (out.negated) {
    out.factuality = Factuality::denied;
  } else if (speech != nullptr && speech->kind == SpeechKind::deny) {
    out.factuality = Factuality::denied;
  } else if (speech != nullptr && (speech->anonymous || !speech->clause)) {
    out.factuality = Factuality::reported;
  }
  // An act that governs this one may be uncertain itself: "pourrait annoncer avoir vendu".
  if (out.factuality == Factuality::certain && c.governor) {
    const Clause& governor = sentence.clauses[*c.governor];
    const auto found = document.rules.operators.find(sentence.chunks[governor.chunk].verb->lemma);
    const bool asked =
        found != document.rules.operators.end() &&
        std::any_of(found->second.begin(), found->second.end(),
                    [](const OperatorVerb& op) { return op.effect == Operator::object; });
    if (asked && c.link != ClauseLink::gerund) {
      out.factuality = Factuality::hypothetical;
      out.hypothetical = true;
    }
  }
  return out;
}

Attribution attribution_of(const ParsedDocument& document, const SpeechAct& act) {
  Attribution out{.speaker_text = act.speaker_text,
                  .cue = std::string{slice(document.input.document.text, act.cue)},
                  .span = act.cue};
  if (act.mention) {
    const Mention& mention = document.mention(*act.mention);
    out.speaker = mention.entity;
    if (mention.entity) {
      out.anonymity = document.entity(*mention.entity).type == EntityType::person
                          ? Anonymity::named
                          : Anonymity::institutional;
    }
  } else {
    out.anonymity = Anonymity::anonymous;
  }
  return out;
}

}  // namespace frise
