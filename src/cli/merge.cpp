// frise merge: records of any number of runs, in any order, to one graph.

#include "cli/articles.hpp"
#include "cli/commands.hpp"
#include "cli/corrected.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "frise/pipeline/story.hpp"

#include <utility>
#include <vector>

namespace frise::cli {
namespace {

/// A line of white space is no record and no error.
bool blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

Exit run_merge(const Settings& settings, Console& console) {
  const auto corrections =
      settings.corrections.empty() ? Corrections{} : read_corrections(settings);
  if (!corrections) {
    console.error(corrections.error());
    return Exit::failed;
  }
  std::vector<Record> records;
  Tally tally;
  for (const std::string& path : settings.inputs) {
    std::size_t number = 0;
    const auto read = for_each_line(path, [&](const std::string& line) {
      ++number;
      if (blank(line)) return;
      auto record = parse_record(line);
      if (record) {
        records.push_back(std::move(*record));
        console.progress("records read", ++tally.done);
        return;
      }
      Error error = std::move(record).error();
      error.path = path;
      error.line = number;
      console.error(error);
      ++tally.skipped;
    });
    if (read) continue;
    console.error(read.error());
    ++tally.skipped;
  }
  if (tally.done == 0) {
    if (tally.skipped == 0) console.error({ErrorCode::empty, "no records in the input", {}, 0, 0});
    return Exit::failed;
  }
  const auto graph = tell_corrected(std::move(records), *corrections, console);
  if (!graph) return Exit::failed;
  const std::string json = to_json(*graph);
  if (const auto written = write_output(settings.output, json); !written) {
    if (is_closed_pipe(written.error())) return Exit::done;
    console.error(written.error());
    return Exit::failed;
  }
  return exit_of(tally, settings, console);
}

}  // namespace frise::cli
