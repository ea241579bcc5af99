#pragma once

/// \file
/// Many articles: read one after the other, annotated side by side, handed on in the order of the
/// inputs.

#include "frise/core/result.hpp"
#include "frise/pipeline/annotator.hpp"
#include "frise/pipeline/stage_times.hpp"
#include "frise/read/reader.hpp"
#include "frise/record/record.hpp"
#include "frise/record/record_cache.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace frise {

/// A diagnostic with its place as people count it.
struct Remark {
  std::size_t line = 0;    ///< in the text, from 1
  std::size_t column = 0;  ///< code points, from 1
  std::string code;
  std::string message;
  bool of_reading = false;  ///< the reader's own: bytes repaired, odd headers
};

/// What became of one document.
struct Extracted {
  Result<Record> record;
  std::string bytes;            ///< the record as BatchOptions::format wants it
  std::vector<Remark> remarks;  ///< of the record's diagnostics, same order, then of its writing
  std::size_t text_bytes = 0;
  std::string text;  ///< where BatchOptions::keep_text asks for it
};

/// Called once a document, in order, from one thread at a time; false stops the batch.
using ExtractedSink = std::function<bool(Extracted)>;

/// What to make of each record, beside the record.
enum class RecordFormat : std::uint8_t { none, json, timeml };

struct BatchOptions {
  ReadOptions read;      ///< without a guesser: that of the annotator
  std::size_t jobs = 0;  ///< documents at a time; 0: one a processor
  RecordFormat format = RecordFormat::none;
  bool keep_text = false;
  RecordCache* cache = nullptr;  ///< asked before a document is annotated, and told afterwards
  StageTimes* times = nullptr;   ///< add to these
};

/// Memory is bounded by `jobs` and the largest documents, not by their number. The result does not
/// depend on `jobs`. Documents that cannot be read reach the sink as errors and the rest goes on.
/// \returns the error of Annotator::annotate, which ends the batch.
[[nodiscard]] Result<void> extract_all(const std::vector<std::string>& paths,
                                       const Annotator& annotator, const BatchOptions& options,
                                       const ExtractedSink& sink);

}  // namespace frise
