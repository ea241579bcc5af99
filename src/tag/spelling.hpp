#pragma once

/// \file
/// What the ending of a word that no lexicon has lets one guess: `lexicon/spelling.tsv`.
///
/// Rows: ending, POS, features, how many bytes to cut for the lemma (0), least bytes before the
/// ending (default 2). The longest ending that fits wins, with all its rows; the row "-" is for
/// words that no ending fits.

#include "frise/pack/table.hpp"
#include "tag/features.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frise::tag {

struct Guess {
  Features features;
  std::uint8_t cut = 0;         ///< bytes to take off the key for the lemma
  std::uint8_t least_stem = 2;  ///< bytes
};

class Spelling {
 public:
  [[nodiscard]] static Result<Spelling> compile(const Table& table);

  /// Guesses for a lookup form, likeliest first; may be empty.
  [[nodiscard]] std::span<const Guess> guess(std::string_view key) const;

 private:
  std::map<std::string, std::vector<Guess>, std::less<>> endings_;
  std::size_t longest_ = 0;
};

}  // namespace frise::tag
