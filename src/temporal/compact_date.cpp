// Cuts the run of digits and marks into at most four numbers and one kind of mark, then judges the
// shape: ISO 8601 is year-month-day; others follow the order of the language. Tested in
// tests/unit/temporal/compact_date_test.cpp.

#include "temporal/compact_date.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace frise::temporal {
namespace {

constexpr std::size_t kLongestRun = 24;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
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

CompactDate date(std::size_t end, std::int32_t y, std::int32_t m, std::int32_t d) {
  const std::chrono::year_month_day ymd{std::chrono::year{y},
                                        std::chrono::month{static_cast<unsigned>(m)},
                                        std::chrono::day{static_cast<unsigned>(d)}};
  const auto stop = static_cast<std::uint32_t>(end);
  if (!ymd.ok()) return {CompactDate::Kind::no_such_day, stop, 0};
  return {CompactDate::Kind::date, stop, y * 10000 + m * 100 + d};
}

}  // namespace

CompactDate read_compact(std::string_view text, std::size_t begin, bool month_first) {
  const Run run = cut(text, begin);
  const auto end = static_cast<std::uint32_t>(run.end);
  if (run.count < 2) return {};
  const CompactDate other{CompactDate::Kind::other, end, 0};
  const bool ends_range =
      run.mark == ':' && begin > 1 && text[begin - 1] == '-' && is_digit(text[begin - 2]);
  // A letter, digit or mark before it makes it the rest of something else: v1.2-3, A/12/2.
  if (begin > 0 && !ends_range &&
      (is_word_byte(text[begin - 1]) || text[begin - 1] == '/' || text[begin - 1] == '-' ||
       text[begin - 1] == '.')) {
    return is_word_byte(text[begin - 1]) ? CompactDate{} : other;
  }
  const auto& n = run.numbers;
  const auto& w = run.digits;
  // 2023-03-04T10:00 and 2023-03-04 10:00: the day is what we read.
  if (run.count >= 3 && w[0] == 4 && w[1] == 2 && w[2] == 2 && run.mark == '-' && !run.mixed &&
      run.count == 3) {
    return date(run.end, n[0], n[1], n[2]);
  }
  if (run.mixed || run.count > 3) return other;
  if (run.count == 3) {
    if (run.mark == ':') {  // 15:50:06, to the minute
      const bool clock =
          w[0] <= 2 && n[0] <= 24 && w[1] == 2 && n[1] < 60 && w[2] == 2 && n[2] < 60;
      return clock ? CompactDate{CompactDate::Kind::clock, end, n[0] * 60 + n[1]} : other;
    }
    if (w[0] == 4 && year_like(n[0]) && w[1] <= 2 && w[2] <= 2 && run.mark != '.') {
      return date(run.end, n[0], n[1], n[2]);
    }
    if (w[0] > 2 || w[1] > 2 || (w[2] != 4 && w[2] != 2)) return other;
    if (w[2] == 4 && !year_like(n[2])) return other;
    if (w[2] == 2 && run.mark != '/') return other;
    const std::int32_t y = w[2] == 4 ? n[2] : n[2] + (n[2] < 70 ? 2000 : 1900);
    const bool swap = (month_first && n[0] <= 12) || n[1] > 12;
    if (n[0] > 31 || n[1] > 31 || (n[0] > 12 && n[1] > 12))
      return w[2] == 4 ? CompactDate{CompactDate::Kind::no_such_day, end, 0} : other;
    return date(run.end, y, swap ? n[0] : n[1], swap ? n[1] : n[0]);
  }
  if (run.mark == ':') {
    if (w[0] <= 2 && n[0] <= 24 && w[1] == 2 && n[1] < 60) {
      return {CompactDate::Kind::clock, end, n[0] * 60 + n[1]};
    }
    return other;
  }
  if (w[0] == 4 && w[1] == 4 && year_like(n[0]) && year_like(n[1]) && run.mark != '.') {
    return n[1] > n[0] ? CompactDate{CompactDate::Kind::years, end, n[0] * 10000 + n[1]} : other;
  }
  if (w[0] == 4 && w[1] == 2 && year_like(n[0]) && run.mark != '.') {
    // 2023-03 is a month, 2023/24 and 2023-24 a pair of years.
    if (n[1] >= 1 && n[1] <= 12 && run.mark == '-') {
      return {CompactDate::Kind::date, end, n[0] * 10000 + n[1] * 100};
    }
    const std::int32_t last = n[0] / 100 * 100 + n[1];
    if (last > n[0] && last - n[0] < 40)
      return {CompactDate::Kind::years, end, n[0] * 10000 + last};
    return other;
  }
  if (w[0] <= 2 && w[1] == 4 && run.mark == '/' && n[0] >= 1 && n[0] <= 12 && year_like(n[1])) {
    return {CompactDate::Kind::date, end, n[1] * 10000 + n[0] * 100};
  }
  // 12/03 alone may as well be a fraction, 7-2 a score, 2.5 a number with its point.
  if (run.mark == '.') return {};
  // 499-493 may be years before our era, if words say so.
  const bool short_pair = w[0] <= 3 && w[1] <= 3 && run.mark == '-';
  return short_pair || (w[0] <= 2 && w[1] <= 2) ? CompactDate{} : other;
}

}  // namespace frise::temporal
