#pragma once

// The event tables of a language pack, frozen: frames of verbs and nouns, verbs of speech, verbs
// that act on another verb, stance words, amounts. Keys are lemmas (see tag/) and lookup forms (see
// segment/).

#include "frise/event/event_mention.hpp"
#include "frise/event/predicate.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace frise {

/// Hash that lets maps of strings be asked with views.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return std::hash<std::string_view>{}(text);
  }
};

template <class T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

/// Where a participant stands beside its predicate: "subj", "obj", "poss", a preposition's lemma,
/// or "before": the subject of the clause before it in the sentence.
struct FrameSlot {
  std::string place;
  ParticipantRole role = ParticipantRole::patient;
};

/// What must hold of the phrase in a place for a frame to apply.
struct FrameCondition {
  enum class Kind : std::uint8_t {
    actor,            ///< "obj:actor": someone who acts: company, person, organization, government
    person,           ///< "obj:person"
    entity,           ///< "obj:entity": any entity at all
    head,             ///< "obj~usine|site": the phrase's head has one of these lemmas
    negated,          ///< "verb:negated": the predicate itself is denied, and means that
    negative_act,     ///< "inf:negative": the act governed is one of stopping or not doing
    governed_act,     ///< "inf~solder|clore": an act governed, or its purpose, is one of these
    governed_object,  ///< "inf.obj~litige": and this is what it is done to
    present,          ///< "obj": there is such a phrase
  };
  std::vector<std::string> places;  ///< any of these: "sur|contre"
  Kind kind = Kind::present;
  bool negative = false;  ///< "!obj~...": must not hold
  std::vector<std::string> lemmas;

  /// Tells which words must stand somewhere.
  [[nodiscard]] bool asks_words() const noexcept { return !lemmas.empty() && !negative; }
};

/// One predicate: "exclure", "mettre + à l'écart", "se associer", or a noun, "acquisition".
struct Frame {
  std::string rule;
  std::vector<std::string> fixed;  ///< lookup forms that follow the verb
  bool reflexive = false;
  EventType type = EventType::other;
  std::vector<FrameSlot> slots;
  std::vector<FrameCondition> conditions;
  std::optional<Factuality> factuality;  ///< what the word itself says: "prévoir"
  DealStatus status = DealStatus::none;
  bool weak = false;     ///< drawn only with two participants, or one and a date
  bool own = false;      ///< done by a company to what is its own: closing, producing, launching
  bool neutral = false;  ///< for or against nobody, whatever its type: a dispute is settled

  [[nodiscard]] bool asks_negation() const noexcept {
    for (const FrameCondition& c : conditions) {
      if (c.kind == FrameCondition::Kind::negated) return true;
    }
    return false;
  }

  /// Tells what the phrase beside the verb is, not only that there is one.
  [[nodiscard]] bool asks_words() const noexcept {
    if (!fixed.empty()) return true;
    for (const FrameCondition& c : conditions) {
      if (c.asks_words()) return true;
    }
    return false;
  }

  /// "lay + off": the word that may stand between a verb and its object; else nothing.
  [[nodiscard]] std::string_view particle() const noexcept {
    return fixed.size() == 1 ? std::string_view{fixed.front()} : std::string_view{};
  }

  [[nodiscard]] const FrameSlot* slot(std::string_view place) const noexcept {
    for (const FrameSlot& s : slots) {
      if (s.place == place) return &s;
    }
    return nullptr;
  }
};

/// A verb that lends a noun of action its own subject: "infliger une amende", "procéder à la
/// fermeture", "faire l'objet d'une plainte".
struct Support {
  std::vector<std::string> fixed;
  std::string place;  ///< of the noun: "obj" or a preposition
  ParticipantRole subject = ParticipantRole::agent;
  bool tells = false;   ///< "annoncer le rachat de X par Y": the noun may have an agent of its own
  bool spares = false;  ///< "échapper à une amende": what the noun names does not happen
};

/// What saying so does: "déclarer" states, "démentir" denies, "louer" praises.
enum class SpeechKind : std::uint8_t {
  state,
  announce,
  report,
  deny,
  praise,
  criticize,
  request,
  promise,
  recommend,
  warn,
};

/// What a verb needs beside it to say something.
enum class SpeechNeed : std::uint8_t {
  kind,   ///< as its kind has it: judging, denying and asking take a plain object, stating does not
  bare,   ///< a plain object will do: "décrire X"
  actor,  ///< or somebody: "accuser X", not "accuser une baisse"
  said,   ///< a quotation, a clause, a colon, whatever its kind
};

struct SpeechVerb {
  SpeechKind kind = SpeechKind::state;
  SpeechNeed need = SpeechNeed::kind;
  bool reflexive = false;
  std::vector<std::string> fixed;
};

/// Words before a source: "selon", "d'après"; "pour" only in a phrase that is set off.
struct SourceCue {
  std::vector<std::string> words;
  bool set_off = false;
};

