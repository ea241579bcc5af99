// A hand-written scanner: ASCII by comparison, the rest by the tables of chars. What is one word
// differs by language only in the tables of clitics, domains and number marks. Look-ahead is
// bounded (64 bytes for the name of a site, one group of digits for numbers), so that the time is
// linear in any text. Tested in tests/unit/segment/tokenizer_test.cpp; numbers are in
// number_scanner.cpp.

#include "segment/tokenizer.hpp"

#include "segment/rules.hpp"

#include <array>

namespace frise {

using chars::Class;

namespace {

constexpr auto npos = std::string_view::npos;

bool ascii_alnum(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Lower case of a short ASCII string (bytes above are kept), for looking it up without allocation.
class ShortLower {
 public:
  explicit ShortLower(std::string_view text) noexcept {
    if (text.size() > buffer_.size()) return;
    for (const char c : text) {
      buffer_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  [[nodiscard]] std::string_view view() const noexcept { return {buffer_.data(), size_}; }

 private:
  std::array<char, 32> buffer_{};
  std::size_t size_ = 0;
};

bool opens_quote(char32_t c) noexcept {
  return c == 0xAB || c == 0x201C || c == 0x2018 || c == '"' || c == '(' || c == '[';
}

}  // namespace

Class Tokenizer::class_at(std::size_t i) const noexcept {
  if (i >= end_) return Class::space;
  return chars::classify(chars::decode(text_, i).c);
}

bool Tokenizer::is_digit_at(std::size_t i) const noexcept { return at(i) >= '0' && at(i) <= '9'; }

bool Tokenizer::is_letter_at(std::size_t i) const noexcept { return chars::is_letter(class_at(i)); }

bool Tokenizer::is_word_at(std::size_t i) const noexcept {
  const Class k = class_at(i);
  return chars::is_letter(k) || k == Class::digit;
}

void Tokenizer::run(std::size_t begin, std::size_t end) {
  end_ = end;
  last_end_ = begin;
  first_ = true;
  std::size_t p = begin;
  while (p < end_) {
    const char c = text_[p];
    if (c == ' ' || c == '\n') {
      ++p;
    } else if (c >= '0' && c <= '9') {
      p = number(p);
    } else if (ascii_alnum(c)) {
      p = word(p, p, npos);
    } else {
      const auto d = chars::decode(text_, p);
      switch (chars::classify(d.c)) {
        case Class::space:
        case Class::ignorable:
          p += d.length;
          break;
        case Class::upper:
        case Class::lower:
        case Class::letter:
        case Class::digit:
        case Class::mark:
          p = word(p, p, npos);
          break;
        default:
          p = other(p);
      }
    }
  }
}

void Tokenizer::push(std::size_t begin, std::size_t end, TokenKind kind, std::uint8_t extra,
                     std::size_t decimal) {
  Token token;
  token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  token.kind = kind;
  token.key_begin = static_cast<std::uint32_t>(out_.keys.size());
  const std::size_t mark = decimal == npos ? npos : decimal - begin;
  token.shape =
      append_key(out_.keys, text_.substr(begin, end - begin), mark, kind == TokenKind::number);
  token.shape = static_cast<std::uint8_t>(token.shape | extra);
  token.key_length = static_cast<std::uint16_t>(out_.keys.size() - token.key_begin);
  if (first_ || begin != last_end_) token.shape |= shape_space_before;
  first_ = false;
  last_end_ = end;
  out_.tokens.push_back(token);
}

std::size_t Tokenizer::number(std::size_t begin) {
  const Number n = scan_number(begin);
  const Class next = class_at(n.end);
  const bool glued = (chars::is_letter(next) || next == Class::mark) && !n.grouped;
  // "2017Nvidia" lacks a space; "16K", "1er" and "3D" are words.
  const bool lost_space = next == Class::upper && class_at(n.end + 1) == Class::lower;
  if (glued && !lost_space) return word(begin, n.end, n.decimal);
  push(begin, n.end, TokenKind::number, 0, n.decimal);
  return hyphen_suffix(n.end) != 0 ? suffixes(n.end) : n.end;
}

std::size_t Tokenizer::word(std::size_t begin, std::size_t from, std::size_t decimal) {
  if (from == begin) {
    if (const std::size_t stop = acronym(begin); stop != 0) {
      push(begin, stop, TokenKind::word);
      return stop;
    }
  }
  std::size_t p = from;
  std::size_t solid = from;  // the end, less what is not seen
  while (p < end_) {
    if (ascii_alnum(text_[p])) {
      solid = ++p;
      continue;
    }
    const auto d = chars::decode(text_, p);
    const std::size_t after = p + d.length;
    if (d.c >= 0x80) {
      const Class k = chars::classify(d.c);
      if (chars::is_letter(k) || k == Class::digit || k == Class::mark) {
        solid = p = after;
        continue;
      }
      if (k == Class::ignorable) {
        p = after;
        continue;
      }
    }
    if (chars::is_apostrophe(d.c)) {
      if (elides(begin, p, after)) {
        push(begin, after, TokenKind::word, shape_elided);
        return after;
      }
      if (const std::size_t start = apostrophe_suffix(p); start > begin && start != npos) {
        push(begin, start, TokenKind::word, 0, decimal);
        return suffixes(start);
      }
      if (!is_letter_at(after)) break;
      p = after;
    } else if (chars::is_hyphen(d.c)) {
      const std::size_t stop = hyphen_suffix(p);
      if (stop != 0 &&
          !rules_.whole.contains(ShortLower{text_.substr(begin, stop - begin)}.view())) {
        push(begin, solid, TokenKind::word, 0, decimal);
        return suffixes(p);
      }
      if (!is_word_at(after)) break;
      if (joins_times(begin, p, after)) {
        push(begin, solid, TokenKind::word);
        return p;
      }
      if (p - begin <= 8 &&
          rules_.prefixes.contains(ShortLower{text_.substr(begin, p - begin)}.view())) {
        push(begin, after, TokenKind::word);
        return after;
      }
      p = after;
    } else if (d.c == '.') {
      if (const std::size_t stop = domain(begin, p); stop != 0) {
        if (at(stop) == '/' && class_at(stop + 1) != Class::space) return url(begin, stop);
        push(begin, stop, TokenKind::word);
        return stop;
      }
      if (!is_digit_at(after) || p == begin || text_[p - 1] < '0' || text_[p - 1] > '9') break;
      p = after;
    } else if ((d.c == '&' || d.c == '_') && is_word_at(after)) {
      p = after;
    } else if (d.c == '+' && p == solid && !is_word_at(after)) {
      while (at(p) == '+') solid = ++p;
      break;
    } else if (d.c == '@' && is_word_at(after)) {
      return url(begin, p);
    } else if (d.c == ':' && at(after) == '/' && at(after + 1) == '/' && p - begin >= 4 &&
               p - begin <= 5 && ShortLower{text_.substr(begin, 4)}.view() == "http") {
      return url(begin, p);
    } else {
      break;
    }
  }
  push(begin, solid, TokenKind::word, 0, decimal);
  return solid;
}

bool Tokenizer::joins_times(std::size_t begin, std::size_t hyphen, std::size_t after) const {
  constexpr std::size_t longest = 12;
  if (hyphen - begin > longest) return false;
  const ShortLower left{text_.substr(begin, hyphen - begin)};
  const bool joint = rules_.joints.contains(left.view());
  if (!joint && !rules_.counts.contains(left.view())) return false;
  if (joint && is_digit_at(after)) return true;
  std::size_t stop = after;
  while (stop < end_ && stop < after + longest &&
         (ascii_alnum(text_[stop]) || (text_[stop] & 0x80) != 0)) {
    ++stop;
  }
  const ShortLower right{text_.substr(after, stop - after)};
  return (joint ? rules_.joints : rules_.counted).contains(right.view());
}

std::size_t Tokenizer::url(std::size_t begin, std::size_t from) {
  std::size_t p = from;
  while (p < end_) {
    const auto d = chars::decode(text_, p);
    if (d.c == '<' || d.c == '>' || d.c == '"' || d.c == ')' || d.c == 0xAB || d.c == 0xBB ||
        d.c == 0x201C || d.c == 0x201D || (d.c <= ' ') || chars::classify(d.c) == Class::space) {
      break;
    }
    p += d.length;
  }
  while (p > from && (text_[p - 1] == '.' || text_[p - 1] == ',' || text_[p - 1] == ';' ||
                      text_[p - 1] == ':' || text_[p - 1] == '!' || text_[p - 1] == '?')) {
    --p;
  }
  push(begin, p, TokenKind::url);
  return p;
}

std::size_t Tokenizer::other(std::size_t begin) {
  const auto d = chars::decode(text_, begin);
  const Class k = chars::classify(d.c);
  const std::size_t after = begin + d.length;
  if ((d.c == '@' || d.c == '#') &&
      (is_letter_at(after) || at(after) == '_' || (d.c == '@' && is_digit_at(after)))) {
    std::size_t p = after;
    while (p < end_) {
      const auto next = chars::decode(text_, p);
      const Class nk = chars::classify(next.c);
      if (next.c != '_' && !chars::is_letter(nk) && nk != Class::digit && nk != Class::mark) break;
      p += next.length;
    }
    push(begin, p, TokenKind::handle);
    return p;
  }
  // "Acme 's" as some corpora part it, and "U.S.'s"; a ’ that stands apart is more often a
  // quotation mark.
  if (chars::is_apostrophe(d.c) && !first_ && (last_end_ == begin || d.c == '\'') &&
      apostrophe_suffix(begin) == begin) {
    return suffixes(begin);
  }
  std::size_t p = after;
  if (d.c == '.' || d.c == '-' || d.c == '*' || d.c == '_' || d.c == '=' || d.c == '~' ||
      d.c == '#') {
    while (at(p) == text_[begin]) ++p;
  } else if (k == Class::symbol && d.c >= 0x80) {
    // Signs of emoji that are drawn as one.
    while (p < end_ && static_cast<unsigned char>(text_[p]) >= 0x80) {
      const auto next = chars::decode(text_, p);
      const Class nk = chars::classify(next.c);
      if (nk != Class::mark && nk != Class::ignorable) break;
      p += next.length;
    }
  }
  push(begin, p, k == Class::symbol ? TokenKind::symbol : TokenKind::punctuation);
  return p;
}

std::size_t Tokenizer::suffixes(std::size_t from) {
  std::size_t p = from;
  while (true) {
    std::size_t stop = hyphen_suffix(p);
    if (stop == 0) {
      for (const std::string& suffix : rules_.apostrophe_suffixes) {
        // The apostrophe may be written ’, two bytes longer.
        std::size_t q = p;
        bool same = true;
        for (const char c : suffix) {
          const auto d = q < end_ ? chars::decode(text_, q) : chars::Decoded{0, 0};
          same = same && (c == '\'' ? chars::is_apostrophe(d.c) : d.c == static_cast<char32_t>(c));
          q += d.length;
        }
        if (same && !is_word_at(q)) {
          stop = q;
          break;
        }
      }
    }
    if (stop == 0) return p;
    push(p, stop, TokenKind::word);
    p = stop;
  }
}

std::size_t Tokenizer::hyphen_suffix(std::size_t i) const noexcept {
  if (i >= end_ || rules_.hyphen_suffixes.empty()) return 0;
  const auto d = chars::decode(text_, i);
  if (!chars::is_hyphen(d.c)) return 0;
  const std::size_t tail = i + d.length;
  for (const std::string& suffix : rules_.hyphen_suffixes) {
    const std::string_view letters = std::string_view{suffix}.substr(1);
    if (text_.compare(tail, letters.size(), letters) != 0) continue;
    const std::size_t stop = tail + letters.size();
    if (stop > end_ || is_word_at(stop)) continue;
    // "Saint-Denis-en-Val" is a name; "donne-le-moi" ends in two clitics. At most two are looked
    // at.
    const auto next = stop < end_ ? chars::decode(text_, stop) : chars::Decoded{};
    if (chars::is_hyphen(next.c) && is_word_at(stop + next.length)) {
      bool chained = false;
      for (const std::string& second : rules_.hyphen_suffixes) {
        const std::string_view more = std::string_view{second}.substr(1);
        chained = chained || (text_.compare(stop + next.length, more.size(), more) == 0 &&
                              !is_word_at(stop + next.length + more.size()));
      }
      if (!chained) continue;
    }
    return stop;
  }
  return 0;
}

/// Where the suffix whose apostrophe stands at `i` begins ("n't" begins before it), or npos.
std::size_t Tokenizer::apostrophe_suffix(std::size_t i) const noexcept {
  const auto d = chars::decode(text_, i);
  for (const std::string& suffix : rules_.apostrophe_suffixes) {
    const std::size_t mark = suffix.find('\'');
    const std::string_view head = std::string_view{suffix}.substr(0, mark);
    const std::string_view tail = std::string_view{suffix}.substr(mark + 1);
    if (head.size() > i || text_.compare(i - head.size(), head.size(), head) != 0) continue;
    const std::size_t after = i + d.length;
    if (text_.compare(after, tail.size(), tail) != 0) continue;
    if (after + tail.size() <= end_ && !is_word_at(after + tail.size())) return i - head.size();
  }
  return npos;
}

bool Tokenizer::elides(std::size_t begin, std::size_t apostrophe, std::size_t after) const {
  if (apostrophe - begin > 8) return false;
  if (!rules_.elisions.contains(ShortLower{text_.substr(begin, apostrophe - begin)}.view())) {
    return false;
  }
  if (after >= end_) return false;
  if (is_word_at(after) || opens_quote(chars::decode(text_, after).c)) return true;
  // "l' entreprise", as some type it.
  return at(after) == ' ' && text_[apostrophe] == '\'' && class_at(after + 1) == Class::lower;
}

/// End of "U.S.", "S.A.", "J.-P.", "U.S": single letters parted by full stops; 0 when it is none.
std::size_t Tokenizer::acronym(std::size_t begin) const noexcept {
  std::size_t p = begin;
  std::size_t letters = 0;
  while (true) {
    const std::size_t hyphen = letters > 0 && at(p) == '-' ? 1 : 0;
    const auto d = p + hyphen < end_ ? chars::decode(text_, p + hyphen) : chars::Decoded{};
    const Class k = chars::classify(d.c);
    const std::size_t after = p + hyphen + d.length;
    if (!chars::is_letter(k) || (letters == 0 && at(after) != '.')) break;
    if (at(after) != '.') {
      // A last letter without its stop counts when no word begins there: "U.S", not "plan B.Le".
      if (hyphen == 0 && letters == 1 && k == Class::upper && !is_word_at(after) &&
          !chars::is_apostrophe(at(after) != '\0' ? chars::decode(text_, after).c : U' ')) {
        return after;
      }
      break;
    }
    ++letters;
    p = after + 1;
  }
  return letters >= 2 ? p : 0;
}

/// End of the name of a site whose first full stop stands at `dot` (amazon.com), or 0. A capital
/// after the stop is a sentence that lacks its space.
std::size_t Tokenizer::domain(std::size_t begin, std::size_t dot) const noexcept {
  constexpr std::size_t reach = 64;
  std::size_t last = dot;
  std::size_t p = dot + 1;
  const std::size_t stop = std::min(end_, dot + reach);
  while (p < stop && (ascii_alnum(text_[p]) || text_[p] == '-' ||
                      (text_[p] == '.' && p > last + 1 && ascii_alnum(at(p + 1))))) {
    if (text_[p] == '.') last = p;
    ++p;
  }
  if (p == stop && stop < end_) return 0;
  const std::string_view tail = text_.substr(last + 1, p - last - 1);
  if (tail.empty() || (class_at(p) != Class::space && is_word_at(p))) return 0;
  const bool www = dot - begin == 3 && ShortLower{text_.substr(begin, 3)}.view() == "www";
  return www || rules_.domains.contains(tail) ? p : 0;
}

}  // namespace frise
