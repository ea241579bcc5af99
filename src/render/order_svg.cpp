// Halving finds how many events fit on the sheet; those of least weight go. Tested in
// tests/unit/render/order_test.cpp.

#include "frise/render/render.hpp"
#include "render/appendix.hpp"
#include "render/order_layout.hpp"
#include "render/page.hpp"
#include "render/sources.hpp"
#include "render/svg_parts.hpp"
#include "render/timeline_foot.hpp"
#include "render/timeline_paint.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

namespace frise {
namespace {

using namespace render;

constexpr std::size_t most_events = 200;  ///< on a sheet without end
constexpr std::size_t most_notes_at_foot = 12;
constexpr std::size_t look_ahead = 12;
constexpr double tallest_foot = 0.3;
constexpr double above = 18;
constexpr double below = 14;

struct OrderSheet {
  OrderView view;
  OrderLayout layout;
  Header header;
  Foot foot;
  bool sources_follow = false;
  double height = 0;
  double foot_top = 0;
};

Foot foot_of(const OrderView& view, const Palette& colours) {
  const TimelineView& events = view.events;
  Foot foot;
  LegendGroup links{.heading = std::string{word(Word::links, events.locale)}};
  if (!view.steps.empty()) {
    links.entries.push_back(
        {std::string{word(Word::before, events.locale)}, 28,
         [&colours](XmlWriter& svg, double x, double y) {
           draw_line(svg, {x, y}, {x + 20, y}, colours.line, 1.25);
           draw_head(svg, Head::arrow, {x, y}, {x + 28, y}, colours.line, colours.background);
         }});
  }
  std::set<LinkKind> kinds;
  for (const TimelineLink& link : events.links) kinds.insert(link.kind);
  for (const LinkKind kind : kinds)
    links.entries.push_back(link_sample(kind, events.locale, colours));
  foot.legend = {stance_group(events, colours), std::move(links)};
  foot.last_line = last_line(events, {});
  return foot;
}

class OrderFitter {
 public:
  OrderFitter(const OrderView& view, const Page& page, const Palette& colours)
      : view_{view}, page_{page}, colours_{colours} {}

  OrderSheet fit() {
    const std::size_t total = std::min(view_.events.items.size(), most_events);
    if (!page_.whole) return sheet_of(total, Sources::at_foot);
    std::optional<OrderSheet> best = fullest(total, Sources::as_they_fit);
    std::optional<OrderSheet> without = fullest(total, Sources::follow);
    const auto shown = [](const std::optional<OrderSheet>& sheet) {
      return sheet ? sheet->view.events.items.size() : 0;
    };
    // A few events more are not worth another sheet.
    if (4 * shown(without) > 5 * shown(best)) best = std::move(without);
    return best ? std::move(*best) : sheet_of(total, Sources::as_they_fit);
  }

 private:
  enum class Sources : std::uint8_t { at_foot, as_they_fit, follow };

  /// As many of the heaviest events as a sheet holds.
  std::optional<OrderSheet> fullest(std::size_t total, Sources sources) const {
    OrderSheet whole = sheet_of(total, sources);
    if (whole.height <= page_.height) return whole;
    std::size_t fewest = 1;
    std::size_t most = total;
    std::optional<OrderSheet> best;
    while (fewest <= most) {
      const std::size_t events = (fewest + most) / 2;
      OrderSheet sheet = sheet_of(events, sources);
      if (sheet.height <= page_.height) {
        best = std::move(sheet);
        fewest = events + 1;
      } else {
        most = events - 1;
      }
    }
    // Fewer events may take more paper; a few more are worth a look.
    for (std::size_t more = fewest + look_ahead; more >= fewest && best; --more) {
      if (more >= total) continue;
      OrderSheet sheet = sheet_of(more, sources);
      if (sheet.height <= page_.height) return sheet;
    }
    return best;
  }

