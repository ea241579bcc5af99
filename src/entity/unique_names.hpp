#pragma once

/// \file
/// Short forms and the one name that each stands for.

#include "entity/typist.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace frise {

/// In front of an index: a known entity's, not a group's.
inline constexpr std::uint32_t known_bit = 0x80000000U;

/// A word that may stand for several names stands for none.
class UniqueNames {
 public:
  void add(const std::string& word, std::uint32_t value) {
    const auto [at, added] = values_.emplace(word, value);
    if (!added && at->second != value) at->second = nobody;
  }
  [[nodiscard]] std::uint32_t find(const std::string& word) const {
    const auto at = values_.find(word);
    return at == values_.end() ? nobody : at->second;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> values_;
};

}  // namespace frise
