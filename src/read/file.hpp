#pragma once

/// \file
/// A file's bytes, read once.

#include "frise/core/result.hpp"

#include <cstddef>
#include <string>

namespace frise {

/// \returns ErrorCode::not_found, unreadable or too_large. "-" is standard input.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t max_bytes);

}  // namespace frise
