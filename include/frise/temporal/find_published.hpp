#pragma once

/// \file
/// When a document was published: given, read at its head, or bounded by what its text says.
/// The method and its limits are told in docs/DOCUMENT-DATE.md.

#include "frise/core/document.hpp"
#include "frise/temporal/dated_facts.hpp"
#include "frise/temporal/time_expression.hpp"

#include <vector>

namespace frise {

struct DocumentDate {
  Published published;
  /// date-contradicted: the text tells of a later time than the date it was given or states.
  /// dates-contradict: dates and facts of the text that no day of writing fits.
  std::vector<Diagnostic> diagnostics;
};

/// The date given, else the one in a header or dateline, else the interval that the text's dates
/// and the facts it knows allow, with the reasons; never today's date. Time is linear in the length
/// of the text. The scan is of the same document and rules.
[[nodiscard]] DocumentDate find_published(const Document& document,
                                          const Segmentation& segmentation,
                                          const std::vector<WordTag>& tags, const TimeScan& scan,
                                          const TemporalRules& rules, const DatedFacts& facts);

}  // namespace frise
