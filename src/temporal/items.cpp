// One pass over the tokens: a hash look-up for each, and for those with digits a few looks at the
// text around. Numbers in words are added up as they are spoken (4, 20, 10, 7 is 97: a smaller
// number before a score or a hundred multiplies it). Tested in tests/unit/temporal/items_test.cpp.

#include "temporal/items.hpp"

#include "temporal/clock_text.hpp"
#include "temporal/compact_date.hpp"
#include "temporal/frame.hpp"

#include <algorithm>
#include <optional>

namespace frise::temporal {
namespace {

constexpr std::uint32_t kLongestNumber = 12;  // tokens of a number in words

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::int32_t capped(std::int64_t value) {
  return static_cast<std::int32_t>(std::min<std::int64_t>(value, kHuge));
}

std::int32_t number(std::string_view figures) {
  std::int64_t value = 0;
  for (const char c : figures) value = std::min<std::int64_t>(value * 10 + (c - '0'), kHuge);
  return capped(value);
}

/// Adds up the words of a number.
class Sum {
 public:
  /// Whether a word goes on with the number: "vingt deux" does, "deux trois" are two numbers.
  [[nodiscard]] bool takes(std::int64_t value) const {
    if (value >= 100) return true;
    const std::int64_t low = current_ % 100;
    if (low == 0) return true;
    if (low < 10) return value == 20;                 // quatre-vingt
    if (low == 10) return value > 5 && value < 10;    // dix-sept
    return low >= 20 && low % 10 == 0 && value < 20;  // soixante-dix
  }
  void add(std::int64_t value) {
    if (value >= 1000) {
      total_ += std::max<std::int64_t>(current_, 1) * value;
      current_ = 0;
    } else if (value == 100) {
      current_ = std::max<std::int64_t>(current_, 1) * 100;
    } else if (const std::int64_t low = current_ % 100; low > 0 && low < 10 && value >= 20) {
      current_ += low * value - low;
    } else {
      current_ += value;
    }
    total_ = std::min<std::int64_t>(total_, kHuge);
    current_ = std::min<std::int64_t>(current_, kHuge);
  }
  [[nodiscard]] std::int32_t value() const { return capped(total_ + current_); }

 private:
  std::int64_t total_ = 0;
  std::int64_t current_ = 0;
};

class Reader {
 public:
  Reader(std::string_view text, const Segmentation& segmentation, const Vocabulary& vocabulary,
         const NumberStyle& style, std::vector<Diagnostic>& diagnostics,
         std::vector<Option>& options)
      : text_{text},
        segmentation_{segmentation},
        vocabulary_{vocabulary},
        style_{style},
        diagnostics_{diagnostics},
        options_{options} {}

  void read(std::uint32_t index) {
    if (index < read_until_) return;
    const Token& token = segmentation_.tokens[index];
    const std::string_view key = segmentation_.key(token);
    if (clock_.end > index && clock_at_ == index) options_.push_back(clock_);
    first_ = options_.size();
    if (odd_digits(index, token)) return;
    bool number_word = false;
    for (const Member& member : vocabulary_.find(key)) {
      put(index + 1, member.element, member.value);
      number_word = number_word || member.element == style_.word;
    }
    if (token.is(shape_has_digit) || (!key.empty() && is_digit(key.front()))) {
      digits(index, token, key);
    } else if (number_word ||
               (token.kind == TokenKind::word && key.find('-') != std::string_view::npos)) {
      if (index >= words_until_) words(index);
      months(index, key);
    }
    if (token.is(shape_all_caps) || token.is(shape_capitalised)) roman(index, token);
    if (is_abbreviated(index, key)) take_stop(index);
  }

 private:
  [[nodiscard]] bool is_abbreviated(std::uint32_t index, std::string_view key) const {
    return index + 1 < segmentation_.tokens.size() && segmentation_.key(index + 1) == "." &&
           !segmentation_.tokens[index + 1].is(shape_space_before) &&
           vocabulary_.value_in(key, style_.abbreviated) != kUnset;
  }

  /// "Sept." is what "Sept" is, its stop included.
  void take_stop(std::uint32_t index) {
    for (std::size_t i = options_.size(); i-- > first_;) {
      if (options_[i].end == index + 1) {
        put(index + 2, options_[i].element, options_[i].value);
      }
    }
  }

  void put(std::uint32_t end, Element element, std::int32_t value) {
    options_.push_back({end, element, value});
  }

