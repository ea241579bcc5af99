#pragma once

/// \file
/// Hashes that are the same on every machine: ids are made of them, so they may never change.

#include <cstdint>
#include <string>
#include <string_view>

namespace frise {

/// FNV-1a, 64 bits, one field after the other, finished as in SplitMix64.
class StableHash {
 public:
  StableHash& add(std::string_view field) noexcept {
    for (const char c : field) mix(static_cast<unsigned char>(c));
    mix(0x1FU);  // a separator: {"a","bc"} and {"ab","c"} differ
    return *this;
  }
  StableHash& add(std::uint64_t number) noexcept {
    for (int shift = 0; shift < 64; shift += 8) mix((number >> shift) & 0xFFU);
    return *this;
  }

  [[nodiscard]] std::uint64_t value() const noexcept {
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  /// `prefix` and twelve hexadecimal digits.
  [[nodiscard]] std::string id(std::string_view prefix) const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out{prefix};
    const std::uint64_t hash = value();
    for (int shift = 60; shift > 12; shift -= 4) out += digits[(hash >> shift) & 15U];
    return out;
  }

 private:
  void mix(std::uint64_t byte) noexcept { state_ = (state_ ^ byte) * 0x100000001B3U; }

  std::uint64_t state_ = 0xCBF29CE484222325U;
};

}  // namespace frise
