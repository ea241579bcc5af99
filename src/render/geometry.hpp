#pragma once

/// \file
/// Rectangles and points of a page: pixels, y downwards.

#include <vector>

namespace frise::render {

struct Point {
  double x = 0;
  double y = 0;
};

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double width() const noexcept { return right - left; }
  [[nodiscard]] double height() const noexcept { return bottom - top; }
};

/// From a layout in which time runs to the right to the sheet: as it is, or with time downwards, x
/// and y exchanged.
struct Turn {
  bool down = false;

  [[nodiscard]] Point operator()(Point p) const noexcept { return down ? Point{p.y, p.x} : p; }
  [[nodiscard]] Box operator()(const Box& b) const noexcept {
    return down ? Box{b.top, b.left, b.bottom, b.right} : b;
  }
  [[nodiscard]] std::vector<Point> operator()(std::vector<Point> points) const {
    for (Point& point : points) point = (*this)(point);
    return points;
  }
};

[[nodiscard]] inline bool overlap(const Box& a, const Box& b) noexcept {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

}  // namespace frise::render
