#pragma once

/// \file
/// Byte offsets to lines and columns, in one pass over the text.

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace frise {

class LineCounter {
 public:
  explicit LineCounter(std::string_view text) noexcept : text_{text} {}

  /// Line and column (code points) of an offset, from 1. Offsets must not go backwards.
  std::pair<std::size_t, std::size_t> advance(std::size_t offset) noexcept {
    for (offset = std::min(offset, text_.size()); at_ < offset; ++at_) {
      if (text_[at_] == '\n') {
        ++line_;
        column_ = 1;
      } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0U) != 0x80U) {
        ++column_;
      }
    }
    return {line_, column_};
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
};

}  // namespace frise
