// Header, then the laid out plot, then the foot. On a page of fixed size the plot shows as much as
// one sheet holds: first the lightest labels give way to numbers told in the key, then the sources
// move to appendix sheets, then the key; lanes are made taller to fill what is left. Tested in
// tests/unit/render/timeline_test.cpp.

#include "frise/render/render.hpp"
#include "render/appendix.hpp"
#include "render/svg_parts.hpp"
#include "render/timeline_foot.hpp"
#include "render/timeline_paint.hpp"
#include "render/timeline_parts.hpp"
#include "render/typeset.hpp"
#include "render/utf8.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

namespace frise {
namespace {

using namespace render;

constexpr std::size_t most_notes_at_foot = 12;
constexpr std::size_t few_undated = 4;
constexpr std::size_t most_in_key = 150;  ///< more are told on sheets of their own
constexpr std::size_t most_on_axis = 127;
constexpr std::size_t most_one_by_one = 160;  ///< events; of more, some are counted
constexpr std::size_t most_marks = 1000;
/// Insets or none, and lines of the labels on their lane's line.
constexpr std::array<std::pair<bool, std::size_t>, 5> ways{
    {{false, 4}, {false, 3}, {false, 2}, {true, 3}, {false, 0}}};
constexpr double most_gap = 16;      ///< before a foot that need not be at the end of the sheet
constexpr double line_of_none = 60;  ///< where the plot of an empty view would be

std::string description(const TimelineView& view) {
  std::string text = clean(view.subtitle);
  if (!text.empty()) text += ". ";
  return text + last_line(view, {});
}

/// What stands under the plot, and what on the sheets after it.
enum class Below : std::uint8_t { key_and_sources, key, nothing };

/// One way to lay the figure out, and the height it takes.
struct Composition {
  TimelineLayout layout;
  Foot foot;
  Below below = Below::nothing;
  double foot_top = 0;
  double height = 0;
};

class Composer {
 public:
  Composer(const TimelineView& view, const Page& page, const Header& header, const Palette& colours)
      : view_{view}, page_{page}, header_{header}, colours_{colours} {}

  Composition compose() {
    if (view_.items.size() > most_one_by_one) return crowded();
    const bool many_notes = view_.notes.size() > most_notes_at_foot;
    const Below most = many_notes ? Below::key : Below::key_and_sources;
    for (const bool loupes : {true, false}) {
      Composition whole = lay_out({.loupes = loupes}, most);
      const bool told = whole.layout.listed.empty();
      if (told && fits(whole)) return whole;
      if (!page_.whole && (told || !loupes)) return told ? whole : lay_out(numbered(0), most);
    }
    std::optional<Composition> best;
    for (const Below below : {Below::key_and_sources, Below::key}) {
      if (below < most || view_.items.size() > most_in_key) continue;
      std::optional<Composition> other = fullest(below);
      // A few labels more are not worth a second sheet for the sources.
      const bool better =
          other && (!best || 3 * labelled(other->layout) > 5 * (labelled(best->layout) + 2));
      if (better) best = std::move(other);
    }
    if (!best) best = fullest(Below::nothing);
    return best ? std::move(*best) : crowded();
  }

 private:
  [[nodiscard]] bool fits(const Composition& figure) const { return figure.height <= page_.height; }

  /// Fewer marks one by one, the others as counts; of thousands, counts only.
  Composition crowded() {
    for (const std::size_t tracks : {5, 3, 2, 1, 0}) {
      if (tracks > 0 && view_.items.size() > most_marks) continue;
      for (const std::size_t undated : {few_undated, std::size_t{0}}) {
        for (const std::size_t beside : {3, 0}) {
          Density density = numbered(undated);
          density.beside = beside;
          density.tracks = tracks;
          if (auto found = most_labels(density, Below::nothing)) return std::move(*found);
        }
      }
    }
    // More lanes than a sheet holds: it is as high as it must be.
    Density none = numbered(0);
    none.labels = none.beside = none.tracks = 0;
    return lay_out(none, Below::nothing);
  }

  static Density numbered(std::size_t undated) {
    return {.undated = undated, .loupes = false, .numbers = true};
  }

