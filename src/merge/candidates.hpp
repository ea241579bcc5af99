#pragma once

/// \file
/// Which reports are worth comparing.

#include "merge/reports.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace frise {

using ReportPair = std::pair<std::uint32_t, std::uint32_t>;

/// Pairs (i < j), sorted: of one family and two shared participants, or of one family, participant
/// and month, or of one family, participant and article's head, or of one family, article and sum
/// of money, or of nearly the same sentence. Each
/// report meets a bounded number of others, so the whole is near-linear.
[[nodiscard]] std::vector<ReportPair> candidate_pairs(const std::vector<Record>& records,
                                                      const Reports& reports);

}  // namespace frise
