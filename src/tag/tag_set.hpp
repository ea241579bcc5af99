#pragma once

/// \file
/// The classes that a trained tagger tells apart: parts of speech, verbs and auxiliaries cut
/// further by form, mood and tense. Gender, number and person are left to the lexicon.

#include "frise/tag/tagging.hpp"
#include "tag/features.hpp"

#include <cstdint>

namespace frise::tag {

/// An index below `fine_tag_count`. Part of the file format of models.
using FineTag = std::uint8_t;

inline constexpr unsigned verb_shapes = 11;  ///< infinitive, two participles, eight finite shapes
inline constexpr unsigned fine_tag_count = pos_count + 2 * verb_shapes;
static_assert(fine_tag_count <= 64, "a set of tags is 64 bits");

[[nodiscard]] FineTag fine_tag(Pos pos, const Morphology& morphology) noexcept;
[[nodiscard]] Pos pos_of(FineTag tag) noexcept;

/// Puts form, mood and tense of the tag into `morphology`, which keeps the rest.
void shape_verb(FineTag tag, Morphology& morphology) noexcept;

}  // namespace frise::tag
