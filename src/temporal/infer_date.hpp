#pragma once

/// \file
/// The day a document was written on, bounded by what its text says. See docs/DOCUMENT-DATE.md.

#include "temporal/date_clues.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace frise::temporal {

struct InferredDate {
  /// Bounds with their reasons; a value only where the clues are fresh enough to carry one.
  Published published;
  std::vector<Diagnostic> diagnostics;  ///< clues that cannot hold together
};

[[nodiscard]] InferredDate infer_date(std::string_view text, const DateClues& clues);

/// Clues that speak of a later time than a date that was given or read does.
struct Contradiction {
  Diagnostic diagnostic;
  bool impossible = false;  ///< two of them, and many years later: the date is not the document's
};
[[nodiscard]] std::optional<Contradiction> contradiction(std::string_view text,
                                                         const DateClues& clues,
                                                         const Published& published);

}  // namespace frise::temporal
