#pragma once

/// \file
/// Words as comparisons see them: lower case, without accents or punctuation.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// One word of a text, folded. Points into FoldedText::letters.
struct FoldedWord {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;
  bool capitals = false;  ///< two or more letters, all upper case as written: AMD, GPU
  bool capital = false;   ///< the first letter is upper case as written
  bool has_digit = false;
  bool has_letter = false;
};

/// The words of a text. Reuse one object: fold() keeps its memory.
struct FoldedText {
  std::string letters;
  std::vector<FoldedWord> words;

  void fold(std::string_view text);
  [[nodiscard]] std::string_view word(const FoldedWord& word) const noexcept {
    return std::string_view{letters}.substr(word.begin, word.length);
  }
};

/// "L'Éclair S.A." -> "l eclair s a"; empty when there is no letter or digit.
[[nodiscard]] std::string fold_name(std::string_view name);

}  // namespace frise
