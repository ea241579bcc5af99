// frise diff: two graphs in, what changed out.

#include "frise/audit/diff.hpp"
#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"

namespace frise::cli {

Exit run_diff(const Settings& settings, Console& console) {
  const auto before = read_graph(settings.inputs[0], settings, console);
  if (!before) {
    console.error(before.error());
    return Exit::failed;
  }
  const auto after = read_graph(settings.inputs[1], settings, console);
  if (!after) {
    console.error(after.error());
    return Exit::failed;
  }
  const GraphDiff changes = diff(*before, *after);
  const std::string bytes = settings.diff_json ? to_json(changes) : to_text(changes);
  if (const auto written = write_output(settings.output, bytes); !written) {
    if (is_closed_pipe(written.error())) return Exit::done;
    console.error(written.error());
    return Exit::failed;
  }
  if (changes.changes.empty()) console.note("nothing has changed");
  return settings.strict && console.warnings() != 0 ? Exit::skipped : Exit::done;
}

}  // namespace frise::cli
