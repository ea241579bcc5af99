#pragma once

/// \file
/// Labels of points on a line, put into rows beside it, each joined to its point by a leader.
///
/// Boundary labelling in the sense of Bekos et al. (2007), with several rows: leaders of farther
/// rows pass between the labels of nearer ones. Points, passages and labels keep the order of the
/// points in every row, so leaders never cross; labels never cover a passage or a wall (a line that
/// goes through all rows).

#include <cstddef>
#include <vector>

namespace frise::render {

/// A label wanted at `x`; requests are sorted by `x`. All in pixels.
struct LabelRequest {
  double x = 0;
  double width = 0;
  double height = 0;
  double weight = 1;  ///< who stays when there is no room for all
};

struct LabelPlace {
  int row = -1;  ///< from the line outwards; -1: found no place
  double left = 0;
  /// Where the leader is in each row up to its own: the passage through it, then the point where it
  /// meets the label.
  std::vector<double> ports;
};

struct LabelRows {
  std::vector<LabelPlace> places;  ///< as the requests
  std::vector<double> gaps;        ///< room before each row, for leaders to change their x
  std::vector<double> heights;     ///< of each row

  [[nodiscard]] double depth() const noexcept;
};

struct RowRoom {
  double left = 0;
  double right = 0;
  std::vector<double> walls;  ///< any order
  double wall_clearance = 7;  ///< between a wall and a label
  double gap = 8;             ///< between labels
  double passage = 6;         ///< width that a leader takes in a row
  std::size_t max_rows = 8;
  double shift_cost = 0.3;  ///< of a pixel that a leader moves aside, in pixels of depth
};

/// The stretch between walls that a label of a point goes to.
struct Cell {
  double left = 0;
  double right = 0;

  [[nodiscard]] double width() const noexcept { return right - left; }
};

/// What stands on a line and wants a place there.
struct Token {
  double want = 0;   ///< left edge
  double width = 0;  ///< without the gap behind it
  double weight = 1;
  double at = 0;  ///< left edge found
};

/// Least squares on a line with order, widths, gaps and bounds; false when the tokens do not fit
/// the cell.
[[nodiscard]] bool settle(std::vector<Token>& tokens, const Cell& cell, double gap);

/// Stretches wide enough for a narrow label; where there is none, the widest that takes a few
/// words.
[[nodiscard]] std::vector<Cell> label_cells(const RowRoom& room);

/// Index of the nearest cell, the right one when two are as near. Keeps the order of points.
[[nodiscard]] std::size_t nearest_cell(const std::vector<Cell>& cells, double x) noexcept;

/// A request wider than the nearest cell of its point finds no place.
[[nodiscard]] LabelRows place_labels(const std::vector<LabelRequest>& requests,
                                     const RowRoom& room);

}  // namespace frise::render
