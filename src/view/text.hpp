#pragma once

/// \file
/// Foreign text made fit for a figure: the longest that a view hands on.

#include "text/clean.hpp"

namespace frise {

/// Longest label and tooltip that a view hands on (characters).
inline constexpr std::size_t longest_label = 200;
inline constexpr std::size_t longest_tooltip = 2000;

}  // namespace frise
