// frise draw: one figure of one graph.

#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"
#include "frise/pipeline/story.hpp"

#include <optional>
#include <utility>

namespace frise::cli {
namespace {

Result<Rendering> draw_file(const Settings& settings, Console& console) {
  const auto graph = read_graph(settings.inputs.front(), settings, console);
  if (!graph) return fail(graph.error());
  std::optional<EventGraph> before;
  if (!settings.before.empty()) {
    auto older = read_graph(settings.before, settings, console);
    if (!older) return fail(older.error());
    before = std::move(*older);
  }
  return draw(*graph, settings.figure, settings.figure_format(), settings.view, settings.render,
              before ? &*before : nullptr);
}

}  // namespace

Exit run_draw(const Settings& settings, Console& console) {
  auto drawn = draw_file(settings, console);
  if (!drawn) {
    console.error(drawn.error());
    return Exit::failed;
  }
  for (std::string& warning : drawn->warnings) {
    console.warning({ErrorCode::layout_failed, std::move(warning), {}, 0, 0});
  }
  for (std::string& remark : drawn->remarks) {
    console.remark({ErrorCode::layout_failed, std::move(remark), {}, 0, 0});
  }
  for (std::string& detail : drawn->details) {
    console.detail({ErrorCode::layout_failed, std::move(detail), {}, 0, 0});
  }
  if (const auto written = write_output(settings.output, drawn->bytes); !written) {
    if (is_closed_pipe(written.error())) return Exit::done;
    console.error(written.error());
    return Exit::failed;
  }
  return settings.strict && console.warnings() != 0 ? Exit::skipped : Exit::done;
}

}  // namespace frise::cli
