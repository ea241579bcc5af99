#pragma once

/// \file
/// What the packs of a data root know of telling languages apart.

#include "frise/core/result.hpp"
#include "frise/read/language_guess.hpp"

#include <string>

namespace frise {

/// Reads read/function_words.tsv of each language pack, and lang/neighbours.tsv for languages
/// without one. A pack without the table is never guessed.
[[nodiscard]] Result<LanguageGuesser> load_guesser(const std::string& data_root);

}  // namespace frise
