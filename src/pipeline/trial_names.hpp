#pragma once

/// \file
/// The invented names of a language pack's examples, and what its event rules make of a sentence
/// with them.

#include "frise/entity/subject_pack.hpp"
#include "pipeline/language.hpp"

#include <set>
#include <string>
#include <string_view>

namespace frise {

/// `examples/names.tsv`: a name and its type. They are given to the language like a subject pack,
/// so that its event examples do not hang on how well names are found.
[[nodiscard]] Result<SubjectPack> load_trial_names(const std::string& folder);

/// The rules of the events, of their order and of the stances that a text tells.
struct RulesFound {
  std::set<std::string> drawn;
  std::set<std::string> weak;  ///< found, and too slight for a figure
};

[[nodiscard]] RulesFound rules_in(const Language& language, std::string_view text);

}  // namespace frise
