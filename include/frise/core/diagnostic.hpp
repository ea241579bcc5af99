#pragma once

/// \file
/// What a stage could not make sense of: not an error, and never silent.

#include "frise/core/span.hpp"

#include <string>

namespace frise {

/// A remark on a place in the text. `code` is stable and kebab-case ("no-such-day").
struct Diagnostic {
  Span span;
  std::string code;
  std::string message;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

}  // namespace frise
