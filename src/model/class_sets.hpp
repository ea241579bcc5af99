#pragma once

/// \file
/// Which classes a thing may have, asked by the hash of the thing: a table of prints of hashes that
/// point at sets. Frozen by a training, read in place.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace frise::model {

/// Bit c is set when class c may be; at most 64 classes.
using ClassSet = std::uint64_t;

class ClassSets {
 public:
  struct Slot {
    std::uint32_t print = 0;  ///< low bits of the hash
    std::uint32_t set = 0;    ///< 1 + index of the set; 0 is an empty slot
  };

  ClassSets() noexcept = default;

  /// \returns nothing when the parts do not fit together.
  [[nodiscard]] static std::optional<ClassSets> over(std::span<const Slot> slots,
                                                     std::span<const ClassSet> sets) noexcept;

  /// The set of the thing with this hash; 0 when it has none.
  [[nodiscard]] ClassSet find(std::uint64_t hash) const noexcept {
    if (slots_.empty()) return 0;
    const auto print = static_cast<std::uint32_t>(hash);
    for (std::size_t at = hash >> shift_;; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.set == 0) return 0;
      if (slot.print == print) return sets_[slot.set - 1];
    }
  }

 private:
  std::span<const Slot> slots_;
  std::span<const ClassSet> sets_;
  unsigned shift_ = 63;
};

/// Slots and sets for things sorted by hash, each hash once.
struct ClassSetTables {
  std::vector<ClassSets::Slot> slots;
  std::vector<ClassSet> sets;
};
[[nodiscard]] ClassSetTables make_class_sets(
    std::span<const std::pair<std::uint64_t, ClassSet>> things);

}  // namespace frise::model
