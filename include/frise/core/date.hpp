#pragma once

/// \file
/// Civil days and the dates that figures speak of: a value in EDTF or TIMEX3 and the days it
/// covers.
///
/// The two notations share their calendar values (ISO 8601). EDTF (ISO 8601-2:2019) gives, of level
/// 1: `2026-01~` (approximate), `2026-02?` (uncertain), `2021-XX`, `201X` and `20XX` (digits not
/// told), the seasons `2021-21` to `-24`, and intervals, `../2025-04-25` and `2017/..` among them;
/// of level 2: quarters, `2023-33` to
/// `-36`, and halves, `2012-40` and `-41`. TIMEX3 (ISO 24617-1) writes `2025-W16`, `2023-Q3`,
/// `2012-H1`, `2023-SU`, `201`, `20`.
///
/// Years are 1 to 9999. EDTF's year 0, years before it and `Y12345` are refused: TIMEX3 has no
/// spelling for them and no article needs them.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace frise {

/// A civil day of the proleptic Gregorian calendar, no time zone.
using Day = std::chrono::local_days;

/// The days that can be written: four digits of a year.
inline constexpr Day first_day{std::chrono::year{1} / 1 / 1};
inline constexpr Day last_day{std::chrono::year{9999} / 12 / 31};

/// First and last day that something can lie on, both included; empty where the side is open.
struct DayBounds {
  std::optional<Day> earliest;
  std::optional<Day> latest;

  [[nodiscard]] bool known() const noexcept { return earliest.has_value() && latest.has_value(); }
  friend bool operator==(const DayBounds&, const DayBounds&) = default;
};

/// Finest unit that a value commits to; nothing finer is ever printed or drawn.
enum class Precision : std::uint8_t {
  day,
  week,
  month,
  quarter,
  season,
  half,
  year,
  decade,
  century,
  interval,  ///< `2017/2019`, `../2025`, `2021/..`
  unknown,   ///< `XXXX-02-01`: a calendar value whose year the text does not give
};

/// A calendar value and what it covers. Made by parse_date only, so always consistent.
struct PartialDate {
  std::string value;
  DayBounds bounds;
  Precision precision = Precision::unknown;
  bool approximate = false;  ///< `~` or `%`
  bool uncertain = false;    ///< `?` or `%`

  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

/// Reads an EDTF or calendar TIMEX3 value; the date's own `value` reads back as the same date. It
/// is what was read, but for a side of an interval that is left out: `2017/` is `2017/..`. \returns
/// empty for what is no calendar value (PAST_REF, P3M, PXY), no such day (2025-02-30), or runs
/// backwards (2025/2021).
[[nodiscard]] std::optional<PartialDate> parse_date(std::string_view value);

/// What is wrong with a value that parse_date refuses, for people: `"2025-02-30" is no date: there
/// is no such day; write 2025, 2025-04 or 2025-04-25`.
[[nodiscard]] std::string why_no_date(std::string_view value);

/// The same days in EDTF: quarters, halves and seasons by their numbers (`2023-35`), decades and
/// centuries with X, a day without its time, and a week as its days (`2025-04-14/2025-04-20`),
/// since EDTF has no weeks.
[[nodiscard]] PartialDate to_edtf(const PartialDate& date);

/// `2025-04-25`; years 0001 to 9999.
[[nodiscard]] std::string to_iso(Day day);

/// \returns empty unless the text is YYYY-MM-DD and such a day exists.
[[nodiscard]] std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace frise
