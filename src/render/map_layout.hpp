#pragma once

/// \file
/// Where the nodes, labels and lines of a relationship map go: by Graphviz dot in a child process
/// with limits on time and memory, by a plain layered layout of our own when that fails.

#include "frise/view/view.hpp"
#include "render/geometry.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace frise::render {

struct MapNodeBox {
  Box box;
  std::vector<std::string> name;
  std::vector<std::string> caption;
  double size = 12;  ///< of the name
};

struct MapLabelBox {
  Box box;
  std::vector<std::string> lines;
  std::string references;
};

/// From a node to the label, or from the label to a node: control points of joined cubic Bézier
/// curves.
struct MapCurve {
  std::vector<Point> points;
};

struct MapRelationLayout {
  MapLabelBox label;
  MapCurve before;  ///< from the holder to the label
  MapCurve after;   ///< from the label to the target; empty for a relation of a node with itself
};

struct MapLayout {
  double width = 0;
  double height = 0;
  std::vector<MapNodeBox> nodes;             ///< as the view's nodes
  std::vector<MapRelationLayout> relations;  ///< as the view's relations
  bool fallback = false;                     ///< Graphviz gave up
};

/// What dot is asked: boxes by size (nodes, then labels) and lines that all point one way.
struct LayeredGraph {
  std::vector<std::pair<double, double>> sizes;  ///< width, height in pixels
  std::size_t node_count = 0;                    ///< the sizes after these are labels
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
  bool downwards = false;  ///< ranks from top to bottom instead of left to right
};

struct LayeredResult {
  double width = 0;
  double height = 0;
  std::vector<Point> centres;
  std::vector<std::vector<Point>> curves;  ///< as the lines, in their direction
};

/// Runs dot on each graph in one child process. \returns empty when it failed, ran over a limit, or
/// answered with something else than asked.
[[nodiscard]] std::vector<LayeredResult> run_dot(const std::vector<LayeredGraph>& graphs);

/// Columns by rank, boxes stacked: never fails, never overlaps.
[[nodiscard]] LayeredResult stack_columns(const LayeredGraph& graph);

/// The layout whose shape suits a page of that room best. Every relation's ends must be nodes of
/// the view.
[[nodiscard]] MapLayout lay_out_map(const RelationView& view, double room_width, double room_height,
                                    bool use_dot = true);

}  // namespace frise::render
