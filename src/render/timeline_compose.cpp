// On a page of fixed size the plot shows as much as one sheet holds: first the lightest labels give
// way to numbers told in the key, then the sources move to appendix sheets, then the key; lanes are
// made taller to fill what is left. Tested in tests/unit/render/timeline_test.cpp.

#include "render/timeline_compose.hpp"

#include "render/sources.hpp"
#include "render/timeline_foot.hpp"
#include "render/timeline_parts.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace frise::render {
namespace {

constexpr std::size_t most_notes_at_foot = 12;
constexpr std::size_t most_given_up = 2;  ///< labels tried to be given up for a heavier one
constexpr std::size_t few_undated = 12;   ///< that a panel on a sheet holds
constexpr std::size_t most_in_key = 150;  ///< more are told on sheets of their own
constexpr std::size_t most_on_axis = 127;
constexpr std::size_t most_tried = 60;        ///< events that are tried one by one for a label
constexpr std::size_t most_one_by_one = 160;  ///< events; of more, some are counted
constexpr std::size_t most_marks = 1000;
/// Ways to label what is on the axis, the most telling first: in an inset a burst has days that can
/// be told apart.
struct Way {
  bool dense;
  bool loupes;
  std::size_t beside;
};
constexpr std::array<Way, 10> ways{{{false, true, 4},
                                    {true, true, 4},
                                    {true, true, 3},
                                    {false, false, 4},
                                    {false, false, 3},
                                    {true, false, 4},
                                    {true, false, 3},
                                    {true, false, 2},
                                    {true, true, 2},
                                    {true, false, 0}}};
constexpr double foot_gap = 6;       ///< under an axis that runs down
constexpr double least_axis = 300;   ///< that runs down
constexpr double most_gap = 16;      ///< before a foot that need not be at the end of the sheet
constexpr double line_of_none = 60;  ///< where the plot of an empty view would be

/// What stands under the plot, and what on the sheets after it.
enum class Below : std::uint8_t { everything, key, nothing };

class Composer {
 public:
  Composer(const TimelineView& view, const Page& page, const Header& header, const Palette& colours)
      : view_{view}, page_{page}, header_{header}, colours_{colours} {}

  Composition compose() {
    const bool many_notes = view_.notes.size() > most_notes_at_foot;
    const Below most = many_notes ? Below::key : Below::everything;
    std::optional<Composition> best;
    if (page_.time_down) {
      best = best_of(most, [this](Below below) { return time_down(below); });
    }
    if (!best && view_.items.size() > most_one_by_one) return crowded();
    if (!page_.whole) return as_high_as_needed(most);
    if (!best) best = best_of(most, [this](Below below) { return fullest(below); });
    return best ? std::move(*best) : crowded();
  }

 private:
  [[nodiscard]] bool fits(const Composition& figure) const { return figure.height <= page_.height; }

  /// The figure with most labels; with the foot's sections on its own sheet when that costs few.
  template <typename LayOut>
  std::optional<Composition> best_of(Below most, const LayOut& lay_out) {
    std::optional<Composition> best;
    for (const Below below : {Below::everything, Below::key, Below::nothing}) {
      if (below < most) continue;
      if (below != Below::nothing && view_.items.size() > most_in_key) continue;
      std::optional<Composition> other = lay_out(below);
      // A label or two more are not worth leafing to another sheet.
      const bool better =
          other && (!best || 4 * labelled(other->layout) > 5 * labelled(best->layout) + 4);
      if (better) best = std::move(other);
      if (best && tells_all(*best)) break;
    }
    return best;
  }

  /// Every event that has a place on the axis has a label there.
  [[nodiscard]] bool tells_all(const Composition& figure) const {
    return std::none_of(figure.layout.listed.begin(), figure.layout.listed.end(),
                        [this](std::uint32_t i) { return has_place(view_.items[i]); });
  }

  /// The lowest figure that tells all on its lines; labels far from their marks, or bursts that are
  /// stacked instead of opened in an inset, are worth it only where they save a good part of it.
  Composition as_high_as_needed(Below below) {
    constexpr double price_of_dense = 1.15;
    constexpr double price_of_stacks = 1.15;
    std::optional<Composition> best;
    double least = 0;
    for (const bool dense : {false, true}) {
      for (const bool loupes : {true, false}) {
        Composition figure = lay_out({.loupes = loupes, .dense = dense}, below);
        const double cost =
            figure.height * (dense ? price_of_dense : 1) * (loupes ? 1 : price_of_stacks);
        if (!figure.layout.listed.empty() || (best && cost >= least)) continue;
        least = cost;
        best = std::move(figure);
      }
    }
    return best ? std::move(*best) : lay_out(numbered(), below);
  }

