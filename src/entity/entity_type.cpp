// Spelling of entity types, in enumerator order; read back by a walk of ten entries.
// Tested in tests/unit/record/words_test.cpp.

#include "frise/entity/entity_type.hpp"

#include <array>
#include <cstddef>

namespace frise {
namespace {

constexpr std::array<std::string_view, 10> entity_words{
    "company",   "person",         "organization", "government", "product",
    "programme", "cryptocurrency", "sector",       "place",      "publication"};

}  // namespace

std::string_view to_string(EntityType type) noexcept {
  return entity_words[static_cast<std::size_t>(type)];
}

std::optional<EntityType> parse_entity_type(std::string_view name) noexcept {
  for (std::size_t i = 0; i < entity_words.size(); ++i) {
    if (entity_words[i] == name) return static_cast<EntityType>(i);
  }
  return std::nullopt;
}

}  // namespace frise
