// Each stage alone, on one document of the example articles said over and over: bytes a second of
// processor time, and how the time grows with the document ("BigO" is to be N).
//
//   frise_bench_stages [LANG] [--benchmark_filter=temporal ...]

#include "event/waking.hpp"
#include "frise/pack/data_root.hpp"
#include "frise/temporal/find_published.hpp"
#include "pipeline/language.hpp"

#include <benchmark/benchmark.h>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace frise;
namespace fs = std::filesystem;

std::optional<Language> language;  // NOLINT: benchmarks take no arguments of their own
std::string articles;              // NOLINT

/// The articles of one language in a fixed order.
std::string read_articles(const std::string& lang) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator{FRISE_SOURCE_DIR "/examples"}) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::string all;
  for (const fs::path& path : paths) {
    std::ifstream sidecar{fs::path{path}.replace_extension(".json")};
    const std::string about{std::istreambuf_iterator<char>{sidecar}, {}};
    if (about.find("\"lang\": \"" + lang + '"') == std::string::npos) continue;
    std::ifstream file{path};
    all.append(std::istreambuf_iterator<char>{file}, {}).append("\n\n");
  }
  return all;
}

Document document_of(std::int64_t size) {
  Document document;
  document.lang = language->pack.lang();
  document.published.value = "2026-02-03";
  document.published.basis = DateBasis::given;
  while (document.text.size() < static_cast<std::size_t>(size)) document.text += articles;
  return document;
}

void report(benchmark::State& state, const Document& document) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(document.text.size()));
  state.SetComplexityN(static_cast<benchmark::IterationCount>(document.text.size()));
}

void segment_stage(benchmark::State& state) {
  const Document document = document_of(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(segment(document, language->segment));
  report(state, document);
}

void tag_stage(benchmark::State& state) {
  const Document document = document_of(state.range(0));
  const Segmentation segmentation = segment(document, language->segment);
  for (auto _ : state)
    benchmark::DoNotOptimize(tag_words(segmentation, language->lexicon, language->tagger));
  report(state, document);
}

void temporal_stage(benchmark::State& state) {
  const Document document = document_of(state.range(0));
  const Segmentation segmentation = segment(document, language->segment);
  const std::vector<WordTag> tags = tag_words(segmentation, language->lexicon, language->tagger);
  for (auto _ : state) {
    const TimeScan scan{document, segmentation, tags, language->temporal};
    const DocumentDate date =
        find_published(document, segmentation, tags, scan, language->temporal, language->facts);
    benchmark::DoNotOptimize(
        annotate_times(document, segmentation, tags, scan, date.published, language->temporal));
  }
  report(state, document);
}

void entity_stage(benchmark::State& state) {
  const Document document = document_of(state.range(0));
  const Segmentation segmentation = segment(document, language->segment);
  const std::vector<WordTag> tags = tag_words(segmentation, language->lexicon, language->tagger);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        annotate_entities(document, segmentation, tags, language->entity, language->lexicon));
  }
  report(state, document);
}

/// Without the models' trees when `trees` is false: what the parser costs.
void event_stage(benchmark::State& state, bool with_trees) {
  const ParseModel none;
  const ParseModel& parser = with_trees ? language->parser : none;
  const Document document = document_of(state.range(0));
  const Segmentation segmentation = segment(document, language->segment);
  const std::vector<WordTag> tags = tag_words(segmentation, language->lexicon, language->tagger);
  const TimeScan scan{document, segmentation, tags, language->temporal};
  const DocumentDate date =
      find_published(document, segmentation, tags, scan, language->temporal, language->facts);
  const Layer<TimeExpression> times =
      annotate_times(document, segmentation, tags, scan, date.published, language->temporal);
  const EntityLayer entities =
      annotate_entities(document, segmentation, tags, language->entity, language->lexicon);
  for (auto _ : state) {
    Trees trees{parser, segmentation, tags};
    benchmark::DoNotOptimize(annotate_events(
        {document, segmentation, tags, date.published, times, entities, trees}, language->event));
  }
  Trees trees{parser, segmentation, tags};
  const EventInput input{document, segmentation, tags, date.published, times, entities, trees};
  std::size_t woken = 0;
  for (const Sentence& sentence : segmentation.sentences) {
    woken += wakes(input, language->event.impl(), sentence.tokens) ? 1U : 0U;
  }
  state.counters["woken"] =
      static_cast<double>(woken) / static_cast<double>(segmentation.sentences.size());
  report(state, document);
}

constexpr std::int64_t kSmall = 100'000;
constexpr std::int64_t kLarge = 10'000'000;

void sizes(benchmark::internal::Benchmark* stage) {
  stage->RangeMultiplier(10)->Range(kSmall, kLarge)->Complexity(benchmark::oN);
  stage->Unit(benchmark::kMillisecond);
}

BENCHMARK(segment_stage)->Apply(sizes);
BENCHMARK(tag_stage)->Apply(sizes);
BENCHMARK(temporal_stage)->Apply(sizes);
BENCHMARK(entity_stage)->Apply(sizes);
BENCHMARK_CAPTURE(event_stage, by_rules, false)->Apply(sizes);
BENCHMARK_CAPTURE(event_stage, with_trees, true)->Apply(sizes);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::string lang = argc > 1 ? argv[1] : "fr";
  const auto root = find_data_root("");
  auto loaded = root ? Language::load(*root, *root + "/lang/" + lang, {}, {})
                     : Result<Language>{fail(root.error())};
  if (!loaded) {
    std::fprintf(stderr, "%s\n", to_string(loaded.error()).c_str());
    return 1;
  }
  language.emplace(std::move(*loaded));
  articles = read_articles(lang);
  if (articles.empty()) {
    std::fprintf(stderr, "no example article in %s\n", lang.c_str());
    return 1;
  }
  benchmark::RunSpecifiedBenchmarks();
}
