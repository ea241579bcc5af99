// Header, then the composed plot, then the foot and the appendix. Tested in
// tests/unit/render/timeline_test.cpp.

#include "frise/render/render.hpp"
#include "render/appendix.hpp"
#include "render/svg_parts.hpp"
#include "render/timeline_compose.hpp"
#include "render/timeline_foot.hpp"
#include "render/timeline_paint.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace frise {
namespace {

using namespace render;

/// A sheet on which fewer are told in words tells little.
constexpr std::size_t few_told = 3;  ///< one event in so many

std::string description(const TimelineView& view) {
  std::string text = clean(view.subtitle);
  if (!text.empty()) text += ". ";
  return text + last_line(view, {});
}

}  // namespace

std::size_t lanes_of(std::string_view page) noexcept {
  for (const auto& [name, sheet] : pages) {
    if (name == page) return sheet.lanes;
  }
  return Page{}.lanes;
}

Result<Rendering> timeline_svg(const TimelineView& view, const RenderOptions& options) {
  auto page = find_page(options);
  if (!page) return fail(page.error());
  page->broken_axis = options.broken_axis;
  const Palette colours = palette(options.theme, options.style);
  Rendering rendering;
  if (!noto_sans_installed()) rendering.warnings.emplace_back(font_warning);
  const Header header = lay_out_header(view.title, view.subtitle, view.locale, *page);
  Composition figure = compose_timeline(view, *page, header, colours);
  if (!page->whole || figure.height > page->height) figure.height = std::ceil(figure.height);
  const Page sheet{.width = page->width,
                   .height = page->whole ? std::max(page->height, figure.height) : figure.height,
                   .margin = page->margin};
  const std::string title = typeset(clean(view.title), view.locale);
  const std::string about = typeset(description(view), view.locale);
  const Appendix appendix = lay_out_appendix(figure.appendix, title, view.locale, sheet);

  XmlWriter svg;
  open_figure(svg, {.width = sheet.width,
                    .height = sheet.height * static_cast<double>(1 + appendix.sheets),
                    .scale = page->scale,
                    .locale = view.locale,
                    .title = title,
                    .description = about,
                    .options = options});
  draw_header(svg, header, page->margin, colours);
  if (view.items.empty()) {
    draw_text(svg, page->margin, figure.layout.plot_top + 12,
              word(Word::empty_timeline, view.locale),
              {.size = 12, .colour = colours.secondary, .font = FontStyle::italic});
  }
  paint_timeline(svg, view, figure.layout, colours);
  draw_foot(svg, figure.foot, page->margin, figure.foot_top, page->inner_width(), colours);
  draw_appendix(svg, appendix, colours);
  rendering.bytes = std::move(svg).finish();
  rendering.sheets = 1 + appendix.sheets;
  if (view.hidden > 0) {
    rendering.details.push_back(std::to_string(view.hidden) +
                                " events hidden: " + hidden_reasons(view));
  }
  const TimelineLayout& layout = figure.layout;
  if (layout.actions_left_out > 0) {
    rendering.warnings.push_back(std::to_string(layout.actions_left_out) +
                                 " action lines not drawn: too many on one lane");
  }
  if (!layout.listed.empty()) {
    const std::string listed = std::to_string(layout.listed.size()) +
                               " events without room for a label: told by number in the key";
    if (page->whole && few_told * labelled(layout) < layout.listed.size()) {
      rendering.warnings.push_back(listed + "; --max-events shows fewer, a larger --page more");
    } else {
      rendering.details.push_back(listed);
    }
  }
  return rendering;
}

}  // namespace frise
