#pragma once

/// \file
/// The examples of a pack: what it must and must not read, stage by stage.

#include "frise/core/result.hpp"
#include "frise/pack/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// The tables `examples/<stage>*.tsv` and `examples/<stage>*/*.tsv` of a pack, sorted by path: a
/// stage's examples may be split by topic. \returns errors of files that cannot be read.
[[nodiscard]] Result<std::vector<Table>> load_examples(const std::string& folder,
                                                       std::string_view stage);

}  // namespace frise
