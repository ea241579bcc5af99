// frise export: a graph as another program wants it. One file goes to standard output unless -o
// names a place; a format of several files needs a folder.

#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/output.hpp"

#include <fmt/format.h>

namespace frise::cli {
Exit run_export(const Settings& settings, Console& console) {
  const ExportFormat& format = *settings.export_format;
  const bool to_stdout = settings.output.empty() || settings.output == "-";
  if (format.several && to_stdout) {
    console.error(
        {ErrorCode::bad_value,
         fmt::format("{} is several files; name a folder for them with -o DIR", format.name),
         {},
         0,
         0});
    return Exit::usage;
  }
  const auto graph = read_graph(settings.inputs.front(), settings, console);
  if (!graph) {
    console.error(graph.error());
    return Exit::failed;
  }
  const std::vector<OutputFile> files = format.write(*graph);
  const auto written = format.several ? write_folder(settings.output, files)
                                      : write_output(settings.output, files.front().bytes);
  if (written || is_closed_pipe(written.error())) return Exit::done;
  console.error(written.error());
  return Exit::failed;
}

}  // namespace frise::cli
