// Quotation marks paired by a stack a block. A closing mark ends the innermost open one of its
// kind, and with it those that were left open inside. Each token is pushed and popped at most once.
// Tested in tests/unit/segment/quotation_test.cpp.

#include "segment/chars.hpp"
#include "segment/sentence_splitter.hpp"

namespace frise {

void SentenceSplitter::pair_quotes() {
  roles_.assign(end_ - begin_, Role::none);
  for (std::uint32_t i = begin_; i < end_; ++i) {
    if (out_.tokens[i].kind != TokenKind::punctuation) continue;
    switch (mark_of(i)) {
      case 0xAB:
        open(i, Mark::guillemet);
        break;
      case 0xBB:
        close(i, Mark::guillemet);
        break;
      case 0x2039:
        open(i, Mark::single_guillemet);
        break;
      case 0x203A:
        close(i, Mark::single_guillemet);
        break;
      case 0x201E:
        open(i, Mark::low);
        break;
      case 0x201C:
        if (open_count_[static_cast<std::size_t>(Mark::low)] > 0) {
          close(i, Mark::low);
        } else {
          open(i, Mark::curly);
        }
        break;
      case 0x201D:
        close(i, open_count_[static_cast<std::size_t>(Mark::low)] > 0 ? Mark::low : Mark::curly);
        break;
      case 0x2018:
        open(i, Mark::single);
        break;
      case 0x2019:
        close(i, Mark::single);
        break;
      case '"':
        if (straight_opens(i)) {
          open(i, Mark::straight);
        } else {
          close(i, Mark::straight);
        }
        break;
      default:
        break;
    }
  }
  while (!stack_.empty()) {
    const Quotation& quotation = out_.quotations[stack_.back().quotation];
    if (stack_.size() == 1) {
      out_.diagnostics.push_back({{quotation.span.begin, quotation.content.begin},
                                  "unclosed-quotation",
                                  "no closing mark in this paragraph"});
    }
    finish(stack_.back().quotation, end_, false);
    stack_.pop_back();
  }
  open_count_.fill(0);
}

/// Straight marks say nothing of their side: the spaces do, and where they do not, whether one is
/// open.
bool SentenceSplitter::straight_opens(std::uint32_t token) const {
  const bool is_open = open_count_[static_cast<std::size_t>(Mark::straight)] > 0;
  if (token == begin_) return true;
  if (token + 1 == end_) return false;
  const char32_t before = mark_of(token - 1);
  const bool glued_left = !spaced(token) && before != '(' && before != '[' &&
                          !out_.tokens[token - 1].is(shape_elided) &&
                          role(token - 1) != Role::opening;
  const bool glued_right = !spaced(token + 1);
  if (glued_left == glued_right) return !is_open;
  return glued_right;
}

void SentenceSplitter::open(std::uint32_t token, Mark mark) {
  roles_[token - begin_] = Role::opening;
  const Span span = out_.tokens[token].span;
  Quotation quotation;
  quotation.span = {span.begin, span.end};
  quotation.content = {span.end, span.end};
  quotation.tokens = {token + 1, token + 1};
  stack_.push_back({static_cast<std::uint32_t>(out_.quotations.size()), mark});
  out_.quotations.push_back(quotation);
  ++open_count_[static_cast<std::size_t>(mark)];
}

void SentenceSplitter::close(std::uint32_t token, Mark mark) {
  roles_[token - begin_] = Role::closing;
  if (open_count_[static_cast<std::size_t>(mark)] == 0) return;
  while (true) {
    const Open top = stack_.back();
    stack_.pop_back();
    --open_count_[static_cast<std::size_t>(top.mark)];
    finish(top.quotation, token, top.mark == mark);
    if (top.mark == mark) return;
  }
}

/// Ends a quotation before `token`, which is its closing mark when it is closed.
void SentenceSplitter::finish(std::uint32_t index, std::uint32_t token, bool closed) {
  Quotation& quotation = out_.quotations[index];
  quotation.tokens.end = token;
  quotation.closed = closed;
  if (quotation.tokens.size() > 0) {
    quotation.content = {out_.tokens[quotation.tokens.begin].span.begin,
                         out_.tokens[token - 1].span.end};
  }
  quotation.span.end = closed ? out_.tokens[token].span.end : quotation.content.end;
}

}  // namespace frise
