#pragma once

/// \file
/// A laid out timeline written as SVG elements.

#include "render/palette.hpp"
#include "render/timeline_layout.hpp"
#include "text/xml_writer.hpp"

namespace frise::render {

/// Bands, axis, lanes, lines, marks and labels. Lines come before marks, marks in the order of the
/// items.
void paint_timeline(XmlWriter& svg, const TimelineView& view, const TimelineLayout& layout,
                    const Palette& colours);

/// A box, bar or arrow for the date; `y` is its middle line, before the turn. Nothing for a single
/// day.
void paint_date(XmlWriter& svg, const DateMark& date, double y, const StanceStyle& style,
                Turn turn = {});

/// The head of a link that arrives at `points.back()`.
void paint_link_end(XmlWriter& svg, LinkKind kind, Point from, Point at, const Palette& colours);

}  // namespace frise::render
