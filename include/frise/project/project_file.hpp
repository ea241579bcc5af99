#pragma once

/// \file
/// frise.toml: the settings of a project, as keys and values with their places. What they mean is
/// the program's affair.
///
/// \code
///   title = "Who trades with whom"
///   subject = ["cars"]
///   theme = "dark"
/// \endcode

#include "frise/core/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

struct ProjectEntry {
  std::string key;
  /// One a string, number or date; of an array, one an element; of `true`, one that is empty; of
  /// `false`, none.
  std::vector<std::string> values;
  bool flag = false;  ///< `true` or `false`
  std::size_t line = 0;
  std::size_t column = 0;
};

/// Entries by place.
/// \returns ErrorCode::bad_format for broken TOML, and for tables, which there are none of.
[[nodiscard]] Result<std::vector<ProjectEntry>> parse_project(std::string_view toml,
                                                              const std::string& path);

}  // namespace frise
