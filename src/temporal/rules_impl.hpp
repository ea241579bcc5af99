#pragma once

/// \file
/// The compiled rules of a language, shared by the files of this stage.

#include "frise/temporal/time_expression.hpp"
#include "temporal/items.hpp"
#include "temporal/rule_trie.hpp"
#include "temporal/vocabulary.hpp"

namespace frise {

struct TemporalRules::Impl {
  temporal::Vocabulary vocabulary;
  temporal::NumberStyle numbers;
  temporal::RuleTrie trie;
  // Classes that the code itself asks for; a pack may leave any of them empty.
  temporal::Element future_verb = temporal::class_none;  ///< va, will: what follows is to come
  temporal::Element since = temporal::class_none;        ///< depuis: before what it stands at
  temporal::Element ahead = temporal::class_none;        ///< dès, and 2 d'ici: to come unless past
  temporal::Element relative = temporal::class_none;     ///< qui: its clause is of the word before
  temporal::Element state_verb = temporal::class_none;   ///< est, emploie: what lasts
  temporal::Element planned = temporal::class_none;      ///< prévu, scheduled
  temporal::Element date_label =
      temporal::class_none;  ///< publié, updated: before a document's date
  temporal::Element open_end = temporal::class_none;         ///< d'ici, jusqu', until: not yet
  temporal::Element time_joiner = temporal::class_none;      ///< à, at: between a day and its hour
  temporal::Element span_joiner = temporal::class_none;      ///< à, to: between the ends of a span
  temporal::Element span_filler = temporal::class_none;      ///< le, the: beside a span_joiner
  temporal::Element span_opener = temporal::class_none;      ///< entre, between
  temporal::Element distance_joiner = temporal::class_none;  ///< après 1, avant -1, de 0
  temporal::Element span_and = temporal::class_none;         ///< et, and: behind a span_opener
  temporal::Element until = temporal::class_none;            ///< until: where something will end
  temporal::Element had = temporal::class_none;        ///< had: with a participle, before the story
  temporal::Element supposed = temporal::class_none;   ///< si, could, forecast: perhaps never
  temporal::Element hour_prep = temporal::class_none;  ///< à, at: before a clock time
  temporal::Element noun_prep = temporal::class_none;  ///< de, pour, of, for: a date of a noun
  temporal::Element when_prep = temporal::class_none;  ///< en, depuis, in, since: a date of a verb
  temporal::Element large_number = temporal::class_none;  ///< milliards, bn: the power of ten
};

namespace temporal {

/// The rule files of a pack in the order in which they are read; words are not among them.
[[nodiscard]] std::vector<const Table*> rule_tables(const LanguagePack& pack);

/// Reads the words and the rules of a pack: one rule for each row of rule_tables() that is no part.
[[nodiscard]] Result<std::vector<Rule>> read_rules(const LanguagePack& pack,
                                                   const SegmentRules& segment_rules,
                                                   Vocabulary& vocabulary);

}  // namespace temporal
}  // namespace frise
