// A full stop, ! ? or … ends a sentence when what follows opens one: a capital or a number, also
// behind quotation marks and also where the space is missing ("choses.En 2017"). A full stop after
// an abbreviation, an initial or a list number is looked at more closely. A dateline ("27 août
// 2012. -") is a sentence with its dash. Tested in tests/unit/segment/sentence_test.cpp; quotation
// marks are in quotation.cpp.

#include "segment/sentence_splitter.hpp"

#include "segment/chars.hpp"
#include "segment/rules.hpp"

namespace frise {

using chars::Class;

void SentenceSplitter::run(std::uint32_t begin, std::uint32_t end, std::uint32_t block) {
  begin_ = begin;
  end_ = end;
  pair_quotes();
  std::uint32_t first = begin;
  const auto cut = [&](std::uint32_t last) {
    Sentence sentence;
    sentence.span = {out_.tokens[first].span.begin, out_.tokens[last - 1].span.end};
    sentence.tokens = {first, last};
    sentence.block = block;
    sentence.number = static_cast<std::uint32_t>(out_.sentences.size() + 1);
    out_.sentences.push_back(sentence);
    first = last;
  };
  for (std::uint32_t i = begin; i < end; ++i) {
    const bool stop_in_word =
        out_.tokens[i].kind == TokenKind::word && text_[out_.tokens[i].span.end - 1] == '.';
    if (!stop_in_word && !is_terminal(i)) {
      if (i > first && mark_of(i) == 0x2022 && spaced(i)) cut(i);
      continue;
    }
    std::uint32_t next = after_terminal(i + 1);
    if (next == end) break;
    if (chars::is_dash(mark_of(next)) || mark_of(next) == '_') {
      const bool dateline = first == begin && next - begin <= 8;
      if (next + 1 < end && opens_sentence(next + 1) && spaced(next)) {
        cut(dateline ? next + 1 : next);
      }
    } else if (opens_sentence(next) && (next > i + 1 || stop_ends(i, next, first))) {
      cut(next);
    }
    if (next > i + 1) i = next - 1;
  }
  if (first < end) cut(end);
}

char32_t SentenceSplitter::mark_of(std::uint32_t token) const {
  const Token& t = out_.tokens[token];
  if (t.kind != TokenKind::punctuation && t.kind != TokenKind::symbol) return 0;
  return chars::decode(text_, t.span.begin).c;
}

bool SentenceSplitter::is_terminal(std::uint32_t token) const {
  if (out_.tokens[token].kind != TokenKind::punctuation) return false;
  const char32_t c = mark_of(token);
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
         c == 0xFF1F || c == 0x061F || c == 0x203C || c == 0x2049;
}

/// The first token from `token` on that is no further terminal and no closing mark.
std::uint32_t SentenceSplitter::after_terminal(std::uint32_t token) const {
  while (token < end_) {
    const char32_t c = mark_of(token);
    if (role(token) != Role::closing && c != ')' && c != ']' && !is_terminal(token)) break;
    ++token;
  }
  return token;
}

bool SentenceSplitter::capital_word(std::uint32_t token) const {
  const Token& t = out_.tokens[token];
  return t.kind == TokenKind::word && t.is(shape_capitalised);
}

bool SentenceSplitter::starter(std::uint32_t token) const {
  return capital_word(token) && rules_.starters.contains(out_.key(token));
}

bool SentenceSplitter::opens_sentence(std::uint32_t token) const {
  const bool space = spaced(token);
  // What a quotation or a bracket holds decides; a few marks may stand before it.
  for (int marks = 0; marks < 4 && token + 1 < end_; ++marks) {
    const char32_t c = mark_of(token);
    if (role(token) != Role::opening && c != '(' && c != '[' && c != 0xBF && c != 0xA1) break;
    ++token;
  }
  const Token& t = out_.tokens[token];
  switch (t.kind) {
    case TokenKind::word: {
      if (t.is(shape_capitalised) || t.is(shape_mixed_case)) return true;
      const Class k = chars::classify(chars::decode(text_, t.span.begin).c);
      return k == Class::letter || (k == Class::digit && space);
    }
    case TokenKind::number:
    case TokenKind::url:
    case TokenKind::handle:
      return space;
    case TokenKind::symbol:
      return space && mark_of(token) != '%' && mark_of(token) != '/';
    case TokenKind::punctuation:
      return false;
  }
  return false;
}

/// Whether the full stop at `stop` ends the sentence begun at `first`, when what follows could open
/// one.
bool SentenceSplitter::stop_ends(std::uint32_t stop, std::uint32_t next,
                                 std::uint32_t first) const {
  const Token& mark = out_.tokens[stop];
  if (mark.kind == TokenKind::word) return starter(next);  // U.S.
  if (mark_of(stop) != '.' || mark.span.length() > 1 || stop == first || spaced(stop)) return true;
  const Token& before = out_.tokens[stop - 1];
  if (before.kind == TokenKind::number) {
    return stop - 1 != first || first != begin_;  // "1. Le groupe" at the head of a block
  }
  if (before.kind != TokenKind::word) return true;
  if (!spaced(next) && !capital_word(next) && role(next) != Role::opening) return false;
  const bool letter = before.is(shape_capitalised) && !before.is(shape_has_digit) &&
                      chars::decode(text_, before.span.begin).length == before.span.length();
  const auto found = rules_.abbreviations.find(out_.key(stop - 1));
  const auto kind = found == rules_.abbreviations.end() ? Abbreviation::none : found->second;
  if (kind == Abbreviation::title) {
    return !before.is(shape_capitalised) && starter(next);  // "300 m. Le" is no Mr Le
  }
  if (letter) {
    // "Philip J. Le": a name; "le plan B. Le groupe": two sentences.
    const bool in_name = stop - 1 == first || capital_word(stop - 2) || is_terminal(stop - 2);
    return !in_name && starter(next);
  }
  if (kind == Abbreviation::number) return capital_word(next);
  if (kind == Abbreviation::word) return starter(next) || mark_of(next) != 0;
  return true;
}

}  // namespace frise
