#pragma once

/// \file
/// Every predicate of a document, whoever acts in it: the EVENTs of TimeML (ISO 24617-1), which are
/// all verbs, and the nouns that tell an act or a state. The events of a record are the few among
/// them that have a frame and somebody who acts.

#include "frise/event/event_mention.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace frise {

/// TimeML's classes of events. Verbs of being able and having to are states that govern another
/// event.
enum class PredicateClass : std::uint8_t {
  occurrence,
  reporting,
  perception,
  aspectual,
  i_action,
  i_state,
  state,
};

enum class Modality : std::uint8_t { none, possibility, obligation };

/// What the governing predicate says of the governed one (TimeML's SLINK).
enum class Subordination : std::uint8_t { evidential, neg_evidential, modal, conditional };

struct Predicate {
  Span span;  ///< its main word
  PredicateClass klass = PredicateClass::occurrence;
  Pos pos = Pos::verb;  ///< verb or noun
  Tense tense = Tense::none;
  VerbForm form = VerbForm::none;
  bool perfect = false;
  bool negated = false;
  Modality modality = Modality::none;
};

struct PredicateLink {
  std::uint32_t governor = 0;  ///< indices into PredicateLayer::predicates
  std::uint32_t governed = 0;
  Subordination relation = Subordination::evidential;
};

/// Sorted by place; no two overlap.
struct PredicateLayer {
  std::vector<Predicate> predicates;
  std::vector<PredicateLink> links;
};

/// \param lexicon tells which nouns are made of verbs: "fermeture" of "fermer".
[[nodiscard]] PredicateLayer annotate_predicates(const EventInput& input, const EventRules& rules,
                                                 const Lexicon& lexicon);

}  // namespace frise
