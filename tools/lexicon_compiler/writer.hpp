#pragma once

/// \file
/// Readings gathered in memory and written as one compiled lexicon (src/tag/lexicon_format.hpp).

#include "frise/core/result.hpp"
#include "tag/features.hpp"
#include "tag_map.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace frise::lexicon {

/// A lemma whose parts of speech are listed, likeliest first; what is not listed is rare.
struct ListedLemma {
  std::string spelled;  ///< with its capital: American
  std::vector<Pos> order;
};
using LemmaOrder = std::map<std::string, ListedLemma, std::less<>>;  ///< by key

class Writer {
 public:
  Writer(std::string lang, const LemmaOrder& order) : lang_{std::move(lang)}, order_{order} {}

  /// Adds one reading; keys and lemmas that are too long or hold odd characters are left out.
  void add(std::string_view form, const Reading& reading);

  /// Orders the readings of every form. \returns how many forms there are.
  std::size_t finish();

  /// The whole file. finish() comes first.
  [[nodiscard]] std::string bytes() const;

 private:
  struct Record {
    std::string key;
    std::string lemma;
    std::uint32_t features = 0;
    unsigned rank = 0;
    std::uint64_t hash = 0;
  };
  std::string lang_;
  const LemmaOrder& order_;
  std::vector<Record> records_;
  std::size_t forms_ = 0;
};

/// Lower case, NFC, straight apostrophes, as Segmentation::key; empty when the word holds anything
/// but letters, digits, hyphens, full stops and apostrophes.
[[nodiscard]] std::string key_of(std::string_view word);

}  // namespace frise::lexicon
