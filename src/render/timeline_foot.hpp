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

[[nodiscard]] Foot make_foot(const TimelineView& view, const TimelineLayout& layout,
                             const Palette& colours);

/// "3 outside the selection, 2 undated and told once"; empty when no rule hid anything.
[[nodiscard]] std::string hidden_reasons(const TimelineView& view);

/// Counts of events shown, extracted and hidden, the version and the input.
[[nodiscard]] std::string last_line(const TimelineView& view, const TimelineLayout& layout);

}  // namespace frise::render
