#pragma once

/// \file
/// Words as the parser sees them, and the state of a parse: what stands on the stack and what hangs
/// on what.

#include "frise/segment/segmentation.hpp"
#include "frise/tag/tagging.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace frise::syntax {

/// Hashes of one word; no text.
struct Node {
  std::uint64_t word = 0;
  std::uint64_t lemma = 0;
  std::uint64_t tag = 0;   ///< the fine tag, auxiliaries as Universal Dependencies has them
  std::uint64_t kind = 0;  ///< the word where it is of a closed class or a mark, else the tag
  std::uint64_t bend = 0;  ///< gender, number, person
};

/// Nodes of a sentence: its tokens, then the root, then the one that stands for none.
void view_nodes(const Segmentation& segmentation, std::span<const WordTag> tags, TokenRange tokens,
                std::vector<Node>& nodes);

/// What hangs on a node so far.
struct Links {
  std::uint32_t head = 0;
  std::uint32_t left = 0, second_left = 0;    ///< the outermost children and those next to them
  std::uint32_t right = 0, second_right = 0;  ///< `none` of the state where there is no such child
  std::uint8_t lefts = 0, rights = 0;         ///< how many, up to 255
  std::uint8_t relation = 0;
  std::uint64_t relations = 0;  ///< of all children, one bit each
};

enum class Move : std::uint8_t { shift, left, right };
inline constexpr unsigned move_count = 3;

/// The arc-hybrid system (Kuhlmann, Gomez-Rodriguez and Satta 2011) with the root at the end
/// (Ballesteros and Nivre 2013): `left` hangs the top of the stack on the next word, `right` on the
/// word below it.
class Configuration {
 public:
  /// Begins a sentence of `size` words.
  void begin(std::uint32_t size);

  [[nodiscard]] bool done() const noexcept { return next_ == size_ && stack_.empty(); }
  /// The root takes one child only: the last word on the stack.
  [[nodiscard]] bool may(Move move) const noexcept;

  [[nodiscard]] std::uint32_t root() const noexcept { return size_; }
  [[nodiscard]] std::uint32_t none() const noexcept { return size_ + 1; }
  [[nodiscard]] std::uint32_t next() const noexcept { return next_; }
  /// Words ahead, the root included; none() behind it.
  [[nodiscard]] std::uint32_t ahead(std::uint32_t steps) const noexcept {
    return next_ + steps <= size_ ? next_ + steps : none();
  }
  /// Depth 0 is the top.
  [[nodiscard]] std::uint32_t stack(std::size_t depth) const noexcept {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : none();
  }
  [[nodiscard]] std::span<const std::uint32_t> stacked() const noexcept { return stack_; }
  [[nodiscard]] const Links& links(std::uint32_t node) const noexcept { return links_[node]; }

  void shift() { stack_.push_back(next_++); }
  /// The word that `left` or `right` would hang it on.
  [[nodiscard]] std::uint32_t head_by(Move move) const noexcept {
    return move == Move::left ? next_ : stack(1);
  }
  /// Takes the top off the stack and hangs it.
  void hang(Move move, std::uint8_t relation);

 private:
  std::uint32_t size_ = 0;
  std::uint32_t next_ = 0;
  std::vector<std::uint32_t> stack_;
  std::vector<Links> links_;
};

}  // namespace frise::syntax
