#pragma once

/// \file
/// The few words that a figure adds of its own (legend, counts, foot), and dates on the axis, in
/// the reader's language.

#include "frise/core/date.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace frise::render {

enum class Word : std::uint8_t {
  stance,  ///< heading of the legend's first part
  favourable,
  unfavourable,
  contested,
  neutral,
  unknown,
  date,    ///< heading
  within,  ///< took place somewhere in this interval
  about,   ///< date approximate
  lasted,
  no_later,  ///< only this bound is known
  no_earlier,
  slanted,        ///< sample of italics
  inferred,       ///< what italics mean
  several_dates,  ///< sources disagree
  links,          ///< heading
  action,         ///< acts on
  together,       ///< acts along with
  follows,
  contradicts,
  denies,
  confirms,
  refines,
  follows_legend,  ///< with the end of the line that the other event is at
  contradicts_legend,
  denies_legend,
  confirms_legend,
  refines_legend,
  undated,  ///< panel
  actors,   ///< heading of the map's legend
  company,
  person,
  product,
  collective,
  sources,
  source,
  more_events,  ///< heading of the appendix
  sentence,
  sentences,
  line,
  lines,
  and_,
  shown,  ///< "{} shown"
  extracted,
  hidden,
  hidden_actors,
  hidden_relations,
  colon,  ///< with the spaces around it
  input,
  empty_timeline,
  empty_map,
  lines_hidden,  ///< action lines left out
  appendix,
  next_sheets,  ///< before what they hold
  changes,      ///< heading
  added,
  removed,
  moved,
  rejudged,
  year,
  years,
  month,
  months,
  before,          ///< sample of an arrow between two events
  no_place,        ///< heading of the events whose place is not known
  absent,          ///< sample of an actor that a small map only keeps the place of
  no_relation_in,  ///< before periods
  groups,          ///< heading
  calculated,      ///< what groups rest on
  modularity,
  no_groups,
  no_large_group,
};

/// Falls back to English for a language not known.
[[nodiscard]] std::string_view word(Word word, std::string_view locale) noexcept;

/// "1 204": digits grouped as the language does, from ten thousand on or as it prefers.
[[nodiscard]] std::string count(std::size_t number, std::string_view locale);

/// "0,72": to the hundredth below.
[[nodiscard]] std::string hundredths(double number, std::string_view locale);

/// « title » in French, “title” elsewhere.
[[nodiscard]] std::string quoted(std::string_view text, std::string_view locale);

/// How long these days are, both included, in whole months and years: "2 ans 3 mois", "7 mois".
[[nodiscard]] std::string duration(Day first, Day last, std::string_view locale);

/// "3, 6 et 9"
[[nodiscard]] std::string listed(const std::vector<std::uint32_t>& numbers,
                                 std::string_view locale);

/// A day written by an ICU date skeleton ("yMMMd") in that language, never in the machine's.
class DateWriter {
 public:
  explicit DateWriter(std::string_view locale);
  [[nodiscard]] std::string write(Day day, std::string_view skeleton) const;
  /// As precise as the date itself: "2018", "mars 2023", "25 avr. 2025"; its value where no unit
  /// fits.
  [[nodiscard]] std::string write(const PartialDate& date) const;

 private:
  struct Formats;
  std::string locale_;
  std::shared_ptr<Formats> formats_;  ///< made once each: making one costs more than a page of text
};

}  // namespace frise::render
