#pragma once

/// \file
/// How wide text will be when drawn in Noto Sans.
///
/// Widths come from tables built in, not from the fonts of the machine: a figure must be the same
/// bytes on every machine, and what is installed differs. Characters outside the tables (CJK,
/// Arabic, emoji) count as a fixed part of an em for their script, rounded up. Kerning is left out;
/// it would only narrow text.

#include <cstdint>
#include <string_view>

namespace frise::render {

enum class FontStyle : std::uint8_t { regular, bold, italic };

/// Width in pixels of `text` (UTF-8, one line) at `size` pixels.
[[nodiscard]] double text_width(std::string_view text, double size,
                                FontStyle style = FontStyle::regular) noexcept;

/// True when fontconfig knows Noto Sans on this machine: what the tables describe is what will be
/// drawn here.
[[nodiscard]] bool noto_sans_installed();

inline constexpr std::string_view font_warning =
    "font Noto Sans not found: text is measured by built-in widths and may be drawn wider here; "
    "install fonts-noto-core";

}  // namespace frise::render
