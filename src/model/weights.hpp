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
  unsigned row_bits = 0;    ///< 1 to 31
  unsigned width_bits = 0;  ///< classes in a row, a power of two

  [[nodiscard]] std::size_t size() const noexcept {
    return std::size_t{1} << (row_bits + width_bits);
  }

  [[nodiscard]] std::size_t cell(std::uint32_t feature, unsigned of_class) const noexcept {
    const std::size_t row = static_cast<std::size_t>(feature >> (32 - row_bits)) << width_bits;
    return row | ((feature ^ of_class) & ((1U << width_bits) - 1));
  }

  /// Puts the sums of the weights of all features into `scores`, one a class, same order.
  void score(std::span<const std::uint32_t> features, std::span<const std::uint8_t> classes,
             std::int32_t* scores) const noexcept {
    for (std::size_t c = 0; c < classes.size(); ++c) scores[c] = 0;
    for (const std::uint32_t f : features) {
      for (std::size_t c = 0; c < classes.size(); ++c) scores[c] += cells[cell(f, classes[c])];
    }
  }
};

}  // namespace frise::model
