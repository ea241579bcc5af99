// Walls cut a row into cells; each request goes to the nearest cell that takes a label, which keeps
// order. Within a cell a row is a sequence of tokens (a label, or the passage of a leader to a
// farther row) that want to be at their leader and must not overlap: least squares with separation
// constraints on a line, which is isotonic regression after subtracting the widths (pool adjacent
// violators; Dwyer, Marriott and Stuckey's VPSC in one dimension). Which labels a row takes is
// greedy, from left to right, as long as nothing moves farther than a limit; four limits are tried
// and the cheapest result kept. Tested in tests/unit/render/label_rows_test.cpp.

#include "render/label_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace frise::render {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

constexpr double narrow_label = 112;
constexpr double few_words = 64;

std::vector<Cell> cells_of(const RowRoom& room) {
  std::vector<double> walls = room.walls;
  std::sort(walls.begin(), walls.end());
  std::vector<Cell> cells;
  double left = room.left;
  for (const double wall : walls) {
    cells.push_back({left, std::min(wall - room.wall_clearance, room.right)});
    left = std::max(left, wall + room.wall_clearance);
  }
  cells.push_back({left, room.right});
  return cells;
}

class Packer {
 public:
  Packer(const std::vector<LabelRequest>& requests, const RowRoom& room, double limit)
      : requests_{requests}, room_{room}, limit_{limit} {}

  LabelRows run() {
    LabelRows out;
    out.places.resize(requests_.size());
    const auto members = assign_cells();
    std::vector<double> entry(requests_.size());
    for (std::size_t i = 0; i < requests_.size(); ++i) entry[i] = requests_[i].x;
    std::vector<std::vector<std::size_t>> waiting = members;
    for (std::size_t row = 0; row < room_.max_rows; ++row) {
      double height = 0;
      double shift = 0;
      for (std::size_t c = 0; c < cells_.size(); ++c) {
        fill(waiting[c], cells_[c], static_cast<int>(row), entry, out.places, height, shift);
      }
      if (height == 0) break;
      out.heights.push_back(height);
      out.gaps.push_back(std::clamp(shift / 4, 12.0, 26.0));
      moved_ += shift;
    }
    return out;
  }

  [[nodiscard]] double moved() const { return moved_; }

 private:
  std::vector<std::vector<std::size_t>> assign_cells() {
    cells_ = label_cells(room_);
    std::vector<std::vector<std::size_t>> members(cells_.size());
    if (cells_.empty()) return members;
    for (std::size_t i = 0; i < requests_.size(); ++i) {
      const std::size_t cell = nearest_cell(cells_, requests_[i].x);
      if (requests_[i].width <= cells_[cell].width()) members[cell].push_back(i);
    }
    for (std::size_t c = 0; c < cells_.size(); ++c) drop_lightest(members[c], cells_[c]);
    return members;
  }

