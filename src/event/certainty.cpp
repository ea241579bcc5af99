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
  return !verb.negated && document.rules.operates(verb.lemma, Operator::control);
}

/// "arrêter de vendre" under "demander de": a chain of negative operators turns the sign once each.
bool turned(const VerbGroup& verb, bool negated) {
  const auto negatives =
      std::count(verb.operators.begin(), verb.operators.end(), Operator::negative);
  return negated != (negatives % 2 == 1);
}

/// "aucun site n'a", "n'a vendu aucun site", "ni X ni Y n'a": the denial stands in a phrase.
bool denied_by_phrase(const ParsedDocument& document, const ParsedSentence& sentence,
                      const Clause& clause) {
  const Chunk& verb = sentence.chunks[clause.chunk];
  const auto& segmentation = document.input.segmentation;
  const auto none = [&](std::uint32_t c) {
    const std::uint32_t first = sentence.chunks[c].tokens.begin;
    return document.rules.nobody.contains(segmentation.key(first)) ||
           (first > 0 && document.rules.nobody.contains(segmentation.key(first - 1)));
  };
  bool announced = document.rules.negators.empty();  // English asks for no "ne" before it
  for (std::uint32_t t = verb.tokens.begin; t < verb.tokens.end; ++t) {
    announced = announced || document.rules.negators.contains(segmentation.key(t));
  }
  return announced && (std::any_of(clause.subjects.begin(), clause.subjects.end(), none) ||
                       std::any_of(clause.objects.begin(), clause.objects.end(), none));
}

/// "sans vendre", "loin de vendre": the act is not done.
bool without(const ParsedDocument& document, const ParsedSentence& sentence, const Clause& clause) {
  const std::uint32_t verb = sentence.chunks[clause.chunk].tokens.begin;
  constexpr std::uint32_t longest = 3;
  for (std::uint32_t t = verb; t > 0 && verb - t < longest; --t) {
    const std::string_view key = document.input.segmentation.key(t - 1);
    if (document.rules.without.contains(key)) return true;
  }
  return false;
}

/// "X avait perdu": done, whatever came next.
bool told_as_past(const ParsedSentence& sentence, std::uint32_t clause) {
  const VerbGroup& verb = *sentence.chunks[sentence.clauses[clause].chunk].verb;
  return !verb.negated && verb.operators.empty() &&
         (verb.perfect || verb.tense == Tense::past || verb.tense == Tense::imperfect);
}

/// "stopped X from selling": the gerund stands behind the word that the operator asks for.
bool linked_by_operator(const ParsedDocument& document, const ParsedSentence& sentence,
                        const Clause& clause, const VerbGroup& governor) {
  const std::uint32_t verb = sentence.chunks[clause.chunk].tokens.begin;
  const auto found = document.rules.operators.find(governor.lemma);
  if (verb == 0 || found == document.rules.operators.end()) return false;
  const std::string_view before = document.input.segmentation.key(verb - 1);
  return std::any_of(found->second.begin(), found->second.end(), [&](const OperatorVerb& one) {
    return one.effect == Operator::object &&
           std::find(one.linkers.begin(), one.linkers.end(), before) != one.linkers.end();
  });
}

/// "decide whether to open"
bool left_to_decide(const ParsedDocument& document, const ParsedSentence& sentence,
                    const Clause& clause) {
  const Chunk& verb = sentence.chunks[clause.chunk];
  if (verb.verb->form != VerbForm::infinitive) return false;
  constexpr std::uint32_t near = 2;  // "whether to"
  for (std::uint32_t t = verb.tokens.begin; t > 0 && verb.tokens.begin - t < near; --t) {
    if (document.rules.hypothesis.contains(document.input.segmentation.key(t - 1))) return true;
  }
  return false;
}

/// "probablement", "prétendument" beside the verb: how sure the teller is.
std::optional<Factuality> hedge(const ParsedDocument& document, const ParsedSentence& sentence,
                                const Clause& clause) {
  const auto& tokens = document.input.segmentation.sentences[sentence.index].tokens;
  const Chunk& verb = sentence.chunks[clause.chunk];
  constexpr std::uint32_t near = 3;
  const std::uint32_t begin = std::max(
      tokens.begin, verb.tokens.begin > near ? verb.tokens.begin - near : std::uint32_t{0});
  const std::uint32_t end = std::min(tokens.end, verb.tokens.end + near);
  for (std::uint32_t t = begin; t < end; ++t) {
    const auto found = document.rules.hedges.find(document.input.segmentation.key(t));
    if (found == document.rules.hedges.end()) continue;
    for (const Hedge& one : found->second) {
      std::size_t same = 0;
      while (same < one.words.size() && t + same < tokens.end &&
             document.input.segmentation.key(t + same) == one.words[same]) {
        ++same;
      }
      if (same == one.words.size()) return one.factuality;
    }
  }
  return std::nullopt;
}

