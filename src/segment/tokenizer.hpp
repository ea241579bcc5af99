#pragma once

/// \file
/// Text to tokens, in one pass.

#include "frise/segment/segmentation.hpp"
#include "segment/chars.hpp"

#include <cstddef>
#include <string_view>

namespace frise {

/// Appends the tokens of stretches of one text to a Segmentation. Each byte is looked at a bounded
/// number of times.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, const SegmentRules::Impl& rules, Segmentation& out)
      : text_{text}, rules_{rules}, out_{out} {}

  /// Tokens of [begin, end). The stretch counts as having space before it.
  void run(std::size_t begin, std::size_t end);

 private:
  struct Number {
    std::size_t end;
    std::size_t decimal;  ///< where the decimal mark stands, or npos
    bool grouped;         ///< holds group marks: no letter can go on with it
  };

  [[nodiscard]] char at(std::size_t i) const noexcept { return i < end_ ? text_[i] : '\0'; }
  [[nodiscard]] bool is_digit_at(std::size_t i) const noexcept;
  [[nodiscard]] bool is_word_at(std::size_t i) const noexcept;
  [[nodiscard]] bool is_letter_at(std::size_t i) const noexcept;
  [[nodiscard]] chars::Class class_at(std::size_t i) const noexcept;
  [[nodiscard]] std::size_t digits_end(std::size_t i) const noexcept;
  [[nodiscard]] std::size_t group_separator(std::size_t i) const noexcept;
  [[nodiscard]] Number scan_number(std::size_t i) const noexcept;

  std::size_t number(std::size_t begin);
  std::size_t word(std::size_t begin, std::size_t from, std::size_t decimal);
  std::size_t other(std::size_t begin);
  std::size_t url(std::size_t begin, std::size_t from);
  std::size_t suffixes(std::size_t from);

  [[nodiscard]] std::size_t hyphen_suffix(std::size_t i) const noexcept;
  [[nodiscard]] std::size_t apostrophe_suffix(std::size_t i) const noexcept;
  [[nodiscard]] std::size_t acronym(std::size_t begin) const noexcept;
  [[nodiscard]] std::size_t domain(std::size_t begin, std::size_t dot) const noexcept;
  /// "August-24", "May-June", "five-year": a hyphen that parts times rather than binds a word.
  [[nodiscard]] bool joins_times(std::size_t begin, std::size_t hyphen, std::size_t after) const;
  [[nodiscard]] bool elides(std::size_t begin, std::size_t apostrophe, std::size_t after) const;

  void push(std::size_t begin, std::size_t end, TokenKind kind, std::uint8_t extra = 0,
            std::size_t decimal = std::string_view::npos);

  std::string_view text_;
  const SegmentRules::Impl& rules_;
  Segmentation& out_;
  std::size_t end_ = 0;
  std::size_t last_end_ =
      0;  ///< where the last token ended; the start of the stretch before the first
  bool first_ = true;
};

/// Lookup form of `text` appended to `out`; the bits of TokenShape that the letters give.
/// A group separator before `decimal` is left out, the decimal mark becomes '.'.
std::uint8_t append_key(std::vector<char>& out, std::string_view text, std::size_t decimal,
                        bool number);

}  // namespace frise