  /// Keeps no more than what the rows, and the leaders through the first of them, have room for.
  void drop_lightest(std::vector<std::size_t>& members, const Cell& cell) const {
    if (members.empty()) return;
    double sum = 0;
    double widest = 0;
    for (const std::size_t i : members) {
      sum += requests_[i].width + room_.gap;
      widest = std::max(widest, requests_[i].width + room_.gap);
    }
    const double mean = sum / static_cast<double>(members.size());
    const double rows = static_cast<double>(room_.max_rows);
    const double by_rows = rows * std::max(1.0, std::floor(cell.width() / mean));
    const double by_leaders = 1 + std::floor(std::max(0.0, cell.width() - widest) / room_.passage);
    const auto most = static_cast<std::size_t>(std::min(by_rows, by_leaders));
    if (members.size() <= most) return;
    std::vector<std::size_t> order = members;
    std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      return requests_[a].weight != requests_[b].weight ? requests_[a].weight > requests_[b].weight
                                                        : a < b;
    });
    order.resize(most);
    std::sort(order.begin(), order.end());
    members = std::move(order);
  }

  bool arrange(const std::vector<std::size_t>& members, const std::vector<char>& placed,
               const Cell& cell, const std::vector<double>& entry, double limit,
               std::vector<Token>& tokens) const {
    tokens.clear();
    for (std::size_t m = 0; m < members.size(); ++m) {
      const std::size_t i = members[m];
      const double x = std::clamp(entry[i], cell.left, cell.right);
      if (placed[m] != 0) {
        tokens.push_back({.want = x - 1, .width = requests_[i].width + room_.gap / 2, .weight = 1});
      } else {
        tokens.push_back(
            {.want = x - room_.passage / 2, .width = room_.passage - room_.gap / 2, .weight = 2});
      }
    }
    if (!settle(tokens, cell, room_.gap / 2)) return false;
    for (std::size_t m = 0; m < members.size(); ++m) {
      const double x = std::clamp(entry[members[m]], cell.left, cell.right);
      if (shift_of(tokens[m], x) > limit) return false;
    }
    return true;
  }

  /// How far a token is from its leader.
  static double shift_of(const Token& token, double x) {
    return std::max({token.at - x, x - (token.at + token.width), 0.0});
  }

  void fill(std::vector<std::size_t>& members, const Cell& cell, int row,
            std::vector<double>& entry, std::vector<LabelPlace>& places, double& height,
            double& shift) {
    if (members.empty()) return;
    std::vector<char> placed(members.size(), 0);
    std::vector<Token> tokens;
    bool any = false;
    for (const double limit : {limit_, 3 * limit_, unlimited}) {
      for (std::size_t m = 0; m < members.size(); ++m) {
        placed[m] = 1;
        if (arrange(members, placed, cell, entry, limit, tokens)) {
          any = true;
        } else {
          placed[m] = 0;
        }
      }
      if (any) break;
    }
    if (!any) return members.clear();  // more leaders than the cell is wide: these go to the list
    arrange(members, placed, cell, entry, unlimited, tokens);
    std::vector<std::size_t> rest;
    for (std::size_t m = 0; m < members.size(); ++m) {
      const std::size_t i = members[m];
      shift = std::max(shift, shift_of(tokens[m], entry[i]));
      LabelPlace& place = places[i];
      if (placed[m] != 0) {
        place.row = row;
        place.left = tokens[m].at;
        place.ports.push_back(
            std::clamp(entry[i], tokens[m].at + 1, tokens[m].at + requests_[i].width - 4));
        height = std::max(height, requests_[i].height);
      } else {
        entry[i] = tokens[m].at + tokens[m].width / 2;
        place.ports.push_back(entry[i]);
        rest.push_back(i);
      }
    }
    members = std::move(rest);
  }

  const std::vector<LabelRequest>& requests_;
  const RowRoom& room_;
  double limit_;
  std::vector<Cell> cells_;
  double moved_ = 0;
};

}  // namespace

bool settle(std::vector<Token>& tokens, const Cell& cell, double gap) {
  struct Block {
    double sum;  ///< of weight * wanted
    double weight;
    std::size_t count;
  };
  double used = 0;
  std::vector<Block> blocks;
  blocks.reserve(tokens.size());
  for (const Token& token : tokens) {
    blocks.push_back({token.weight * (token.want - used), token.weight, 1});
    used += token.width + gap;
    while (blocks.size() > 1) {
      const Block& last = blocks[blocks.size() - 1];
      Block& before = blocks[blocks.size() - 2];
      if (before.sum / before.weight <= last.sum / last.weight) break;
      before = {before.sum + last.sum, before.weight + last.weight, before.count + last.count};
      blocks.pop_back();
    }
  }
  const double slack = cell.right - cell.left - (used - gap);
  if (slack < 0) return false;
  std::size_t i = 0;
  double offset = 0;
  for (const Block& block : blocks) {
    const double base = std::clamp(block.sum / block.weight, cell.left, cell.left + slack);
    for (std::size_t n = 0; n < block.count; ++n, ++i) {
      tokens[i].at = base + offset;
      offset += tokens[i].width + gap;
    }
  }
  return true;
}

double LabelRows::depth() const noexcept {
  return std::accumulate(gaps.begin(), gaps.end(), 0.0) +
         std::accumulate(heights.begin(), heights.end(), 0.0);
}

std::vector<Cell> label_cells(const RowRoom& room) {
  std::vector<Cell> cells = cells_of(room);
  double widest = 0;
  for (const Cell& cell : cells) widest = std::max(widest, cell.width());
  const double least = widest >= narrow_label ? narrow_label : std::max(widest, few_words);
  std::erase_if(cells, [least](const Cell& cell) { return cell.width() < least; });
  return cells;
}

std::size_t nearest_cell(const std::vector<Cell>& cells, double x) noexcept {
  std::size_t best = 0;
  double nearest = unlimited;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const double distance = std::max({cells[c].left - x, x - cells[c].right, 0.0});
    if (distance <= nearest) {
      nearest = distance;
      best = c;
    }
  }
  return best;
}

LabelRows place_labels(const std::vector<LabelRequest>& requests, const RowRoom& room) {
  LabelRows best;
  double best_cost = unlimited;
  for (const double limit : {20.0, 48.0, 90.0, 220.0}) {
    Packer packer{requests, room, limit};
    LabelRows rows = packer.run();
    double cost = rows.depth() + room.shift_cost * packer.moved();
    for (const LabelPlace& place : rows.places) cost += place.row < 0 ? 1000 : 0;
    if (cost < best_cost) {
      best_cost = cost;
      best = std::move(rows);
    }
  }
  return best;
}

}  // namespace frise::render