  [[nodiscard]] bool symbol_at(std::uint32_t index) const {
    return index < segmentation_.tokens.size() &&
           segmentation_.tokens[index].kind == TokenKind::symbol;
  }

  /// A '%', '$', '#', '+' or a letter stuck to a number makes it a count, not a date.
  [[nodiscard]] bool counts_something(std::uint32_t index, const Token& token) const {
    if (symbol_at(index + 1)) return true;
    if (index > 0 && symbol_at(index - 1) && !token.is(shape_space_before)) return true;
    const std::size_t begin = token.span.begin;
    const std::size_t end = token.span.end;
    const bool point_before = begin > 1 && text_[begin - 1] == '.' &&
                              (is_digit(text_[begin - 2]) || (text_[begin - 2] | 32) >= 'a');
    const bool point_behind =
        end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1]);
    return point_before || point_behind;
  }

  /// Arabic-Indic, Devanagari or full-width digits at the start of a token.
  [[nodiscard]] bool odd_digits(std::uint32_t index, const Token& token) {
    const std::string_view raw = slice(text_, token.span);
    if (raw.empty() || (raw.front() & 0x80) == 0) return false;
    const auto between = [&](std::string_view prefix, unsigned char first, unsigned char last) {
      if (!raw.starts_with(prefix) || raw.size() <= prefix.size()) return false;
      const auto byte = static_cast<unsigned char>(raw[prefix.size()]);
      return first <= byte && byte <= last;
    };
    if (!between("\xD9", 0xA0, 0xA9) && !between("\xDB", 0xB0, 0xB9) &&
        !between("\xE0\xA5", 0xA6, 0xAF) && !between("\xEF\xBC", 0x90, 0x99)) {
      return false;
    }
    put(index + 1, class_odd_digits, 0);
    diagnostics_.push_back({token.span, "digits-not-read",
                            "digits of another script are not read: " + std::string{raw}});
    return true;
  }

  /// mars-avril
  void months(std::uint32_t index, std::string_view key) {
    const auto hyphen = key.find('-');
    if (hyphen == std::string_view::npos) return;
    const std::int32_t first = vocabulary_.value_in(key.substr(0, hyphen), style_.month);
    if (first == kUnset) return;
    const std::int32_t last = vocabulary_.value_in(key.substr(hyphen + 1), style_.month);
    if (last != kUnset) put(index + 1, class_months, first * kMonthPair + last);
  }

  /// 10^30 is one number. Says whether there is a power at these tokens.
  [[nodiscard]] bool power(std::uint32_t index, std::int32_t base) {
    if (index + 2 >= segmentation_.tokens.size()) return false;
    const Token& mark = segmentation_.tokens[index + 1];
    const Token& exponent = segmentation_.tokens[index + 2];
    const std::string_view figures = segmentation_.key(exponent);
    if (slice(text_, mark.span) != "^" || mark.is(shape_space_before) ||
        exponent.is(shape_space_before) || figures.empty() || figures.size() > 4 ||
        !std::all_of(figures.begin(), figures.end(), is_digit)) {
      return false;
    }
    std::int64_t value = 1;
    for (std::int32_t i = number(figures); i > 0 && value < kHuge && base > 1; --i) {
      value = std::min<std::int64_t>(value * base, kHuge);
    }
    put(index + 3, class_num, capped(value));
    read_until_ = index + 3;
    return true;
  }

  void digits(std::uint32_t index, const Token& token, std::string_view key) {
    const std::string_view raw = slice(text_, token.span);
    if (named(index, token)) return;
    if (!raw.empty() && is_digit(raw.front())) {
      if (compact(index, token)) return;
    }
    const auto digit_count =
        static_cast<std::size_t>(std::find_if_not(key.begin(), key.end(), is_digit) - key.begin());
    if (digit_count == 0) return;
    const std::int32_t value = number(key.substr(0, digit_count));
    const std::string_view tail = key.substr(digit_count);
    if (tail.empty()) {
      whole(index, token, raw, value);
    } else if (point_clock(index, value, tail)) {
      return;
    } else if (tail.front() == '.' && tail.size() >= 2 && is_digit(tail[1]) && value < 1'000'000) {
      const std::int32_t tenth = tail[1] - '0';
      const std::int32_t hundredth = tail.size() > 2 && is_digit(tail[2]) ? tail[2] - '0' : 0;
      put(index + 1, class_decimal, value * 100 + tenth * 10 + hundredth);
    } else {
      suffixed(index, value, digit_count, tail);
    }
  }