  OrderSheet sheet_of(std::size_t most, Sources sources) const {
    OrderSheet sheet;
    sheet.view = cut_order(view_, most);
    const TimelineView& events = sheet.view.events;
    const double inner = page_.inner_width();
    sheet.header = lay_out_header(events.title, events.subtitle, events.locale, page_);
    sheet.layout = lay_out_order(sheet.view, inner);
    sheet.foot = foot_of(sheet.view, colours_);
    Foot with_sources = sheet.foot;
    with_sources.sections = {source_section(events.notes, events.locale)};
    const bool too_many = events.notes.size() > most_notes_at_foot ||
                          foot_height(with_sources, inner) > tallest_foot * page_.height;
    sheet.sources_follow =
        sources == Sources::follow || (sources == Sources::as_they_fit && too_many);
    if (!sheet.sources_follow) sheet.foot = std::move(with_sources);
    sheet.foot_top = sheet.header.bottom + above + std::max(sheet.layout.height, 40.0) + below;
    sheet.height = sheet.foot_top + foot_height(sheet.foot, inner) + page_.margin;
    return sheet;
  }

  const OrderView& view_;
  const Page& page_;
  const Palette& colours_;
};

class OrderPainter {
 public:
  OrderPainter(XmlWriter& svg, const OrderSheet& sheet, const Palette& colours, Point corner)
      : svg_{svg},
        view_{sheet.view.events},
        steps_{sheet.view.steps},
        layout_{sheet.layout},
        colours_{colours},
        corner_{corner} {}

  void run() {
    svg_.open("g").attribute("class", "lines").attribute("aria-hidden", "true");
    for (const OrderLine& one : layout_.lines) line(one);
    svg_.close();
    if (layout_.loose) {
      draw_text(svg_, corner_.x, corner_.y + layout_.loose_top + 11,
                word(Word::no_place, view_.locale),
                {.size = 11, .colour = colours_.ink, .font = FontStyle::bold});
    }
    for (std::uint32_t i = 0; i < view_.items.size(); ++i) event(i);
  }

 private:
  [[nodiscard]] Point moved(Point p) const { return {p.x + corner_.x, p.y + corner_.y}; }

  void line(const OrderLine& one) {
    std::vector<Point> points;
    for (const Point& p : one.points) points.push_back(moved(p));
    const Point end = points.back();
    const Point before_end = points[points.size() - 2];
    const bool step = one.link < 0;
    if (step) {
      const double length = std::hypot(end.x - before_end.x, end.y - before_end.y);
      const double cut = std::min(head_length(Head::arrow), length) / std::max(length, 1.0);
      points.back() = {end.x + (before_end.x - end.x) * cut, end.y + (before_end.y - end.y) * cut};
    }
    const std::string_view colour = step ? colours_.line : colours_.secondary;
    svg_.open("path")
        .attribute("class", step ? "step" : "link")
        .attribute("d", rounded_path(points, 5))
        .attribute("fill", "none")
        .attribute("stroke", colour)
        .attribute("stroke-width", 1.25)
        .close();
    if (step) {
      draw_head(svg_, Head::arrow, before_end, end, colour, colours_.background);
    } else {
      paint_link_end(svg_, view_.links[static_cast<std::size_t>(one.link)].kind, before_end, end,
                     colours_);
    }
  }

  /// "after: ... (dates)": why it stands where it does.
  [[nodiscard]] std::string place_of(std::uint32_t i) const {
    std::string text;
    for (const OrderStep& step : steps_) {
      if (step.after != i) continue;
      text += " ← " + isolate(clean(view_.items[step.before].label, name_limit)) + " (" +
              isolate(clean(step.why, name_limit)) + ")";
    }
    for (const OrderStep& step : steps_) {
      if (step.before != i) continue;
      text += " → " + isolate(clean(view_.items[step.after].label, name_limit)) + " (" +
              isolate(clean(step.why, name_limit)) + ")";
    }
    return text;
  }

