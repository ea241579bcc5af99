#pragma once

/// \file
/// How alike two sentences are, and which of many are nearly the same.

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace frise {

/// The content words of a sentence, sorted, each once: a hash, and in the lowest two bits whether
/// the word is a figure or, where it stands, a name.
using WordSet = std::vector<std::uint32_t>;

/// Words of four letters or more, cut to six so that inflection does not count, names in capitals,
/// and whatever holds a digit; needs no list of stop words in any language. Digits in groups of
/// three are one figure.
[[nodiscard]] WordSet content_words(std::string_view sentence);

/// Shared words over all words (Jaccard), 0 to 1; 0 when either is empty.
[[nodiscard]] double similarity(const WordSet& a, const WordSet& b) noexcept;

/// How two sentences differ, each having a word that the other has not.
struct Difference {
  bool figures = false;
  bool names = false;
};
[[nodiscard]] Difference difference(const WordSet& a, const WordSet& b) noexcept;

/// The same sentence, but for a word here and there; the same figures and names, or the one has
/// more of them.
[[nodiscard]] bool near_same(const WordSet& a, const WordSet& b) noexcept;

/// The same words, whatever figures and names stand among them: rows of a list, bulletins.
[[nodiscard]] bool same_frame(const WordSet& a, const WordSet& b) noexcept;

/// Pairs (i < j) of nearly the same sentences, sorted. Near-linear: sentences meet in bands of
/// MinHash values, and each is compared with a few of those that share a band.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> near_same_pairs(
    const std::vector<WordSet>& sentences);

}  // namespace frise
