#pragma once

/// \file
/// What something rests on, as lines of text: every source with its sentence and rule, and for a
/// date what it was counted from and how.
///
/// \code
///   t2  "il y a deux semaines"
///     document  a1 (a1.txt), 2026-02-03 by sidecar a1.json
///     sentence  2 "La vente date d'il y a deux semaines."
///     rule      fr/temporal/ago
///     reads     DATE 2026-W04, in EDTF 2026-01-19/2026-01-25
///     days      2026-01-19 to 2026-01-25
///     from      the document's date, 2026-02-03
///     because   2026-02-03 moved by -2 weeks = 2026-01-20, its week = 2026-W04
/// \endcode

#include "frise/core/result.hpp"
#include "frise/graph/event_graph.hpp"
#include "frise/record/record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// \param id of an event, claim, stance, entity, or of a time expression that dates something; the
/// last as `DOCUMENT#t3`, or `t3` where one document only has it. \returns ErrorCode::not_found
/// when there is none, or bad_value when there are several: the message says what would do.
[[nodiscard]] Result<std::string> explain(const EventGraph& graph, std::string_view id);

/// The shortest way from one entity to another, with the evidence of each step.
/// \returns ErrorCode::not_found when one of them is not there, or nothing connects them.
[[nodiscard]] Result<std::string> explain_connection(const EventGraph& graph, std::string_view from,
                                                     std::string_view to);

/// \param id of a time expression, event or entity, each also as `DOCUMENT#ID`.
[[nodiscard]] Result<std::string> explain(const std::vector<Record>& records, std::string_view id);

}  // namespace frise
