#pragma once

/// \file
/// Which articles are printed from which.

#include "merge/reports.hpp"

#include <cstdint>
#include <vector>

namespace frise {

struct DocumentCopies {
  std::vector<DocumentCopy> copies;      ///< by document
  std::vector<std::uint32_t> source_of;  ///< of each record: the one it counts as
};

/// An article is a copy when an older one shares most of its sentences that tell an event, and at
/// least three. Linear in the pairs of nearly the same sentences.
[[nodiscard]] DocumentCopies find_copies(const std::vector<Record>& records,
                                         const Reports& reports);

}  // namespace frise
