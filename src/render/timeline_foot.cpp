// The legend holds the marks used only; the list, what has no label on the axis; the last line,
// what was left out. Tested in tests/unit/render/timeline_test.cpp.

#include "render/timeline_foot.hpp"

#include "render/sources.hpp"
#include "render/svg_parts.hpp"
#include "render/timeline_paint.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace frise::render {

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

LegendEntry link_sample(LinkKind kind, std::string_view locale, const Palette& colours) {
  constexpr std::array<Word, 5> names{Word::follows_legend, Word::contradicts_legend,
                                      Word::denies_legend, Word::confirms_legend,
                                      Word::refines_legend};
  return {std::string{word(names[static_cast<std::size_t>(kind)], locale)}, 22,
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
          }};
}

namespace {

LegendGroup date_group(const TimelineView& view, const TimelineLayout& layout,
                       const Palette& colours) {
  std::set<DateShape> used;
  bool several = false;
  for (const ItemMark& mark : layout.marks) {
    if (!mark.on_line()) continue;
    used.insert(mark.date.shape);
    several = several || !mark.others.empty();
  }
  LegendGroup group{.heading = std::string{word(Word::date, view.locale)}};
  const StanceStyle grey{colours.secondary, colours.stance(MarkStance::neutral).fill};
  const auto add = [&](DateShape shape, Word words) {
    if (!used.contains(shape)) return;
    group.entries.push_back({std::string{word(words, view.locale)}, 34,
                             [shape, grey](XmlWriter& svg, double x, double y) {
                               const double at = shape == DateShape::before  ? x + 34
                                                 : shape == DateShape::after ? x
                                                                             : x + 17;
                               paint_date(svg, {shape, at, x, x + 34}, y, grey);
                             }});
  };
  add(DateShape::within, Word::within);
  add(DateShape::approximate, Word::about);
  add(DateShape::lasted, Word::lasted);
  add(DateShape::before, Word::no_later);
  add(DateShape::after, Word::no_earlier);
  if (several) {
    group.entries.push_back({std::string{word(Word::several_dates, view.locale)}, 34,
                             [grey](XmlWriter& svg, double x, double y) {
                               for (const double dy : {-1.75, 1.75}) {
                                 draw_line(svg, {x, y + dy}, {x + 34, y + dy}, grey.colour, 1);
                               }
                             }});
  }
  if (std::any_of(view.items.begin(), view.items.end(),
                  [](const TimelineItem& item) { return item.inferred; })) {
    const std::string sample{word(Word::slanted, view.locale)};
    group.entries.push_back(
        {std::string{word(Word::inferred, view.locale)},
         text_width(sample, legend_size, FontStyle::italic),
         [sample, &colours](XmlWriter& svg, double x, double y) {
           draw_text(svg, x, y + 4, sample,
                     {.size = legend_size, .colour = colours.secondary, .font = FontStyle::italic});
         }});
  }
  return group;
}

LegendGroup link_group(const TimelineView& view, const TimelineLayout& layout,
                       const Palette& colours) {
  LegendGroup group{.heading = std::string{word(Word::links, view.locale)}};
  std::set<MarkStance> actions;
  bool together = false;
  for (const ActionLine& action : layout.actions) {
    for (const ActionHead& head : action.heads) {
      together = together || head.partner;
      if (!head.partner) actions.insert(view.items[action.item].stance);
    }
  }
  if (!actions.empty()) {
    constexpr double each = 14;
    group.entries.push_back({std::string{word(Word::action, view.locale)},
                             each * static_cast<double>(actions.size()) - 4,
                             [actions, &colours](XmlWriter& svg, double x, double y) {
                               for (const MarkStance stance : actions) {
                                 const StanceStyle& style = colours.stance(stance);
                                 draw_line(svg, {x + 5, y - 8},
                                           {x + 5, y + 8 - head_length(style.head)}, style.colour,
                                           style.line_width, style.dash);
                                 draw_head(svg, style.head, {x + 5, y - 8}, {x + 5, y + 8},
                                           style.colour, colours.background);
                                 x += each;
                               }
                             }});
  }
  if (together) {
    group.entries.push_back(
        {std::string{word(Word::together, view.locale)}, 10,
         [&colours](XmlWriter& svg, double x, double y) {
           const StanceStyle& style = colours.stance(MarkStance::neutral);
           draw_line(svg, {x + 5, y - 8}, {x + 5, y + 8 - 2 * partner_radius}, style.colour,
                     style.line_width, style.dash);
           paint_partner(svg, {x + 5, y + 8 - partner_radius}, style.colour, colours);
         }});
  }
  std::set<LinkKind> kinds;
  for (const LinkLine& line : layout.links) kinds.insert(view.links[line.link].kind);
  for (const LinkKind kind : kinds) {
    group.entries.push_back(link_sample(kind, view.locale, colours));
  }
  return group;
}

LegendGroup change_group(const TimelineView& view, const Palette& colours) {
  constexpr std::array<Word, 5> names{Word::added, Word::added, Word::removed, Word::moved,
                                      Word::rejudged};
  std::set<ItemChange> used;
  for (const TimelineItem& item : view.items) used.insert(item.change);
  used.erase(ItemChange::none);
  LegendGroup group{.heading = std::string{word(Word::changes, view.locale)}};
  for (const ItemChange change : used) {
    const bool moved = change == ItemChange::moved;
    group.entries.push_back(
        {std::string{word(names[static_cast<std::size_t>(change)], view.locale)},
         moved ? 40.0 : 20.0, [change, moved, &colours](XmlWriter& svg, double x, double y) {
           const Point at{x + (moved ? 33 : 10), y};
           if (moved) paint_move(svg, {x + 5, y}, at, colours);
           paint_change(svg, change, at, colours);
           draw_glyph(svg, at, MarkStance::neutral, colours);
         }});
  }
  return group;
}

/// The actor, when the label does not name it.
std::string teller(const TimelineItem& item) {
  const std::string actor = clean(item.actor, name_limit);
  if (actor.empty() || clean(item.label).find(actor) != std::string::npos) return {};
  return isolate(actor) + " · ";
}

/// Who did what, and who says so, after `date`.
FootEntry told(const TimelineView& view, std::uint32_t index, std::string mark, std::string date) {
  const TimelineItem& item = view.items[index];
  std::string text = std::move(date) + teller(item) + isolate(clean(item.label));
  if (!item.citations.empty()) text += " " + reference_text(item.citations);
  return {.mark = std::move(mark),
          .text = typeset(text, view.locale),
          .id = hashed_id("more-", item.id) + "-" + std::to_string(index)};
}

}  // namespace

