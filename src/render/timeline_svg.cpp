// Header, then the laid out plot, then the foot. The page is as high as its content needs: a sheet
// nearly full is filled by taller lanes, a short one is cut, an overfull one grows. Tested in
// tests/unit/render/timeline_test.cpp.

#include "frise/render/render.hpp"
#include "render/foot.hpp"
#include "render/svg_parts.hpp"
#include "render/timeline_paint.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace frise {
namespace {

using namespace render;

LegendGroup stance_group(const TimelineView& view, const Palette& colours) {
  constexpr std::array<Word, 5> names{Word::favourable, Word::unfavourable, Word::contested,
                                      Word::neutral, Word::unknown};
  std::set<MarkStance> used;
  for (const TimelineItem& item : view.items) used.insert(item.stance);
  LegendGroup group{.heading = std::string{word(Word::stance, view.locale)}};
  for (const MarkStance stance : used) {
    group.entries.push_back(
        {std::string{word(names[static_cast<std::size_t>(stance)], view.locale)}, 14,
         [stance, &colours](XmlWriter& svg, double x, double y) {
           draw_glyph(svg, {x + 7, y}, stance, colours);
         }});
  }
  return group;
}

LegendGroup date_group(const TimelineView& view, const TimelineLayout& layout,
                       const Palette& colours) {
  std::set<DateShape> used;
  bool several = false;
  for (const ItemMark& mark : layout.marks) {
    if (mark.track < 0) continue;
    used.insert(mark.date.shape == DateShape::after ? DateShape::before : mark.date.shape);
    several = several || !mark.others.empty();
  }
  LegendGroup group{.heading = std::string{word(Word::date, view.locale)}};
  const StanceStyle grey{colours.secondary, colours.stance(MarkStance::neutral).fill};
  const auto add = [&](DateShape shape, Word words) {
    if (!used.contains(shape)) return;
    group.entries.push_back({std::string{word(words, view.locale)}, 34,
                             [shape, grey](XmlWriter& svg, double x, double y) {
                               const double at = shape == DateShape::before ? x + 34 : x + 17;
                               paint_date(svg, {shape, at, x, x + 34}, y, grey);
                             }});
  };
  add(DateShape::within, Word::within);
  add(DateShape::approximate, Word::about);
  add(DateShape::lasted, Word::lasted);
  add(DateShape::before, Word::no_later);
  if (several) {
    group.entries.push_back({std::string{word(Word::several_dates, view.locale)}, 34,
                             [grey](XmlWriter& svg, double x, double y) {
                               for (const double dy : {-1.75, 1.75}) {
                                 draw_line(svg, {x, y + dy}, {x + 34, y + dy}, grey.colour, 1);
                               }
                             }});
  }
  return group;
}

LegendGroup link_group(const TimelineView& view, const TimelineLayout& layout,
                       const Palette& colours) {
  constexpr std::array<Word, 5> names{Word::follows, Word::contradicts, Word::denies,
                                      Word::confirms, Word::refines};
  LegendGroup group{.heading = std::string{word(Word::links, view.locale)}};
  std::set<MarkStance> actions;
  for (const ActionLine& action : layout.actions) actions.insert(view.items[action.item].stance);
  if (!actions.empty()) {
    const MarkStance stance = *actions.begin();
    group.entries.push_back({std::string{word(Word::action, view.locale)}, 10,
                             [stance, &colours](XmlWriter& svg, double x, double y) {
                               const StanceStyle& style = colours.stance(stance);
                               draw_line(svg, {x + 5, y - 8},
                                         {x + 5, y + 8 - head_length(style.head)}, style.colour,
                                         style.line_width, style.dash);
                               draw_head(svg, style.head, {x + 5, y - 8}, {x + 5, y + 8},
                                         style.colour, colours.background);
                             }});
  }
  std::set<LinkKind> kinds;
  for (const LinkLine& line : layout.links) kinds.insert(view.links[line.link].kind);
  for (const LinkKind kind : kinds) {
    group.entries.push_back(
        {std::string{word(names[static_cast<std::size_t>(kind)], view.locale)}, 22,
         [kind, &colours](XmlWriter& svg, double x, double y) {
           const std::vector<Point> points{
               {x + 2, y + 6}, {x + 2, y - 5}, {x + 18, y - 5}, {x + 18, y + 6}};
           svg.open("path")
               .attribute("d", rounded_path(points, 5))
               .attribute("fill", "none")
               .attribute("stroke", colours.secondary)
               .attribute("stroke-width", 1.25)
               .close();
           paint_link_end(svg, kind, points[2], points[3], colours);
         }});
  }
  return group;
}

FootSection listed_section(const TimelineView& view, const TimelineLayout& layout) {
  FootSection section{.heading = std::string{word(Word::more_events, view.locale)}};
  for (const std::uint32_t i : layout.listed) {
    const TimelineItem& item = view.items[i];
    std::string text = isolate(clean(item.date_label, name_limit));
    text += (text.empty() ? "" : " · ") + isolate(clean(item.actor, name_limit)) + " · " +
            isolate(clean(item.label));
    if (!item.notes.empty()) text += " " + reference_text(item.notes);
    section.entries.push_back({.mark = "+",
                               .text = typeset(text, view.locale),
                               .id = hashed_id("more-", item.id) + "-" + std::to_string(i)});
  }
  return section;
}

std::string last_line(const TimelineView& view, const TimelineLayout& layout) {
  const auto part = [&view](std::size_t number, Word words) {
    return count(number, view.locale) + " " + std::string{word(words, view.locale)};
  };
  std::string line =
      part(view.items.size(), Word::shown) + " / " +
      part(std::max(view.extracted, view.items.size() + view.hidden), Word::extracted) + " / " +
      part(view.hidden, Word::hidden);
  if (layout.actions_left_out > 0)
    line += " · " + part(layout.actions_left_out, Word::lines_hidden);
  line += " · frise " FRISE_VERSION;
  if (const std::string hash = clean(view.input_hash, 64); !hash.empty()) {
    line += " · " + std::string{word(Word::input, view.locale)} + " " + hash;
  }
  return line;
}

Foot make_foot(const TimelineView& view, const TimelineLayout& layout, const Palette& colours) {
  Foot foot;
  foot.legend = {stance_group(view, colours), date_group(view, layout, colours),
                 link_group(view, layout, colours)};
  foot.sections = {listed_section(view, layout), source_section(view.notes, view.locale)};
  foot.last_line = last_line(view, layout);
  return foot;
}

std::string description(const TimelineView& view) {
  std::string text = clean(view.subtitle);
  if (!text.empty()) text += ". ";
  return text + last_line(view, {});
}

}  // namespace

