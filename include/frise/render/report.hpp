#pragma once

/// \file
/// The interactive report: one HTML file with the timeline, the map, a table and the sentences
/// behind every mark. It reaches no network and runs no script but its own.
///
/// Without JavaScript it is a static page of figures and table. With it: search, filters, a time
/// brush, linked figures, a panel with the quoted sentence, permalinks. docs/REPORT.md tells how.

#include "frise/core/result.hpp"
#include "frise/graph/event_graph.hpp"
#include "frise/render/render.hpp"
#include "frise/view/view.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace frise {

/// Words of the article before and after a sentence.
struct SentenceContext {
  std::string before;
  std::string after;
};

/// By the document's SHA-256 and the byte where the sentence begins. A graph holds sentences only;
/// who still has the texts can give what stands around them.
using SentenceContexts = std::map<std::pair<std::string, std::uint32_t>, SentenceContext>;

/// The 160 characters or so around a sentence, cut between words.
[[nodiscard]] SentenceContext context_of(std::string_view text, Span sentence);

/// Draws both figures itself, on light ground, whatever the theme: the page follows its reader's.
/// \returns the errors of timeline_svg and map_svg.
[[nodiscard]] Result<Rendering> report_html(const EventGraph& graph, const TimelineView& timeline,
                                            const RelationView& map, const RenderOptions& options,
                                            const SentenceContexts& contexts = {});

}  // namespace frise
