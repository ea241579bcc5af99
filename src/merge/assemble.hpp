#pragma once

/// \file
/// A cluster of reports told as one event.

#include "merge/clusters.hpp"
#include "merge/copies.hpp"
#include "merge/judge.hpp"

#include <vector>

namespace frise {

/// Events without ids that are the same; sorted by date, then id.
[[nodiscard]] std::vector<MergedEvent> assemble_events(
    const std::vector<Record>& records, const EntityTable& entities, const Reports& reports,
    const std::vector<Cluster>& clusters, const Judge& judge, const DocumentCopies& copies);

/// The speaker's id as merged.
[[nodiscard]] std::optional<RecordAttribution> canonical(
    std::optional<RecordAttribution> attribution, const EntityTable& entities);

/// By first day, then last; unknown days last.
[[nodiscard]] bool date_before(const DayBounds& a, const DayBounds& b) noexcept;
[[nodiscard]] bool date_equal(const DayBounds& a, const DayBounds& b) noexcept;

}  // namespace frise