/// Words that say how sure something is: "probablement", "sur le point".
struct Hedge {
  std::vector<std::string> words;
  Factuality factuality = Factuality::probable;
};

/// Words that say how far a deal has come: "lettre d'intention".
struct StatusWord {
  std::vector<std::string> words;
  DealStatus status = DealStatus::none;
};

/// What a verb does to the verb it governs: "va investir", "cesse de vendre", "pourrait revoir".
enum class Operator : std::uint8_t {
  future,       ///< planned
  recent_past,  ///< just done
  possible,
  necessary,
  plan,      ///< wants, intends, is to
  attempt,   ///< possible
  negative,  ///< refuses, stops, avoids: the act is said not to be
  aspect,    ///< begins, goes on: no change
  control,   ///< does it through its own act: "décide de", "accepte de"
  object,    ///< makes another do it: the object is the agent ("demander à X de")
  alleged,   ///< says that another did it: "accuser X de", "suspect X of"
};

struct OperatorVerb {
  Operator effect = Operator::aspect;
  std::vector<std::string> linkers;  ///< lookup forms allowed between: "", "de", "à", "to"
};

/// A word that takes sides. Places of holder and target: "subj", "obj", "that-subj" (the subject of
/// the clause it governs), "about" (the first complement that names somebody), "theme" (whom the
/// article is about), prepositions joined by "|"; a holder may be the "speaker".
struct StanceWord {
  std::string rule;
  std::vector<std::string> fixed;
  bool reflexive = false;
  std::string holder;
  std::string target;
  double strength =
      0;  ///< -10..+10; negation turns what is for, and leaves nothing of what is against
  bool needs_negation = false;  ///< takes sides only when negated: "n'apporter rien d'utile"
  bool deed = false;            ///< not done is not its contrary: "n'a pas salué"
};

/// A verb that lends a stance noun its subject, "apporter (son soutien)", or takes it away.
struct LendingVerb {
  std::vector<std::string> fixed;
  int sign = 1;
};

/// Marks a negation that needs no "ne": pas, not. The others ("plus", "rien") deny only with it.
inline constexpr char negation_alone = 2;
/// Marks a word that may stand one word away from the time: "jusqu' en 2027".
inline constexpr char undating_far = 3;
/// Marks one that only hides when something was said: "depuis mars".
inline constexpr char undating_speech = 4;

/// What the pack says of words as predicates, beyond the frames.
struct PredicateWords {
  TextMap<bool> nouns;              ///< lemma: it tells an act or a state, or it only looks so
  TextMap<PredicateClass> classes;  ///< of lemmas that are no plain occurrence
  std::vector<std::pair<std::string, std::string>> endings;  ///< of a noun and of its verb
};

/// "à la suite": which of two acts came first, the one behind these words or the one they are said
/// of.
struct OrderCue {
  std::string rule;
  std::vector<std::string> words;  ///< lookup forms
  bool governed_first = false;     ///< "après X"; else "avant X"
};

struct EventRules::Impl {
  /// A verb of this lemma may work so on the verb it governs.
  [[nodiscard]] bool operates(std::string_view lemma, Operator effect) const {
    const auto found = operators.find(lemma);
    if (found == operators.end()) return false;
    for (const OperatorVerb& one : found->second) {
      if (one.effect == effect) return true;
    }
    return false;
  }

