#pragma once

/// \file
/// Foreign bytes to UTF-8 text, or the place where they are none.

#include "frise/core/diagnostic.hpp"
#include "frise/core/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

struct Place {
  std::size_t line = 1;
  std::size_t column = 1;  ///< code points
};

/// Where byte `offset` stands.
[[nodiscard]] Place place_of(std::string_view bytes, std::size_t offset);

/// Drops a byte order mark and converts UTF-16, in place.
[[nodiscard]] Result<void> to_utf8(std::string& bytes, const std::string& path,
                                   std::vector<Diagnostic>& diagnostics);

/// \returns ErrorCode::not_utf8 with the place of the first byte that is no UTF-8, or NUL.
/// `first_line` is the number of the first line of `text` in its file.
[[nodiscard]] Result<void> check_text(std::string_view text, const std::string& path,
                                      std::size_t first_line = 1);

[[nodiscard]] bool only_white_space(std::string_view text);

}  // namespace frise
