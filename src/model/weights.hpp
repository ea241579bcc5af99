#pragma once

/// \file
/// Weights of (feature, class) pairs in one table without keys: the hashing trick of Weinberger et
/// al. (2009). A feature is a hash of 32 bits; its high bits choose a row and its low bits shuffle
/// the classes in the row, so that all weights of a feature lie in one line of the cache and
/// features that share a row seldom share a cell. The scorer of a training (32-bit cells) and of a
/// model (8-bit) is the same code.

#include <cstddef>
#include <cstdint>
#include <span>

namespace frise::model {

/// Hashes up to three values into a feature of a kind (the number of its template).
[[nodiscard]] constexpr std::uint32_t feature(std::uint32_t kind, std::uint64_t a,
                                              std::uint64_t b = 0, std::uint64_t c = 0) noexcept {
  constexpr std::uint64_t k = 0x9E3779B97F4A7C15ULL;
  std::uint64_t h = (a + (std::uint64_t{kind + 1} << 48)) * k;
  h = ((h ^ (h >> 29)) + b) * 0xBF58476D1CE4E5B9ULL;
  h = ((h ^ (h >> 31)) + c) * 0x94D049BB133111EBULL;
  return static_cast<std::uint32_t>(h >> 32);
}

template <class Cell>
struct Weights {
  const Cell* cells = nullptr;
  unsigned row_bits = 0;    ///< with width_bits, at most 32
  unsigned width_bits = 0;  ///< classes in a row, a power of two

  [[nodiscard]] std::size_t size() const noexcept {
    return std::size_t{1} << (row_bits + width_bits);
  }

  [[nodiscard]] std::size_t cell(std::uint32_t feature, unsigned of_class) const noexcept {
    return shuffled_row(feature) ^ (of_class & mask());
  }

  /// Puts the sums of the weights of all features into `scores`, one a class, same order.
  void score(std::span<const std::uint32_t> features, std::span<const std::uint8_t> classes,
             std::int32_t* scores) const noexcept {
    for (; classes.size() >= 4; classes = classes.subspan(4), scores += 4) {
      score_few<4>(features, classes.data(), scores);
    }
    if (classes.size() == 3) score_few<3>(features, classes.data(), scores);
    if (classes.size() == 2) score_few<2>(features, classes.data(), scores);
    if (classes.size() == 1) score_few<1>(features, classes.data(), scores);
  }

 private:
  [[nodiscard]] std::size_t mask() const noexcept { return (std::size_t{1} << width_bits) - 1; }

  /// The cell of class 0; the others are that with their own bits turned over.
  [[nodiscard]] std::size_t shuffled_row(std::uint32_t feature) const noexcept {
    return ((feature >> (32 - row_bits - width_bits)) & ~mask()) | (feature & mask());
  }

  /// The sums stay in registers.
  template <std::size_t N>
  void score_few(std::span<const std::uint32_t> features, const std::uint8_t* classes,
                 std::int32_t* scores) const noexcept {
    std::size_t own[N];
    std::int32_t sums[N] = {};
    for (std::size_t c = 0; c < N; ++c) own[c] = classes[c] & mask();
    for (const std::uint32_t f : features) {
      const std::size_t row = shuffled_row(f);
      for (std::size_t c = 0; c < N; ++c) sums[c] += cells[row ^ own[c]];
    }
    for (std::size_t c = 0; c < N; ++c) scores[c] = sums[c];
  }
};

}  // namespace frise::model
