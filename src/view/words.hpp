#pragma once

/// \file
/// The words that views add to those of the articles, French and English.

#include "frise/event/event_mention.hpp"
#include "frise/event/event_type.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

enum class Word : std::uint8_t {
  timeline,  ///< a title when there is no actor
  map,
  others,  ///< "Autres (%)"
  undated,
  year_unknown,
  year_inferred,
  inferred,
  uncertain,
  around,        ///< "vers %"
  since_period,  ///< "depuis %": a year or month
  since_day,
  until_period,
  until_day,
  week_of,
  first_half,
  second_half,
  spring,
  summer,
  autumn,
  winter,  ///< each season: "printemps %"
  decade,  ///< "années %"
  century,
  one_event,
  many_events,  ///< "% événements"
  from_one_article,
  from_articles,
  a_lane_an_actor,
  one_relation,
  many_relations,
  one_actor,
  many_actors,
  only,  ///< "seulement %": what a filter kept
  from_day,
  to_day,
  planned,
  denied,
  unconfirmed,
  negated,
  supports,
  opposes,
  speaks_of,
  admits_to,  ///< "admet au programme %"
  excludes_from,
  semicolon,  ///< with the space that the language puts before it
  colon,
  minor,  ///< why events are hidden, from here
  unwitnessed,
  outside_selection,
  quoted_elsewhere,
  few_sources,
  other_stance,
  beyond_limit,
  added,  ///< what became of an event since another graph, from here
  removed,
  moved,
  rejudged,
  before_that,
  many_added,
  many_removed,
  many_moved,
  many_rejudged,
  many_unchanged,
  since_input,
  beyond_sheet,
  one_step,  ///< what is known of the order, from here
  many_steps,
  a_map_a_year,  ///< of small maps, from here
  a_map_a_quarter,
  no_year,
  no_quarter,
  group_of,      ///< "groupe de % acteurs"
  around_actor,  ///< "autour de %"
  around_vowel,  ///< before a name that begins with one: "autour d’%"
};

/// French when the locale says so, else English.
[[nodiscard]] std::string_view word(Word what, std::string_view locale) noexcept;

/// The word with its `%` replaced.
[[nodiscard]] std::string word(Word what, std::string_view locale, std::string_view with);

/// "1 événement", "12 événements".
[[nodiscard]] std::string count_words(Word one, Word many, std::size_t count,
                                      std::string_view locale);

/// What an agent does to a party in that role, third person: "rachète", "acquires"; "cède à",
/// "sells to".
[[nodiscard]] std::string_view act_word(EventType type, ParticipantRole role,
                                        std::string_view locale) noexcept;

/// Small words that mean nothing at the end of a phrase cut before a name: "de", "à", "with".
[[nodiscard]] bool is_loose_end(std::string_view lower_case_word) noexcept;

/// "et", "ou", "and".
[[nodiscard]] bool is_conjunction(std::string_view lower_case_word) noexcept;

/// Words that begin a subordinate clause: "que", "qui", "that".
[[nodiscard]] bool opens_clause(std::string_view lower_case_word) noexcept;

[[nodiscard]] bool is_french(std::string_view locale) noexcept;

}  // namespace frise
