#pragma once

/// \file
/// What build and extract share: articles in, records out, and what people are told on the way.

#include "cli/console.hpp"
#include "cli/settings.hpp"
#include "frise/pipeline/batch.hpp"

#include <cstddef>
#include <functional>

namespace frise::cli {

/// How a batch of inputs went.
struct Tally {
  std::size_t done = 0;
  std::size_t skipped = 0;  ///< inputs with errors, each of which was told
  std::size_t bytes = 0;    ///< of text
};

/// Reads the articles of the settings and calls `take` once a record, in order; false stops.
/// \param format of Extracted::bytes
/// \returns what kept the batch from being done at all: packs that are missing or broken.
[[nodiscard]] Result<Tally> read_articles(const Settings& settings, Console& console,
                                          RecordFormat format, StageTimes* times,
                                          const std::function<bool(Extracted)>& take);

/// 1 when nothing was done, 3 when inputs were skipped or, with --strict, there were warnings.
[[nodiscard]] Exit exit_of(const Tally& tally, const Settings& settings, const Console& console);

}  // namespace frise::cli
