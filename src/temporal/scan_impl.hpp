#pragma once

/// \file
/// What is behind TimeScan.

#include "temporal/found.hpp"

#include <vector>

namespace frise {

struct TimeScan::Impl {
  TextKind kind = TextKind::news;
  std::vector<temporal::Found> found;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace frise
