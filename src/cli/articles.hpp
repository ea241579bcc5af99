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

/// What the settings ask for. \returns an error when there is no data root.
[[nodiscard]] Result<AnnotatorOptions> annotator_options(const Settings& settings);

/// The packs that the settings ask for.
[[nodiscard]] Result<Annotator> load_annotator(const Settings& settings);

/// Reads the articles of the settings and calls `take` once a record, in order; false stops.
/// \param options what else to make of each; what the settings decide is put in.
/// \returns what kept the batch from being done at all: packs that are broken.
[[nodiscard]] Result<Tally> read_articles(const Annotator& annotator, const Settings& settings,
                                          Console& console, BatchOptions options,
                                          const std::function<bool(Extracted)>& take);

/// 1 when nothing was done, 3 when inputs were skipped or, with --strict, there were warnings.
[[nodiscard]] Exit exit_of(const Tally& tally, const Settings& settings, const Console& console);

}  // namespace frise::cli
