#pragma once

/// \file
/// The entity rules, compiled: names to look for, and the words that tell what a name is.

#include "entity/phrase_trie.hpp"

#include "frise/entity/mention.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace frise {

inline constexpr std::size_t entity_type_count = 10;

/// Something known by name before any text is read.
struct KnownEntity {
  std::string id;
  std::string name;
  EntityType type = EntityType::organization;
  bool from_pack = false;
  Gender gender = Gender::unknown;
  std::string country;                   ///< ISO 3166, or empty
  std::optional<std::uint32_t> parent;   ///< index of the owner
  std::optional<std::uint32_t> governs;  ///< of a capital: the government that its name stands for
  std::uint16_t field = 0;               ///< of Impl::fields
};

/// One way to write it.
struct KnownName {
  std::uint32_t entity = 0;
  std::uint16_t length = 0;  ///< tokens of the whole phrase
  std::uint16_t begin = 0;   ///< the mention, in tokens of the phrase
  std::uint16_t end = 0;
  std::string text;  ///< as written, brackets left out; of the mention alone when in context
  bool in_context = false;
};

/// generic: "l'entreprise" is any company; specific: "la banque" only what is known as one;
/// cue: "la filiale X" introduces a name and never refers.
enum class NounScope : std::uint8_t { generic, specific, cue };

struct NounRule {
  std::string words;  ///< in the singular, by lookup form: what makes two phrases the same noun
  EntityType type = EntityType::company;
  Gender gender = Gender::unknown;
  NounScope scope = NounScope::generic;
  std::uint16_t field = 0;              ///< of Impl::fields: what trade it tells, 0 none
  std::vector<std::uint32_t> entities;  ///< known entities that may be called so, sorted
};

struct RoleRule {
  std::string role;
  Gender gender = Gender::unknown;
  GrammaticalNumber number = GrammaticalNumber::singular;
};

/// Who holds which role, from subject packs: indices of known entities.
struct KnownRole {
  std::uint32_t person = 0;
  std::uint32_t organization = 0;
  std::string role;
  bool over = false;  ///< the pack says until when
};

/// latter: "celui-ci", the last that was named; first: who speaks, alone or for others.
enum class PronounUse : std::uint8_t { subject, object, possessive, latter, first };

struct PronounRule {
  PronounUse use = PronounUse::subject;
  Gender gender = Gender::unknown;
  bool thing = false;  ///< English "it": never a person
  GrammaticalNumber number = GrammaticalNumber::unknown;
  bool plural_possessor = false;
  bool impersonal = false;  ///< may stand for nothing: "il", "it"
};

enum class DeterminerClass : std::uint8_t {
  none,
  definite,
  contracted,  ///< French "des": "de les" or an indefinite plural
  demonstrative,
  indefinite,
  possessive,
  first_person,
};

enum class LinkUse : std::uint8_t {
  none,
  inside,   ///< joins two capitalised words: van, &
  join,     ///< joins two company words: and
  of,       ///< the owner or the place follows
  at,       ///< an organisation follows
  house,    ///< a company follows: chez
  in,       ///< a place follows
  to,       ///< a place may follow
  on,       ///< a platform or a medium may follow
  by,       ///< who did it follows
  called,   ///< a name follows: baptisé
  article,  ///< may open a name: Le Monde
};
/// rule: what governments, courts and regulators do; modal: the verb behind it tells.
enum class VerbUse : std::uint8_t { none, say, act, rule, modal };

struct OrganizationWord {
  EntityType type = EntityType::company;
  bool head = false;        ///< may open the name: "Banque de ..."
  bool end = false;         ///< may close the name: "... Motors"
  bool legal = false;       ///< "SA": part of the name and not of its identity
  bool strip = false;       ///< "Groupe X" is X
  std::uint16_t field = 0;  ///< of Impl::fields: "... Airlines" flies
};

/// "l'action X": what only a company has.
struct OwnedThing {
  EntityType owner = EntityType::company;
};

struct EntityRules::Impl {
  std::string lang;
  bool has_lexicon = true;  ///< a word unknown to it is foreign

  std::vector<KnownEntity> entities;
  std::vector<KnownName> known_names;
  PhraseTrie names;  ///< values: indices of known_names
  PhraseTrie towns;  ///< a hint that a name is a place
  std::vector<KnownRole> known_roles;
  std::unordered_map<std::string, std::uint32_t> entity_of_id;

  std::vector<NounRule> noun_rules;
  PhraseTrie nouns;                          ///< singular forms
  PhraseTrie plural_nouns;                   ///< plural forms
  std::vector<std::string> fields;           ///< trades: "bank", "car"; the first is none
  std::vector<std::uint16_t> broader_field;  ///< of each trade: "car" is a "maker", or 0
  std::vector<RoleRule> role_rules;
  PhraseTrie roles;
  std::vector<PronounRule> pronoun_rules;
  PhraseTrie pronouns;
  PhraseTrie impersonal;
  std::vector<GrammaticalNumber> speaker_numbers;
  PhraseTrie speakers;
  std::vector<OwnedThing> owned_things;
  PhraseTrie owned;

  // By hash of the lookup form (verbs: of the lemma). Looked up only, never walked.
  template <class T>
  using ByWord = std::unordered_map<std::uint64_t, T>;
  ByWord<DeterminerClass> determiners;
  ByWord<LinkUse> links;
  ByWord<Gender> titles;
  ByWord<std::string> title_roles;  ///< "Me" -> "lawyer"
  ByWord<Gender> given_names;
  ByWord<VerbUse> verbs;
  ByWord<RoleTime> role_times;     ///< "ancien", "then"
  ByWord<std::string> role_verbs;  ///< "fonder" -> "founder", by lemma
  ByWord<bool> giving;             ///< verbs whose "à X" is a person or a company: vendre
  ByWord<OrganizationWord> organization_words;
  ByWord<std::string> nationalities;  ///< adjective -> ISO 3166
  ByWord<bool> not_names;
  ByWord<bool> relatives;  ///< "qui", "which": a clause of its own begins
  ByWord<bool> others;     ///< "autre", "former": what follows is not the one spoken of
  ByWord<bool> pairs;      ///< "deux": what follows is of two

  /// The number of a trade, the same for the same word; 0 for none.
  std::uint16_t field(std::string_view name);
  /// Are two trades one, or is one of them the kind of the other: "car" and "maker"?
  [[nodiscard]] bool same_trade(std::uint16_t one, std::uint16_t other) const {
    return one == other || broader_field[one] == other || broader_field[other] == one;
  }
  /// Do two trades exclude each other? What is told too broadly excludes nothing.
  [[nodiscard]] bool other_trade(std::uint16_t one, std::uint16_t other) const {
    return one != 0 && other != 0 && !same_trade(one, other);
  }

  template <class T>
  [[nodiscard]] static T find(const ByWord<T>& map, std::uint64_t word, T otherwise) {
    const auto found = map.find(word);
    return found == map.end() ? otherwise : found->second;
  }
};

/// ASCII slug for ids: lower case, accents off, other runs of characters one '-'.
/// Letters that no rule folds (Greek, Chinese) are kept as "u" and their code point in hexadecimal.
[[nodiscard]] std::string slug_of(std::string_view name);

}  // namespace frise
