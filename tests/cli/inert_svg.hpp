#pragma once

/// \file
/// Whether a figure is one well-formed SVG that does nothing but show itself.

#include <string>

namespace frise::test {

/// \returns what is wrong with it, or nothing.
[[nodiscard]] std::string wrong_with_svg(const std::string& svg);

}  // namespace frise::test
