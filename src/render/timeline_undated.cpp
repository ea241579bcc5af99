// Undated events stand in rows of one panel under the plot, as wide as the page: no place on an
// axis would mean anything. The heaviest are shown, the others go to the list at the foot.

#include "render/timeline_parts.hpp"

#include <algorithm>

namespace frise::render {
namespace {

constexpr std::size_t most_columns = 4;
constexpr std::size_t least_columns = 3;
constexpr double glyph_room = 16;
constexpr double column_gap = 12;
constexpr double row_gap = 10;
constexpr double pad = 12;

/// By lane, then as the view has them, so that what one actor did stands together.
std::vector<std::uint32_t> shown(Draft& draft) {
  const auto& items = draft.view.items;
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (!has_place(items[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&items](std::uint32_t a, std::uint32_t b) {
    return items[a].weight > items[b].weight;
  });
  while (order.size() > draft.density.undated) {
    draft.layout.listed.push_back(order.back());
    order.pop_back();
  }
  std::sort(draft.layout.listed.begin(), draft.layout.listed.end());
  std::sort(order.begin(), order.end(), [&items](std::uint32_t a, std::uint32_t b) {
    return items[a].lane != items[b].lane ? items[a].lane < items[b].lane : a < b;
  });
  return order;
}

}  // namespace

void place_undated(Draft& draft) {
  TimelineLayout& layout = draft.layout;
  const std::vector<std::uint32_t> order = shown(draft);
  if (order.empty()) return;
  std::vector<ItemLabel> labels;
  double width = 0;
  std::size_t columns = most_columns;
  // Fewer columns where a title would be cut.
  for (bool cut = true; cut; --columns) {
    width = (layout.lane_right - layout.lane_left) / static_cast<double>(columns);
    labels.clear();
    for (const std::uint32_t i : order) {
      labels.push_back(draft.book.label(i, width - glyph_room - column_gap));
    }
    cut = std::any_of(labels.begin(), labels.end(), [&draft](const ItemLabel& label) {
      return !label.title.empty() && label.title.back().ends_with("…") &&
             !draft.view.items[label.item].label.ends_with("…");
    });
    if (!cut || columns == least_columns) break;
  }
  double y = pad;
  for (std::size_t first = 0; first < labels.size(); first += columns) {
    double height = 0;
    for (std::size_t k = 0; k < columns && first + k < labels.size(); ++k) {
      ItemLabel& label = labels[first + k];
      const double left = layout.lane_left + width * static_cast<double>(k) + glyph_room;
      label.box = {left, y, left + label.box.width(), y + label.box.height()};
      height = std::max(height, label.box.height());
    }
    y += height + row_gap;
  }
  layout.undated = std::move(labels);
  layout.undated_height = y - row_gap + pad;
}

}  // namespace frise::render
