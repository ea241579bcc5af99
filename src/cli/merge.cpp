// frise merge: records of any number of runs and tables of events, in any order, to one graph.

#include "cli/articles.hpp"
#include "cli/commands.hpp"
#include "cli/corrected.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "frise/import/event_table.hpp"
#include "frise/pipeline/story.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace frise::cli {
namespace {

/// A line of white space is no record and no error.
bool blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

bool names_table(const std::string& path) {
  for (const std::string_view ending : {".csv", ".tsv", ".CSV", ".TSV"}) {
    if (path.ends_with(ending)) return true;
  }
  return false;
}

/// What the inputs hold, as it comes.
class Inputs {
 public:
  explicit Inputs(Console& console) : console_{console} {}

  void read(const std::string& path) {
    const auto done = names_table(path) ? read_table(path) : read_records(path);
    if (!done) skip(done.error());
  }

  /// All records; tables learn from the articles who their actors are.
  std::vector<Record> take() {
    const std::vector<Record> articles = tables_.empty() ? std::vector<Record>{} : records_;
    for (EventTable& table : tables_) {
      adopt_known_entities(table, articles);
      std::move(table.records.begin(), table.records.end(), std::back_inserter(records_));
    }
    return std::move(records_);
  }

  [[nodiscard]] const Tally& tally() const noexcept { return tally_; }

 private:
  void skip(const Error& error) {
    console_.error(error);
    ++tally_.skipped;
  }

  Result<void> read_records(const std::string& path) {
    std::size_t number = 0;
    return for_each_line(path, [&](const std::string& line) {
      ++number;
      if (blank(line)) return;
      auto record = parse_record(line);
      if (record) {
        records_.push_back(std::move(*record));
        console_.progress("records read", ++tally_.done);
        return;
      }
      Error error = std::move(record).error();
      error.path = path;
      error.line = number;
      skip(error);
    });
  }

  Result<void> read_table(const std::string& path) {
    const auto bytes = read_all(path);
    if (!bytes) return fail(bytes.error());
    auto table = parse_event_table(*bytes, path);
    if (!table) return fail(table.error());
    for (const Error& error : table->errors) skip(error);
    for (const Error& warning : table->warnings) console_.warning(warning);
    tally_.done += table->rows;
    tables_.push_back(std::move(*table));
    return {};
  }

  Console& console_;
  std::vector<Record> records_;
  std::vector<EventTable> tables_;
  Tally tally_;
};

}  // namespace

Exit run_merge(const Settings& settings, Console& console) {
  const auto corrections =
      settings.corrections.empty() ? Corrections{} : read_corrections(settings);
  if (!corrections) {
    console.error(corrections.error());
    return Exit::failed;
  }
  Inputs inputs{console};
  for (const std::string& path : settings.inputs) inputs.read(path);
  const Tally& tally = inputs.tally();
  if (tally.done == 0) {
    if (tally.skipped == 0) console.error({ErrorCode::empty, "no records in the input", {}, 0, 0});
    return Exit::failed;
  }
  const auto graph = tell_corrected(inputs.take(), *corrections, console);
  if (!graph) return Exit::failed;
  const auto written =
      write_output(settings.output, [&](const auto& write) { write_json(*graph, write); });
  if (!written) {
    if (is_closed_pipe(written.error())) return Exit::done;
    console.error(written.error());
    return Exit::failed;
  }
  return exit_of(tally, settings, console);
}

}  // namespace frise::cli
