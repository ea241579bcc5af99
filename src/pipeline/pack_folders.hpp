#pragma once

/// \file
/// Which packs a data root holds.

#include <filesystem>
#include <string>
#include <vector>

namespace frise {

/// Folders directly below `parent` that hold `marker`, sorted by name: the order on disk must not
/// show.
[[nodiscard]] std::vector<std::string> packs_below(const std::filesystem::path& parent,
                                                   const char* marker);

/// "en, fr", or "none".
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

}  // namespace frise
