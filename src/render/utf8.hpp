#pragma once

/// \file
/// Foreign text made safe to draw: valid UTF-8, no control or bidirectional override, bounded
/// length.

#include "text/utf8.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace frise::render {

/// What drawn strings are cut to, with an ellipsis, before any layout (in code points).
inline constexpr std::size_t label_limit = 400;
inline constexpr std::size_t name_limit = 120;
inline constexpr std::size_t tooltip_limit = 2000;

/// One line of drawable text: invalid bytes become U+FFFD; XML-invalid characters, controls,
/// noncharacters and bidirectional embeddings and overrides (U+202A-202E, U+2066-2069) go; runs of
/// space become one; what is longer than `limit` code points ends in an ellipsis.
[[nodiscard]] std::string clean(std::string_view text, std::size_t limit = label_limit);

/// True when a letter of a right-to-left script is in it.
[[nodiscard]] bool has_right_to_left(std::string_view text) noexcept;

/// Wrapped in U+2068 and U+2069 when it holds right-to-left letters, so that it cannot reorder its
/// surroundings; unchanged otherwise.
[[nodiscard]] std::string isolate(std::string text);

}  // namespace frise::render
