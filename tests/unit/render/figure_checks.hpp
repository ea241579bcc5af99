#pragma once

/// \file
/// What must hold of every figure, asked of the emitted SVG alone. Each returns what is wrong, one
/// line a finding; an empty list is good.

#include "frise/view/view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frise::test {

/// Well formed, nothing that runs or loads, ids unique, marks and text inside the page.
[[nodiscard]] std::vector<std::string> check_document(std::string_view svg);

/// No label over a label, glyph, action line, lane name or axis; leaders uncrossed; each x by the
/// time formula; boxes of dates exact; every event drawn or listed.
[[nodiscard]] std::vector<std::string> check_timeline(std::string_view svg,
                                                      const TimelineView& view);

/// No label or node over another; every relation and node drawn, none too faint.
[[nodiscard]] std::vector<std::string> check_map(std::string_view svg, std::size_t nodes,
                                                 std::size_t relations);

/// Of a map drawn whole, with groups: each band holds its members and what relates them, and
/// nothing else; no box lies across an outline or over a title; bands are apart, and of no stance's
/// colour.
[[nodiscard]] std::vector<std::string> check_groups(std::string_view svg, const RelationView& view);

}  // namespace frise::test
