#pragma once

/// \file
/// A word as the trained tagger sees it, and the features made from it and its neighbours. Training
/// and tagging call the same functions.

#include "model/class_sets.hpp"
#include "tag/stretch.hpp"
#include "tag/tag_set.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace frise::tag {

/// Hashes and bits of one word; no text.
struct WordView {
  std::uint64_t word = 0;       ///< hash of the key and of what its capital says
  std::uint64_t form = 0;       ///< hash of the key alone; numbers of one length are one
  std::uint64_t lexical = 0;    ///< hash of the tags that the lexicon offers, capital and kind
  model::ClassSet offered = 0;  ///< the tags that the lexicon offers
  std::uint64_t tail = 0;       ///< the last eight bytes of the key, the last one highest
  std::uint32_t head = 0;       ///< the first four bytes
  std::uint8_t look = 0;        ///< capital, kind, whether it has digits or a hyphen
  FineTag by_rule = 0;          ///< what the rules choose
};

/// Views of the tokens of a stretch, into `views`.
/// \param by_rule  the candidates that the rules choose
void view_words(const Segmentation& segmentation, const Stretch& stretch,
                std::span<const std::uint8_t> by_rule, std::vector<WordView>& views);

inline constexpr std::size_t most_tag_features = 48;
using TagFeatures = std::array<std::uint32_t, most_tag_features>;

/// Features of word `i` given the tags of the two words before it. \returns how many.
std::size_t tag_features(std::span<const WordView> views, std::size_t i, FineTag before,
                         FineTag before_that, TagFeatures& out) noexcept;

/// What stands for the tag of a word before the first.
inline constexpr FineTag no_tag = fine_tag_count;

/// The tags that a word may have: what a training saw of the word, else of words that the lexicon
/// says the same of, else what the lexicon offers and the open classes. Never empty.
[[nodiscard]] model::ClassSet allowed_tags(const WordView& view, const model::ClassSets& words,
                                           const model::ClassSets& kinds) noexcept;

/// Writes the members of a set, lowest first. \returns how many.
std::size_t list_tags(model::ClassSet set, std::array<FineTag, 64>& out) noexcept;

}  // namespace frise::tag
