// frise build: all figures are made in memory before the first file is written.

#include "cli/articles.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "frise/pipeline/story.hpp"

#include <fmt/format.h>
#include <string_view>
#include <utility>
#include <vector>

namespace frise::cli {
namespace {

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

/// For each sentence that tells an event, what stands around it; the text itself is let go.
void add_contexts(SentenceContexts& contexts, const Record& record, std::string_view text) {
  for (const RecordEvent& event : record.events) {
    const auto [found, fresh] =
        contexts.try_emplace({record.document.sha256, event.sentence.span.begin});
    if (fresh) found->second = context_of(text, event.sentence.span);
  }
}

}  // namespace

Exit run_build(const Settings& settings, Console& console) {
  const auto annotator = load_annotator(settings);
  if (!annotator) {
    console.error(annotator.error());
    return Exit::failed;
  }
  std::vector<Record> records;
  SentenceContexts contexts;
  const auto tally =
      read_articles(*annotator, settings, console, {.keep_text = true}, [&](Extracted extracted) {
        add_contexts(contexts, *extracted.record, extracted.text);
        records.push_back(std::move(*extracted.record));
        return true;
      });
  if (!tally) {
    console.error(tally.error());
    return Exit::failed;
  }
  if (tally->done == 0) return Exit::failed;

  for (const std::string& id : make_ids_distinct(records)) {
    console.warning({ErrorCode::bad_value,
                     "several documents have the id " + id + "; each was given one of its own",
                     {},
                     0,
                     0});
  }
  const EventGraph graph = tell(std::move(records));
  if (graph.corpus().events.empty()) {
    console.warning({ErrorCode::empty,
                     fmt::format("no events were found in {}; the figures are empty",
                                 counted(tally->done, "article")),
                     {},
                     0,
                     0});
  }
  auto outputs = make_outputs(graph, settings.view, settings.render, contexts);
  if (!outputs) {
    console.error(outputs.error());
    return Exit::failed;
  }
  for (std::string& warning : outputs->warnings) {
    console.warning({ErrorCode::layout_failed, std::move(warning), {}, 0, 0});
  }
  const std::string folder = settings.output.empty() ? "output" : settings.output;
  if (const auto written = write_folder(folder, outputs->files); !written) {
    console.error(written.error());
    return Exit::failed;
  }
  console.note(fmt::format("{}, {}: {}/report.html", counted(tally->done, "article"),
                           counted(graph.corpus().events.size(), "event"), folder));
  return exit_of(*tally, settings, console);
}

}  // namespace frise::cli
