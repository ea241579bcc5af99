// Every number of actors that a panel may hold is laid out once, and each layout is held against
// every division of the sheet. Tested in tests/unit/render/map_series_test.cpp.

#include "render/map_fit.hpp"
#include "render/map_series.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include "render/sources.hpp"

namespace frise::render {
namespace {

constexpr double least_scale = 9.5 / 10.5;  ///< at which the smallest text is 9.5
constexpr double most_scale = 1.2;
constexpr double most_spread = 1.4;
constexpr std::size_t most_actors = 14;   ///< of a panel: it is there to be compared
constexpr std::size_t enough_actors = 8;  ///< to tell something
constexpr std::size_t most_columns = 4;
constexpr std::size_t most_rows = 5;
constexpr double tallest_slide = 500;
constexpr std::size_t most_notes_at_foot = 12;
constexpr double above = 16;  ///< between header and panels
constexpr double below = 6;   ///< between panels and foot

/// One number of actors, laid out in several shapes.
struct Tried {
  MapSeries series;
  LabelPlaces places;
  std::vector<MapTry> shapes;
};

struct Division {
  std::size_t columns = 1;
  std::size_t rows = 1;
  bool sources_follow = false;
};

class SeriesFitter {
 public:
  SeriesFitter(const MapSeries& series, const Page& page, const Palette& colours, bool use_dot)
      : series_{series}, page_{page}, colours_{colours}, use_dot_{use_dot} {}

  SeriesSheet fit() {
    std::optional<Tried> fewest;
    std::size_t last = 0;
    const std::size_t most = std::min(series_.whole.nodes.size(), most_actors);
    for (std::size_t actors = most; actors >= 1; --actors) {
      MapSeries cut = cut_map_series(series_, actors);
      const std::size_t left = cut.whole.nodes.size();
      if (left == last || cut.periods.empty()) continue;
      last = left;
      fewest = lay_out(std::move(cut));
      try_divisions(*fewest);
    }
    if (!fewest) fewest = lay_out(series_);
    if (!best_) place(*fewest, {1, fewest->series.periods.size(), true}, true);
    return std::move(*best_);
  }

 private:
  static MapDraft draft_of(const MapSeries& series, const LabelPlaces& places,
                           const MapWidths& widths) {
    MapDraft draft{.text = write_map(places.view, widths), .tight = true};
    for (std::size_t p = 0; p < series.periods.size(); ++p) {
      for (std::size_t r = 0; r < series.periods[p].relations.size(); ++r) {
        Box& box = draft.text.relations[places.place[p][r]].label.box;
        const Box own =
            write_label(series.periods[p].relations[r], series.whole.locale, widths).box;
        box.right = std::max(box.right, own.width());
        box.bottom = std::max(box.bottom, own.height());
      }
    }
    for (MapRelationLayout& place : draft.text.relations) place.label.lines.clear();
    return draft;
  }

  Tried lay_out(MapSeries series) const {
    Tried tried{.series = std::move(series), .places = {}, .shapes = {}};
    tried.places = share_places(tried.series);
    tried.shapes = try_layouts(tried.places.view,
                               {draft_of(tried.series, tried.places, narrow_map),
                                draft_of(tried.series, tried.places, narrowest_map)},
                               use_dot_);
    return tried;
  }

  void try_divisions(const Tried& tried) {
    const std::size_t periods = tried.series.periods.size();
    for (std::size_t columns = 1; columns <= std::min(periods, most_columns); ++columns) {
      const std::size_t all_rows = (periods + columns - 1) / columns;
      if (!page_.whole) {
        place(tried, {columns, all_rows, false}, false);
        continue;
      }
      for (std::size_t rows = 1; rows <= std::min(all_rows, most_rows); ++rows) {
        place(tried, {columns, rows, true}, false);
        if (rows == all_rows && tried.series.whole.notes.size() <= most_notes_at_foot) {
          place(tried, {columns, rows, false}, false);
        }
      }
    }
  }

