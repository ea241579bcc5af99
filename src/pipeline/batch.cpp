// One thread reads, since a reader pushes and a pipeline pulls; a short queue lies between. oneTBB
// annotates side by side and puts the results back in order. With one job there is no thread at
// all. Tested in tests/unit/pipeline/batch_test.cpp.

#include "frise/pipeline/batch.hpp"

#include "frise/export/timeml.hpp"
#include "pipeline/document_queue.hpp"
#include "pipeline/line_counter.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>
#include <algorithm>
#include <exception>
#include <memory>
#include <numeric>
#include <optional>
#include <thread>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t most_queued_bytes = std::size_t{64} << 20;

/// `found` opens with the reader's own, as make_record gathers them in the order of the flow.
std::vector<Remark> remarks_of(const Document& document, const std::vector<Diagnostic>& found) {
  std::vector<std::size_t> order(found.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return found[a].span.begin < found[b].span.begin;
  });
  std::vector<Remark> remarks(found.size());
  LineCounter counter{document.text};
  for (const std::size_t i : order) {
    const auto [line, column] = counter.advance(found[i].span.begin);
    const bool of_reading = i < document.diagnostics.size() && document.diagnostics[i] == found[i];
    remarks[i] = {line, column, found[i].code, found[i].message, of_reading};
  }
  return remarks;
}

Result<Record> record_of(const Document& document, const Annotator& annotator,
                         const BatchOptions& options) {
  if (options.cache == nullptr) return annotator.annotate(document, options.times);
  if (auto known = options.cache->find(document)) return std::move(*known);
  auto record = annotator.annotate(document, options.times);
  if (record) options.cache->keep(document, *record);
  return record;
}

Extracted extract_one(const Result<Document>& document, const Annotator& annotator,
                      const BatchOptions& options) {
  if (!document) return {fail(document.error()), {}, {}, 0, {}};
  Extracted done{record_of(*document, annotator, options), {}, {}, document->text.size(), {}};
  if (!done.record) return done;
  done.remarks = remarks_of(*document, done.record->diagnostics);
  if (options.keep_text) done.text = document->text;
  if (options.format == RecordFormat::json) {
    done.bytes = to_json(*done.record);
  } else if (options.format == RecordFormat::timeml) {
    TimeMl written = to_timeml(*done.record, document->text);
    done.bytes = std::move(written.xml);
    const auto remarks = remarks_of(*document, written.diagnostics);
    done.remarks.insert(done.remarks.end(), remarks.begin(), remarks.end());
  }
  return done;
}

/// Takes results in order and remembers why the batch must end, if it must.
class Collector {
 public:
  explicit Collector(const ExtractedSink& sink) : sink_{sink} {}

  /// \param was_read the document could be read, so an error is of the packs and ends the batch.
  /// \returns false when nobody wants more.
  bool take(Extracted done, bool was_read) {
    if (stopped_) return false;
    if (was_read && !done.record) {
      failure_ = done.record.error();
      stopped_ = true;
    } else {
      stopped_ = !sink_(std::move(done));
    }
    return !stopped_;
  }

  [[nodiscard]] Result<void> result() const {
    if (failure_) return fail(*failure_);
    return {};
  }

 private:
  const ExtractedSink& sink_;
  std::optional<Error> failure_;
  bool stopped_ = false;
};

void extract_in_line(const std::vector<std::string>& paths, const Annotator& annotator,
                     const BatchOptions& options, Collector& collector) {
  bool go_on = true;
  for (const std::string& path : paths) {
    if (!go_on) return;
    read_documents(path, options.read, [&](const Result<Document>& document) {
      go_on = collector.take(extract_one(document, annotator, options), document.has_value());
      return go_on;
    });
  }
}

/// Reads on a thread of its own until the end, or until the queue is closed.
class Reader {
 public:
  Reader(const std::vector<std::string>& paths, const ReadOptions& options, DocumentQueue& queue)
      : queue_{queue}, thread_{[&paths, &options, &queue] { read(paths, options, queue); }} {}
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() {
    queue_.close();
    thread_.join();
  }

 private:
  static void read(const std::vector<std::string>& paths, const ReadOptions& options,
                   DocumentQueue& queue) noexcept {
    try {
      bool wanted = true;
      for (const std::string& path : paths) {
        if (!wanted) break;
        read_documents(path, options, [&](Result<Document> document) {
          wanted = queue.push(std::move(document));
          return wanted;
        });
      }
      queue.end();
    } catch (...) {
      queue.end(std::current_exception());
    }
  }

  DocumentQueue& queue_;
  std::thread thread_;
};

void extract_side_by_side(const std::vector<std::string>& paths, const Annotator& annotator,
                          const BatchOptions& options, std::size_t jobs, Collector& collector) {
  namespace tbb = oneapi::tbb;
  using DocumentPtr = std::shared_ptr<Result<Document>>;
  struct Done {
    Extracted extracted;
    bool was_read;
  };
  using DonePtr = std::shared_ptr<Done>;

  DocumentQueue queue{jobs * 4, most_queued_bytes};
  const Reader reader{paths, options.read, queue};
  const auto read = [&](tbb::flow_control& flow) -> DocumentPtr {
    auto document = queue.pop();
    if (document) return std::make_shared<Result<Document>>(std::move(*document));
    flow.stop();
    return nullptr;
  };
  const auto annotate = [&](const DocumentPtr& document) -> DonePtr {
    return std::make_shared<Done>(
        Done{extract_one(*document, annotator, options), document->has_value()});
  };
  // The pipeline loses what is under way when a filter throws: the exception waits outside of it.
  std::exception_ptr thrown;
  const auto take = [&](const DonePtr& done) {
    if (thrown) return;
    try {
      if (!collector.take(std::move(done->extracted), done->was_read)) queue.close();
    } catch (...) {
      thrown = std::current_exception();
      queue.close();
    }
  };

  const tbb::global_control limit{tbb::global_control::max_allowed_parallelism, jobs};
  tbb::task_arena arena{static_cast<int>(jobs)};
  arena.execute([&] {
    tbb::parallel_pipeline(
        jobs * 2, tbb::make_filter<void, DocumentPtr>(tbb::filter_mode::serial_in_order, read) &
                      tbb::make_filter<DocumentPtr, DonePtr>(tbb::filter_mode::parallel, annotate) &
                      tbb::make_filter<DonePtr, void>(tbb::filter_mode::serial_in_order, take));
  });
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace

Result<void> extract_all(const std::vector<std::string>& paths, const Annotator& annotator,
                         const BatchOptions& given, const ExtractedSink& sink) {
  BatchOptions options = given;
  if (!options.read.guesser) options.read.guesser = annotator.guesser();
  constexpr std::size_t most_jobs = 1024;
  const std::size_t asked =
      options.jobs != 0 ? options.jobs : std::size_t{std::thread::hardware_concurrency()};
  const std::size_t jobs = std::clamp(asked, std::size_t{1}, most_jobs);
  Collector collector{sink};
  if (jobs == 1) {
    extract_in_line(paths, annotator, options, collector);
  } else {
    extract_side_by_side(paths, annotator, options, jobs, collector);
  }
  return collector.result();
}

}  // namespace frise
