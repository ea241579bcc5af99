// Numbers as news writes them, and the lookup form of tokens. A group is exactly three digits, so
// "le 5 200" is read as a number where "en 2017 200" is not. French takes the comma for the decimal
// mark, English the full stop; each takes the other's mark where it can mean nothing else ("10,000"
// and "1,000,000" in French). Dates and versions (25.04.2025, 1.2.3) stay apart, for the rules of
// time to see. Tested in tests/unit/segment/tokenizer_test.cpp.

#include "segment/rules.hpp"
#include "segment/tokenizer.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <string>

namespace frise {

using chars::Class;

std::size_t Tokenizer::digits_end(std::size_t i) const noexcept {
  while (is_digit_at(i)) ++i;
  return i;
}

/// Length of a space that may part groups of digits, or 0.
std::size_t Tokenizer::group_separator(std::size_t i) const noexcept {
  if (at(i) == ' ') return rules_.group_space ? 1 : 0;
  if (i >= end_ || static_cast<unsigned char>(text_[i]) < 0x80) return 0;
  const auto d = chars::decode(text_, i);
  return d.c == 0xA0 || d.c == 0x202F || d.c == 0x2009 ? d.length : 0;
}

Tokenizer::Number Tokenizer::scan_number(std::size_t i) const noexcept {
  constexpr auto npos = std::string_view::npos;
  const auto is_group = [this](std::size_t from) {
    return is_digit_at(from) && is_digit_at(from + 1) && is_digit_at(from + 2) &&
           !is_digit_at(from + 3);
  };
  std::size_t p = digits_end(i);
  const bool short_head = p - i <= 3 && at(i) != '0';
  bool spaced = false;
  if (short_head) {
    for (std::size_t gap = group_separator(p); gap != 0 && is_group(p + gap);
         gap = group_separator(p)) {
      p += gap + 3;
      spaced = true;
    }
  }
  const char mark = at(p);
  if ((mark != '.' && mark != ',') || !is_digit_at(p + 1)) return {p, npos, spaced};
  const char other_mark = mark == '.' ? ',' : '.';
  std::size_t groups = 0;
  std::size_t q = p;
  while (!spaced && short_head && at(q) == mark && is_group(q + 1)) {
    q += 4;
    ++groups;
  }
  const bool more = at(q) == mark && is_digit_at(q + 1);
  const bool zeros = groups == 1 && mark == ',' && text_.substr(p + 1, 3) == "000";
  if (groups > 0 && !more && (mark != rules_.decimal || groups > 1 || zeros)) {
    if (at(q) == other_mark && is_digit_at(q + 1)) return {digits_end(q + 1), q, true};
    return {q, npos, true};
  }
  const std::size_t stop = digits_end(p + 1);
  const bool chained = (at(stop) == mark && is_digit_at(stop + 1)) ||
                       (i >= 2 && text_[i - 1] == mark && is_digit_at(i - 2));
  const bool years = p - i >= 4 && stop - p - 1 >= 4;
  if (chained || years || (mark != rules_.decimal && mark == ',')) return {p, npos, spaced};
  return {stop, p, spaced};
}

std::uint8_t append_key(std::vector<char>& out, std::string_view text, std::size_t decimal,
                        bool number) {
  // Longer keys are no words; this also keeps the work of normalisation small.
  constexpr std::size_t longest = 20000;
  constexpr std::size_t most_marks = 64;
  const std::size_t from = out.size();
  std::size_t letters = 0;
  std::size_t uppers = 0;
  std::size_t marks = 0;
  bool mixed = false;
  bool lower_seen = false;
  bool capital = false;
  bool digit = false;
  bool normalise = false;
  for (std::size_t i = 0; i < text.size() && out.size() - from < longest;) {
    const char byte = text[i];
    std::size_t run = i;
    while (run < text.size() && text[run] >= 'a' && text[run] <= 'z') ++run;
    if (run > i) {
      letters += run - i;
      lower_seen = true;
      out.insert(out.end(), text.begin() + i, text.begin() + run);
      i = run;
      continue;
    }
    const auto d = chars::decode(text, i);
    const std::size_t here = i;
    i += d.length;
    const Class k = chars::classify(d.c);
    if (number) {
      if (k == Class::digit) out.push_back(byte);
      if (here == decimal) out.push_back('.');
      digit = true;
      continue;
    }
    switch (k) {
      case Class::upper:
        capital = capital || letters == 0;
        mixed = mixed || lower_seen;
        ++letters;
        ++uppers;
        break;
      case Class::lower:
        lower_seen = true;
        ++letters;
        break;
      case Class::letter:
        ++letters;
        break;
      case Class::digit:
        digit = true;
        break;
      case Class::mark:
        ++marks;
        normalise = true;
        break;
      case Class::ignorable:
        continue;
      default:
        break;
    }
    normalise = normalise || d.c >= 0xF900 || (d.c >= 0x1100 && d.c < 0x1200) ||
                (d.c >= 0x1F00 && d.c < 0x2000) || (d.c >= 0x2126 && d.c <= 0x212B);
    if (here == decimal) {
      out.push_back('.');
    } else if (chars::is_apostrophe(d.c)) {
      out.push_back('\'');
    } else if (chars::is_hyphen(d.c)) {
      out.push_back('-');
    } else {
      chars::append_utf8(out, chars::lower(d.c));
    }
  }
  if (normalise && marks <= most_marks) {
    UErrorCode failed = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(failed);
    const std::string raw(out.begin() + static_cast<std::ptrdiff_t>(from), out.end());
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed);
    if (U_SUCCESS(failed)) nfc->normalizeUTF8(0, raw, sink, nullptr, failed);
    if (U_SUCCESS(failed)) {
      out.resize(from);
      out.insert(out.end(), composed.begin(), composed.end());
    }
  }
  unsigned shape = 0;
  if (capital) shape |= shape_capitalised;
  if (letters >= 2 && uppers == letters) shape |= shape_all_caps;
  if (mixed) shape |= shape_mixed_case;
  if (digit) shape |= shape_has_digit;
  return static_cast<std::uint8_t>(shape);
}

}  // namespace frise
