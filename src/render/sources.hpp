#pragma once

/// \file
/// The numbers by which a mark names its sentences, and the list in which they are found.

#include "frise/view/view.hpp"
#include "render/foot.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frise::render {

/// "[1:16, 2:3+7]": sentence 16 of source 1, sentences 3 and 7 of source 2. Without the sentences
/// where there are too many for a label: "[1, 2, 4–7]". Empty for no citations.
[[nodiscard]] std::string reference_text(const std::vector<Citation>& citations);

/// Publisher, title and date of each source, then each sentence that a mark cites with its words;
/// only the first sentence's where there are too many to read.
[[nodiscard]] FootSection source_section(const std::vector<SourceNote>& notes,
                                         std::string_view locale);

}  // namespace frise::render
