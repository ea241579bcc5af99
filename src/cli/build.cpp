// frise build: all figures are made in memory before the first file is written.

#include "cli/articles.hpp"
#include "cli/commands.hpp"
#include "cli/corrected.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"
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

void close_store(RecordStore& store, Console& console) {
  store.finish();
  if (const auto trouble = store.trouble()) console.warning(*trouble);
  console.note(
      fmt::format("{} from the store, {} read", counted(store.found(), "article"), store.kept()));
}

}  // namespace

Exit run_build(const Settings& settings, Console& console) {
  const auto corrections = read_corrections(settings);
  if (!corrections) {
    console.error(corrections.error());
    return Exit::failed;
  }
  const auto options = annotator_options(settings);
  if (!options) {
    console.error(options.error());
    return Exit::failed;
  }
  const auto annotator = Annotator::load(*options);
  if (!annotator) {
    console.error(annotator.error());
    return Exit::failed;
  }
  const auto store = open_store(settings, *options, console);
  std::vector<Record> records;
  SentenceContexts contexts;
  const auto tally =
      read_articles(*annotator, settings, console, {.keep_text = true, .cache = store.get()},
                    [&](Extracted extracted) {
                      add_contexts(contexts, *extracted.record, extracted.text);
                      records.push_back(std::move(*extracted.record));
                      return true;
                    });
  if (!tally) {
    console.error(tally.error());
    return Exit::failed;
  }
  if (tally->done == 0) return Exit::failed;
  if (store != nullptr) close_store(*store, console);

  const auto told = tell_corrected(std::move(records), *corrections, console);
  if (!told) return Exit::failed;
  const EventGraph& graph = *told;
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
  for (std::string& remark : outputs->remarks) {
    console.remark({ErrorCode::layout_failed, std::move(remark), {}, 0, 0});
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
