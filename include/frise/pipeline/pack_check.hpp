#pragma once

/// \file
/// Packs tried on their own examples, stage by stage: what `frise pack` shows.

#include "frise/core/result.hpp"
#include "frise/pack/finding.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace frise {

enum class PackKind : std::uint8_t { language, subject };

/// A pack as it lies on the disk.
struct PackPlace {
  PackKind kind = PackKind::language;
  std::string name;  ///< of its folder
  std::string folder;
};

/// The packs of a data root: languages first, each kind by name.
[[nodiscard]] std::vector<PackPlace> find_packs(const std::string& data_root);

/// A pack of the data root by its name, or any folder that holds one.
/// \returns ErrorCode::not_found saying which packs there are.
[[nodiscard]] Result<PackPlace> find_pack(const std::string& data_root,
                                          const std::string& name_or_folder);

/// How many rows of knowledge a pack holds, by what they are: "temporal rules", 202.
struct PackContents {
  std::string title;
  std::vector<std::pair<std::string, std::size_t>> counts;
};

/// \returns what keeps the pack from being loaded.
[[nodiscard]] Result<PackContents> look_into(const PackPlace& place);

/// Compiles a pack and runs all its examples. Findings stand in the order of files and lines; one
/// that keeps the pack from being compiled is the only one. \param data_root where the compiled
/// lexicon of a language lies, if there is one.
[[nodiscard]] PackFindings check_pack(const std::string& data_root, const PackPlace& place);

}  // namespace frise
