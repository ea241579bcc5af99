#pragma once

/// \file
/// Where events stand when only their order matters: columns from left to right by the longest way
/// from a first event, broken into rows as text is. A strip of thirty columns fits no page, so
/// Graphviz is not asked; lines run between the boxes, never over one.

#include "frise/view/view.hpp"
#include "render/geometry.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace frise::render {

struct OrderBox {
  Box box;
  std::vector<std::string> title;
  std::vector<std::string> date;
  std::string references;
};

struct OrderLine {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  int link = -1;  ///< index into the links, or -1: one before the other
  std::vector<Point> points;
};

struct OrderLayout {
  double width = 0;
  double height = 0;
  std::vector<OrderBox> boxes;  ///< as the items
  std::vector<OrderLine> lines;
  double loose_top = 0;  ///< of the events whose place is not known, heading included
  bool loose = false;
};

/// Without steps and links that end nowhere, or where they begin.
[[nodiscard]] OrderView with_sound_ends(OrderView view);

/// Ends must be sound.
[[nodiscard]] OrderLayout lay_out_order(const OrderView& view, double width);

}  // namespace frise::render
