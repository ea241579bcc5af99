// A leader leaves the line through the marks stacked under its own. Where a glyph is in its way it
// passes beside that glyph, so that nobody takes the label for the lower mark's. The lowest marks
// choose first; leaders keep apart. Tested in tests/unit/render/timeline_test.cpp.

#include "render/timeline_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace frise::render {
namespace {

constexpr double beside = glyph_half + 2;
constexpr double apart = 3;  ///< between leaders
constexpr std::size_t most_in_lane = 120;

class Lane {
 public:
  Lane(Draft& draft, const LaneDraft& lane) : draft_{draft}, lane_{lane} {}

  void run() {
    for (const std::uint32_t loupe : lane_.loupes) {
      const Box& badge = draft_.layout.loupes[loupe].badge;
      for (const double x : {badge.right - 1, badge.left + 1, draft_.loupe_ports[loupe]}) {
        if (!is_struck(0, x)) draft_.loupe_ports[loupe] = x;
      }
    }
    std::vector<std::uint32_t> order = lane_.items;
    const auto& marks = draft_.layout.marks;
    std::stable_sort(order.begin(), order.end(), [&marks](std::uint32_t a, std::uint32_t b) {
      return marks[a].track > marks[b].track;
    });
    for (const std::uint32_t i : order) choose(i);
  }

 private:
  void choose(std::uint32_t item) {
    const ItemMark& mark = draft_.layout.marks[item];
    // An arrow to the left leaves the right side free.
    const double aside = beside + mark.halo;
    const double first = mark.date.shape == DateShape::before ? aside : -aside;
    for (const double offset : {0.0, first, -first}) {
      if (!is_free(item, mark.date.x + offset)) continue;
      draft_.ports[item] = mark.date.x + offset;
      taken_.push_back(item);
      return;
    }
  }

  /// A glyph of a mark under `track` is at that x.
  [[nodiscard]] bool is_struck(int track, double x) const {
    return std::any_of(lane_.items.begin(), lane_.items.end(), [&](std::uint32_t item) {
      const ItemMark& mark = draft_.layout.marks[item];
      if (mark.track <= track) return false;
      const auto near = [x, reach = glyph_half + mark.halo + 0.5](const DateMark& date) {
        return std::abs(date.x - x) < reach;
      };
      return near(mark.date) || (mark.was && near(*mark.was)) ||
             std::any_of(mark.others.begin(), mark.others.end(), near);
    });
  }

  /// No glyph under the mark is in the way, and leaders neither meet nor cross.
  [[nodiscard]] bool is_free(std::uint32_t item, double x) const {
    const auto& marks = draft_.layout.marks;
    const ItemMark& mark = marks[item];
    if (is_struck(mark.track, x)) return false;
    const auto crosses = [](double a, double b, double at) {
      return a != b && std::min(a, b) - apart < at && at < std::max(a, b) + apart;
    };
    for (const std::uint32_t other : lane_.items) {
      // A mark over this one comes down beside it.
      const double at = marks[other].date.x;
      if (marks[other].track < mark.track && at != mark.date.x && crosses(x, mark.date.x, at)) {
        return false;
      }
    }
    for (const std::uint32_t loupe : lane_.loupes) {
      const double at = draft_.loupe_ports[loupe];
      if (std::abs(at - x) < apart || crosses(x, mark.date.x, at)) return false;
    }
    return std::none_of(taken_.begin(), taken_.end(), [&](std::uint32_t other) {
      const double port = *draft_.ports[other];
      return std::abs(port - x) < apart || crosses(port, marks[other].date.x, x) ||
             (marks[other].track == mark.track && crosses(x, mark.date.x, port));
    });
  }

  Draft& draft_;
  const LaneDraft& lane_;
  std::vector<std::uint32_t> taken_;
};

}  // namespace

void choose_ports(Draft& draft) {
  const auto& marks = draft.layout.marks;
  draft.ports.resize(marks.size());
  for (const Loupe& loupe : draft.layout.loupes) {
    draft.loupe_ports.push_back((loupe.badge.left + loupe.badge.right) / 2);
  }
  for (const LaneDraft& lane : draft.lanes) {
    if (lane.tracks > 1 && lane.items.size() <= most_in_lane) {
      Lane{draft, lane}.run();
    } else {
      for (const std::uint32_t i : lane.items) draft.ports[i] = marks[i].date.x;
    }
  }
}

}  // namespace frise::render
