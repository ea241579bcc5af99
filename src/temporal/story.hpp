#pragma once

/// \file
/// Which of the dates told move a story on: a story's bare dates are read from where it stands, and
/// it stands still at an aside.

#include "temporal/calendar.hpp"
#include "temporal/found.hpp"

#include <vector>

namespace frise::temporal {

/// The years that a text is about: most of those it tells lie within, a few years aside.
struct TextYears {
  bool known = false;
  int first = 0;
  int last = 0;

  [[nodiscard]] bool holds(int year) const { return !known || (first <= year && year <= last); }
};

/// Linear in the number of expressions.
[[nodiscard]] TextYears years_of(const std::vector<Found>& all);

class StoryGuide {
 public:
  StoryGuide(const Segmentation& segmentation, const std::vector<WordTag>& tags,
             const TemporalRules::Impl& rules, const std::vector<Found>& all);

  /// Whether the story goes on from `told`, the value of `found`. Not so for years far from all
  /// others, for what lies before ("the previous year", "had signed in 1938") or beyond ("until
  /// 1945") where the story stands, and for a lone year between brackets.
  [[nodiscard]] bool goes_on_from(const Found& found, const Anchor& told,
                                  const Anchor& stands) const;

 private:
  [[nodiscard]] bool has_word_before(const Found& found, Element word, std::uint32_t reach) const;
  [[nodiscard]] bool is_bracketed(const Found& found) const;
  [[nodiscard]] bool is_pluperfect(const Found& found) const;

  const Segmentation& segmentation_;
  const std::vector<WordTag>& tags_;
  const TemporalRules::Impl& rules_;
  TextYears years_;
};

}  // namespace frise::temporal
