#pragma once

/// \file
/// Nouns and pronouns that stand for what was named before.

#include "entity/register.hpp"
#include "entity/role_facts.hpp"

#include <vector>

namespace frise {

/// Reads the document from its start, names and references in the order of the text, and returns
/// the mentions that are no names: resolved where one entity fits, else without an entity. \param
/// names    sorted; their entities are in `entities` \param name_at  of each token: 1 + index of
/// the name over it, or 0
[[nodiscard]] std::vector<Mention> find_references(const Reading& reading,
                                                   const std::vector<Mention>& names,
                                                   const std::vector<std::uint32_t>& name_at,
                                                   const std::vector<HeldRole>& roles,
                                                   Register& entities);

}  // namespace frise
