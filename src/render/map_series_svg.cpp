// Panels, each with its period and its map; legend and last line on every sheet. Tested in
// tests/unit/render/map_series_test.cpp.

#include "frise/render/render.hpp"
#include "render/appendix.hpp"
#include "render/map_fit.hpp"
#include "render/map_paint.hpp"
#include "render/map_series.hpp"
#include "render/map_view.hpp"
#include "render/sources.hpp"
#include "render/svg_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"

#include <algorithm>
#include <utility>

namespace frise {

using namespace render;

namespace {

/// Without relations whose ends do not exist, and without periods that then have none.
MapSeries sound(MapSeries series) {
  const auto is_loose = [most = series.whole.nodes.size()](const MapRelation& relation) {
    return relation.from >= most || relation.to >= most;
  };
  std::erase_if(series.whole.relations, is_loose);
  for (PeriodMap& period : series.periods) std::erase_if(period.relations, is_loose);
  std::erase_if(series.periods, [](const PeriodMap& period) { return period.relations.empty(); });
  return series;
}

/// Says when periods tell next to nothing.
void tell_periods(const MapSeries& series, std::vector<std::string>& remarks) {
  const std::string_view period = series.per == MapPeriod::year ? "year" : "quarter";
  std::size_t all = 0;
  std::size_t loose = 0;
  for (const PeriodMap& one : series.periods) {
    all += one.relations.size();
    if (!one.number) loose += one.relations.size();
  }
  if (series.periods.size() == 1) {
    remarks.push_back("only one map is left: " + std::to_string(all) +
                      (all == 1 ? " relation" : " relations") + " drawn, " +
                      (loose > 0 ? "none with a date that tells its " + std::string{period}
                                 : "all of " + series.periods.front().name));
  } else if (4 * loose >= 3 * all) {
    remarks.push_back(std::to_string(loose) + " of " + std::to_string(all) +
                      " relations drawn stand on the last map: their dates are unknown, or tell "
                      "no " +
                      std::string{period});
  }
}

void paint_panel(XmlWriter& svg, const SeriesSheet& sheet, std::size_t number, double margin,
                 const Palette& colours) {
  const PeriodMap& period = sheet.series.periods[number];
  const std::string name = typeset(clean(period.name), sheet.series.whole.locale);
  const Box box = sheet.panel(number, margin);
  svg.open("g")
      .attribute("id", hashed_id("period-", name))
      .attribute("class", "period")
      .attribute("role", "group")
      .attribute("aria-label", name);
  svg.open("rect")
      .attribute("class", "panel")
      .attribute("x", box.left)
      .attribute("y", box.top)
      .attribute("width", box.width())
      .attribute("height", box.height())
      .attribute("rx", 6)
      .attribute("fill", "none")
      .attribute("stroke", colours.grid)
      .attribute("stroke-width", 1)
      .close();
  draw_text(svg, box.left + 10, box.top + 19, name,
            {.size = 14, .colour = colours.ink, .font = FontStyle::bold});
  RelationView view;
  view.locale = sheet.series.whole.locale;
  view.nodes = sheet.series.whole.nodes;
  view.relations = period.relations;
  // An id tells the period too: each actor is drawn in every one.
  for (MapNode& node : view.nodes) node.id += "@" + name;
  for (MapRelation& relation : view.relations) relation.id += "@" + name;
  paint_map(svg, view, sheet.map_of(number), colours, sheet.corner(box));
  svg.close();
}

}  // namespace

Foot render::series_foot(const MapSeries& series, const Palette& colours) {
  const std::string& locale = series.whole.locale;
  Foot foot = map_foot(series.whole, colours);
  LegendEntry absent{
      std::string{word(Word::absent, locale)}, 28, [&colours](XmlWriter& svg, double x, double y) {
        draw_node(svg, {x, y - 7, x + 28, y + 7}, EntityType::company, NodeLook::faint, colours);
      }};
  foot.legend.back().entries.push_back(std::move(absent));
  if (!series.without_relation.empty()) {
    foot.last_line = std::string{word(Word::no_relation_in, locale)} +
                     std::string{word(Word::colon, locale)} + series.without_relation + " · " +
                     foot.last_line;
  }
  return foot;
}

Foot render::series_sources(const MapSeries& series) {
  Foot sources;
  sources.sections = {source_section(series.whole.notes, series.whole.locale)};
  return sources;
}

Result<Rendering> map_series_svg(const MapSeries& full, const RenderOptions& options) {
  const MapSeries series = sound(full);
  if (series.periods.empty()) return map_svg(series.whole, options);
  auto begun = begin_figure(options);
  if (!begun) return fail(begun.error());
  auto& [page, colours, rendering] = *begun;
  const SeriesSheet sheet = fit_series(series, page, colours);
  const RelationView& whole = sheet.series.whole;
  if (sheet.frame.fallback) {
    rendering.warnings.emplace_back(
        "Graphviz could not lay out the map: drawn by a plain layout in columns instead");
  }
  const std::string title = typeset(clean(whole.title), whole.locale);
  const Page paper{.width = sheet.width, .height = sheet.height, .margin = page.margin};
  Appendix appendix;
  if (sheet.sources_follow) {
    appendix =
        lay_out_appendix({source_section(whole.notes, whole.locale)}, title, whole.locale, paper);
    // It was laid out to follow one sheet.
    const double further = sheet.height * static_cast<double>(sheet.sheets - 1);
    for (AppendixBlock& block : appendix.blocks) block.at.y += further;
  }
  rendering.sheets = sheet.sheets + appendix.sheets;
  XmlWriter svg;
  open_figure(svg, {.width = sheet.width,
                    .height = sheet.height * static_cast<double>(rendering.sheets),
                    .scale = page.scale,
                    .locale = whole.locale,
                    .title = title,
                    .description =
                        typeset(clean(whole.subtitle) + " " + sheet.foot.last_line, whole.locale),
                    .options = options});
  for (std::size_t at = 0; at < sheet.sheets; ++at) {
    const double top = sheet.height * static_cast<double>(at);
    draw_header(svg, sheet.header, page.margin, colours, top);
    const std::size_t cells = sheet.columns * sheet.rows;
    const std::size_t end = std::min(sheet.series.periods.size(), (at + 1) * cells);
    for (std::size_t period = at * cells; period < end; ++period) {
      paint_panel(svg, sheet, period, page.margin, colours);
    }
    draw_foot(svg, sheet.foot, page.margin, top + sheet.foot_top, sheet.width - 2 * page.margin,
              colours);
  }
  if (sheet.sources) {
    draw_foot(svg, series_sources(sheet.series), sheet.sources->left, sheet.sources->top,
              sheet.sources->width(), colours);
  }
  draw_appendix(svg, appendix, colours);
  rendering.bytes = std::move(svg).finish();
  tell_periods(sheet.series, rendering.remarks);
  if (const std::size_t cut = series.whole.nodes.size() - whole.nodes.size(); cut > 0) {
    rendering.details.push_back(
        std::to_string(whole.nodes.size()) + " of " + std::to_string(series.whole.nodes.size()) +
        " actors fit in a panel at a size that can be read: " + std::to_string(cut) + " hidden");
  }
  return std::move(rendering);
}

}  // namespace frise
