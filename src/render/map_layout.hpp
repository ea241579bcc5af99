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

/// Behind a group of actors and what relates them; no other box stands in it.
struct MapBand {
  Box box;
  std::vector<std::string> title;
  Box title_box;  ///< at the top left of the box
};

struct MapLayout {
  double width = 0;
  double height = 0;
  std::vector<MapNodeBox> nodes;             ///< as the view's nodes
  std::vector<MapRelationLayout> relations;  ///< as the view's relations
  std::vector<MapBand> bands;                ///< as the view's groups that stand out
  double scale = 1;                          ///< of text; boxes and curves are scaled already
  bool fallback = false;                     ///< Graphviz gave up
};

/// Boxes to be kept together, apart from all others.
struct LayeredGroup {
  std::vector<std::uint32_t> members;  ///< indices into the sizes
  double head_width = 0;               ///< room above them
  double head_height = 0;
};

/// What dot is asked: boxes by size (nodes, then labels) and lines that all point one way.
struct LayeredGraph {
  std::vector<std::pair<double, double>> sizes;  ///< width, height in pixels
  std::size_t node_count = 0;                    ///< the sizes after these are labels
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
  std::vector<LayeredGroup> groups;
  bool downwards = false;  ///< ranks from top to bottom instead of left to right
  bool tight = false;      ///< less air between boxes
  bool ranked = true;      ///< otherwise by sfdp, boxes anywhere, lines straight and any way
};

struct LayeredResult {
  double width = 0;
  double height = 0;
  std::vector<Point> centres;
  std::vector<std::vector<Point>> curves;  ///< as the lines, in their direction
  std::vector<Box> groups;                 ///< around each, its head included
};

inline constexpr double band_margin = 12;  ///< between a group's boxes and its outline

/// Boxes of a group: its actors, and the labels of relations among them (counted after all nodes).
[[nodiscard]] std::vector<std::uint32_t> boxes_in(const RelationView& view, const MapGroup& group);

/// The least box around what a group holds.
[[nodiscard]] Box around_group(const RelationView& view, const MapLayout& layout,
                               std::size_t group);

/// Draws edges of bands out to those of others nearby where nothing is in the way, and puts titles
/// in their corners.
void align_bands(const RelationView& view, MapLayout& layout);

/// What a layout may take.
struct LayoutLimits {
  unsigned cpu_seconds = 20;
  std::chrono::milliseconds patience{40000};
  std::size_t memory = std::size_t{4} << 30U;   ///< bytes of address space
  std::size_t answer = std::size_t{64} << 20U;  ///< bytes that it may say
};

/// Appends width, height, centres, for each line its count of points and the points, and for each
/// group two corners, graph after graph. \returns false when it cannot.
using Layouter = std::function<bool(const std::vector<LayeredGraph>&, std::vector<double>&)>;

/// Runs a layout in a child process. \returns empty when it failed, ran over a limit, or answered
/// with something else than asked.
[[nodiscard]] std::vector<LayeredResult> run_limited(const std::vector<LayeredGraph>& graphs,
                                                     const Layouter& layouter,
                                                     const LayoutLimits& limits = {});

/// Graphviz, on each graph in one child process.
[[nodiscard]] std::vector<LayeredResult> run_dot(const std::vector<LayeredGraph>& graphs);

/// Columns by rank, boxes stacked, group under group: never fails, never overlaps.
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
