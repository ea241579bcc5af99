#pragma once

/// \file
/// Civil days and the dates that figures speak of: a value in EDTF or TIMEX3 and the days it covers.
///
/// The two notations share their calendar values (ISO 8601). EDTF (ISO 8601-2:2019, level 1) adds
/// `2026-01~` (approximate), `2026-02?` (uncertain) and intervals, `../2025-04-25` among them;
/// TIMEX3 (ISO 24617-1) adds weeks, quarters, halves and seasons: `2025-W16`, `2023-Q3`, `2012-H1`.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace frise {

/// A civil day of the proleptic Gregorian calendar, no time zone.
using Day = std::chrono::local_days;

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

/// Reads an EDTF level 1 or calendar TIMEX3 value.
/// \returns empty for what is no calendar value (PAST_REF, P3M, PXY) or no such day (2025-02-30).
[[nodiscard]] std::optional<PartialDate> parse_date(std::string_view value);

/// `2025-04-25`; years 0000 to 9999.
[[nodiscard]] std::string to_iso(Day day);

/// \returns empty unless the text is YYYY-MM-DD and such a day exists.
[[nodiscard]] std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace frise