  /// Fewer marks one by one, the others as counts; of thousands, counts only.
  Composition crowded() {
    for (const std::size_t tracks : {5, 3, 2, 1, 0}) {
      if (tracks > 0 && view_.items.size() > most_marks) continue;
      for (const std::size_t beside : {3, 0}) {
        Density density = numbered();
        density.beside = beside;
        density.dense = true;
        density.tracks = tracks;
        if (auto found = most_labels(density, Below::nothing)) return std::move(*found);
      }
    }
    // More lanes than a sheet holds: it is as high as it must be.
    Density none = numbered();
    none.wishes.assign(view_.items.size(), LabelWish::on_line);
    none.beside = none.tracks = 0;
    return lay_out(none, Below::nothing);
  }

  static Density numbered() { return {.undated = 0, .loupes = false, .numbers = true}; }

  /// The composition with most labels that fits a sheet: undated events as a panel or as a list,
  /// then with numbers for the lightest.
  std::optional<Composition> fullest(Below below) {
    for (const std::size_t undated : {few_undated, std::size_t{0}}) {
      for (const Way& way : ways) {
        Composition figure = lay_out(
            {.undated = undated, .loupes = way.loupes, .beside = way.beside, .dense = way.dense},
            below);
        const bool panel = figure.layout.listed.empty();
        if ((panel || undated == 0) && tells_all(figure) && fits(figure)) return figure;
      }
    }
    std::optional<Composition> best;
    for (const Way& way : ways) {
      Density density = numbered();
      density.loupes = way.loupes;
      density.beside = way.beside;
      density.dense = way.dense;
      auto found = most_labels(density, below);
      if (found && (!best || weight_told(found->layout) > weight_told(best->layout))) {
        best = std::move(found);
      }
    }
    return best;
  }

  /// The heaviest have a label, as many as a sheet holds. More labels are not always a higher
  /// sheet, but nearly: halving finds a good number, then each of the others takes what room is
  /// left.
  std::optional<Composition> most_labels(Density density, Below below) {
    const std::vector<std::uint32_t> order = heaviest();
    std::size_t fewest = 0;
    std::size_t most = order.size();
    std::optional<Composition> best;
    std::vector<LabelWish> chosen;
    while (fewest <= most) {
      const std::size_t labels = (fewest + most) / 2;
      density.wishes.assign(view_.items.size(), LabelWish::on_line);
      for (std::size_t k = 0; k < labels; ++k) density.wishes[order[k]] = LabelWish::anywhere;
      Composition figure = lay_out(density, below);
      if (fits(figure)) {
        if (!best || told(figure.layout) > told(best->layout)) {
          best = std::move(figure);
          chosen = density.wishes;
        }
        fewest = labels + 1;
      } else {
        if (labels == 0) break;
        most = labels - 1;
      }
    }
    if (!best || view_.items.size() > most_tried) return best;
    const std::vector<std::vector<std::uint32_t>> nobody{{}};
    for (const bool swaps : {false, true}) {
      for (const std::uint32_t i : order) {
        const auto& listed = best->layout.listed;
        if (!std::binary_search(listed.begin(), listed.end(), i)) continue;
        const auto offers = swaps ? lighter_than(i, best->layout) : nobody;
        for (const std::vector<std::uint32_t>& instead : offers) {
          density.wishes = chosen;
          density.wishes[i] = LabelWish::anywhere;
          for (const std::uint32_t one : instead) density.wishes[one] = LabelWish::nowhere;
          Composition figure = lay_out(density, below);
          if (!fits(figure) || weight_told(figure.layout) <= weight_told(best->layout)) continue;
          best = std::move(figure);
          chosen = density.wishes;
          break;
        }
      }
    }
    return best;
  }

