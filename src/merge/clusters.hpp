#pragma once

/// \file
/// Reports gathered into events.

#include "merge/judge.hpp"
#include "merge/reports.hpp"

#include <cstdint>
#include <vector>

namespace frise {

/// Reports of one event, as sorted indices into Reports::all.
struct Cluster {
  std::vector<std::uint32_t> reports;
};

/// Every report is in exactly one cluster. Sorted by first report.
[[nodiscard]] std::vector<Cluster> cluster_reports(const std::vector<Record>& records,
                                                   const Reports& reports, const Judge& judge);

}  // namespace frise
