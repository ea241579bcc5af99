#pragma once

// The event tables of a language pack, frozen: frames of verbs and nouns, verbs of speech, verbs
// that act on another verb, stance words, amounts. Keys are lemmas (see tag/) and lookup forms (see
// segment/).

#include "frise/event/event_mention.hpp"

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
    actor,         ///< "obj:actor": someone who acts: company, person, organization, government
    person,        ///< "obj:person"
    entity,        ///< "obj:entity": any entity at all
    head,          ///< "obj~usine|site": the phrase's head has one of these lemmas
    negated,       ///< "verb:negated": the predicate itself is denied, and means that
    negative_act,  ///< "inf:negative": the act governed is one of stopping or not doing
    present,       ///< "obj": there is such a phrase
  };
  std::vector<std::string> places;  ///< any of these: "sur|contre"
  Kind kind = Kind::present;
  bool negative = false;  ///< "!obj~...": must not hold
  std::vector<std::string> lemmas;
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
  bool weak = false;  ///< drawn only with two participants, or one and a date
  bool own = false;   ///< done by a company to what is its own: closing, producing, launching

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
      if (c.kind == FrameCondition::Kind::head && !c.negative) return true;
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
  bool tells = false;  ///< "annoncer le rachat de X par Y": the noun may have an agent of its own
};

/// What saying so does: "déclarer" states, "démentir" denies, "louer" praises.
enum class SpeechKind : std::uint8_t { state, announce, report, deny, praise, criticize, request };

struct SpeechVerb {
  SpeechKind kind = SpeechKind::state;
  bool bare = false;  ///< says something with a plain object too: "décrire X"
  bool reflexive = false;
  std::vector<std::string> fixed;
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
};

struct OperatorVerb {
  Operator effect = Operator::aspect;
  std::vector<std::string> linkers;  ///< lookup forms allowed between: "", "de", "à", "to"
};

/// A word that takes sides. Place of holder and target: "subj", "obj", "speaker" or a preposition.
struct StanceWord {
  std::string rule;
  std::vector<std::string> fixed;
  bool reflexive = false;
  std::string holder;
  std::string target;
  double strength = 0;          ///< -10..+10; negation turns the sign
  bool needs_negation = false;  ///< takes sides only when negated: "n'apporter rien d'utile"
};

/// Marks a negation that needs no "ne": pas, not. The others ("plus", "rien") deny only with it.
inline constexpr char negation_alone = 2;

struct EventRules::Impl {
  std::string lang;
  std::string and_word;             ///< " et ", " and "
  std::string colon;                ///< " : ", ": "
  bool past_as_participle = false;  ///< English: "sold" is both
  bool head_last = false;           ///< English: the head of a noun phrase is its last noun
  TextMap<std::vector<Frame>> verbs;
  TextMap<std::vector<Frame>> nouns;
  TextMap<std::vector<SpeechVerb>> speech;
  TextMap<std::vector<OperatorVerb>> operators;
  TextMap<std::vector<StanceWord>> stance;
  TextMap<std::vector<Support>> supports;
  TextMap<char> metonyms;          ///< heads that stand for their complement: "la direction de X"
  TextMap<char> be_perfect;        ///< verbs whose perfect takes "être"
  TextMap<std::string> auxiliary;  ///< lemma -> "have", "be", "do", "will", "would", "to"
  TextMap<char> negations;         ///< lookup forms: pas, jamais, not, n't; see negation_alone
  TextMap<char> negators;          ///< lookup forms that only announce it: ne, n'
  TextMap<char> hypothesis;        ///< lookup forms that open a condition: si, if
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
  TextMap<char> quantities;     ///< "plus de 500 postes", "une partie de": counted is what follows
  TextMap<char> possessions;    ///< heads that do not act for their owner: action, vente
  TextMap<char> actor_nouns;    ///< people and bodies that act without a name: juge, pirate
  TextMap<char> company_nouns;  ///< heads that a company's name completes: société, startup
  TextMap<char> subject_relatives;                                ///< qui, who, which, that
  TextMap<std::vector<std::vector<std::string>>> adverb_phrases;  ///< by first word: de nouveau
  TextMap<std::vector<std::vector<std::string>>>
      fillers;              ///< by first word: également, par ailleurs
  TextMap<char> dating;     ///< prepositions before a date: en, on
  TextMap<char> adding;     ///< verbs that go on with what was said: ajouter, poursuivre
  TextMap<char> decisions;  ///< nouns that tell an act as settled: décision, choix
  TextMap<char> plans;      ///< nouns that tell it as intended: projet, objectif
  TextMap<char> doubts;     ///< lemmas beside a noun that leave its act open: incertain, éventuel
  TextMap<char> purpose;    ///< pour, afin, to: opens what is intended
  TextMap<char> first_person;         ///< je, nous, I, we
  TextMap<std::string> prepositions;  ///< contracted or spelled form -> slot name: du -> de
  std::vector<std::vector<std::string>> sources;  ///< "selon", "d'après", "according to"
  TextMap<double> multipliers;                    ///< millions -> 1e6
  TextMap<std::string> currencies;                ///< dollars, $, € -> ISO 4217
  TextMap<char> examples;   ///< lookup forms that introduce members: comme, dont, including
  TextMap<char> anonymous;  ///< lemmas of unnamed sources: source, rumeur, média
};

}  // namespace frise
