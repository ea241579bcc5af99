#pragma once

/// \file
/// Views made by hand: what a reader might draw, and what an enemy might.

#include "frise/view/view.hpp"

#include <string>
#include <vector>

namespace frise::test {

/// Twelve events about chips and exchanges, 2017-2026, on five lanes: years, months, days, bounds,
/// a burst.
[[nodiscard]] TimelineView chips_timeline();
[[nodiscard]] RelationView chips_map();

/// `count` events spread over `lanes` lanes and some years, drawn from a fixed sequence.
[[nodiscard]] TimelineView many_events(std::size_t count, std::size_t lanes);

/// All on one lane within three days.
[[nodiscard]] TimelineView burst(std::size_t count);

/// `count` events by a seed: lanes from 1 to 100, dates of every sort, bursts, links, and now and
/// then an enemy's label.
[[nodiscard]] TimelineView generated(std::uint32_t seed, std::size_t count);

/// Every shape of date, one of each, and undated ones.
[[nodiscard]] TimelineView date_shapes();

[[nodiscard]] TimelineView undated_only();

/// Markup, quotes, controls, overrides, bad UTF-8, long and foreign text.
[[nodiscard]] std::vector<std::string> hostile_strings();
[[nodiscard]] TimelineView hostile_timeline();
[[nodiscard]] RelationView hostile_map();

/// A hub with `spokes` neighbours and relations among them.
[[nodiscard]] RelationView star_map(std::size_t spokes);

/// Stars of `members` each, their hubs in a ring and a few ties across, grouped.
[[nodiscard]] RelationView camps_map(std::size_t camps, std::size_t members);

}  // namespace frise::test