std::string hidden_reasons(const TimelineView& view) {
  std::string text;
  for (const HiddenEvents& hidden : view.reasons) {
    text += (text.empty() ? "" : ", ") + count(hidden.count, view.locale) + " " +
            clean(hidden.why, name_limit);
  }
  return text;
}

std::string last_line(const TimelineView& view, const TimelineLayout& layout) {
  const auto part = [&view](std::size_t number, Word words) {
    return count(number, view.locale) + " " + std::string{word(words, view.locale)};
  };
  std::string line =
      part(view.items.size(), Word::shown) + " / " +
      part(std::max(view.extracted, view.items.size() + view.hidden), Word::extracted) + " / " +
      part(view.hidden, Word::hidden);
  if (const std::string reasons = hidden_reasons(view); !reasons.empty()) {
    line += " (" + reasons + ")";
  }
  if (layout.actions_left_out > 0)
    line += " · " + part(layout.actions_left_out, Word::lines_hidden);
  line += " · frise " FRISE_VERSION;
  if (const std::string hash = clean(view.input_hash, 64); !hash.empty()) {
    line += " · " + std::string{word(Word::input, view.locale)} + " " + hash;
  }
  return line;
}

FootSection key_section(const TimelineView& view, const TimelineLayout& layout) {
  FootSection section{.heading = std::string{word(Word::more_events, view.locale)}, .columns = 3};
  for (const std::uint32_t i : layout.listed) {
    const TimelineItem& item = view.items[i];
    if (!has_place(item)) continue;
    std::string text = isolate(clean(item.date_label, name_limit));
    text += text.empty() ? "" : " · ";
    const std::uint32_t number = layout.marks[i].number;
    section.entries.push_back(told(view, i, number > 0 ? std::to_string(number) : "+", text));
    section.entries.back().glyph = item.stance;
  }
  section.count = section.entries.size();
  return section;
}

FootSection undated_section(const TimelineView& view, const TimelineLayout& layout) {
  FootSection section{.heading = std::string{word(Word::undated, view.locale)}, .columns = 3};
  for (const std::uint32_t i : layout.listed) {
    if (has_place(view.items[i])) continue;
    // What every entry has in common is in the heading; a change is not.
    const bool changed = view.items[i].change != ItemChange::none;
    section.entries.push_back(told(
        view, i, {}, changed ? isolate(clean(view.items[i].date_label, name_limit)) + " · " : ""));
    section.entries.back().glyph = view.items[i].stance;
  }
  section.count = section.entries.size();
  return section;
}

Foot make_foot(const TimelineView& view, const TimelineLayout& layout, const Palette& colours) {
  Foot foot;
  foot.legend = {stance_group(view, colours), date_group(view, layout, colours),
                 link_group(view, layout, colours), change_group(view, colours)};
  foot.last_line = last_line(view, layout);
  return foot;
}

}  // namespace frise::render
