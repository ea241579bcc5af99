#pragma once

/// \file
/// UTF-8 one code point at a time.

#include <cstddef>
#include <string>
#include <string_view>

namespace frise {

/// Length of the well-formed sequence at `at`, or 0 (Unicode 15, table 3-7).
[[nodiscard]] std::size_t utf8_length(std::string_view text, std::size_t at) noexcept;

/// The code point of a well-formed sequence of that length.
[[nodiscard]] char32_t utf8_decode(std::string_view text, std::size_t at,
                                   std::size_t length) noexcept;

/// The code point at `at`, which is moved past it; U+FFFD for a byte that starts none.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;
void append_utf8(std::string& out, char32_t code);

}  // namespace frise
