// frise review: proposals for corrections.toml; the file itself is the analyst's and never written.

#include "frise/audit/review.hpp"
#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"

namespace frise::cli {

Exit run_review(const Settings& settings, Console& console) {
  const auto graph = read_graph(settings.inputs.front(), settings, console);
  if (!graph) {
    console.error(graph.error());
    return Exit::failed;
  }
  const std::string text = to_toml(review(*graph), settings.most_proposals);
  if (const auto written = write_output(settings.output, text); !written) {
    if (is_closed_pipe(written.error())) return Exit::done;
    console.error(written.error());
    return Exit::failed;
  }
  return settings.strict && console.warnings() != 0 ? Exit::skipped : Exit::done;
}

}  // namespace frise::cli
