// The view is cut to what its sheet holds, placed by lay_out_map, and written as SVG of our own.
// Tested in tests/unit/render/map_test.cpp.

#include "frise/render/render.hpp"
#include "render/appendix.hpp"
#include "render/map_fit.hpp"
#include "render/map_paint.hpp"
#include "render/map_view.hpp"
#include "render/sources.hpp"
#include "render/svg_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"

#include <utility>

namespace frise {

using namespace render;

Result<Rendering> map_svg(const RelationView& full, const RenderOptions& options) {
  auto begun = begin_figure(options);
  if (!begun) return fail(begun.error());
  auto& [page, colours, rendering] = *begun;
  const RelationView whole = bounded(full, rendering.warnings);
  const MapSheet sheet = fit_map(whole, page, colours);
  const RelationView& view = sheet.view;
  if (sheet.layout.fallback && !view.nodes.empty()) {
    rendering.warnings.emplace_back(
        "Graphviz could not lay out the map: drawn by a plain layout in columns instead");
  }
  if (view.groups && view.groups->standing_out.empty() && !view.nodes.empty()) {
    rendering.remarks.push_back(no_bands(*view.groups, "en"));
  }
  const std::string title = typeset(clean(view.title), view.locale);
  const std::string about = typeset(clean(view.subtitle) + " " + sheet.foot.last_line, view.locale);
  const Page paper{.width = sheet.width, .height = sheet.height, .margin = page.margin};
  Appendix appendix;
  if (sheet.sources_follow) {
    appendix =
        lay_out_appendix({source_section(view.notes, view.locale)}, title, view.locale, paper);
  }
  XmlWriter svg;
  open_figure(svg, {.width = sheet.width,
                    .height = sheet.height * static_cast<double>(1 + appendix.sheets),
                    .scale = page.scale,
                    .locale = view.locale,
                    .title = title,
                    .description = about,
                    .options = options});
  draw_header(svg, sheet.header, page.margin, colours);
  if (view.nodes.empty()) {
    draw_text(svg, page.margin, sheet.corner.y + 4, word(Word::empty_map, view.locale),
              {.size = 12, .colour = colours.secondary, .font = FontStyle::italic});
  }
  paint_map(svg, view, sheet.layout, colours, sheet.corner);
  draw_foot(svg, sheet.foot, page.margin, sheet.foot_top, sheet.width - 2 * page.margin, colours);
  draw_appendix(svg, appendix, colours);
  rendering.bytes = std::move(svg).finish();
  rendering.sheets = 1 + appendix.sheets;
  if (const std::size_t cut = whole.nodes.size() - view.nodes.size(); cut > 0) {
    rendering.details.push_back(
        std::to_string(view.nodes.size()) + " of " + std::to_string(whole.nodes.size()) +
        " actors fit on " + options.page + " at a size that can be read: " + std::to_string(cut) +
        " hidden; --page auto shows them");
  }
  return std::move(rendering);
}

}  // namespace frise
