#pragma once

/// \file
/// JSON Lines to documents.

#include "frise/read/reader.hpp"

#include <string>

namespace frise {

/// One document a line of `bytes`, or one of the whole when `one_value` is set.
void read_json_lines(const std::string& path, const std::string& id, std::string bytes,
                     bool one_value, const ReadOptions& options, const DocumentSink& sink);

}  // namespace frise
