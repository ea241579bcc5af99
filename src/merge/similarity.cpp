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
constexpr std::size_t digit_group = 3;

constexpr std::uint32_t figure_bit = 1;
constexpr std::uint32_t name_bit = 2;
constexpr std::uint32_t kind_bits = figure_bit | name_bit;

constexpr std::uint32_t key_of(std::uint32_t word) noexcept { return word & ~kind_bits; }

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
    const std::uint64_t key = key_of(word);
    std::uint64_t seed = key;
    for (std::uint64_t& value : least) {
      seed += 0x9E3779B97F4A7C15U;
      value = std::min(value, scramble(seed ^ (key << 32U)));
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

/// What two sets share and what only one of them has, of the words that are counted.
struct Overlap {
  std::size_t both = 0;
  std::size_t only_a = 0;
  std::size_t only_b = 0;

  [[nodiscard]] double share() const noexcept {
    const std::size_t all = both + only_a + only_b;
    return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
  }
  /// Few words must all be the same.
  [[nodiscard]] bool is_near() const noexcept {
    if (both + std::min(only_a, only_b) < least_words) return only_a + only_b == 0 && both > 0;
    return share() >= near_threshold;
  }
};

template <class Counts>
Overlap compare(const WordSet& a, const WordSet& b, const Counts& counts) noexcept {
  Overlap out;
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() || j != b.end()) {
    if (j == b.end() || (i != a.end() && key_of(*i) < key_of(*j))) {
      out.only_a += counts(*i++) ? 1 : 0;
    } else if (i == a.end() || key_of(*j) < key_of(*i)) {
      out.only_b += counts(*j++) ? 1 : 0;
    } else {
      out.both += counts(*i) && counts(*j) ? 1 : 0;
      ++i;
      ++j;
    }
  }
  return out;
}

Overlap compare(const WordSet& a, const WordSet& b) noexcept {
  return compare(a, b, [](std::uint32_t) { return true; });
}

/// The number that the digits from `at` on write in groups ("1 000", "20.000"), and the words of it
/// after the first.
std::size_t join_groups(const FoldedText& folded, std::size_t at, std::string& number) {
  const auto is_number = [](const FoldedWord& word) { return word.has_digit && !word.has_letter; };
  number = folded.word(folded.words[at]);
  if (!is_number(folded.words[at]) || number.size() > digit_group) return 0;
  std::size_t more = 0;
  while (at + more + 1 < folded.words.size()) {
    const FoldedWord& next = folded.words[at + more + 1];
    if (!is_number(next) || next.length != digit_group) break;
    number += folded.word(next);
    ++more;
  }
  return more;
}

}  // namespace

WordSet content_words(std::string_view sentence) {
  thread_local FoldedText folded;
  folded.fold(sentence);
  WordSet words;
  std::string letters;
  for (std::size_t i = 0; i < folded.words.size(); ++i) {
    const FoldedWord& word = folded.words[i];
    if (word.length < shortest_word && !word.capitals && !word.has_digit) continue;
    std::uint32_t kind = word.has_digit && !word.has_letter ? figure_bit : 0;
    // A word at the beginning of the sentence has its capital from there.
    if (word.has_letter && (word.has_digit || (word.capital && i > 0))) kind |= name_bit;
    i += join_groups(folded, i, letters);
    if (!word.has_digit) letters.resize(std::min(letters.size(), stem_length));
    words.push_back(key_of(static_cast<std::uint32_t>(StableHash{}.add(letters).value())) | kind);
  }
  std::sort(words.begin(), words.end());
  // Of one word at both kinds of place, the last: the name.
  const auto same = [](std::uint32_t x, std::uint32_t y) { return key_of(x) == key_of(y); };
  words.erase(words.begin(), std::unique(words.rbegin(), words.rend(), same).base());
  return words;
}

double similarity(const WordSet& a, const WordSet& b) noexcept { return compare(a, b).share(); }

Difference difference(const WordSet& a, const WordSet& b) noexcept {
  const auto differ = [&](std::uint32_t kind) {
    const Overlap of = compare(a, b, [kind](std::uint32_t word) { return (word & kind) != 0; });
    return of.only_a > 0 && of.only_b > 0;
  };
  return {differ(figure_bit), differ(name_bit)};
}

bool near_same(const WordSet& a, const WordSet& b) noexcept {
  if (!compare(a, b).is_near()) return false;
  const Difference other = difference(a, b);
  return !other.figures && !other.names;
}

bool same_frame(const WordSet& a, const WordSet& b) noexcept {
  return compare(a, b, [](std::uint32_t word) { return (word & kind_bits) == 0; }).is_near();
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
