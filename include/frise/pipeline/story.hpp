#pragma once

/// \file
/// From records to what people look at: the graph, and every file made from it.

#include "frise/core/result.hpp"
#include "frise/correct/corrections.hpp"
#include "frise/export/formats.hpp"
#include "frise/graph/event_graph.hpp"
#include "frise/record/record.hpp"
#include "frise/render/render.hpp"
#include "frise/render/report.hpp"
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

/// A graph with what an analyst put right, and what is to be said of it.
struct Told {
  EventGraph graph;
  std::vector<Error> conflicts;  ///< corrections that contradict each other: none was applied
  std::vector<Error> stale;      ///< corrections of what is not there any more
};

[[nodiscard]] Told tell(std::vector<Record> records, const Corrections& corrections);

enum class Figure : std::uint8_t { timeline, map, order };
/// `html` is the report, with both figures.
enum class FigureFormat : std::uint8_t { svg, dot, pdf, png, html };

/// One figure of a graph.
/// \param before an older graph: the timeline then shows what has changed since; nullptr for none.
/// \returns the errors of make_timeline, make_map and the renderers.
[[nodiscard]] Result<Rendering> draw(const EventGraph& graph, Figure figure, FigureFormat format,
                                     const ViewOptions& view, const RenderOptions& render,
                                     const EventGraph* before = nullptr);

struct Outputs {
  std::vector<OutputFile> files;
  std::vector<std::string> warnings;  ///< of the renderers, each once
  std::vector<std::string> remarks;   ///< the same
};

/// timeline.svg, timeline.dot, map.svg, map.dot, report.html, graph.json and events.csv.
/// \param contexts what stands around the sentences, for the report.
[[nodiscard]] Result<Outputs> make_outputs(const EventGraph& graph, const ViewOptions& view,
                                           const RenderOptions& render,
                                           const SentenceContexts& contexts = {});

}  // namespace frise
