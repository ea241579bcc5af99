#pragma once

/// \file
/// What stands under a timeline.

#include "render/foot.hpp"
#include "render/timeline_layout.hpp"

#include <string>

namespace frise::render {

/// Events without a label where they are drawn, by number.
[[nodiscard]] FootSection key_section(const TimelineView& view, const TimelineLayout& layout);
/// Events that no axis can hold and no panel holds.
[[nodiscard]] FootSection undated_section(const TimelineView& view, const TimelineLayout& layout);

/// Samples of the stances and of the links that events have to each other.
[[nodiscard]] LegendGroup stance_group(const TimelineView& view, const Palette& colours);
[[nodiscard]] LegendEntry link_sample(LinkKind kind, std::string_view locale,
                                      const Palette& colours);

[[nodiscard]] Foot make_foot(const TimelineView& view, const TimelineLayout& layout,
                             const Palette& colours);

/// "3 outside the selection, 2 undated and told once"; empty when no rule hid anything.
[[nodiscard]] std::string hidden_reasons(const TimelineView& view);

/// Counts of events shown, extracted and hidden, the version and the input.
[[nodiscard]] std::string last_line(const TimelineView& view, const TimelineLayout& layout);

}  // namespace frise::render