/// "est sur le point de vendre", "est tenu de vendre", "est susceptible de vendre": the words
/// between "être" and the infinitive.
std::optional<Factuality> prospect(const ParsedDocument& document, const ParsedSentence& sentence,
                                   const Clause& clause) {
  if (!clause.governor) return std::nullopt;
  const Chunk& governor = sentence.chunks[sentence.clauses[*clause.governor].chunk];
  const Chunk& verb = sentence.chunks[clause.chunk];
  if (governor.tokens.end > verb.tokens.begin) return std::nullopt;
  for (const Hedge& one : document.rules.prospects) {
    if (followed_by(document, governor, one.words)) return one.factuality;
  }
  return std::nullopt;
}

}  // namespace

Certainty certainty_of(const ParsedDocument& document, const ParsedSentence& sentence,
                       std::uint32_t clause, const SpeechAct* speech) {
  const Clause& c = sentence.clauses[clause];
  const VerbGroup& verb = *sentence.chunks[c.chunk].verb;
  Certainty out;
  const bool denied = verb.negated || denied_by_phrase(document, sentence, c);
  out.negated = turned(verb, denied) != without(document, sentence, c);
  // "n'exclut pas de vendre", "n'a pas renoncé à vendre": not excluded is possible.
  const bool left_open = denied && has(verb, Operator::negative);
  const auto hedged = hedge(document, sentence, c);
  out.hypothetical = sentence.question || c.link == ClauseLink::condition ||
                     left_to_decide(document, sentence, c) ||
                     under_denied_verb(document, sentence, clause);
  const bool under_speech = speech != nullptr && speech->clause &&
                            (c.link == ClauseLink::complement || speech->content.size() > 0);
  if (out.hypothetical) {
    out.factuality = Factuality::hypothetical;
  } else if (out.negated && has(verb, Operator::negative)) {
    out.factuality = Factuality::denied;  // "refuse de vendre", "a renoncé à vendre"
  } else if (left_open || has(verb, Operator::possible) || has(verb, Operator::attempt)) {
    out.factuality = Factuality::possible;
  } else if (has(verb, Operator::necessary) && verb.perfect &&
             (verb.mood == Mood::conditional || document.rules.past_as_participle)) {
    // "aurait dû vendre", "should never have sold": wished otherwise, after the act.
    out.factuality = Factuality::hypothetical;
    out.hypothetical = true;
  } else if (has(verb, Operator::necessary) && out.negated) {
    out.factuality = Factuality::denied;  // "ne doit pas vendre"
  } else if (has(verb, Operator::necessary)) {
    out.factuality = verb.mood == Mood::conditional ? Factuality::probable : Factuality::planned;
  } else if (has(verb, Operator::future) || has(verb, Operator::plan) ||
             verb.tense == Tense::future || c.link == ClauseLink::purpose) {
    // "n'achètera pas", "does not plan to sell"
    out.factuality = out.negated ? Factuality::denied : Factuality::planned;
  } else if (c.link == ClauseLink::infinitive && !out.negated) {
    // "susceptible d'investir", "prête à investir": open, whatever the verb around it says, but for
    // one that settles the act with something between: "agreed on Tuesday to buy".
    // "avant de faire appel" tells what came next.
    const bool settled =
        c.governor &&
        (acts_through(document, sentence, *c.governor) ||
         (told_in_order(document, sentence, c) && told_as_past(sentence, *c.governor)));
    if (!settled) out.factuality = prospect(document, sentence, c).value_or(Factuality::possible);
    out.negated = out.factuality == Factuality::denied;
  } else if (verb.mood == Mood::conditional) {
    // "a annoncé qu'elle investirait" is the future of the past; "aurait vendu" is hearsay.
    out.factuality = !verb.perfect && under_speech ? Factuality::planned : Factuality::reported;
  } else if (out.negated) {
    out.factuality = Factuality::denied;
  } else if (speech != nullptr && speech->kind == SpeechKind::deny) {
    out.factuality = Factuality::denied;
  } else if (hedged) {
    out.factuality = *hedged;
  } else if (speech != nullptr && (speech->anonymous || !speech->clause)) {
    out.factuality = Factuality::reported;
  }
  // An act that governs this one may be uncertain itself: "pourrait annoncer avoir vendu"; what
  // somebody is asked to do, or to stop doing, is open.
  if ((out.factuality == Factuality::certain || out.factuality == Factuality::denied) &&
      c.governor) {
    const VerbGroup& governor = *sentence.chunks[sentence.clauses[*c.governor].chunk].verb;
    const bool governed = c.link == ClauseLink::infinitive || c.link == ClauseLink::complement ||
                          c.link == ClauseLink::purpose ||
                          linked_by_operator(document, sentence, c, governor);
    if (governed && document.rules.operates(governor.lemma, Operator::object)) {
      out.factuality = Factuality::hypothetical;
      out.hypothetical = true;
    }
  }
  // "accuse X d'avoir vendu", "accused of copying"
  const bool bare = c.link == ClauseLink::infinitive || c.link == ClauseLink::gerund;
  if (c.governor && bare && c.chunk > 0 &&
      sentence.chunks[c.chunk - 1].kind == ChunkKind::preposition) {
    const VerbGroup& governor = *sentence.chunks[sentence.clauses[*c.governor].chunk].verb;
    if (document.rules.operates(governor.lemma, Operator::alleged) && !out.negated) {
      out.factuality = Factuality::reported;
      out.alleged = true;
    }
  }
  return out;
}

