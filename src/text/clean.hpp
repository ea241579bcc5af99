#pragma once

/// \file
/// Foreign text made fit to be shown: in figures, on the terminal, in what other programs read.

#include <cstddef>
#include <string>
#include <string_view>

namespace frise {

/// White space squeezed to single spaces (no-break spaces kept); control characters, what XML
/// forbids, bidirectional overrides, soft hyphens and bytes that are no UTF-8 dropped.
[[nodiscard]] std::string clean_text(std::string_view text);

/// At most `most` characters, "…" included; cut after a word where there is one.
[[nodiscard]] std::string cut_text(std::string_view text, std::size_t most);

/// As `cut_text`, but of the part around the byte at `focus` when that is far from the beginning.
[[nodiscard]] std::string cut_around(std::string_view text, std::size_t focus, std::size_t most);

/// The address when it is of the web (http, https) and holds nothing that could end it, else
/// nothing.
[[nodiscard]] std::string web_address(std::string_view url);

[[nodiscard]] std::size_t count_characters(std::string_view text) noexcept;

}  // namespace frise
