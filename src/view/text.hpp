#pragma once

/// \file
/// Foreign text made fit for a figure.

#include <cstddef>
#include <string>
#include <string_view>

namespace frise {

/// Longest label and tooltip that a view hands on (characters).
inline constexpr std::size_t longest_label = 200;
inline constexpr std::size_t longest_tooltip = 2000;

/// White space squeezed to single spaces (no-break spaces kept); control characters, what XML
/// forbids, bidirectional overrides, soft hyphens and bytes that are no UTF-8 dropped.
[[nodiscard]] std::string clean_text(std::string_view text);

/// At most `most` characters, "…" included; cut after a word where there is one.
[[nodiscard]] std::string cut_text(std::string_view text, std::size_t most);

[[nodiscard]] std::size_t count_characters(std::string_view text) noexcept;

}  // namespace frise
