// Open addressing with linear steps over at most half-full slots. An empty slot must be there, else
// a search would not end: over() counts them. Tested in tests/unit/model/class_sets_test.cpp.

#include "model/class_sets.hpp"

#include <algorithm>
#include <bit>
#include <map>

namespace frise::model {
namespace {

unsigned shift_of(std::size_t slots) { return 64 - static_cast<unsigned>(std::countr_zero(slots)); }

}  // namespace

std::optional<ClassSets> ClassSets::over(std::span<const Slot> slots,
                                         std::span<const ClassSet> sets) noexcept {
  if (slots.size() < 2 || !std::has_single_bit(slots.size())) return std::nullopt;
  bool good = true;
  std::size_t empty = 0;
  for (const Slot& slot : slots) {
    good &= slot.set <= sets.size();
    empty += slot.set == 0 ? 1U : 0U;
  }
  if (!good || empty == 0) return std::nullopt;
  ClassSets made;
  made.slots_ = slots;
  made.sets_ = sets;
  made.shift_ = shift_of(slots.size());
  return made;
}

ClassSetTables make_class_sets(std::span<const std::pair<std::uint64_t, ClassSet>> things) {
  ClassSetTables made;
  made.slots.resize(std::max<std::size_t>(2, std::bit_ceil(2 * things.size() + 1)));
  std::map<ClassSet, std::uint32_t> numbers;
  for (const auto& [hash, set] : things) {
    const auto [number, fresh] =
        numbers.emplace(set, static_cast<std::uint32_t>(made.sets.size() + 1));
    if (fresh) made.sets.push_back(set);
    std::size_t at = hash >> shift_of(made.slots.size());
    while (made.slots[at].set != 0) at = (at + 1) & (made.slots.size() - 1);
    made.slots[at] = {static_cast<std::uint32_t>(hash), number->second};
  }
  return made;
}

}  // namespace frise::model
