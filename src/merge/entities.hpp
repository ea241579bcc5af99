#pragma once

/// \file
/// Who is who across documents.

#include "frise/merge/corpus.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace frise {

/// Merged entities, and which of them an id of a record stands for.
struct EntityTable {
  std::vector<MergedEntity> entities;  ///< sorted by id
  std::unordered_map<std::string, std::uint32_t> index_of;

  [[nodiscard]] std::optional<std::uint32_t> find(const std::string& id) const {
    const auto found = index_of.find(id);
    if (found == index_of.end()) return std::nullopt;
    return found->second;
  }
};

/// \param records sorted; document ids unique.
[[nodiscard]] EntityTable merge_entities(const std::vector<Record>& records);

}  // namespace frise
