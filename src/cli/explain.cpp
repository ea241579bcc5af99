// frise explain: whether the input is a graph or records, its schema says.

#include "frise/explain/explain.hpp"
#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace frise::cli {
namespace {

/// The schema stands at the head of either, and a record is a line while a graph is indented.
bool is_graph(std::string_view bytes) {
  constexpr std::size_t head = 200;
  return bytes.substr(0, head).find(graph_schema) != std::string_view::npos;
}

Result<std::vector<Record>> parse_records(std::string_view bytes) {
  std::vector<Record> records;
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto record = parse_record(line);
    if (!record) {
      Error error = std::move(record).error();
      error.line = number;
      return fail(std::move(error));
    }
    records.push_back(std::move(*record));
  }
  return records;
}

Result<std::string> explain_input(std::string_view bytes, const Settings& settings,
                                  Console& console) {
  if (is_graph(bytes)) {
    const auto graph = graph_of(bytes, settings.inputs.front(), settings, console);
    if (!graph) return fail(graph.error());
    return settings.other_id.empty() ? explain(*graph, settings.id)
                                     : explain_connection(*graph, settings.id, settings.other_id);
  }
  if (!settings.other_id.empty()) {
    return fail({ErrorCode::bad_value, "two actors want a graph; these are records", {}, 0, 0});
  }
  if (settings.as_of) {
    return fail({ErrorCode::bad_value, "--as-of wants a graph; these are records", {}, 0, 0});
  }
  const auto records = parse_records(bytes);
  return records ? explain(*records, settings.id) : fail(records.error());
}

}  // namespace

Exit run_explain(const Settings& settings, Console& console) {
  const std::string& path = settings.inputs.front();
  const auto bytes = read_all(path);
  auto explained = bytes ? explain_input(*bytes, settings, console) : fail(bytes.error());
  if (!explained) {
    Error error = std::move(explained).error();
    error.path = path;
    console.error(error);
    return Exit::failed;
  }
  if (const auto written = write_output(settings.output, *explained); !written) {
    if (is_closed_pipe(written.error())) return Exit::done;
    console.error(written.error());
    return Exit::failed;
  }
  return settings.strict && console.warnings() != 0 ? Exit::skipped : Exit::done;
}

}  // namespace frise::cli