DealStatus worded_status(const ParsedDocument& document, const ParsedSentence& sentence) {
  const auto& segmentation = document.input.segmentation;
  const TokenRange tokens = segmentation.sentences[sentence.index].tokens;
  constexpr std::uint32_t longest = 200;
  const std::uint32_t end = std::min(tokens.end, tokens.begin + longest);
  DealStatus said = DealStatus::none;
  std::size_t most = 0;  // "signer une lettre d'intention": the longer expression tells
  for (std::uint32_t t = tokens.begin; t < end; ++t) {
    for (const StatusWord& one : document.rules.deal_words) {
      std::size_t same = 0;
      while (same < one.words.size() && t + same < end) {
        const auto at = t + static_cast<std::uint32_t>(same);
        if (segmentation.key(at) != one.words[same] &&
            document.input.tags[at].lemma != one.words[same]) {
          break;
        }
        ++same;
      }
      if (same == one.words.size() && same > most) {
        said = one.status;
        most = same;
      }
    }
  }
  return said;
}

DealStatus deal_status(const ParsedDocument& document, const ParsedSentence& sentence,
                       const EventMention& event) {
  const bool deal = event.type == EventType::invest || event.type == EventType::acquire ||
                    event.type == EventType::merge || event.type == EventType::partner ||
                    event.type == EventType::supply;
  // "n'a pas été finalisé"
  if (event.negated && event.status == DealStatus::completed) return DealStatus::none;
  if (!deal || event.status != DealStatus::none) return event.status;
  if (const DealStatus said = worded_status(document, sentence); said != DealStatus::none) {
    return said;
  }
  if (event.factuality == Factuality::reported) return DealStatus::rumoured;
  if (event.factuality == Factuality::planned && event.attribution) return DealStatus::announced;
  return DealStatus::none;
}

Attribution attribution_of(const ParsedDocument& document, const SpeechAct& act) {
  Attribution out{.speaker_text = act.speaker_text,
                  .cue = std::string{slice(document.input.document.text, act.cue)},
                  .span = act.cue};
  if (act.mention) {
    const Mention& mention = document.mention(*act.mention);
    out.speaker = mention.entity;
    for (const RoleFact& fact : document.input.entities.roles) {
      if (fact.person != mention.entity || fact.time == RoleTime::past) continue;
      out.role = fact.role;
      out.organization = fact.organization;
      break;
    }
    if (!out.organization) out.organization = act.house;
    if (mention.entity) {
      out.anonymity = document.entity(*mention.entity).type == EntityType::person
                          ? Anonymity::named
                          : Anonymity::institutional;
    }
  } else {
    // "le ministre du Budget" is somebody, "un proche du dossier" nobody in particular.
    out.anonymity = act.anonymous ? Anonymity::anonymous : Anonymity::institutional;
  }
  return out;
}

}  // namespace frise
