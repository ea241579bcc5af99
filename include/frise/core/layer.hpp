#pragma once

/// \file
/// What a stage hands on: its findings, and what it could not make sense of.

#include "frise/core/diagnostic.hpp"

#include <vector>

namespace frise {

/// An annotation layer. Items are sorted by where they begin.
template <class T>
struct Layer {
  std::vector<T> items;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace frise
