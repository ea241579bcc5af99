#pragma once

/// \file
/// Lines to blocks.

#include "frise/core/span.hpp"

#include <string_view>
#include <vector>

namespace frise {

/// A paragraph, title or list item, before it is known which.
struct RawBlock {
  Span span;                 ///< without the white space around it
  bool blank_before = true;  ///< an empty line, or the start of the text, stands before it
};

[[nodiscard]] std::vector<RawBlock> cut_blocks(std::string_view text);

}  // namespace frise
