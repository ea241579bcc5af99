// Cuts the run of digits and marks into at most four numbers and one kind of mark, then judges the
// shape: ISO 8601 is year-month-day; others follow the order of the language. Tested in
// tests/unit/temporal/compact_date_test.cpp.

#include "temporal/compact_date.hpp"

#include "temporal/calendar.hpp"

#include <algorithm>
#include <array>

namespace frise::temporal {
namespace {

constexpr std::size_t kLongestRun = 24;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

/// A letter or figure ends right before a byte; spaces and quotation marks beyond ASCII do not
/// count.
bool word_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const auto last = static_cast<unsigned char>(text[at - 1]);
  if (last < 0x80) return is_word_byte(text[at - 1]);
  std::size_t lead = at - 1;
  while (lead > 0 && at - lead < 4 && (static_cast<unsigned char>(text[lead]) & 0xC0U) == 0x80) {
    --lead;
  }
  const auto first = static_cast<unsigned char>(text[lead]);
  // U+0080 to U+00BF, and the punctuation of U+2000 to U+206F.
  if (first == 0xC2) return false;
  return !(first == 0xE2 && lead + 1 < at && static_cast<unsigned char>(text[lead + 1]) <= 0x81);
}

struct Run {
  std::array<std::int32_t, 4> numbers{};
  std::array<std::size_t, 4> digits{};
  std::size_t count = 0;
  char mark = 0;
  bool mixed = false;
  std::size_t end = 0;
};

/// The en dash U+2013 is read as '-': 2017–2019.
std::size_t mark_at(std::string_view text, std::size_t at, char& mark) {
  if (at >= text.size()) return 0;
  if (text.substr(at).starts_with("\xE2\x80\x93") || text.substr(at).starts_with("\xE2\x80\x91")) {
    mark = '-';
    return 3;
  }
  if (text[at] == '-' || text[at] == '/' || text[at] == '.' || text[at] == ':') {
    mark = text[at];
    return 1;
  }
  return 0;
}

Run cut(std::string_view text, std::size_t begin) {
  Run run;
  std::size_t at = begin;
  while (true) {
    const std::size_t start = at;
    std::int32_t value = 0;
    while (at < text.size() && is_digit(text[at]) && at < begin + kLongestRun) {
      value = std::min(value * 10 + (text[at] - '0'), 1'000'000);
      ++at;
    }
    if (run.count == run.numbers.size()) {
      run.mixed = true;
    } else {
      run.numbers[run.count] = value;
      run.digits[run.count] = at - start;
      ++run.count;
    }
    run.end = at;
    char mark = 0;
    const std::size_t width = mark_at(text, at, mark);
    if (width == 0 || at + width >= text.size() || !is_digit(text[at + width]) ||
        at >= begin + kLongestRun) {
      return run;
    }
    if (run.mark == ':' && mark == '-') return run;  // 9:00-17:00 is two
    if (run.mark == 0) run.mark = mark;
    if (run.mark != mark) run.mixed = true;
    at += width;
  }
}

bool year_like(std::int32_t value) { return value >= 1000 && value < 2200; }

CompactDate made(CompactDate::Kind kind, std::size_t end, std::int32_t value = 0) {
  CompactDate out;
  out.kind = kind;
  out.end = static_cast<std::uint32_t>(end);
  out.value = value;
  return out;
}

CompactDate date(std::size_t end, std::int32_t y, std::int32_t m, std::int32_t d) {
  const std::int32_t value = date_value(y, m, d);
  return made(value == 0 ? CompactDate::Kind::no_such_day : CompactDate::Kind::date, end, value);
}

std::int32_t short_year(std::int32_t value) { return value + (value < 70 ? 2000 : 1900); }

/// hh:mm or hh:mm:ss as the second of the day; -1 where it is no time of day.
std::int32_t second_of_day(const Run& run) {
  if (run.mark != ':' || run.mixed || run.count < 2 || run.count > 3) return -1;
  for (std::size_t i = 1; i < run.count; ++i) {
    if (run.digits[i] != 2 || run.numbers[i] > 59) return -1;
  }
  const std::int32_t second =
      run.numbers[0] * 3600 + run.numbers[1] * 60 + (run.count == 3 ? run.numbers[2] : 0);
  return run.digits[0] <= 2 && second <= 86'400 ? second : -1;
}

/// What follows the day in 2014-11-30T08:15:30.
CompactDate with_clock(CompactDate day, std::string_view text) {
  const std::size_t at = day.end;
  if (at + 1 >= text.size() || text[at] != 'T' || !is_digit(text[at + 1])) return day;
  const Run clock = cut(text, at + 1);
  const std::int32_t second = second_of_day(clock);
  if (second < 0) return day;
  if (day.kind == CompactDate::Kind::date) day.kind = CompactDate::Kind::date_clock;
  day.end = static_cast<std::uint32_t>(clock.end);
  day.clock_begin = static_cast<std::uint32_t>(at + 1);
  day.second = second;
  return day;
}

}  // namespace

std::int32_t date_value(std::int32_t year, std::int32_t month, std::int32_t day) {
  return day_exists(year, month, day) ? year * 10000 + month * 100 + day : 0;
}