  /// The composition with most labels that fits a sheet, with insets or without.
  std::optional<Composition> fullest(Below below) {
    std::optional<Composition> best;
    for (const std::size_t undated : {2 * few_undated, few_undated, std::size_t{0}}) {
      for (const auto& [loupes, beside] : ways) {
        Density density = numbered(undated);
        density.loupes = loupes;
        density.beside = beside;
        auto found = most_labels(density, below);
        if (found && (!best || labelled(found->layout) > labelled(best->layout))) {
          best = std::move(found);
        }
      }
      if (best) return best;
    }
    return best;
  }

  /// More labels are not always a higher sheet, but nearly: halving finds a good number.
  std::optional<Composition> most_labels(Density density, Below below) {
    std::size_t fewest = 0;
    std::size_t most = std::min(view_.items.size(), most_on_axis);
    std::optional<Composition> best;
    while (fewest <= most) {
      density.labels = (fewest + most) / 2;
      Composition figure = lay_out(density, below);
      if (fits(figure)) {
        if (!best || labelled(figure.layout) > labelled(best->layout)) best = std::move(figure);
        fewest = density.labels + 1;
      } else {
        if (density.labels == 0) break;
        most = density.labels - 1;
      }
    }
    return best;
  }

  Composition lay_out(const Density& density, Below below) {
    Composition figure;
    figure.layout = lay_out_timeline(view_, labels_, page_, header_.bottom, density);
    figure.below = below;
    figure.foot = make_foot(view_, figure.layout, colours_);
    auto& sections = figure.foot.sections;
    if (below != Below::nothing) sections.push_back(key_section(view_, figure.layout));
    if (below == Below::key_and_sources) {
      sections.push_back(source_section(view_.notes, view_.locale));
    }
    figure.foot_top = foot_top(figure.layout);
    figure.height = figure.foot_top + foot_height(figure.foot, page_.inner_width()) + page_.margin;
    return figure;
  }

  [[nodiscard]] double foot_top(const TimelineLayout& layout) const {
    const bool none = view_.items.empty() && view_.lanes.empty();
    return layout.plot_bottom + room_below_plot(layout) + layout.undated_height +
           (none ? line_of_none : 0);
  }

  const TimelineView& view_;
  const Page& page_;
  const Header& header_;
  const Palette& colours_;
  LabelBook labels_{view_};
};

/// What the first sheet does not tell.
std::vector<FootSection> appendix_of(const TimelineView& view, const Composition& figure) {
  std::vector<FootSection> sections;
  if (figure.below == Below::nothing) sections.push_back(key_section(view, figure.layout));
  if (figure.below != Below::key_and_sources) {
    sections.push_back(source_section(view.notes, view.locale));
  }
  return sections;
}

/// Lanes share what a sheet has left, as long as they do not get out of proportion.
void fill_sheet(Composition& figure, const Page& page) {
  const double left = page.height - figure.height;
  if (left <= 0) return;
  const double share = std::min(left, most_stretch(figure.layout));
  stretch(figure.layout, share);
  figure.foot_top += share + std::min(left - share, most_gap);
  figure.height = page.height;
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
  Composition figure = Composer{view, *page, header, colours}.compose();
  if (page->whole) fill_sheet(figure, *page);
  if (!page->whole || figure.height > page->height) figure.height = std::ceil(figure.height);
  const Page sheet{.width = page->width,
                   .height = page->whole ? std::max(page->height, figure.height) : figure.height,
                   .margin = page->margin};
  const std::string title = typeset(clean(view.title), view.locale);
  const std::string about = typeset(description(view), view.locale);
  const Appendix appendix = lay_out_appendix(appendix_of(view, figure), title, view.locale, sheet);

  XmlWriter svg;
  open_figure(svg, {.width = sheet.width,
                    .height = sheet.height * static_cast<double>(1 + appendix.sheets),
                    .scale = page->scale,
                    .locale = view.locale,
                    .title = title,
                    .description = about,
                    .theme = options.theme});
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
    rendering.details.push_back(std::to_string(layout.listed.size()) +
                                " events without room for a label: told by number in the key");
  }
  return rendering;
}

}  // namespace frise
