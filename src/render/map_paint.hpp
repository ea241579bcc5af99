#pragma once

/// \file
/// A map that has been laid out, as SVG.

#include "render/map_layout.hpp"
#include "render/palette.hpp"
#include "render/words.hpp"
#include "text/xml_writer.hpp"

#include <array>

namespace frise::render {

/// By stance.
inline constexpr std::array<Word, 5> stance_words{Word::favourable, Word::unfavourable,
                                                  Word::contested, Word::neutral, Word::unknown};

/// \param shift where the layout's corner goes.
void paint_map(XmlWriter& svg, const RelationView& view, const MapLayout& layout,
               const Palette& colours, Point shift);

}  // namespace frise::render