Result<Rendering> timeline_svg(const TimelineView& view, const RenderOptions& options) {
  const auto page = find_page(options.page);
  if (!page) return fail(page.error());
  const Palette& colours = palette(options.theme);
  Rendering rendering;
  if (!noto_sans_installed()) rendering.warnings.emplace_back(font_warning);
  const Header header =
      lay_out_header(view.title, view.subtitle, view.locale, page->margin, page->inner_width());
  TimelineLayout layout = lay_out_timeline(view, *page, header.bottom);
  const Foot foot = make_foot(view, layout, colours);
  const double empty_room = view.items.empty() && view.lanes.empty() ? 60 : 0;
  const double below = room_below_plot(layout) + layout.undated_height + empty_room +
                       foot_height(foot, page->inner_width()) + page->margin;
  double height = layout.plot_bottom + below;
  if (page->whole && height < page->height && height > 0.85 * page->height) {
    stretch(layout, page->height - height);
    height = layout.plot_bottom + below;
  }
  height = std::ceil(height);
  XmlWriter svg;
  open_figure(svg, page->width, height, view.locale, typeset(clean(view.title), view.locale),
              typeset(description(view), view.locale), colours);
  draw_header(svg, header, page->margin, colours);
  if (view.items.empty()) {
    draw_text(svg, page->margin, layout.plot_top + 12, word(Word::empty_timeline, view.locale),
              {.size = 12, .colour = colours.secondary, .font = FontStyle::italic});
  }
  paint_timeline(svg, view, layout, colours);
  draw_foot(svg, foot, page->margin,
            layout.plot_bottom + room_below_plot(layout) + layout.undated_height + empty_room,
            page->inner_width(), colours);
  rendering.bytes = std::move(svg).finish();
  if (layout.actions_left_out > 0) {
    rendering.warnings.push_back(std::to_string(layout.actions_left_out) +
                                 " action lines not drawn: too many on one lane");
  }
  if (!layout.listed.empty()) {
    rendering.warnings.push_back(std::to_string(layout.listed.size()) +
                                 " events without room for a label: listed at the foot");
  }
  return rendering;
}

}  // namespace frise
