// Header lines: a cue and a date, a date alone on its line, or a by-line. Only the shape of a date
// is looked at here (numbers with - or /, or a number, a word and a year); what it means is for the
// temporal stage. Tested in tests/unit/segment/block_test.cpp.

#include "segment/block_classifier.hpp"
#include "segment/rules.hpp"

namespace frise {
namespace {

class HeaderReader {
 public:
  HeaderReader(const Segmentation& s, TokenRange tokens, std::string_view text)
      : s_{s}, tokens_{tokens}, text_{text} {}

  /// Index after the phrase at `at`, or `at`.
  [[nodiscard]] std::uint32_t phrase(std::uint32_t at, const std::vector<std::string>& keys) const {
    std::uint32_t i = at;
    for (const std::string& key : keys) {
      if (i >= tokens_.end || s_.key(i) != key) return at;
      ++i;
    }
    return i;
  }

  /// Index after the date at `at`, or `at`.
  [[nodiscard]] std::uint32_t date(std::uint32_t at) const {
    if (is_year(at)) {  // 2023-03, 2023-03-14, 2023/03/14
      if (!joined(at + 1) || !is_number(at + 2)) return at;
      return joined(at + 3) && is_number(at + 4) ? at + 5 : at + 3;
    }
    if (is_number(at) && joined(at + 1) && is_number(at + 2) && joined(at + 3) &&
        is_number(at + 4)) {
      return at + 5;  // 25/04/2025
    }
    const std::uint32_t day = is_day(at) ? at : at + 1;  // a weekday may stand before it
    if (day == at || (is_word(at) && is_day(day))) {
      if (is_word(day + 1) && is_year(day + 2)) return day + 3;  // 25 avril 2025
    }
    for (const std::uint32_t month : {at, at + 2}) {  // March 14, 2023; Tuesday, March 14, 2023
      if (!is_word(month)) continue;
      if (month == at + 2 && !(is_word(at) && mark(at + 1) == ',')) continue;
      std::uint32_t i = month + 1;
      if (!is_year(i) && is_day(i)) {
        ++i;
        if (mark(i) == ',') ++i;
        if (is_year(i)) return i + 1;
      }
    }
    if (is_word(at) && is_year(at + 1)) return at + 2;  // mars 2023
    return at;
  }

  [[nodiscard]] char mark(std::uint32_t i) const {
    return i < tokens_.end && s_.tokens[i].span.length() == 1 ? text_[s_.tokens[i].span.begin]
                                                              : '\0';
  }

 private:
  [[nodiscard]] bool is_number(std::uint32_t i) const {
    return i < tokens_.end && s_.tokens[i].kind == TokenKind::number;
  }
  [[nodiscard]] bool is_year(std::uint32_t i) const {
    return is_number(i) && s_.tokens[i].span.length() == 4 &&
           (s_.key(i).starts_with("19") || s_.key(i).starts_with("20"));
  }
  [[nodiscard]] bool is_day(std::uint32_t i) const {
    if (i >= tokens_.end) return false;
    const std::string_view key = s_.key(i);
    return key[0] >= '0' && key[0] <= '9' && key.size() <= 4 && !is_year(i);  // 25, 1er, 14th
  }
  [[nodiscard]] bool is_word(std::uint32_t i) const {
    return i < tokens_.end && s_.tokens[i].kind == TokenKind::word &&
           !s_.tokens[i].is(shape_has_digit) && s_.tokens[i].key_length >= 3;
  }
  [[nodiscard]] bool joined(std::uint32_t i) const {
    return (mark(i) == '-' || mark(i) == '/' || mark(i) == '.') &&
           !s_.tokens[i].is(shape_space_before);
  }

  const Segmentation& s_;
  TokenRange tokens_;
  std::string_view text_;
};

}  // namespace

std::uint32_t header_end(const Segmentation& s, TokenRange tokens, std::string_view text,
                         const SegmentRules::Impl& rules) {
  constexpr std::uint32_t longest_line = 16;
  const HeaderReader reader(s, tokens, text);
  const char last = reader.mark(tokens.end - 1);
  const bool short_line =
      tokens.size() <= longest_line && last != '.' && last != '!' && last != '?';
  for (const auto& cue : rules.headers) {
    std::uint32_t at = reader.phrase(tokens.begin, cue);
    if (at == tokens.begin) continue;
    if (reader.mark(at) == ':') ++at;
    const std::uint32_t after = reader.date(at);
    if (after <= at) continue;
    if (short_line || after == tokens.end) return tokens.end;
    const char next = reader.mark(after);
    if (next != ',' && next != ';' && next != ')') return after;
  }
  if (short_line) {
    if (reader.date(tokens.begin) == tokens.end) return tokens.end;
    for (const auto& cue : rules.bylines) {
      const std::uint32_t at = reader.phrase(tokens.begin, cue);
      if (at > tokens.begin && at < tokens.end && tokens.size() <= 10 &&
          s.tokens[at].is(shape_capitalised) && reader.mark(tokens.end - 1) != ':') {
        return tokens.end;
      }
    }
  }
  return tokens.begin;
}

}  // namespace frise
