#pragma once

/// \file
/// Colours and dashes of the figures. Colour means stance only, and never alone: each stance also
/// has a glyph, a dash and an arrowhead. Contrasts and colour-blind distances were measured before
/// choosing.

#include "frise/render/render.hpp"
#include "frise/view/view.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace frise::render {

enum class Head : std::uint8_t { arrow, tee, open_diamond, none };

struct StanceStyle {
  std::string_view colour;
  std::string_view fill;  ///< behind dates that are no single day
  std::string_view dash;  ///< of action lines and relations; empty: solid
  double line_width = 1.75;
  Head head = Head::none;
};

struct Palette {
  std::string_view background;
  std::string_view band;
  std::string_view ink;
  std::string_view secondary;
  std::string_view grid;
  std::string_view line;  ///< lane lines, box borders; not for text
  std::array<StanceStyle, 5> stances;

  [[nodiscard]] const StanceStyle& stance(MarkStance stance) const noexcept {
    return stances[static_cast<std::size_t>(stance)];
  }
};

[[nodiscard]] const Palette& palette(Theme theme) noexcept;
/// The same with what a style replaces; views into `style`.
[[nodiscard]] Palette palette(Theme theme, const Style& style);

/// Ratio of two "#RRGGBB" by WCAG 2: from 1 to 21.
[[nodiscard]] double contrast(std::string_view a, std::string_view b);

/// CSS that turns each colour of the light palette into its dark one where the reader prefers dark.
[[nodiscard]] std::string dark_rules(const Style& style = {});

/// As in options, in the order of MarkStance.
inline constexpr std::array<std::string_view, 5> stance_names{"favourable", "unfavourable",
                                                              "contested", "neutral", "unknown"};

inline constexpr std::string_view font_family = "Noto Sans, DejaVu Sans, sans-serif";

}  // namespace frise::render