  /// Whose labels may go so that `item` gets one: of those that weigh less, one of its lane, one of
  /// another, or two; the lightest first.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> lighter_than(
      std::uint32_t item, const TimelineLayout& layout) const {
    std::vector<std::uint32_t> own;
    std::vector<std::uint32_t> others;
    for (const ItemLabel& label : layout.labels) {
      const TimelineItem& other = view_.items[label.item];
      if (other.weight >= view_.items[item].weight) continue;
      (other.lane == view_.items[item].lane ? own : others).push_back(label.item);
    }
    std::vector<std::vector<std::uint32_t>> offers;
    for (auto* lighter : {&own, &others}) {
      std::stable_sort(lighter->begin(), lighter->end(), [this](std::uint32_t a, std::uint32_t b) {
        return view_.items[a].weight < view_.items[b].weight;
      });
      if (lighter->size() > most_given_up) lighter->resize(most_given_up);
      for (const std::uint32_t one : *lighter) offers.push_back({one});
    }
    if (others.size() > 1) offers.push_back({others[0], others[1]});
    if (!own.empty() && !others.empty()) offers.push_back({own[0], others[0]});
    return offers;
  }

  /// What a layout tells in labels: how many events, then how heavy they are.
  [[nodiscard]] std::pair<std::size_t, double> told(const TimelineLayout& layout) const {
    return {labelled(layout), weight_told(layout)};
  }
  [[nodiscard]] double weight_told(const TimelineLayout& layout) const {
    double weight = 0;
    for (const ItemLabel& label : layout.labels) weight += view_.items[label.item].weight;
    return weight;
  }

  /// Items with a place on the axis.
  [[nodiscard]] std::vector<std::uint32_t> heaviest() const {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < view_.items.size(); ++i) {
      if (has_place(view_.items[i])) order.push_back(i);
    }
    sort_by_claim(view_, order);
    if (order.size() > most_on_axis) order.resize(most_on_axis);
    return order;
  }

  Composition lay_out(const Density& density, Below below) {
    return with_foot(lay_out_timeline(view_, labels_, page_, header_.bottom, density), below);
  }

  /// Time runs down as far as the foot leaves room; the foot tells what has no label, so it may
  /// grow as the axis gets shorter.
  std::optional<Composition> time_down(Below below) {
    double foot = 0;
    for (int round = 0; round < 6; ++round) {
      const double bottom = page_.height - page_.margin - foot - foot_gap;
      if (bottom < header_.bottom + least_axis) return std::nullopt;
      auto layout = lay_out_time_down(view_, labels_, page_, header_.bottom, bottom);
      if (!layout) return std::nullopt;
      Composition figure = with_foot(std::move(*layout), below);
      if (fits(figure)) return figure;
      foot = figure.height - figure.foot_top - page_.margin;
    }
    return std::nullopt;
  }

  Composition with_foot(TimelineLayout layout, Below below) {
    Composition figure;
    figure.layout = std::move(layout);
    figure.foot = make_foot(view_, figure.layout, colours_);
    std::array<FootSection, 3> sections{key_section(view_, figure.layout),
                                        undated_section(view_, figure.layout), sources_};
    const std::size_t here = below == Below::everything ? 3 : below == Below::key ? 1 : 0;
    for (std::size_t i = 0; i < sections.size(); ++i) {
      if (sections[i].entries.empty()) continue;
      (i < here ? figure.foot.sections : figure.appendix).push_back(std::move(sections[i]));
    }
    if (!figure.appendix.empty()) figure.foot.legend.push_back(contents(figure.appendix));
    figure.foot_top = foot_top(figure.layout);
    figure.height = figure.foot_top + foot_height(figure.foot, page_.inner_width()) + page_.margin;
    return figure;
  }

  /// What a reader finds on the sheets that follow.
  [[nodiscard]] LegendGroup contents(const std::vector<FootSection>& sections) const {
    LegendGroup group{.heading = std::string{word(Word::next_sheets, view_.locale)}};
    for (const FootSection& section : sections) {
      group.entries.push_back({section.heading + " (" + count(section.count, view_.locale) + ")", 0,
                               [](XmlWriter&, double, double) {}});
    }
    return group;
  }

  [[nodiscard]] double foot_top(const TimelineLayout& layout) const {
    if (layout.time_down) return layout.lane_right + foot_gap;
    const bool none = view_.items.empty() && view_.lanes.empty();
    return layout.plot_bottom + room_below_plot(layout) + layout.undated_height +
           (none ? line_of_none : 0);
  }

  const TimelineView& view_;
  const Page& page_;
  const Header& header_;
  const Palette& colours_;
  LabelBook labels_{view_};
  FootSection sources_ = source_section(view_.notes, view_.locale);
};

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

Composition compose_timeline(const TimelineView& view, const Page& page, const Header& header,
                             const Palette& colours) {
  Composition figure = Composer{view, page, header, colours}.compose();
  if (page.whole && !figure.layout.time_down) fill_sheet(figure, page);
  return figure;
}

}  // namespace frise::render
