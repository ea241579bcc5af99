#pragma once

/// \file
/// What `frise pack check` says of a pack that compiles.

#include "frise/core/result.hpp"

#include <cstdint>
#include <vector>

namespace frise {

enum class FindingKind : std::uint8_t {
  error,    ///< the pack does not do what it says
  warning,  ///< it does, and something in it is doubtful
  note,     ///< what could be better
};

struct PackFinding {
  FindingKind kind = FindingKind::error;
  Error error;
};

using PackFindings = std::vector<PackFinding>;

}  // namespace frise
