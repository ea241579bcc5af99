#pragma once

/// \file
/// Where the packs are: one folder that holds lang/, subject/ and lexicon/.

#include "frise/core/result.hpp"

#include <string>

namespace frise {

/// The folder given, else $FRISE_DATA, else ../share/frise beside the running program, else where
/// the library was installed. \returns ErrorCode::not_found naming every place that was tried.
[[nodiscard]] Result<std::string> find_data_root(const std::string& given);

}  // namespace frise
