#pragma once

/// \file
/// A stretch of a sentence with all that the lexicon says of its words: what both taggers start
/// from.

#include "frise/segment/segmentation.hpp"
#include "tag/candidates.hpp"
#include "tag/lexicon_impl.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace frise::tag {

/// Reused from stretch to stretch, so that its vectors are not allocated anew.
struct Stretch {
  std::vector<std::uint32_t> tokens;  ///< quotation marks left out
  std::vector<Capital> capitals;      ///< one a token
  std::vector<std::size_t>
      begins;  ///< first candidate of each token; at the end, how many there are
  std::vector<Candidate> candidates;

  [[nodiscard]] std::size_t size() const noexcept { return tokens.size(); }
  [[nodiscard]] std::span<Candidate> candidates_of(std::size_t i) noexcept {
    return {candidates.data() + begins[i], begins[i + 1] - begins[i]};
  }
  [[nodiscard]] std::span<const Candidate> candidates_of(std::size_t i) const noexcept {
    return {candidates.data() + begins[i], begins[i + 1] - begins[i]};
  }
};

/// Goes through a sentence, a stretch of at most `longest_stretch` tokens at a time.
class StretchReader {
 public:
  static constexpr std::size_t longest_stretch = 512;

  StretchReader(const Segmentation& segmentation, const Lexicon::Impl& lexicon,
                TokenRange sentence);

  /// Fills `stretch` with what comes next. \returns false at the end of the sentence.
  /// \param quotes  tags of quotation marks are put here: they are punctuation and nothing else
  bool next(Stretch& stretch, std::vector<WordTag>& quotes);

 private:
  const Segmentation& segmentation_;
  const Lexicon::Impl& lexicon_;
  TokenRange left_;
  CapitalUse capitals_;
  bool starts_ = true;
};

/// A form of "avoir" or "être" with a participle after it, adverbs and clitics between, is an
/// auxiliary; without one it is a verb, whatever the classes say.
void mark_auxiliaries(const Stretch& stretch, std::span<const WordClass> chosen,
                      std::vector<WordTag>& tags);

}  // namespace frise::tag
