#pragma once

/// \file
/// Fast hashes of bytes, for tables and for telling a damaged file. The same on every machine of
/// one byte order. Not for protection against an adversary.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace frise {

/// Eight bytes a step, multiplied and folded (after Wang Yi's wyhash).
[[nodiscard]] inline std::uint64_t hash_bytes(std::string_view bytes,
                                              std::uint64_t seed = 0) noexcept {
  constexpr std::uint64_t k = 0x9E3779B97F4A7C15ULL;
  std::uint64_t h = (seed ^ bytes.size()) * k;
  const char* p = bytes.data();
  std::size_t n = bytes.size();
  for (; n >= 8; n -= 8, p += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, p, 8);
    h = std::rotl((h ^ word) * k, 29);
  }
  if (n > 0) {
    std::uint64_t word = 0;
    std::memcpy(&word, p, n);
    h = std::rotl((h ^ word) * k, 29);
  }
  h *= k;
  return h ^ (h >> 32);
}

/// Four hashes side by side over long data, since one waits for its own multiplication.
[[nodiscard]] inline std::uint64_t checksum_of(std::string_view bytes) noexcept {
  constexpr std::uint64_t k = 0x9E3779B97F4A7C15ULL;
  std::uint64_t lane[4] = {1, 2, 3, 4};
  std::size_t i = 0;
  for (; i + 32 <= bytes.size(); i += 32) {
    for (std::size_t j = 0; j < 4; ++j) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + i + 8 * j, 8);
      lane[j] = std::rotl((lane[j] ^ word) * k, 31);
    }
  }
  std::uint64_t h = hash_bytes(bytes.substr(i), bytes.size());
  for (const std::uint64_t part : lane) h = std::rotl((h ^ part) * k, 29);
  return h;
}

}  // namespace frise