  std::string lang;
  std::string and_word;             ///< " et ", " and "
  std::string colon;                ///< " : ", ": "
  bool past_as_participle = false;  ///< English: "sold" is both
  bool head_last = false;           ///< English: the head of a noun phrase is its last noun
  std::string dative;               ///< English: "sold X a car" is "sold a car to X"
  TextMap<std::vector<Frame>> verbs;
  TextMap<std::vector<Frame>> nouns;
  TextMap<std::vector<SpeechVerb>> speech;
  TextMap<std::vector<OperatorVerb>> operators;
  TextMap<std::vector<OrderCue>> order_cues;      ///< by first word, the longest first
  TextMap<std::vector<StanceWord>> stance;        ///< by the lemma of the verb
  TextMap<std::vector<StanceWord>> stance_nouns;  ///< by the lemma of the noun
  TextMap<std::vector<LendingVerb>> lending;
  TextMap<int>
      outcomes;  ///< nouns of acts: what favours (1) or hurts (-1) its complement: relance, sortie
  TextMap<char> wishes;   ///< verbs that bring about or ask for an outcome: souhaiter, engager
  TextMap<char> courts;   ///< words of their names: tribunal, court
  TextMap<char> sayings;  ///< nouns for what somebody said: propos, déclaration
  TextMap<std::vector<EventType>>
      doings;  ///< nouns for what somebody did or plans: plan, décision; of which types, if not any
  std::vector<std::vector<std::string>> baseless;  ///< "sans fondement": denies the claim before it
  std::vector<std::vector<std::string>> contrasts;  ///< "contrairement à": the contrary holds
  TextMap<char> emphatics;  ///< pronouns between auxiliary and participle: "a elle relevé"
  TextMap<char> nobody;     ///< first words of a phrase that denies: aucun, ni, personne
  TextMap<char> without;    ///< words before an act not done: sans, loin
  TextMap<char> rumours;    ///< nouns that make an act hearsay: rumeur, spéculation
  TextMap<std::vector<Hedge>> hedges;  ///< by first word
  std::vector<Hedge> prospects;        ///< between "être" and an infinitive
  std::vector<StatusWord> deal_words;
  TextMap<char> quote_tags;        ///< forms that are nouns elsewhere: "« ... », réplique X"
  TextMap<char> neutral_subjects;  ///< ce, cela: stand for what the sentence tells
  TextMap<char> spokesmen;         ///< lemmas of roles that speak for a house: porte-parole
  TextMap<char> cabinet;           ///< lemmas of roles that speak for a government: ministre
  TextMap<std::vector<std::string>> waking;  ///< see waking.hpp
  TextMap<std::vector<Support>> supports;
  TextMap<char> metonyms;          ///< heads that stand for their complement: "la direction de X"
  TextMap<char> be_perfect;        ///< verbs whose perfect takes "être"
  TextMap<std::string> auxiliary;  ///< lemma -> "have", "be", "get", "do", "will", "would", "to"
  TextMap<char> negations;         ///< lookup forms: pas, jamais, not, n't; see negation_alone
  TextMap<char> negators;          ///< lookup forms that only announce it: ne, n'
  TextMap<char> hypothesis;        ///< lookup forms that open a condition: si, if
  TextMap<char> clause_openers;    ///< prepositions that may open a clause as well: after, since
  TextMap<char> conditions;        ///< before "que", "that": à condition que
  TextMap<char> complementizers;   ///< que, that
  TextMap<char> relatives;         ///< qui, que, dont, who, which
  TextMap<char> subject_pronouns;  ///< il, elle, he: stand before their verb
  TextMap<char> clitics;           ///< object pronouns before the verb: le, lui, y, en
  TextMap<char> reflexives;        ///< se, s'
  TextMap<char> partitives;        ///< des, du: articles as well as contractions
  TextMap<char> de_verbs;          ///< verbs whose complement takes "de": parler, profiter
  TextMap<char> possessives;       ///< its, their: determiners that some taggers call pronouns
  std::string be_lemma;            ///< être, be
  TextMap<char> definites;         ///< articles before what is known: le, la, the
  TextMap<char> measures;       ///< "plus de 500 postes", "une partie de": counted is what follows
  TextMap<char> stocks;         ///< a company's on the exchange: titre, share
  TextMap<char> possessions;    ///< heads that do not act for their owner: action, vente
  TextMap<char> actor_nouns;    ///< people and bodies that act without a name: juge, pirate
  TextMap<char> company_nouns;  ///< heads that a company's name completes: société, startup
  TextMap<char> subject_relatives;                                ///< qui, who, which, that
  TextMap<std::vector<std::vector<std::string>>> adverb_phrases;  ///< by first word: de nouveau
  TextMap<std::vector<std::vector<std::string>>> quantities;      ///< by first word: plus de, up to
  TextMap<std::vector<std::vector<std::string>>>
      fillers;               ///< by first word: également, par ailleurs
  TextMap<char> dating;      ///< prepositions before a date: en, on
  TextMap<char> publishing;  ///< verbs that bring what was said to light: publier, diffuser
  TextMap<char> undating;    ///< words before a time that is not when the act was: depuis, until
  TextMap<char> likewise;    ///< words for more of what was counted before: autres, others
  TextMap<char> adding;      ///< verbs that go on with what was said: ajouter, poursuivre
  TextMap<char> decisions;   ///< nouns that tell an act as settled: décision, choix
  TextMap<char> plans;       ///< nouns that tell it as intended: projet, objectif
  TextMap<char> doubts;      ///< lemmas beside a noun that leave its act open: incertain, éventuel
  TextMap<char> purpose;     ///< pour, afin, to: opens what is intended
  TextMap<char> first_person;         ///< je, nous, I, we
  TextMap<std::string> prepositions;  ///< contracted or spelled form -> slot name: du -> de
  std::vector<SourceCue> sources;     ///< "selon", "d'après", "according to"
  PredicateWords predicates;
  TextMap<std::string> numbers;  ///< number words that may stand before a multiplier: trois -> 3
  std::vector<std::vector<std::string>> halves;  ///< "et demi"
  TextMap<std::string> ranges;      ///< word before the low end -> word between: entre -> et
  TextMap<double> multipliers;      ///< millions -> 1e6
  TextMap<std::string> currencies;  ///< dollars, $, € -> ISO 4217
  TextMap<char> examples;           ///< lookup forms that introduce members: comme, dont, including
  TextMap<char> indefinite;         ///< determiners of somebody not known: un, des, a
  TextMap<char> anonymous;          ///< lemmas of unnamed sources: source, rumeur, média
  TextMap<char> anonymity;          ///< lookup forms by which a source goes unnamed: anonymat
};

}  // namespace frise
