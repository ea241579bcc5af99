#pragma once

/// \file
/// Quotation marks and sentences within one block of tokens.

#include "frise/segment/segmentation.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace frise {

/// Works on one block after the other; keeps its buffers between them.
class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view text, const SegmentRules::Impl& rules, Segmentation& out)
      : text_{text}, rules_{rules}, out_{out} {}

  /// Appends the quotations and sentences of the tokens [begin, end) of block `block`.
  void run(std::uint32_t begin, std::uint32_t end, std::uint32_t block);

 private:
  enum class Role : std::uint8_t { none, opening, closing };
  enum class Mark : std::uint8_t { guillemet, single_guillemet, curly, low, single, straight };
  static constexpr std::size_t mark_count = 6;
  struct Open {
    std::uint32_t quotation;
    Mark mark;
  };

  void pair_quotes();
  void open(std::uint32_t token, Mark mark);
  void close(std::uint32_t token, Mark mark);
  void finish(std::uint32_t quotation, std::uint32_t token, bool closed);
  [[nodiscard]] bool straight_opens(std::uint32_t token) const;

  [[nodiscard]] char32_t mark_of(std::uint32_t token) const;
  [[nodiscard]] bool is_terminal(std::uint32_t token) const;
  [[nodiscard]] bool spaced(std::uint32_t token) const {
    return out_.tokens[token].is(shape_space_before);
  }
  [[nodiscard]] Role role(std::uint32_t token) const { return roles_[token - begin_]; }
  [[nodiscard]] std::uint32_t after_terminal(std::uint32_t token) const;
  [[nodiscard]] bool opens_sentence(std::uint32_t token) const;
  [[nodiscard]] bool stop_ends(std::uint32_t stop, std::uint32_t next, std::uint32_t first) const;
  [[nodiscard]] bool starter(std::uint32_t token) const;
  [[nodiscard]] bool capital_word(std::uint32_t token) const;

  std::string_view text_;
  const SegmentRules::Impl& rules_;
  Segmentation& out_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::vector<Role> roles_;
  std::vector<Open> stack_;
  std::array<std::size_t, mark_count> open_count_{};
};

}  // namespace frise
