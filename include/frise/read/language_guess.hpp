#pragma once

/// \file
/// The language of a text, told by its function words. Which words those are is the packs'
/// knowledge: see load_guesser.

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace frise {

/// What a text's function words say of its language.
struct LanguageGuess {
  std::string lang;   ///< code of the language; empty when no word is known
  bool sure = false;  ///< enough words, and well ahead of the next language
};

class LanguageGuesser {
 public:
  LanguageGuesser() = default;
  /// \param words function words in small letters, by code of the language.
  explicit LanguageGuesser(
      const std::map<std::string, std::vector<std::string>, std::less<>>& words);

  /// Looks at the first 32 KiB.
  [[nodiscard]] LanguageGuess guess(std::string_view text) const;

 private:
  std::vector<std::string> codes_;
  std::unordered_map<std::string, std::vector<std::size_t>> languages_of_;
};

}  // namespace frise
