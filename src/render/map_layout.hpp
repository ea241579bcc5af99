#pragma once

/// \file
/// Where the nodes, labels and lines of a relationship map go: by Graphviz dot in a child process
/// with limits on time and memory, by a plain layered layout of our own when that fails.

#include "frise/view/view.hpp"
#include "render/geometry.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace frise::render {

struct MapNodeBox {
  Box box;
  std::vector<std::string> name;
  std::vector<std::string> caption;
  double size = 12;    ///< of the name
  bool faint = false;  ///< there only to keep its place
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
  double scale = 1;                          ///< of text; boxes and curves are scaled already
  bool fallback = false;                     ///< Graphviz gave up
};

/// What dot is asked: boxes by size (nodes, then labels) and lines that all point one way.
struct LayeredGraph {
  std::vector<std::pair<double, double>> sizes;  ///< width, height in pixels
  std::size_t node_count = 0;                    ///< the sizes after these are labels
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
  bool downwards = false;  ///< ranks from top to bottom instead of left to right
  bool tight = false;      ///< less air between boxes
  bool ranked = true;      ///< otherwise by sfdp, boxes anywhere, lines straight and any way
};

struct LayeredResult {
  double width = 0;
  double height = 0;
  std::vector<Point> centres;
  std::vector<std::vector<Point>> curves;  ///< as the lines, in their direction
};

/// What a layout may take.
struct LayoutLimits {
  unsigned cpu_seconds = 20;
  std::chrono::milliseconds patience{40000};
  std::size_t memory = std::size_t{4} << 30U;   ///< bytes of address space
  std::size_t answer = std::size_t{64} << 20U;  ///< bytes that it may say
};

/// Appends width, height, centres, and for each line its count of points and the points, graph
/// after graph. \returns false when it cannot.
using Layouter = std::function<bool(const std::vector<LayeredGraph>&, std::vector<double>&)>;

/// Runs a layout in a child process. \returns empty when it failed, ran over a limit, or answered
/// with something else than asked.
[[nodiscard]] std::vector<LayeredResult> run_limited(const std::vector<LayeredGraph>& graphs,
                                                     const Layouter& layouter,
                                                     const LayoutLimits& limits = {});

/// Graphviz, on each graph in one child process.
[[nodiscard]] std::vector<LayeredResult> run_dot(const std::vector<LayeredGraph>& graphs);

/// Columns by rank, boxes stacked: never fails, never overlaps.
[[nodiscard]] LayeredResult stack_columns(const LayeredGraph& graph);

/// Where a map may go, in pixels.
struct MapRoom {
  double width = 0;
  double height = 0;
  bool upright = false;  ///< ranks from top to bottom where that is no worse
};

/// Text that a layout is tried with.
struct MapDraft {
  MapLayout text;
  bool tight = false;  ///< with less air between boxes
};

struct MapTry {
  MapLayout layout;
  bool downwards = false;
  bool narrow = false;  ///< by another than the first draft
};

/// Laid out in each shape worth trying, by each draft; in columns of our own alone when Graphviz
/// gives nothing.
[[nodiscard]] std::vector<MapTry> try_layouts(const RelationView& view,
                                              const std::vector<MapDraft>& drafts,
                                              bool use_dot = true);

/// The layout whose shape suits that room best, text at its full size. Every relation's ends must
/// be nodes of the view.
[[nodiscard]] MapLayout lay_out_map(const RelationView& view, const MapRoom& room,
                                    bool use_dot = true);

/// Text and all else larger or smaller.
void scale_map(MapLayout& layout, double scale);

/// Room between the boxes; they keep their size.
void spread_map(const RelationView& view, MapLayout& layout, double across, double down);

}  // namespace frise::render