  void event(std::uint32_t i) {
    const TimelineItem& item = view_.items[i];
    const OrderBox& place = layout_.boxes[i];
    const Box box{place.box.left + corner_.x, place.box.top + corner_.y,
                  place.box.right + corner_.x, place.box.bottom + corner_.y};
    const std::string what = clean(item.date_label, name_limit) + ", " + clean(item.label) + " " +
                             reference_text(item.citations);
    svg_.open("g")
        .attribute("id", hashed_id("ev-", item.id) + "-" + std::to_string(i))
        .attribute("class", "event")
        .attribute("role", "graphics-symbol")
        .attribute("aria-label", typeset(what, view_.locale));
    svg_.leaf("title", typeset(what + place_of(i), view_.locale));
    svg_.open("rect")
        .attribute("class", "node-box")
        .attribute("x", box.left)
        .attribute("y", box.top)
        .attribute("width", box.width())
        .attribute("height", box.height())
        .attribute("rx", 4.0)
        .attribute("fill", colours_.background)
        .attribute("stroke", colours_.line)
        .attribute("stroke-width", 1.0);
    if (!item.date) svg_.attribute("stroke-dasharray", "3 2");
    svg_.close();
    const double x = box.left + 10;
    double y = box.top + 4 + 11;
    for (const std::string& line : place.title) {
      draw_text(svg_, x, y, line,
                {.size = title_size, .colour = colours_.ink, .font = FontStyle::bold});
      y += line_height;
    }
    draw_glyph(svg_, {x + 4, y - 3.5}, item.stance, colours_, 0.65);
    for (std::size_t l = 0; l < place.date.size(); ++l) {
      svg_.open("text").attribute("x", x + 14).attribute("y", y).attribute("font-size", date_size);
      if (item.inferred) svg_.attribute("font-style", "italic");
      svg_.attribute("fill", colours_.secondary).text(place.date[l]);
      if (l + 1 == place.date.size() && !place.references.empty()) {
        svg_.open("tspan")
            .attribute("dx", 1.5)
            .attribute("dy", -3.0)
            .attribute("font-size", 7.5)
            .attribute("font-style", "normal")
            .text(place.references)
            .close();
      }
      svg_.close();
      y += line_height;
    }
    svg_.close();
  }

  XmlWriter& svg_;
  const TimelineView& view_;
  const std::vector<OrderStep>& steps_;
  const OrderLayout& layout_;
  const Palette& colours_;
  Point corner_;
};

}  // namespace

Result<Rendering> order_svg(const OrderView& full, const RenderOptions& options) {
  auto begun = begin_figure(options);
  if (!begun) return fail(begun.error());
  auto& [page, colours, rendering] = *begun;
  const OrderView view = with_sound_ends(full);
  OrderSheet sheet = OrderFitter{view, page, colours}.fit();
  const TimelineView& events = sheet.view.events;
  double top = sheet.header.bottom + above;
  if (page.whole && sheet.height < page.height) {
    // The foot stands at the end of the sheet, the events in the middle of what is left.
    const double left = page.height - sheet.height;
    top += left / 2;
    sheet.foot_top += left;
    sheet.height = page.height;
  }
  if (!page.whole || sheet.height > page.height) sheet.height = std::ceil(sheet.height);
  const Page paper{.width = page.width, .height = sheet.height, .margin = page.margin};
  const std::string title = typeset(clean(events.title), events.locale);
  Appendix appendix;
  if (sheet.sources_follow) {
    appendix = lay_out_appendix({source_section(events.notes, events.locale)}, title, events.locale,
                                paper);
  }
  XmlWriter svg;
  open_figure(svg, {.width = paper.width,
                    .height = paper.height * static_cast<double>(1 + appendix.sheets),
                    .scale = page.scale,
                    .locale = events.locale,
                    .title = title,
                    .description =
                        typeset(clean(events.subtitle) + " " + sheet.foot.last_line, events.locale),
                    .options = options});
  draw_header(svg, sheet.header, page.margin, colours);
  if (events.items.empty()) {
    draw_text(svg, page.margin, top + 4, word(Word::empty_timeline, events.locale),
              {.size = 12, .colour = colours.secondary, .font = FontStyle::italic});
  }
  const Point corner{page.margin + std::max(0.0, (page.inner_width() - sheet.layout.width) / 2),
                     top};
  OrderPainter{svg, sheet, colours, corner}.run();
  draw_foot(svg, sheet.foot, page.margin, sheet.foot_top, page.inner_width(), colours);
  draw_appendix(svg, appendix, colours);
  rendering.bytes = std::move(svg).finish();
  rendering.sheets = 1 + appendix.sheets;
  if (events.hidden > 0) {
    rendering.details.push_back(std::to_string(events.hidden) +
                                " events hidden: " + hidden_reasons(events));
  }
  return std::move(rendering);
}

}  // namespace frise
