// What was published later is left out before a command sees the graph.

#include "cli/graph_input.hpp"

#include "cli/input.hpp"
#include "frise/audit/as_of.hpp"

#include <fmt/format.h>
#include <utility>

namespace frise::cli {

Result<EventGraph> graph_of(std::string_view bytes, const std::string& path,
                            const Settings& settings, Console& console) {
  auto graph = parse_graph(bytes);
  if (!graph) {
    Error error = std::move(graph).error();
    error.path = path;
    return fail(std::move(error));
  }
  if (!settings.as_of) return graph;
  KnownBy known = as_of(graph->corpus(), *settings.as_of);
  if (!known.left_out.empty()) {
    console.note(fmt::format("as of {}: {} of {} documents left out", to_iso(*settings.as_of),
                             known.left_out.size(), graph->corpus().documents.size()));
  }
  for (const LeftOut& one : known.left_out) {
    console.detail({ErrorCode::bad_value, one.document + " left out: " + one.why, path, 0, 0});
  }
  return EventGraph::build(std::move(known.corpus));
}

Result<EventGraph> read_graph(const std::string& path, const Settings& settings, Console& console) {
  const auto bytes = read_all(path);
  if (!bytes) return fail(bytes.error());
  return graph_of(*bytes, path, settings, console);
}

}  // namespace frise::cli
