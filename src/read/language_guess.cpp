// Function words are counted: they are a third of any prose and hardly shared between languages
// (Grefenstette, "Comparing two language identification schemes", 1995). A word shared by several
// languages counts for each; the first of equals, by code, wins.
// Tested in tests/unit/read/language_test.cpp.

#include "frise/read/language_guess.hpp"

#include <algorithm>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t reach = std::size_t{32} << 10;

/// Letters, as far as this needs to know them: ASCII letters and the two-byte letters of Latin
/// scripts.
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Calls `take` with each word in small letters.
template <class Take>
void for_each_word(std::string_view text, const Take& take) {
  std::string word;
  for (std::size_t i = 0; i <= text.size();) {
    const char c = i < text.size() ? text[i] : ' ';
    const auto byte = static_cast<unsigned char>(c);
    if (is_letter(c)) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      ++i;
    } else if (byte >= 0xC3 && byte <= 0xC9 && i + 1 < text.size()) {
      auto second = static_cast<unsigned char>(text[i + 1]);
      if (byte == 0xC3 && second >= 0x80 && second <= 0x9E) second = second + 0x20U;  // À to à
      word += c;
      word += static_cast<char>(second);
      i += 2;
    } else {
      take(word);
      word.clear();
      ++i;
    }
  }
}

}  // namespace

LanguageGuesser::LanguageGuesser(
    const std::map<std::string, std::vector<std::string>, std::less<>>& words) {
  for (const auto& [code, own] : words) {
    for (const std::string& word : own) {
      auto& of_word = languages_of_[word];
      if (of_word.empty() || of_word.back() != codes_.size()) of_word.push_back(codes_.size());
    }
    codes_.push_back(code);
  }
}

LanguageGuess LanguageGuesser::guess(std::string_view text) const {
  if (codes_.empty()) return {};
  std::vector<std::uint32_t> votes(codes_.size());
  for_each_word(text.substr(0, reach), [&](const std::string& word) {
    const auto found = languages_of_.find(word);
    if (found == languages_of_.end()) return;
    for (const std::size_t language : found->second) ++votes[language];
  });
  const auto best = std::max_element(votes.begin(), votes.end());
  if (*best == 0) return {};
  std::uint32_t second = 0;
  for (auto it = votes.begin(); it != votes.end(); ++it) {
    if (it != best) second = std::max(second, *it);
  }
  LanguageGuess guess;
  guess.lang = codes_[static_cast<std::size_t>(best - votes.begin())];
  guess.sure = *best >= 5 && *best * 2 >= second * 3;
  return guess;
}

}  // namespace frise
