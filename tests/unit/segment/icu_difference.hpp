#pragma once

/// \file
/// Where our cuts and those of ICU's break iterators differ, and by which of the named reasons of
/// docs/SEGMENTATION.md.

#include "frise/segment/segmentation.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace frise::test {

/// One place where the two differ.
struct IcuDifference {
  std::string reason;  ///< empty: none of the named ones
  std::string ours;    ///< pieces parted by '|', for a message
  std::string icu;
};

/// Sentence ends of ICU (locale of the text, UAX #29) that are none of ours, and ours that are none
/// of ICU's.
[[nodiscard]] std::vector<IcuDifference> sentence_differences(std::string_view text,
                                                              const std::string& lang,
                                                              const SegmentRules& rules);

/// Shortest stretches that both cut out and cut differently inside.
[[nodiscard]] std::vector<IcuDifference> word_differences(std::string_view text,
                                                          const std::string& lang,
                                                          const SegmentRules& rules);

}  // namespace frise::test