  /// Keeps it when it can be read and is better than what was found before.
  /// \param anyhow on a sheet as large as it takes.
  void place(const Tried& tried, const Division& division, bool anyhow) {
    SeriesSheet sheet;
    const RelationView& whole = tried.series.whole;
    const std::size_t cells = division.columns * division.rows;
    sheet.sheets = (tried.series.periods.size() + cells - 1) / cells;
    sheet.columns = division.columns;
    sheet.rows = division.rows;
    sheet.sources_follow = division.sources_follow;
    sheet.header = lay_out_header(whole.title, whole.subtitle, whole.locale, page_);
    sheet.foot = series_foot(tried.series, colours_);
    if (!division.sources_follow) sheet.foot.sections = {source_section(whole.notes, whole.locale)};
    const double foot = foot_height(sheet.foot, page_.inner_width());
    sheet.top = sheet.header.bottom + above;
    const auto columns = static_cast<double>(division.columns);
    const auto rows = static_cast<double>(division.rows);
    const bool fixed = page_.whole && !anyhow;
    sheet.panel_width = (page_.inner_width() - panel_gap * (columns - 1)) / columns;
    const double tall = page_.height - page_.margin - foot - below - sheet.top;
    sheet.panel_height = fixed ? (tall - panel_gap * (rows - 1)) / rows : page_.height / 2;
    const MapRoom room{sheet.panel_width - 2 * panel_padding,
                       sheet.panel_height - panel_head - panel_padding, false};
    if (room.width <= 0 || room.height <= 0) return;

    const auto scale_of = [&room](const MapLayout& layout) {
      return std::min({most_scale, room.width / layout.width, room.height / layout.height});
    };
    const MapTry* shape = &tried.shapes.front();
    for (const MapTry& one : tried.shapes) {
      const double penalty = one.narrow && !shape->narrow ? 0.05 : 0;
      if (scale_of(one.layout) > scale_of(shape->layout) + 0.01 + penalty) shape = &one;
    }
    double scale = scale_of(shape->layout);
    if (anyhow) scale = std::max(scale, least_scale);
    if (scale < least_scale) return;
    sheet.series = tried.series;
    if (fixed) {
      sheet.width = page_.width;
      sheet.height = page_.height;
      sheet.foot_top = page_.height - page_.margin - foot;
      if (sheet.sources_follow) place_sources(sheet);
    }
    const double merit = merit_of(tried, sheet, scale);
    if (best_ && merit <= best_merit_ + 1e-9) return;

    sheet.frame = shape->layout;
    sheet.widths = shape->narrow ? narrowest_map : narrow_map;
    scale_map(sheet.frame, scale);
    const auto air = [](double space, double used) {
      return std::clamp(space / used, 1.0, most_spread);
    };
    spread_map(tried.places.view, sheet.frame, air(room.width, sheet.frame.width),
               fixed ? air(room.height, sheet.frame.height) : 1);
    if (!fixed) {
      sheet.panel_width = std::max(sheet.panel_width, sheet.frame.width + 2 * panel_padding);
      sheet.panel_height = sheet.frame.height + panel_head + panel_padding;
    }
    if (!fixed) {
      const double wide = sheet.panel_width * columns + panel_gap * (columns - 1);
      const double high = sheet.panel_height * rows + panel_gap * (rows - 1);
      sheet.width = std::max(page_.width, wide + 2 * page_.margin);
      sheet.foot_top = sheet.top + high + below;
      sheet.height = std::ceil(sheet.foot_top + foot + page_.margin);
    }
    sheet.places = tried.places;
    best_ = std::move(sheet);
    best_merit_ = merit;
  }

  /// On the last sheet, where its panels leave room for them.
  void place_sources(SeriesSheet& sheet) const {
    const Foot sources = series_sources(sheet.series);
    for (const Box& place : sheet.free_places(page_.margin)) {
      if (foot_height(sources, place.width()) > place.height()) continue;
      sheet.sources = place;
      sheet.sources_follow = false;
      return;
    }
  }

  /// Actors count until there are enough; a sheet more costs as much as two of them, a slide hardly
  /// anything.
  double merit_of(const Tried& tried, const SeriesSheet& sheet, double scale) const {
    const std::size_t actors = tried.series.whole.nodes.size();
    double merit = static_cast<double>(std::min(actors, enough_actors)) + 0.5 * scale;
    if (!page_.whole) return merit + static_cast<double>(sheet.columns);
    merit += 0.1 * static_cast<double>(actors);
    const bool slide = page_.height < tallest_slide;
    merit -= (slide ? 0.3 : 2.0) * static_cast<double>(sheet.sheets - 1);
    return sheet.sources_follow ? merit - 0.5 : merit;
  }

  const MapSeries& series_;
  const Page& page_;
  const Palette& colours_;
  bool use_dot_;
  std::optional<SeriesSheet> best_;
  double best_merit_ = 0;
};

}  // namespace

SeriesSheet fit_series(const MapSeries& series, const Page& page, const Palette& colours,
                       bool use_dot) {
  return SeriesFitter{series, page, colours, use_dot}.fit();
}

}  // namespace frise::render
