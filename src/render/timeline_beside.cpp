// The cheapest place of a label is on its lane's line, right or left of its glyph: no row, no
// leader. The heaviest events choose first; a label never covers a mark, a link, a badge, a
// vertical line or the leader of a mark under it. Tested in tests/unit/render/timeline_test.cpp.

#include "render/timeline_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace frise::render {
namespace {

constexpr std::size_t most_in_lane = 60;
constexpr double clearance = 4;
constexpr std::array<double, 3> offsets{glyph_half + 4, glyph_half + 12, glyph_half + 20};
constexpr std::array<double, 5> widths{300, 260, 225, 190, 140};
constexpr double everywhere = std::numeric_limits<double>::max();

/// What a label may not cover, in x and in depth from the lane's line.
std::vector<Box> obstacles_of(const Draft& draft, std::uint32_t index) {
  const LaneDraft& lane = draft.lanes[index];
  std::vector<Box> boxes;
  for (const std::uint32_t i : lane.items) {
    const ItemMark& mark = draft.layout.marks[i];
    const auto [left, right] = extent(mark, draft.number_room);
    const double depth = track_height * mark.track;
    boxes.push_back({left, depth - glyph_half - 1, right, depth + glyph_half + 1});
    const double port = draft.ports[i].value_or(mark.date.x);
    boxes.push_back({port - 2, depth, port + 2, everywhere});
  }
  for (const std::uint32_t k : lane.loupes) {
    const Box& badge = draft.layout.loupes[k].badge;
    boxes.push_back({badge.left, -11, badge.right, everywhere});
  }
  for (const Badge& badge : draft.layout.badges) {
    if (badge.lane != index) continue;
    const double depth = track_height * lane.tracks;
    boxes.push_back({badge.x - 24, depth - 8, badge.x + 24, depth + 12});
  }
  for (const auto& [left, right] : lane.runs) {
    boxes.push_back({left - 14, -everywhere, right + 14, -glyph_half});
  }
  for (const Upright& upright : draft.uprights) {
    const int level = 3 * static_cast<int>(index);
    if (upright.to < level || upright.from > level + 2) continue;
    boxes.push_back({upright.x - 3, -everywhere, upright.x + 3, everywhere});
  }
  return boxes;
}

bool is_free(const Box& wanted, const std::vector<Box>& boxes) {
  const Box roomy{wanted.left - clearance, wanted.top, wanted.right + clearance, wanted.bottom};
  return std::none_of(boxes.begin(), boxes.end(),
                      [&roomy](const Box& box) { return overlap(roomy, box); });
}

class Lane {
 public:
  Lane(Draft& draft, std::uint32_t index)
      : draft_{draft}, lane_{draft.lanes[index]}, boxes_{obstacles_of(draft, index)} {}

  void run() {
    std::vector<std::uint32_t> order = lane_.items;
    const auto& items = draft_.view.items;
    std::stable_sort(order.begin(), order.end(), [&items](std::uint32_t a, std::uint32_t b) {
      return items[a].weight > items[b].weight;
    });
    if (order.size() > most_in_lane) order.resize(most_in_lane);
    const auto& wishes = draft_.density.wishes;
    for (const std::uint32_t i : order) {
      if (wishes.empty() || wishes[i] != LabelWish::nowhere) place(i);
    }
  }

 private:
  void place(std::uint32_t item) {
    const ItemMark& mark = draft_.layout.marks[item];
    const double depth = track_height * mark.track;
    const std::vector<Box> obstacles = others(item);
    for (const double widest : widths) {
      ItemLabel label = draft_.book.label(item, widest, draft_.density.beside);
      if (label.title.size() + label.date.size() > draft_.density.beside) return;
      const double half = label.box.height() / 2;
      const auto [left, right] = extent(mark, 0);
      for (const double offset : offsets) {
        for (const double at : {std::max(right, mark.date.x + offset) + 1,
                                std::min(left, mark.date.x - offset) - 1 - label.box.width()}) {
          const Box box{at, depth - half, at + label.box.width(), depth + half};
          if (box.left < draft_.layout.lane_left + 2 ||
              box.right > draft_.layout.page.inner_right() - 2 || !is_free(box, obstacles)) {
            continue;
          }
          label.box = box;
          lane_.beside_out = std::max(lane_.beside_out, box.bottom);
          lane_.beside_in = std::max(lane_.beside_in, -box.top);
          boxes_.push_back({box.left, box.top, box.right, box.bottom});
          draft_.told[item] = 1;
          const double edge = at < mark.date.x ? box.right : box.left;
          // The lane's line ties a mark on it to its label; a stacked one needs a tie of its own.
          if (const double from = outermost(mark, edge); mark.track > 0 &&
                                                         std::abs(edge - from) > glyph_half + 2 &&
                                                         !meets_leader(item, from, edge)) {
            label.leader = {{from, depth}, {edge, depth}};
          }
          lane_.labels.push_back(std::move(label));
          return;
        }
      }
    }
  }

  /// The glyph of the mark, or of what other sources say, that is nearest to `toward`.
  static double outermost(const ItemMark& mark, double toward) {
    double x = mark.date.x;
    const auto take = [&](const DateMark& date) {
      if (std::abs(date.x - toward) < std::abs(x - toward)) x = date.x;
    };
    for (const DateMark& other : mark.others) take(other);
    if (mark.was) take(*mark.was);
    return x;
  }

  /// The leader of an inset, or of a mark over this one, may pass between these.
  [[nodiscard]] bool meets_leader(std::uint32_t item, double a, double b) const {
    const auto& marks = draft_.layout.marks;
    const auto& wishes = draft_.density.wishes;
    const auto [left, right] = std::minmax(a, b);
    const auto between = [left = left, right = right](double x) { return left < x && x < right; };
    if (std::any_of(lane_.loupes.begin(), lane_.loupes.end(),
                    [&](std::uint32_t loupe) { return between(draft_.loupe_ports[loupe]); })) {
      return true;
    }
    return std::any_of(lane_.items.begin(), lane_.items.end(), [&](std::uint32_t other) {
      if (other == item || marks[other].track > marks[item].track) return false;
      if (!wishes.empty() && wishes[other] != LabelWish::anywhere) return false;
      return between(draft_.ports[other].value_or(marks[other].date.x));
    });
  }

  /// All obstacles but the room kept for this item's own number, which it will not need.
  [[nodiscard]] std::vector<Box> others(std::uint32_t item) const {
    std::vector<Box> boxes = boxes_;
    for (std::size_t k = 0; k < lane_.items.size(); ++k) {
      if (lane_.items[k] != item) continue;
      const auto [left, right] = extent(draft_.layout.marks[item], 0);
      boxes[2 * k].left = left;
      boxes[2 * k].right = right - clearance;
      if (boxes[2 * k].left < boxes[2 * k].right - clearance) boxes[2 * k].left += clearance;
    }
    return boxes;
  }

  Draft& draft_;
  LaneDraft& lane_;
  std::vector<Box> boxes_;
};

}  // namespace

void label_beside(Draft& draft) {
  draft.told.assign(draft.view.items.size(), 0);
  if (draft.density.beside == 0) return;
  for (std::uint32_t l = 0; l < draft.lanes.size(); ++l) Lane{draft, l}.run();
}

}  // namespace frise::render
