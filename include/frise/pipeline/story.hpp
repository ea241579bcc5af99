#pragma once

/// \file
/// From records to what people look at: the graph, and every file made from it.

#include "frise/core/result.hpp"
#include "frise/graph/event_graph.hpp"
#include "frise/record/record.hpp"
#include "frise/render/render.hpp"
#include "frise/view/view.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace frise {

/// Gives documents that share an id ids of their own, made from their text (`id-1a2b3c4d`),
/// whatever the order of the records. A record that is there twice, word for word, is kept once.
/// \returns the ids that were shared, sorted.
std::vector<std::string> make_ids_distinct(std::vector<Record>& records);

/// Merges records and links them. The order of the records does not matter; ids must be distinct.
[[nodiscard]] EventGraph tell(std::vector<Record> records);

enum class Figure : std::uint8_t { timeline, map };
enum class FigureFormat : std::uint8_t { svg, dot, pdf, png };

/// One figure of a graph.
/// \returns the errors of make_timeline, make_map and the renderers.
[[nodiscard]] Result<Rendering> draw(const EventGraph& graph, Figure figure, FigureFormat format,
                                     const ViewOptions& view, const RenderOptions& render);

/// A file by name and content.
struct OutputFile {
  std::string name;
  std::string bytes;
};

struct Outputs {
  std::vector<OutputFile> files;
  std::vector<std::string> warnings;  ///< of the renderers, each once
};

/// timeline.svg, timeline.dot, map.svg, map.dot, graph.json and events.csv.
[[nodiscard]] Result<Outputs> make_outputs(const EventGraph& graph, const ViewOptions& view,
                                           const RenderOptions& render);

}  // namespace frise