  /// 1er, 21st; 15sept; 1990s; 14h, 14h30, 8h10m30s; 5pm; 13h-15h.
  void suffixed(std::uint32_t index, std::int32_t value, std::size_t digit_count,
                std::string_view tail) {
    if (vocabulary_.value_in(tail, style_.ordinal_suffix) != kUnset) {
      put(index + 1, class_ord, value);
      return;
    }
    if (const std::int32_t month = month_of(tail);
        month != kUnset && date_value(2000, month, value) != 0) {
      put(index + 1, class_day_month, month * 100 + value);
      return;
    }
    if (vocabulary_.value_in(tail, style_.decade_suffix) != kUnset && value % 10 == 0 &&
        digit_count >= 2 && digit_count <= 4) {
      put(index + 1, digit_count == 3 ? class_old_decades : class_decades, value / 10);
      return;
    }
    if (const auto hyphen = tail.find('-'); hyphen != std::string_view::npos) {
      const auto from = clock_second(value, tail.substr(0, hyphen), vocabulary_, style_);
      const std::string_view rest = tail.substr(hyphen + 1);
      const std::size_t figures = figures_in(rest);
      const auto to =
          clock_second(number(rest.substr(0, figures)), rest.substr(figures), vocabulary_, style_);
      if (from && to && figures > 0)
        put(index + 1, class_clocks, *from / 60 * kClockPair + *to / 60);
      return;
    }
    const std::int32_t noon = vocabulary_.value_in(tail, style_.meridiem);
    if (noon != kUnset && digit_count >= 3) {  // 1030am
      put_half_day(index + 1, value / 100, value % 100, noon);
      return;
    }
    const std::int32_t unit = vocabulary_.value_in(tail, style_.unit_suffix);
    if (unit != kUnset && value < 10'000) put(index + 1, class_length, value * kUnitRange + unit);
    if (vocabulary_.value_in(tail, style_.clock_letter) != kUnset) {
      put(index + 1, class_hour_count, value);
    }
    const auto second = clock_second(value, tail, vocabulary_, style_);
    if (!second) {
      if (looks_like_clock(tail, vocabulary_, style_)) {
        diagnostics_.push_back(
            {segmentation_.tokens[index].span, "no-such-time",
             "no time of the day: " + std::string{slice(text_, segmentation_.tokens[index].span)}});
      }
    } else if (*second % 60 == 0) {
      put(index + 1, class_clock, *second / 60);
    } else {
      put(index + 1, class_clock_s, *second);
    }
  }

  [[nodiscard]] std::int32_t month_of(std::string_view key) const {
    const std::int32_t month = vocabulary_.value_in(key, style_.month);
    return month != kUnset ? month : vocabulary_.value_in(key, style_.short_month);
  }

  /// 12-mars-2024, 2024/Mar/12: a date in one run of text with its month in letters.
  [[nodiscard]] bool named(std::uint32_t index, const Token& token) {
    const NamedDate found = read_named(text_, token.span.begin);
    if (found.end == 0) return false;
    const std::int32_t month = month_of(fold_key(found.month));
    if (month == kUnset) return false;
    const std::uint32_t end = token_after(index, found.end);
    if (end == 0) return false;
    const std::int32_t value = date_value(found.year, month, found.day);
    if (value == 0) {
      no_such_day({token.span.begin, found.end});
    } else {
      put(end, class_iso, value);
    }
    compact_until_ = found.end;
    return true;
  }

  /// The token behind the one that ends at a byte; 0 when none ends there.
  [[nodiscard]] std::uint32_t token_after(std::uint32_t index, std::uint32_t end) const {
    while (index < segmentation_.tokens.size() && segmentation_.tokens[index].span.end < end) {
      ++index;
    }
    const bool there =
        index < segmentation_.tokens.size() && segmentation_.tokens[index].span.end == end;
    return there ? index + 1 : 0;
  }

  void no_such_day(Span span) {
    diagnostics_.push_back(
        {span, "no-such-day", "no day of the calendar: " + std::string{slice(text_, span)}});
  }

  void put_half_day(std::uint32_t end, std::int32_t hour, std::int32_t minute, std::int32_t noon) {
    if (hour < 1 || hour > 12 || minute > 59) return;
    put(end, class_clock, (hour % 12 + noon) * 60 + minute);
  }

  /// 7.30am: behind a whole number.
  [[nodiscard]] bool point_clock(std::uint32_t index, std::int32_t hour, std::string_view tail) {
    if (tail.size() < 4 || tail[0] != '.' || !is_digit(tail[1]) || !is_digit(tail[2])) return false;
    const std::int32_t noon = vocabulary_.value_in(tail.substr(3), style_.meridiem);
    if (noon == kUnset) return false;
    put_half_day(index + 1, hour, number(tail.substr(1, 2)), noon);
    return true;
  }

  void whole(std::uint32_t index, const Token& token, std::string_view raw, std::int32_t value) {
    if (power(index, value)) return;
    const std::uint32_t after = multiplied(index, value);
    if (after != index + 1) return;
    put(index + 1, class_num, value);
    const bool odd = counts_something(index, token);
    if (raw.size() == 4 && value >= 1000 && value < 2200 && !odd) put(index + 1, class_year, value);
    if (raw.size() == 4 && value < 2400 && value % 100 < 60 && !odd) {
      put(index + 1, class_military, value / 100 * 60 + value % 100);
    }
    if (raw.size() > 2) return;
    if (value >= 1 && value <= 31 && !odd) put(index + 1, class_day, value);
    if (value <= 24 && !odd) put(index + 1, class_hour, value);
    if (raw.size() == 2) {
      if (value < 60) put(index + 1, class_minute, value);
      if (!odd) put(index + 1, class_yy, value);
    }
  }

  /// "10 millions", "3 mille": digits and then words. Puts the product and says where it ends.
  std::uint32_t multiplied(std::uint32_t index, std::int32_t value) {
    if (index + 1 >= segmentation_.tokens.size()) return index + 1;
    const std::int32_t factor = vocabulary_.value_in(segmentation_.key(index + 1), style_.word);
    if (factor == kUnset || factor < 100) return index + 1;
    put(index + 2, class_num, capped(static_cast<std::int64_t>(value) * factor));
    words_until_ = index + 2;
    return index + 2;
  }

  /// Number words from here on, as one number.
  void words(std::uint32_t index) {
    Sum sum;
    std::uint32_t end = index;
    std::uint32_t at = index;
    const auto count = static_cast<std::uint32_t>(segmentation_.tokens.size());
    while (at < count && at < index + kLongestNumber) {
      const std::string_view key = segmentation_.key(at);
      if (spoken(key, sum)) {
        end = ++at;
      } else if (end == at && at > index && vocabulary_.value_in(key, style_.joiner) != kUnset &&
                 at + 1 < count && sum.value() >= 20 && joins(at + 1, sum)) {
        ++at;
      } else {
        break;
      }
    }
    if (end == index) return;
    put(end, class_num, sum.value());
    words_until_ = end;
  }

  /// "et" and "and" belong to a number only before a small one: vingt et un, one hundred and five.
  [[nodiscard]] bool joins(std::uint32_t index, const Sum& sum) const {
    const std::int32_t value = vocabulary_.value_in(segmentation_.key(index), style_.word);
    return value != kUnset && value < 100 && sum.takes(value);
  }

  /// Adds a key, or the pieces of one with hyphens, to the sum; all or none.
  [[nodiscard]] bool spoken(std::string_view key, Sum& sum) const {
    const std::int32_t whole = vocabulary_.value_in(key, style_.word);
    if (whole != kUnset) {
      if (!sum.takes(whole)) return false;
      sum.add(whole);
      return true;
    }
    if (key.find('-') == std::string_view::npos) return false;
    Sum tried = sum;
    while (true) {
      const auto hyphen = key.find('-');
      const std::string_view piece = key.substr(0, hyphen);
      const std::int32_t value = vocabulary_.value_in(piece, style_.word);
      if (value != kUnset) {
        if (!tried.takes(value)) return false;
        tried.add(value);
      } else if (vocabulary_.value_in(piece, style_.joiner) == kUnset) {
        return false;
      }
      if (hyphen == std::string_view::npos) break;
      key = key.substr(hyphen + 1);
    }
    sum = tried;
    return true;
  }

  /// XX, XXe, XIXth: capitals only, so that "vie" and "mix" stay words.
  void roman(std::uint32_t index, const Token& token) {
    const std::string_view raw = slice(text_, token.span);
    if (raw.size() > 8) return;
    std::size_t letters = 0;
    std::int32_t value = 0;
    std::int32_t previous = 0;
    for (; letters < raw.size(); ++letters) {
      const char c = raw[letters];
      const std::int32_t digit = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0;
      if (digit == 0) break;
      value += digit > previous ? digit - 2 * previous : digit;
      previous = digit;
    }
    if (letters == 0 || value < 1 || value > 30) return;
    const std::string_view tail = segmentation_.key(token).substr(letters);
    if (tail.empty() || vocabulary_.value_in(tail, style_.ordinal_suffix) != kUnset) {
      put(index + 1, class_roman, value);
    }
  }

  /// Dates and times in one run of digits and marks.
  [[nodiscard]] bool compact(std::uint32_t index, const Token& token) {
    if (token.span.begin < compact_until_) return true;
    const CompactDate found = read_compact(text_, token.span.begin, style_.month_first);
    if (found.kind == CompactDate::Kind::none) return false;
    const std::uint32_t end = token_after(index, found.end);
    if (end == 0) return half_day(index, found);
    switch (found.kind) {
      case CompactDate::Kind::date:
        put(end, class_iso, found.value);
        break;
      case CompactDate::Kind::day_month:
        put(end, class_day_month, found.value);
        break;
      case CompactDate::Kind::date_clock:
        date_clock(index, end, found);
        break;
      case CompactDate::Kind::clock:
        put(end, class_clock, found.value);
        break;
      case CompactDate::Kind::clock_s:
        put(end, class_clock_s, found.value);
        break;
      case CompactDate::Kind::years:
        put(end, class_years, found.value);
        break;
      case CompactDate::Kind::no_such_day:
        no_such_day({token.span.begin, found.end});
        break;
      case CompactDate::Kind::none:
      case CompactDate::Kind::other:
        break;
    }
    compact_until_ = found.end;
    return true;
  }

  /// A day and the time behind it share a token (30T08): the day ends before it.
  void date_clock(std::uint32_t index, std::uint32_t end, const CompactDate& found) {
    std::uint32_t shared = index;
    while (segmentation_.tokens[shared].span.end <= found.clock_begin) ++shared;
    put(shared, class_iso_day, found.value);
    clock_at_ = shared;
    clock_ = {end, class_iso_clock, found.second};
  }

  /// 8:00am, 03:00hrs: the last token goes on behind the minutes.
  [[nodiscard]] bool half_day(std::uint32_t index, const CompactDate& found) {
    if (found.kind != CompactDate::Kind::clock && found.kind != CompactDate::Kind::clock_s) {
      return false;
    }
    std::uint32_t last = index;
    while (last < segmentation_.tokens.size() && segmentation_.tokens[last].span.end < found.end) {
      ++last;
    }
    if (last >= segmentation_.tokens.size()) return false;
    const std::string_view key = segmentation_.key(last);
    const std::string_view tail = key.substr(figures_in(key));
    const std::int32_t noon = vocabulary_.value_in(tail, style_.meridiem);
    const std::int32_t scale = found.kind == CompactDate::Kind::clock ? 60 : 3600;
    std::int32_t value = found.value;
    if (noon != kUnset) {
      if (value >= 13 * scale) return false;
      value = value % (12 * scale) + noon * scale;
    } else if (vocabulary_.value_in(tail, style_.clock_tail) == kUnset) {
      return false;
    }
    put(last + 1, scale == 60 ? class_clock : class_clock_s, value);
    compact_until_ = segmentation_.tokens[last].span.end;
    return true;
  }

  std::string_view text_;
  const Segmentation& segmentation_;
  const Vocabulary& vocabulary_;
  const NumberStyle& style_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Option>& options_;
  std::uint32_t read_until_ = 0;
  std::size_t first_ = 0;  // of the options of the token at hand
  std::uint32_t words_until_ = 0;
  std::uint32_t compact_until_ = 0;
  std::uint32_t clock_at_ = 0;  // token that `clock_` is of
  Option clock_;
};

}  // namespace

Items::Items(std::string_view text, const Segmentation& segmentation, const Vocabulary& vocabulary,
             const NumberStyle& style, std::vector<Diagnostic>& diagnostics) {
  const auto count = static_cast<std::uint32_t>(segmentation.tokens.size());
  begin_.reserve(count + 1);
  options_.reserve(count / 2);
  Reader reader{text, segmentation, vocabulary, style, diagnostics, options_};
  for (std::uint32_t i = 0; i < count; ++i) {
    begin_.push_back(static_cast<std::uint32_t>(options_.size()));
    reader.read(i);
  }
  begin_.push_back(static_cast<std::uint32_t>(options_.size()));
}

}  // namespace frise::temporal
