#pragma once

/// \file
/// Small articles that every end-to-end test may use.

namespace frise::test {

/// One dated event between two companies.
inline constexpr const char* good_article =
    "Nvidia investit dans OpenAI\n"
    "\n"
    "Le 12 mars 2024, Nvidia a investi 2 milliards de dollars dans OpenAI.\n";

/// Another, in English.
inline constexpr const char* english_article =
    "Intel buys a start-up\n"
    "\n"
    "On 4 June 2023, Intel acquired the start-up Graphwright for 300 million dollars.\n"
    "The team of the start-up will work with that of the chipmaker, which had no such product.\n";

/// No date, no name, nothing to draw.
inline constexpr const char* empty_handed_article =
    "Il pleut sur la ville\n"
    "\n"
    "Les rues sont mouillées et les passants pressent le pas.\n";

}  // namespace frise::test
