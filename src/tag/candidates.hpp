#pragma once

/// \file
/// The readings that one token may have, with what each costs before its neighbours are looked at.

#include "frise/segment/segmentation.hpp"
#include "tag/lexicon_impl.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace frise::tag {

struct Candidate {
  std::string_view lemma;
  Features features;
  WordClass word_class = WordClass::other;
  std::int16_t cost = 0;  ///< see ContextCosts for the unit
  bool known = false;     ///< the lexicon has it

  // Filled by the search over the sentence.
  WordClass felt = WordClass::other;  ///< the class behind adverbs that the next word still feels
  std::uint8_t back = 0;              ///< the candidate before it on the cheapest way here
  std::uint8_t subject_person = 0;    ///< of a subject pronoun whose verb is still to come
  GrammaticalNumber subject_number = GrammaticalNumber::unknown;
  std::int32_t total = 0;
};

inline constexpr std::size_t most_candidates = 24;

[[nodiscard]] inline WordTag tag_of(const Candidate& one) noexcept {
  return {.lemma = one.lemma,
          .pos = one.features.pos,
          .morphology = one.features.morphology,
          .known = one.known,
          .given_name = one.features.given_name};
}

/// What the capital of one token says.
enum class Capital : std::uint8_t {
  none,  ///< lower case
  mute,  ///< capital where any word has one
  name,  ///< capital where only names have one
  caps,  ///< all capitals among lower case: initials
};

/// What capitals mean in this sentence: nothing in a heading in title case or all in capitals.
struct CapitalUse {
  bool title_case = false;
  bool all_caps = false;
};

[[nodiscard]] CapitalUse capital_use(const Segmentation& segmentation, TokenRange tokens);

/// Appends the candidates of a token, at least one, at most `most_candidates`. \returns its
/// capital. \param starts  the token opens its sentence, a quotation or a list item: a capital says
/// little
Capital add_candidates(const Segmentation& segmentation, const Lexicon::Impl& lexicon,
                       std::size_t token, bool starts, CapitalUse capitals,
                       std::vector<Candidate>& out);

}  // namespace frise::tag
