#pragma once

/// \file
/// The words under a span as records carry them.

#include <cstddef>
#include <string>
#include <string_view>

namespace frise {

/// Quotes are cut there, so that one endless line cannot be copied for each of its events.
inline constexpr std::size_t longest_quote = 2000;  // characters

/// What quotes hold as white space: U+00A0 and U+202F are letters to them.
[[nodiscard]] constexpr bool is_quote_space(char c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// The text with white space squeezed to single spaces; cut at longest_quote.
[[nodiscard]] std::string squeeze(std::string_view text);

}  // namespace frise
