// frise verify: the articles are read, not annotated, and held against the graph one by one.

#include "frise/audit/verify.hpp"
#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"
#include "frise/read/reader.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>
#include <utility>

namespace frise::cli {
namespace {

std::string report_of(const Verification& verification) {
  std::string out;
  for (const QuoteFinding& finding : verification.findings) {
    out += message_line(
        {ErrorCode::bad_value, to_string(finding), finding.path, finding.line, finding.column},
        finding.state == QuoteState::moved ? "moved" : "changed");
    out += '\n';
  }
  return out;
}

/// The file of corrections, which the graph cites like an article: beside those, else where it was.
void check_corrections(const EventGraph& graph, const std::vector<std::string>& inputs,
                       QuoteChecker& checker) {
  std::set<std::string> ids;
  for (const CorrectionNote& note : graph.corpus().corrections) ids.insert(note.document);
  const std::set<std::string> files = beside(inputs, "corrections.toml");
  for (const std::string& id : ids) {
    Document document;
    document.id = id;
    document.path = files.empty() ? graph.document(id)->path : *files.begin();
    auto text = read_all(document.path);
    if (!text) continue;  // told as missing with the others
    document.text = std::move(*text);
    checker.check(document);
  }
}

}  // namespace

Exit run_verify(const Settings& settings, Console& console) {
  const auto graph = read_graph(settings.inputs.front(), settings, console);
  if (!graph) {
    console.error(graph.error());
    return Exit::failed;
  }
  const InputList articles = list_inputs({settings.inputs.begin() + 1, settings.inputs.end()});
  std::size_t skipped = 0;
  const auto skip = [&](const Error& error) {
    console.error(error);
    ++skipped;
  };
  for (const Error& error : articles.errors) skip(error);
  QuoteChecker checker{*graph};
  ReadOptions options;
  options.ids = articles.ids;
  std::size_t read = 0;
  for (const std::string& path : articles.paths) {
    read_documents(path, options, [&](const Result<Document>& document) {
      if (!document) {
        skip(document.error());
        return true;
      }
      if (!checker.check(*document)) {
        console.detail({ErrorCode::not_found, "the graph cites nothing of it", path, 0, 0});
      }
      console.progress("articles read", ++read);
      return true;
    });
  }
  check_corrections(*graph, {settings.inputs.begin() + 1, settings.inputs.end()}, checker);
  const Verification verification = std::move(checker).take();
  const auto changed = static_cast<std::size_t>(
      std::count_if(verification.findings.begin(), verification.findings.end(),
                    [](const QuoteFinding& one) { return one.state == QuoteState::changed; }));
  const std::size_t moved = verification.findings.size() - changed;
  if (const auto written = write_output(settings.output, report_of(verification)); !written) {
    if (is_closed_pipe(written.error())) return Exit::done;
    console.error(written.error());
    return Exit::failed;
  }
  for (const std::string& id : verification.missing) {
    skip({ErrorCode::not_found, "document " + id + " of the graph is not among the articles",
          settings.inputs.front(), 0, 0});
  }
  if (moved != 0) {
    console.warning({ErrorCode::bad_value,
                     fmt::format("{} of {} quotes moved; build again to have their places right",
                                 moved, verification.quotes),
                     settings.inputs.front(), 0, 0});
  }
  console.note(fmt::format("{} quotes looked at: {} as they were, {} moved, {} changed",
                           verification.quotes, verification.quotes - changed - moved, moved,
                           changed));
  if (changed != 0) {
    console.error(
        {ErrorCode::bad_value,
         fmt::format("{} of {} quotes are not in their sources", changed, verification.quotes),
         settings.inputs.front(), 0, 0});
    return Exit::failed;
  }
  const bool strictly_wrong = settings.strict && console.warnings() != 0;
  return skipped != 0 || strictly_wrong ? Exit::skipped : Exit::done;
}

}  // namespace frise::cli
