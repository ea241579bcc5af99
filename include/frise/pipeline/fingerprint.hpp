#pragma once

/// \file
/// What records depend on beside their documents.

#include "frise/pipeline/annotator.hpp"

#include <string>

namespace frise {

/// Changes when packs, lexicons, models, the program or the options change: records that were made
/// under another fingerprint may be others now.
[[nodiscard]] std::string fingerprint(const AnnotatorOptions& options);

}  // namespace frise
