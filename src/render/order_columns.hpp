#pragma once

/// \file
/// In which column an event stands when what comes before what is drawn from left to right.

#include "frise/view/view.hpp"

#include <cstdint>
#include <vector>

namespace frise::render {

/// Events that steps join, numbered by the first of each: between two such groups no order is
/// known, so they share no row.
[[nodiscard]] std::vector<std::uint32_t> order_groups(const OrderView& view);

/// A column from 0 for each event that a step joins to another, -1 for any other event.
///
/// Within a group, a step leads at least one column on, and an event that is over before another
/// begins never stands right of it, so that columns read as time does. Where that leaves a choice,
/// an event stands in the column whose dates are nearest to its own; without a date, just after
/// what it follows, or else just before what it precedes.
[[nodiscard]] std::vector<int> order_columns(const OrderView& view,
                                             const std::vector<std::uint32_t>& groups);

}  // namespace frise::render
