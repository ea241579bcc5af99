#pragma once

/// \file
/// What a text's own dates, and the facts it knows, say of the day it was written.

#include "frise/temporal/dated_facts.hpp"
#include "temporal/found.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace frise::temporal {

struct DateClue {
  enum class Kind : std::uint8_t {
    told,   ///< a date with its year, told as past: not before `first`
    stamp,  ///< the same, set by a machine under a post that is quoted: such quotes are fresh
    fact,   ///< what did not exist before `first`
    news,   ///< the same, told of while it is new
    ahead,  ///< told as to come: not after `last`
    link,   ///< to come, in the page's links to other articles: a hint, not a bound
    // Those below hold in some year that is not said; see days_in().
    recent,     ///< "le 1er février", told as past: less than a year ago
    checked,    ///< "jeudi 5 juillet": only in years where the weekday fits
    last_time,  ///< "septembre dernier": the one before the month of writing
    this_year,  ///< "fin janvier cette année"
  };
  Kind kind = Kind::told;
  Span span;
  std::uint32_t sentence = 0;  ///< index
  bool past = false;           ///< the clause tells it as past
  bool to_the_day = false;
  Day first{};
  Day last{};
  Frame frame;                      ///< of the kinds without a year
  const DatedFact* fact = nullptr;  ///< of a fact or news

  [[nodiscard]] bool lacks_year() const noexcept { return kind >= Kind::recent; }
  /// Its days in a year: bounds unknown where it has none (29 February, a weekday that does not
  /// fit).
  [[nodiscard]] DayBounds days_in(int year) const;
};

struct DateClues {
  std::vector<DateClue> all;  ///< in the order of the text
  /// The text has dates that are told from the day of writing: "hier", "mardi", "en mars".
  bool deictic = false;
};

/// Linear in the length of the text. Kinds without a year come once for each of their days in the
/// year.
[[nodiscard]] DateClues date_clues(const Segmentation& segmentation,
                                   const std::vector<WordTag>& tags,
                                   const std::vector<Found>& found, const TemporalRules& rules,
                                   const DatedFacts& facts);

}  // namespace frise::temporal
