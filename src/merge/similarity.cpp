// MinHash with banding (Broder 1997; Leskovec, Rajaraman & Ullman, "Mining of Massive
// Datasets", 3.4): 12 bands of 3 values find a pair of similarity 0.6 with probability 0.94 and one
// of 0.2 with 0.09. Exact similarity decides. In a crowded band (boilerplate) a sentence meets the
// first few and the last few only, so that a thousand copies cost a thousand comparisons. Tested in
// tests/unit/merge/similarity_test.cpp.

#include "merge/similarity.hpp"

#include "merge/fold.hpp"
#include "merge/hash.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace frise {
namespace {

constexpr std::size_t shortest_word = 4;
constexpr std::size_t stem_length = 6;
constexpr std::size_t least_words = 6;  ///< shorter sentences must be the same word for word
constexpr double near_threshold = 0.6;
constexpr std::size_t band_count = 12;
constexpr std::size_t band_rows = 3;
constexpr std::size_t neighbours = 4;

std::uint64_t scramble(std::uint64_t z) noexcept {
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

struct BandEntry {
  std::uint64_t key = 0;
  std::uint32_t sentence = 0;

  friend auto operator<=>(const BandEntry&, const BandEntry&) = default;
};

void add_bands(const WordSet& words, std::uint32_t sentence, std::vector<BandEntry>& out) {
  std::array<std::uint64_t, band_count * band_rows> least{};
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (const std::uint32_t word : words) {
    std::uint64_t seed = word;
    for (std::uint64_t& value : least) {
      seed += 0x9E3779B97F4A7C15U;
      value = std::min(value, scramble(seed ^ (static_cast<std::uint64_t>(word) << 32U)));
    }
  }
  for (std::size_t band = 0; band < band_count; ++band) {
    std::uint64_t key = band;
    for (std::size_t row = 0; row < band_rows; ++row) {
      key = scramble(key + least[band * band_rows + row]);
    }
    out.push_back({key, sentence});
  }
}

std::size_t shared_words(const WordSet& a, const WordSet& b) noexcept {
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      ++shared;
      ++i;
      ++j;
    }
  }
  return shared;
}

}  // namespace

WordSet content_words(std::string_view sentence) {
  thread_local FoldedText folded;
  folded.fold(sentence);
  WordSet words;
  for (const FoldedWord& word : folded.words) {
    if (word.length < shortest_word && !word.capitals && !word.has_digit) continue;
    std::string_view letters = folded.word(word);
    if (!word.has_digit) letters = letters.substr(0, stem_length);
    words.push_back(static_cast<std::uint32_t>(StableHash{}.add(letters).value()));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

double similarity(const WordSet& a, const WordSet& b) noexcept {
  if (a.empty() || b.empty()) return 0;
  const std::size_t shared = shared_words(a, b);
  return static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
}

bool near_same(const WordSet& a, const WordSet& b) noexcept {
  if (a.empty() || b.empty()) return false;
  if (std::min(a.size(), b.size()) < least_words) return a == b;
  return similarity(a, b) >= near_threshold;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> near_same_pairs(
    const std::vector<WordSet>& sentences) {
  std::vector<BandEntry> entries;
  entries.reserve(sentences.size() * band_count);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (!sentences[i].empty()) add_bands(sentences[i], static_cast<std::uint32_t>(i), entries);
  }
  std::sort(entries.begin(), entries.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t begin = 0; begin < entries.size();) {
    std::size_t end = begin + 1;
    while (end < entries.size() && entries[end].key == entries[begin].key) ++end;
    for (std::size_t later = begin + 1; later < end; ++later) {
      const auto meet = [&](std::size_t earlier) {
        const std::uint32_t i = entries[earlier].sentence;
        const std::uint32_t j = entries[later].sentence;
        if (near_same(sentences[i], sentences[j])) pairs.emplace_back(i, j);
      };
      const std::size_t firsts = std::min(begin + neighbours, later);
      for (std::size_t earlier = begin; earlier < firsts; ++earlier) meet(earlier);
      for (std::size_t earlier = std::max(firsts, later - std::min(later, neighbours));
           earlier < later; ++earlier) {
        meet(earlier);
      }
    }
    begin = end;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace frise
