#pragma once

/// \file
/// The averaged perceptron (Collins 2002) over a hashed table of weights. All arithmetic is in
/// integers, so that a training gives the same bytes on every machine.

#include "model/weights.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace frise::train {

class Perceptron {
 public:
  /// Steps of an averaged weight that make 1 in the quantised table.
  static constexpr std::int64_t scale = 3;

  Perceptron(unsigned row_bits, unsigned width_bits);

  [[nodiscard]] model::Weights<std::int32_t> weights() const noexcept {
    return {now_.data(), row_bits_, width_bits_};
  }

  /// One decision has been looked at: time passes for the average.
  void tick() noexcept { ++time_; }

  /// Rewards one class for the features and punishes another.
  void update(std::span<const std::uint32_t> features, unsigned right, unsigned wrong) noexcept;

  /// The averages, `scale` to 1, cut to what 8 bits hold.
  [[nodiscard]] std::vector<std::int8_t> quantised() const;

 private:
  void add(std::size_t cell, std::int32_t change) noexcept;

  unsigned row_bits_, width_bits_;
  std::int64_t time_ = 1;
  std::vector<std::int32_t> now_;
  std::vector<std::int64_t>
      past_;  ///< each change times the time it came: what averaging takes off
};

/// Numbers in a fixed order that looks like none (Steele et al. 2014, splitmix64), for shuffling.
class Shuffler {
 public:
  template <class Item>
  void shuffle(std::vector<Item>& items) noexcept {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[next() % i]);
  }

  [[nodiscard]] std::uint64_t next() noexcept {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }

 private:
  std::uint64_t state_ = 20120101;
};

}  // namespace frise::train
