#pragma once

/// \file
/// SegmentRules, opened: what the tables of a pack become.

#include "core/hash.hpp"
#include "frise/segment/segmentation.hpp"

#include <bitset>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace frise {

struct KeyHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return static_cast<std::size_t>(hash_bytes(text));
  }
};

using KeySet = std::unordered_set<std::string, KeyHash, std::equal_to<>>;

/// How a full stop after an abbreviation is to be taken.
enum class Abbreviation : std::uint8_t {
  none,
  title,   ///< M., Dr.: a name follows, the sentence goes on
  number,  ///< no., p.: goes on when a number follows
  word,    ///< Inc., etc.: ends the sentence only before a word that opens sentences
};

/// Words that mark a block. `tail`: what comes after it is furniture too, up to the next prose.
struct BlockCue {
  enum class Where : std::uint8_t { whole, prefix, anywhere };
  std::vector<std::string> keys;
  Where where = Where::whole;
  bool tail = false;
};

struct SegmentRules::Impl {
  char decimal = '.';
  bool group_space = false;  ///< a plain space parts groups: 20 000
  KeySet elisions;           ///< l, d, qu, jusqu: what an apostrophe cuts off before a word
  KeySet whole;              ///< rendez-vous: never cut
  KeySet prefixes;           ///< mi, mid, ex: cut off with their hyphen
  KeySet joints;             ///< may, summer: a hyphen before a number or another of them parts
  KeySet counts;             ///< five: a hyphen before a word of `counted` parts: five-year
  KeySet counted;
  std::vector<std::string> hyphen_suffixes;      ///< -t-il, -là; longest first
  std::vector<std::string> apostrophe_suffixes;  ///< 's, n't; longest first
  KeySet domains;                                ///< com, fr: what ends the name of a site
  KeySet starters;                               ///< words that open a sentence when capitalised
  KeySet languages;                              ///< names of languages in themselves
  std::unordered_map<std::string, Abbreviation, KeyHash, std::equal_to<>> abbreviations;
  std::unordered_map<std::string, std::vector<BlockCue>, KeyHash, std::equal_to<>> cues;
  std::unordered_map<std::string, std::vector<BlockCue>, KeyHash, std::equal_to<>> anywhere;
  std::bitset<4096> anywhere_first;               ///< quick no for the first keys of `anywhere`
  std::vector<std::vector<std::string>> headers;  ///< "date", "publié le"
  std::vector<std::vector<std::string>> bylines;  ///< "par", "by"

  [[nodiscard]] static std::size_t first_bit(std::string_view key) noexcept {
    if (key.empty()) return 0;
    const auto head = static_cast<unsigned char>(key.front());
    const auto tail = static_cast<unsigned char>(key.back());
    return (key.size() * 131U + head * 31U + tail) % 4096U;
  }
};

}  // namespace frise
