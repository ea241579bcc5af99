// A format is a line of this table, a writer in a file of its own and a paragraph of
// docs/EXPORTS.md. Tested in tests/unit/export/formats_test.cpp, and with a reader of each format
// in tests/exports.

#include "frise/export/formats.hpp"

#include "export/writers.hpp"

#include <algorithm>
#include <array>

namespace frise {
namespace {

template <auto writer>
std::vector<OutputFile> one_file(const EventGraph& graph) {
  return {{"graph", writer(graph)}};
}

constexpr auto formats = std::to_array<ExportFormat>({
    {"csv", "csv", true, "spreadsheets, Gephi, pandas, sqlite", write_network_csv},
    {"cypher", "cypher", false, "Neo4j, Memgraph", one_file<write_cypher>},
    {"dot", "dot", false, "Graphviz", one_file<write_dot>},
    {"ftm", "ftm.json", false, "FollowTheMoney, OpenAleph", one_file<write_followthemoney>},
    {"gexf", "gexf", false, "Gephi", one_file<write_gexf>},
    {"graphml", "graphml", false, "networkx, igraph, yEd, Gephi", one_file<write_graphml>},
    {"ics", "ics", false, "calendars", one_file<write_icalendar>},
    {"jsonld", "jsonld", false, "schema.org and PROV, triple stores", one_file<write_jsonld>},
    {"mermaid", "mmd", false, "Mermaid, Markdown pages", one_file<write_mermaid>},
    {"timeline-semeval", "txt", true, "scorers of SemEval-2015 Task 4", write_timeline_semeval},
    {"timelinejs", "timelinejs.json", false, "TimelineJS 3", one_file<write_timelinejs>},
    {"timeml", "tml", false, "tools for ISO-TimeML", one_file<write_iso_timeml>},
});

}  // namespace

std::span<const ExportFormat> export_formats() noexcept { return formats; }

const ExportFormat* find_export_format(std::string_view name) noexcept {
  const auto found =
      std::find_if(formats.begin(), formats.end(),
                   [name](const ExportFormat& format) { return format.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace frise
