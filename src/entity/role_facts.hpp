#pragma once

/// \file
/// Who holds which role where, as the text says it beside a name.

#include "entity/reading.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// "le ministre X", "X, directeur technique de Y".
struct HeldRole {
  std::uint32_t person = 0;  ///< index into EntityLayer::entities
  std::optional<std::uint32_t> organization;
  std::string role;  ///< kind of entity/roles: "chief_executive"
  std::string words;
  RoleTime time = RoleTime::present;
  Span evidence;
  std::uint32_t token = 0;  ///< where the words begin
};

/// Does who holds the role say "we" for the house: its head, its officers, its spokesperson?
[[nodiscard]] bool speaks_for_house(std::string_view role);

/// Is it what somebody is rather than an office that one person holds: a writer, an investor?
[[nodiscard]] bool is_occupation(std::string_view role);

/// When the role whose words begin at `at` is held: "l'ancien PDG", "alors directeur financier".
[[nodiscard]] RoleTime role_time(const Reading& reading, TokenRange sentence, std::uint32_t at);

/// \param mentions   names only, sorted
/// \param name_at    of each token: 1 + index of the mention over it, or 0
[[nodiscard]] std::vector<HeldRole> find_held_roles(const Reading& reading,
                                                    const std::vector<Entity>& entities,
                                                    const std::vector<Mention>& mentions,
                                                    const std::vector<std::uint32_t>& name_at);

}  // namespace frise
