// frise extract: a record a line, written as soon as it is its turn, so memory does not grow with
// the corpus.

#include "cli/articles.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"

#include <fmt/format.h>
#include <optional>

namespace frise::cli {
namespace {

void tell_times(const StageTimes& times, const Tally& tally, std::chrono::nanoseconds wall,
                Console& console) {
  const auto ms = [](std::chrono::nanoseconds time) {
    return std::chrono::duration<double, std::milli>{time}.count();
  };
  for (std::size_t i = 0; i < stage_names.size(); ++i) {
    console.note(fmt::format("{:<10}{:10.2f} ms", stage_names[i], ms(times.of(Stage(i)))));
  }
  const double seconds = ms(wall) / 1e3;
  console.note(fmt::format("{:<10}{:10.2f} ms, {} documents, {} bytes, {:.2f} MB/s", "all",
                           ms(wall), tally.done, tally.bytes,
                           static_cast<double>(tally.bytes) / 1e6 / seconds));
}

}  // namespace

Exit run_extract(const Settings& settings, Console& console) {
  const auto begin = StageTimes::Clock::now();
  auto output = Output::open(settings.output);
  if (!output) {
    console.error(output.error());
    return Exit::failed;
  }
  StageTimes times;
  std::optional<Error> unwritten;
  const auto write = [&](Extracted extracted) {
    extracted.json += '\n';
    const auto written = output->write(extracted.json);
    if (!written) unwritten = written.error();
    return written.has_value();
  };
  const auto tally =
      read_articles(settings, console, true, settings.stats ? &times : nullptr, write);
  if (!tally) {
    console.error(tally.error());
    return Exit::failed;
  }
  if (!unwritten) {
    if (const auto finished = output->finish(); !finished) unwritten = finished.error();
  }
  if (!unwritten && tally->done != 0) {
    if (const auto committed = output->commit(); !committed) unwritten = committed.error();
  }
  if (unwritten) {
    if (is_closed_pipe(*unwritten)) return Exit::done;
    console.error(*unwritten);
    return Exit::failed;
  }
  if (settings.stats) tell_times(times, *tally, StageTimes::Clock::now() - begin, console);
  return exit_of(*tally, settings, console);
}

}  // namespace frise::cli
