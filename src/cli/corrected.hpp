#pragma once

/// \file
/// What build and merge share: records in, a graph with the analyst's corrections out.

#include "cli/console.hpp"
#include "cli/settings.hpp"
#include "frise/pipeline/story.hpp"

#include <optional>
#include <vector>

namespace frise::cli {

/// Reads the corrections that the settings name, else those that lie beside the inputs: in a folder
/// among them, or in the folder of a file among them.
[[nodiscard]] Result<Corrections> read_corrections(const Settings& settings);

/// Merges records as the settings want them; what is stale is a warning. \returns nothing when
/// corrections contradict each other, each of which was told.
[[nodiscard]] std::optional<EventGraph> tell_corrected(std::vector<Record> records,
                                                       const Corrections& corrections,
                                                       Console& console);

}  // namespace frise::cli
