#pragma once

/// \file
/// Records and graphs in: whole files or line by line, "-" for standard input.

#include "frise/core/result.hpp"

#include <functional>
#include <string>

namespace frise::cli {

[[nodiscard]] Result<std::string> read_all(const std::string& path);

/// Calls `take` once a line, without its end.
[[nodiscard]] Result<void> for_each_line(const std::string& path,
                                         const std::function<void(const std::string&)>& take);

}  // namespace frise::cli
