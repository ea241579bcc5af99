#pragma once

/// \file
/// Names that no list has, found by their capitals.

#include "entity/reading.hpp"

#include <vector>

namespace frise {

/// Runs of capitalised words between the known names, with the small words inside ("Charles de
/// Gaulle") and the lower-case tail of organisations ("Union française des industries
/// pétrolières"). Sorted, without overlap with each other or with `known`.
[[nodiscard]] std::vector<NameSpan> find_name_runs(const Reading& reading,
                                                   const std::vector<NameSpan>& known);

}  // namespace frise
