// dot leaves the edges of neighbouring groups ragged by the width of a name; drawn out to one line
// they read as a table. Tested in tests/unit/render/map_groups_test.cpp.

#include "render/map_layout.hpp"

#include <algorithm>
#include <array>

namespace frise::render {
namespace {

constexpr double farthest = 60;  ///< that an edge is drawn out
constexpr double between = 8;    ///< bands, or a band and a box outside it
constexpr double title_inset = 6;

using Edge = double Box::*;

struct Side {
  Edge edge;
  bool rising = false;  ///< outwards is towards greater numbers
};
constexpr std::array<Side, 4> sides{
    {{&Box::left}, {&Box::top}, {&Box::right, true}, {&Box::bottom, true}}};

const Box& box_of(const MapLayout& layout, std::uint32_t number) {
  return number < layout.nodes.size() ? layout.nodes[number].box
                                      : layout.relations[number - layout.nodes.size()].label.box;
}

Box padded(const Box& box) {
  return {box.left - between, box.top - between, box.right + between, box.bottom + between};
}

/// All that must stay out of a band.
std::vector<Box> strangers_of(const RelationView& view, const MapLayout& layout,
                              std::size_t group) {
  const auto members = boxes_in(view, view.groups->standing_out[group]);
  std::vector<Box> strangers;
  for (std::uint32_t i = 0; i < layout.nodes.size() + layout.relations.size(); ++i) {
    if (!std::binary_search(members.begin(), members.end(), i))
      strangers.push_back(box_of(layout, i));
  }
  for (std::size_t other = 0; other < layout.bands.size(); ++other) {
    if (other != group) strangers.push_back(layout.bands[other].box);
  }
  return strangers;
}

}  // namespace

std::vector<std::uint32_t> boxes_in(const RelationView& view, const MapGroup& group) {
  std::vector<std::uint32_t> boxes = group.members;
  const auto is_member = [&group](std::uint32_t actor) {
    return std::binary_search(group.members.begin(), group.members.end(), actor);
  };
  for (std::size_t r = 0; r < view.relations.size(); ++r) {
    if (is_member(view.relations[r].from) && is_member(view.relations[r].to))
      boxes.push_back(static_cast<std::uint32_t>(view.nodes.size() + r));
  }
  return boxes;
}

Box around_group(const RelationView& view, const MapLayout& layout, std::size_t group) {
  Box around{1e9, 1e9, -1e9, -1e9};
  for (const std::uint32_t i : boxes_in(view, view.groups->standing_out[group])) {
    const Box& box = box_of(layout, i);
    around = {std::min(around.left, box.left), std::min(around.top, box.top),
              std::max(around.right, box.right), std::max(around.bottom, box.bottom)};
  }
  return around;
}

void align_bands(const RelationView& view, MapLayout& layout) {
  for (const auto& [edge, rising] : sides) {
    for (std::size_t g = 0; g < layout.bands.size(); ++g) {
      Box& own = layout.bands[g].box;
      const std::vector<Box> strangers = strangers_of(view, layout, g);
      for (const MapBand& other : layout.bands) {
        const double there = other.box.*edge;
        const double farther = rising ? there - own.*edge : own.*edge - there;
        if (farther <= 0 || farther > farthest) continue;
        Box wider = own;
        wider.*edge = there;
        // What stands close already may stay so.
        const bool free = std::none_of(strangers.begin(), strangers.end(), [&](const Box& box) {
          return overlap(box, wider) || (overlap(box, padded(wider)) && !overlap(box, padded(own)));
        });
        if (free) own = wider;
      }
    }
  }
  for (MapBand& band : layout.bands) {
    const double left = band.box.left + title_inset;
    const double top = band.box.top + title_inset;
    band.title_box = {left, top, left + band.title_box.width(), top + band.title_box.height()};
  }
}

}  // namespace frise::render
