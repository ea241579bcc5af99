#pragma once

/// \file
/// A Hunspell dictionary (.aff and .dic), expanded into its word forms with their morphological
/// fields.
///
/// Understood: SET UTF-8, FLAG char or long, NEEDAFFIX, FORBIDDENWORD, PFX and SFX with conditions,
/// continuation classes one level deep, cross products. Format: hunspell(5).

#include "frise/core/result.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace frise::lexicon {

/// The condition of an affix rule: one set of characters for each place.
class Condition {
 public:
  [[nodiscard]] static Condition parse(std::string_view pattern);
  [[nodiscard]] bool ends(std::string_view word) const;
  [[nodiscard]] bool begins(std::string_view word) const;

 private:
  struct Place {
    std::string characters;  ///< UTF-8, one after the other; empty: any
    bool negated = false;
    [[nodiscard]] bool accepts(std::string_view character) const;
  };
  std::vector<Place> places_;
};

struct AffixRule {
  std::string strip;
  std::string add;
  std::vector<std::string> flags;  ///< continuation classes
  Condition condition;
  std::vector<std::string> fields;
};

struct AffixClass {
  bool suffix = false;
  bool crosses = false;
  std::vector<AffixRule> rules;
};

struct DictionaryWord {
  std::string word;
  std::vector<std::string> flags;
  std::vector<std::string> fields;
};

/// One form of a dictionary word.
struct Form {
  std::string text;
  std::string base;       ///< the word that the affix was put to
  std::string_view flag;  ///< of the affix class; empty for the word itself
  const std::vector<std::string>* fields = nullptr;  ///< of the affix rule, or null
  const DictionaryWord* word = nullptr;
};

class Dictionary {
 public:
  [[nodiscard]] static Result<Dictionary> load(const std::string& aff, const std::string& dic);

  /// Calls `take` for every form of every word.
  void expand(const std::function<void(const Form&)>& take) const;

  [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }

 private:
  [[nodiscard]] std::vector<std::string> split_flags(std::string_view flags) const;
  [[nodiscard]] Result<void> load_affixes(const std::string& path);
  [[nodiscard]] Result<void> load_words(const std::string& path);
  void add_suffixes(const std::string& base, const std::vector<std::string>& flags, bool crossed,
                    const DictionaryWord& word, const std::function<void(const Form&)>& take) const;

  bool long_flags_ = false;
  std::string need_affix_;
  std::string forbidden_;
  std::map<std::string, AffixClass, std::less<>> classes_;
  std::vector<DictionaryWord> words_;
};

}  // namespace frise::lexicon