NamedDate read_named(std::string_view text, std::size_t begin) {
  struct Piece {
    std::string_view text;
    std::int32_t value = -1;  // of digits
  };
  const auto mark = [&](std::size_t at) { return text[at] == '-' || text[at] == '/'; };
  if (word_before(text, begin) || (begin > 0 && mark(begin - 1))) return {};
  std::array<Piece, 3> pieces;
  std::size_t at = begin;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) {
      if (at >= text.size() || !mark(at)) return {};
      ++at;
    }
    const std::size_t start = at;
    while (at < text.size() && at < begin + kLongestRun && is_word_byte(text[at])) ++at;
    pieces[i].text = text.substr(start, at - start);
    if (pieces[i].text.empty()) return {};
    if (std::all_of(pieces[i].text.begin(), pieces[i].text.end(), is_digit)) {
      std::int32_t value = 0;
      for (const char c : pieces[i].text.substr(0, 5)) value = value * 10 + (c - '0');
      pieces[i].value = value;
    }
  }
  if (at < text.size() && (is_word_byte(text[at]) || mark(at))) return {};
  // Month in letters: in the middle, or before its day.
  const std::size_t letters = pieces[1].value < 0 ? 1 : 0;
  if (pieces[letters].value >= 0 || pieces[2].value < 0 || pieces[1 - letters].value < 0) return {};
  const bool year_first = letters == 1 && pieces[0].text.size() == 4;
  const Piece& day = year_first ? pieces[2] : pieces[1 - letters];
  const Piece& year = year_first ? pieces[0] : pieces[2];
  if (day.text.size() > 2 || (year.text.size() != 4 && year.text.size() != 2)) return {};
  if (year.text.size() == 4 && !year_like(year.value)) return {};
  return {pieces[letters].text, day.value,
          year.text.size() == 2 ? short_year(year.value) : year.value,
          static_cast<std::uint32_t>(at)};
}

CompactDate read_compact(std::string_view text, std::size_t begin, bool month_first) {
  const Run run = cut(text, begin);
  const std::size_t end = run.end;
  if (run.count < 2) return {};
  const CompactDate other = made(CompactDate::Kind::other, end);
  const bool ends_range =
      run.mark == ':' && begin > 1 && text[begin - 1] == '-' && is_digit(text[begin - 2]);
  // A letter, digit or mark before it makes it the rest of something else: v1.2-3, A/12/2.
  if (word_before(text, begin)) return {};
  if (begin > 0 && !ends_range &&
      (text[begin - 1] == '/' || text[begin - 1] == '-' || text[begin - 1] == '.')) {
    return other;
  }
  const auto& n = run.numbers;
  const auto& w = run.digits;
  if (run.count >= 3 && w[0] == 4 && w[1] == 2 && w[2] == 2 && run.mark == '-' && !run.mixed &&
      run.count == 3) {
    return with_clock(date(end, n[0], n[1], n[2]), text);
  }
  if (run.mixed || run.count > 3) return other;
  if (run.count == 3) {
    if (run.mark == ':') {
      const std::int32_t second = second_of_day(run);
      return second < 0 ? other : made(CompactDate::Kind::clock_s, end, second);
    }
    if (w[0] == 4 && year_like(n[0]) && w[1] <= 2 && w[2] <= 2 && run.mark != '.') {
      return date(run.end, n[0], n[1], n[2]);
    }
    if (w[0] > 2 || w[1] > 2 || (w[2] != 4 && w[2] != 2)) return other;
    if (w[2] == 4 && !year_like(n[2])) return other;
    if (w[2] == 2 && run.mark != '/') return other;
    const std::int32_t y = w[2] == 4 ? n[2] : short_year(n[2]);
    const bool swap = (month_first && n[0] <= 12) || n[1] > 12;
    if (n[0] > 31 || n[1] > 31 || (n[0] > 12 && n[1] > 12))
      return w[2] == 4 ? made(CompactDate::Kind::no_such_day, end) : other;
    return date(run.end, y, swap ? n[0] : n[1], swap ? n[1] : n[0]);
  }
  if (run.mark == ':') {
    const std::int32_t second = second_of_day(run);
    return second < 0 ? other : made(CompactDate::Kind::clock, end, second / 60);
  }
  if (w[0] == 4 && w[1] == 4 && year_like(n[0]) && year_like(n[1]) && run.mark != '.') {
    return n[1] > n[0] ? made(CompactDate::Kind::years, end, n[0] * 10000 + n[1]) : other;
  }
  if (w[0] == 4 && w[1] == 2 && year_like(n[0]) && run.mark != '.') {
    // 2023-03 is a month, 2023/24 and 2023-24 a pair of years.
    if (n[1] >= 1 && n[1] <= 12 && run.mark == '-') {
      return made(CompactDate::Kind::date, end, n[0] * 10000 + n[1] * 100);
    }
    const std::int32_t last = n[0] / 100 * 100 + n[1];
    if (last > n[0] && last - n[0] < 40)
      return made(CompactDate::Kind::years, end, n[0] * 10000 + last);
    return other;
  }
  if (w[0] <= 2 && w[1] == 4 && run.mark != '.' && n[0] >= 1 && n[0] <= 12 && year_like(n[1])) {
    return made(CompactDate::Kind::date, end, n[1] * 10000 + n[0] * 100);
  }
  if (run.mark == '/' && w[0] <= 2 && w[1] <= 2) {
    // 12/03 alone may as well be a fraction: the rules decide.
    const bool swap = (month_first && n[0] <= 12) || n[1] > 12;
    const std::int32_t m = swap ? n[0] : n[1];
    const std::int32_t d = swap ? n[1] : n[0];
    if (date_value(2000, m, d) != 0) return made(CompactDate::Kind::day_month, end, m * 100 + d);
  }
  // 7-2 is a score, 2.5 a number with its point.
  if (run.mark == '.') return {};
  // 499-493 may be years before our era, if words say so.
  const bool short_pair = w[0] <= 3 && w[1] <= 3 && run.mark == '-';
  return short_pair || (w[0] <= 2 && w[1] <= 2) ? CompactDate{} : other;
}

}  // namespace frise::temporal
