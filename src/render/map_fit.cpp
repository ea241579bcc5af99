// Fewer actors nearly always take less paper, but not always: so from all of them on, each trial
// leaves out only part of what the last one says is too much. Paper that boxes alone would fill is
// not laid out at all. Tested in tests/unit/render/map_test.cpp.

#include "render/map_fit.hpp"

#include "render/map_text.hpp"
#include "render/map_view.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include "render/sources.hpp"

namespace frise::render {
namespace {

constexpr double least_scale = 9.5 / 10.5;  ///< at which the smallest text is 9.5
constexpr double most_scale = 1.3;
constexpr double most_spread = 1.5;
constexpr double fullest = 0.8;  ///< share of the paper that boxes ever take
constexpr std::size_t most_notes_at_foot = 12;
constexpr double tallest_foot = 0.34;  ///< of the sheet
constexpr double above = 18;           ///< between header and map
constexpr double below = 14;           ///< between map and foot
constexpr double line_of_none = 40;    ///< of the words that an empty map has

class Fitter {
 public:
  Fitter(const RelationView& view, const Page& page, const Palette& colours)
      : view_{view}, page_{page}, colours_{colours} {}

  MapSheet fit() {
    if (!page_.whole || view_.nodes.empty() || view_.nodes.size() > most_labelled_nodes)
      return follow();
    const bool many = view_.notes.size() > most_notes_at_foot;
    auto best = many ? std::nullopt : most_that_fits(false, 1);
    const std::size_t total = view_.nodes.size();
    if (best && best->view.nodes.size() == total) return std::move(*best);
    // A second sheet for the sources is worth it when the first then tells clearly more.
    const std::size_t shown = best ? best->view.nodes.size() : 0;
    if (auto without = most_that_fits(true, 5 * shown / 4 + 1)) best = std::move(without);
    return best ? std::move(*best) : follow();
  }

 private:
  MapSheet sheet_of(RelationView view, bool sources_follow) const {
    MapSheet sheet;
    sheet.view = std::move(view);
    sheet.sources_follow = sources_follow;
    sheet.header = lay_out_header(sheet.view.title, sheet.view.subtitle, sheet.view.locale, page_);
    sheet.foot = map_foot(sheet.view, colours_);
    if (!sources_follow) {
      sheet.foot.sections = {source_section(sheet.view.notes, sheet.view.locale)};
    }
    return sheet;
  }

  /// The map on a sheet of its own size.
  MapSheet follow() const {
    MapSheet sheet = sheet_of(view_, page_.whole && view_.notes.size() > most_notes_at_foot);
    const double room = page_.inner_width();
    sheet.layout = lay_out_map(sheet.view, {room, 0.62 * page_.height, page_.time_down});
    if (sheet.layout.width > room) {
      scale_map(sheet.layout, std::max(least_scale, room / sheet.layout.width));
    }
    // A map wider than the sheet widens it: text stays readable, and nothing is left out.
    const double inner = std::max(room, std::ceil(sheet.layout.width));
    sheet.width = inner + 2 * page_.margin;
    const double content = std::max(sheet.layout.height, line_of_none);
    sheet.corner = {page_.margin + (inner - sheet.layout.width) / 2, sheet.header.bottom + above};
    sheet.foot_top = sheet.corner.y + content + below;
    sheet.height = std::ceil(sheet.foot_top + foot_height(sheet.foot, inner) + page_.margin);
    return sheet;
  }

  /// None when fewer than `fewest` fit.
  std::optional<MapSheet> most_that_fits(bool sources_follow, std::size_t fewest) const {
    for (std::size_t actors = view_.nodes.size(); actors >= fewest && actors > 0;) {
      Trial trial = fitted(actors, sources_follow);
      if (trial.sheet) return std::move(trial.sheet);
      const double fewer = std::ceil(static_cast<double>(actors) * std::sqrt(trial.share));
      actors = std::min(actors - 1, static_cast<std::size_t>(fewer));
    }
    return std::nullopt;
  }

  struct Trial {
    std::optional<MapSheet> sheet;
    double share = 1;  ///< of what it takes, one way, that the paper has; 1 where it is not known
  };

  Trial fitted(std::size_t actors, bool sources_follow) const {
    MapSheet sheet = sheet_of(cut_map(view_, actors), sources_follow);
    const double foot = foot_height(sheet.foot, page_.inner_width());
    if (!sources_follow && foot > tallest_foot * page_.height) return {};
    const double top = sheet.header.bottom + above;
    const MapRoom room{page_.inner_width(), page_.height - page_.margin - foot - below - top,
                       page_.time_down};
    if (room.height < line_of_none) return {};
    const double paper = room.width * room.height / (least_scale * least_scale);
    const double share = std::sqrt(fullest * paper / least_area(sheet.view));
    if (share < 1) return {std::nullopt, share};
    sheet.layout = lay_out_map(sheet.view, room);
    MapLayout& layout = sheet.layout;
    if (layout.width <= 0 || layout.height <= 0) return {};
    const double scale =
        std::min({most_scale, room.width / layout.width, room.height / layout.height});
    if (scale < least_scale) return {std::nullopt, scale / least_scale};
    scale_map(layout, scale);
    const auto air = [](double space, double used) {
      return std::clamp(space / used, 1.0, most_spread);
    };
    spread_map(sheet.view, layout, air(room.width, layout.width), air(room.height, layout.height));
    sheet.width = page_.width;
    sheet.height = page_.height;
    sheet.corner = {page_.margin + (room.width - layout.width) / 2,
                    top + std::max(0.0, (room.height - layout.height) / 2)};
    sheet.foot_top = page_.height - page_.margin - foot;
    return {std::move(sheet), 1};
  }

  const RelationView& view_;
  const Page& page_;
  const Palette& colours_;
};

}  // namespace

MapSheet fit_map(const RelationView& view, const Page& page, const Palette& colours) {
  return Fitter{view, page, colours}.fit();
}

}  // namespace frise::render
