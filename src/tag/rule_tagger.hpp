#pragma once

/// \file
/// The tagger that needs no model: costs that a person wrote.

#include "tag/stretch.hpp"

#include <vector>

namespace frise::tag {

class RuleTagger {
 public:
  explicit RuleTagger(const Lexicon::Impl& lexicon) noexcept : lexicon_{lexicon} {}

  /// The best candidate of each token, by its place among the token's. Valid until the next call.
  std::span<const std::uint8_t> choose(Stretch& stretch);

  /// Tags the tokens of a stretch.
  void tag(Stretch& stretch, std::vector<WordTag>& tags);

 private:
  void search(Stretch& stretch) const;
  void read_back(const Stretch& stretch);

  const Lexicon::Impl& lexicon_;
  std::vector<std::uint8_t> chosen_;
  std::vector<WordClass> classes_;
};

}  // namespace frise::tag
