#pragma once

/// \file
/// What each block is: prose, title, header, or furniture of the page.

#include "frise/segment/segmentation.hpp"
#include "segment/block_cutter.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace frise {

/// End of the header that the tokens [begin, end) open with ("date 2023-03", "Publié le 25 avril
/// 2025"), or `begin` when there is none.
[[nodiscard]] std::uint32_t header_end(const Segmentation& s, TokenRange tokens,
                                       std::string_view text, const SegmentRules::Impl& rules);

/// Gives every block of `s` but the headers its kind.
void classify_blocks(std::string_view text, const SegmentRules::Impl& rules, Segmentation& s);

}  // namespace frise
