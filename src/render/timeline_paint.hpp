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

/// The sign of what became of an event, around its glyph: ring for added, cross for removed, frame
/// for judged otherwise; what was moved has its arrow.
void paint_change(XmlWriter& svg, ItemChange change, Point at, const Palette& colours);
/// From where an event stood to where it stands.
void paint_move(XmlWriter& svg, Point from, Point at, const Palette& colours);

inline constexpr double partner_radius = 3.5;
/// The ring on the lane of an actor who acts along.
void paint_partner(XmlWriter& svg, Point at, std::string_view colour, const Palette& colours);

/// The head of a link that arrives at `points.back()`.
void paint_link_end(XmlWriter& svg, LinkKind kind, Point from, Point at, const Palette& colours);

}  // namespace frise::render
