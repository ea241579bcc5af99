#pragma once

/// \file
/// The kinds of entity that figures tell apart.

#include <cstdint>
#include <optional>
#include <string_view>

namespace frise {

enum class EntityType : std::uint8_t {
  company,
  person,
  organization,
  government,
  product,
  programme,
  cryptocurrency,
  sector,  ///< sectors and collectives: crypto, AI, miners, crypto start-ups
  place,
  publication,
};

/// "company", "person", ... as records spell it.
[[nodiscard]] std::string_view to_string(EntityType type) noexcept;
[[nodiscard]] std::optional<EntityType> parse_entity_type(std::string_view name) noexcept;

}  // namespace frise
