#pragma once

/// \file
/// What makes and cuts a map: its titles, and its notes numbered anew.

#include "frise/view/view.hpp"

namespace frise {

/// Title and subtitle of what the view shows, where they are made and not given.
void title_map(RelationView& view);

/// Drops notes that no relation cites; numbers the others by first appearance.
void renumber_notes(std::vector<SourceNote>& notes,
                    const std::vector<std::vector<std::uint32_t>*>& citing);

}  // namespace frise
