// Looks a few words back from each date and never further than its sentence, so the time stays
// linear. Tested in tests/unit/temporal/story_test.cpp.

#include "temporal/story.hpp"

#include <algorithm>

namespace frise::temporal {
namespace {

constexpr int kMargin = 3;                // years that a text may stray beyond most of its dates
constexpr std::size_t kFewestYears = 5;   // with fewer, none of them is odd
constexpr std::uint32_t kUntilReach = 8;  // "until the fall of the city in May 1945"
constexpr std::uint32_t kPerfectReach = 12;

int told_year(const Frame& frame) {
  if (frame.has(Slot::iso)) return frame[Slot::iso] / 10'000;
  if (!frame.has(Slot::year)) return kUnset;
  return frame.has(Slot::era) ? 1 - frame[Slot::year] : frame[Slot::year];
}

bool is_lone_year(const Frame& frame) {
  for (const Slot slot : {Slot::month, Slot::day, Slot::season, Slot::quarter, Slot::feast}) {
    if (frame.has(slot)) return false;
  }
  return frame.has(Slot::year);
}

}  // namespace

TextYears years_of(const std::vector<Found>& all) {
  std::vector<int> years;
  for (const Found& found : all) {
    if (const int year = told_year(found.frame); year != kUnset) years.push_back(year);
  }
  if (years.size() < kFewestYears) return {};
  const auto at_rank = [&years](std::size_t rank) {
    const auto place = years.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(years.begin(), place, years.end());
    return *place;
  };
  const std::size_t tenth = (years.size() + 9) / 10;
  const int first = at_rank(tenth);
  const int last = at_rank(years.size() - 1 - tenth);
  const int margin = std::max(kMargin, (last - first) / 2);
  return {true, first - margin, last + margin};
}

StoryGuide::StoryGuide(const Segmentation& segmentation, const std::vector<WordTag>& tags,
                       const TemporalRules::Impl& rules, const std::vector<Found>& all)
    : segmentation_{segmentation}, tags_{tags}, rules_{rules}, years_{years_of(all)} {}

bool StoryGuide::goes_on_from(const Found& found, const Anchor& told, const Anchor& stands) const {
  if (!years_.holds(told.year())) return !stands.known || !years_.holds(stands.year());
  const Sentence& sentence = segmentation_.sentences[found.sentence];
  if (!stands.known || segmentation_.block_of(sentence).kind == BlockKind::heading) return true;
  if (found.frame.has(Slot::shift) && found.frame[Slot::shift] < 0) return false;
  if (is_lone_year(found.frame) && is_bracketed(found)) return false;
  if (told.first > stands.last && has_word_before(found, rules_.until, kUntilReach)) return false;
  return told.last >= stands.first || !is_pluperfect(found);
}

bool StoryGuide::has_word_before(const Found& found, Element word, std::uint32_t reach) const {
  const std::uint32_t start = segmentation_.sentences[found.sentence].tokens.begin;
  for (std::uint32_t i = found.tokens.begin; i > start && found.tokens.begin - i < reach;) {
    --i;
    if (segmentation_.tokens[i].kind == TokenKind::punctuation) return false;
    if (rules_.vocabulary.value_in(segmentation_.key(i), word) != kUnset) return true;
  }
  return false;
}

bool StoryGuide::is_bracketed(const Found& found) const {
  const std::uint32_t start = segmentation_.sentences[found.sentence].tokens.begin;
  for (std::uint32_t i = found.tokens.begin; i > start && found.tokens.begin - i < kUntilReach;) {
    const std::string_view key = segmentation_.key(--i);
    if (key == "(") return true;
    if (key == ")") return false;
  }
  return false;
}

bool StoryGuide::is_pluperfect(const Found& found) const {
  if (tags_.empty()) return false;
  const std::uint32_t start = segmentation_.sentences[found.sentence].tokens.begin;
  bool participle = false;
  for (std::uint32_t i = found.tokens.begin; i > start && found.tokens.begin - i < kPerfectReach;) {
    --i;
    const WordTag& tag = tags_[i];
    if (tag.morphology.verb_form == VerbForm::past_participle) participle = true;
    if (rules_.vocabulary.value_in(segmentation_.key(i), rules_.had) != kUnset) return participle;
  }
  return false;
}

}  // namespace frise::temporal
