#pragma once

/// \file
/// A graph from a file, as of the day that the settings name.

#include "cli/console.hpp"
#include "cli/settings.hpp"
#include "frise/graph/event_graph.hpp"

#include <string>
#include <string_view>

namespace frise::cli {

/// \returns an error that names the file. What --as-of leaves out is told.
[[nodiscard]] Result<EventGraph> read_graph(const std::string& path, const Settings& settings,
                                            Console& console);

/// The same from bytes already read from `path`.
[[nodiscard]] Result<EventGraph> graph_of(std::string_view bytes, const std::string& path,
                                          const Settings& settings, Console& console);

}  // namespace frise::cli
