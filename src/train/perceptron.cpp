// The average is kept lazily: average = now - past / time. Tested in
// tests/unit/train/perceptron_test.cpp.

#include "train/perceptron.hpp"

#include <algorithm>

namespace frise::train {

Perceptron::Perceptron(unsigned row_bits, unsigned width_bits)
    : row_bits_{row_bits},
      width_bits_{width_bits},
      now_(std::size_t{1} << (row_bits + width_bits)),
      past_(std::size_t{1} << (row_bits + width_bits)) {}

void Perceptron::add(std::size_t cell, std::int32_t change) noexcept {
  now_[cell] += change;
  past_[cell] += time_ * change;
}

void Perceptron::update(std::span<const std::uint32_t> features, unsigned right,
                        unsigned wrong) noexcept {
  const model::Weights<std::int32_t> at = weights();
  for (const std::uint32_t f : features) {
    add(at.cell(f, right), 1);
    add(at.cell(f, wrong), -1);
  }
}

std::vector<std::int8_t> Perceptron::quantised() const {
  std::vector<std::int8_t> cells(now_.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::int64_t sum = (now_[i] * time_ - past_[i]) * scale * 2;
    const std::int64_t rounded = (sum + (sum < 0 ? -time_ : time_)) / (2 * time_);
    cells[i] = static_cast<std::int8_t>(std::clamp<std::int64_t>(rounded, -127, 127));
  }
  return cells;
}

}  // namespace frise::train
