// Values speak for themselves, so the words need no language: ISO dates, units and "=".
// Tested in tests/unit/temporal/trace_test.cpp.

#include "temporal/trace.hpp"

#include <fmt/format.h>
#include <array>

namespace frise::temporal {
namespace {

constexpr std::array<std::string_view, 16> kUnits{
    "",        "second",    "minute", "hour",   "day",     "week",       "fortnight", "month",
    "quarter", "half-year", "year",   "decade", "century", "millennium", "weekend",   "season"};

std::string_view unit_word(Unit unit) { return kUnits[static_cast<std::size_t>(unit)]; }

std::string counted(std::int64_t count, Unit unit) {
  if (unit == Unit::century)
    return fmt::format("{:+} {}", count, count * count == 1 ? "century" : "centuries");
  if (unit == Unit::millennium) {
    return fmt::format("{:+} {}", count, count * count == 1 ? "millennium" : "millennia");
  }
  return fmt::format("{:+} {}{}", count, unit_word(unit), count * count == 1 ? "" : "s");
}

std::string_view precision_word(Precision precision) {
  switch (precision) {
    case Precision::day:
      return "day";
    case Precision::week:
      return "week";
    case Precision::month:
      return "month";
    case Precision::quarter:
      return "quarter";
    case Precision::season:
      return "season";
    case Precision::half:
      return "half-year";
    case Precision::year:
      return "year";
    case Precision::decade:
      return "decade";
    case Precision::century:
      return "century";
    case Precision::interval:
    case Precision::unknown:
      break;
  }
  return "days";
}

std::string_view want_words(Want want) {
  switch (want) {
    case Want::before:
      return "before";
    case Want::on_or_before:
      return "not after";
    case Want::rather_before:
      return "rather before";
    case Want::leaning:
    case Want::nearest:
      return "nearest to";
    case Want::rather_after:
      return "rather after";
    case Want::on_or_after:
      return "not before";
    case Want::after:
      return "after";
  }
  return {};
}

/// What the words say of the value, the rest left open: "XXXX-02-01", "Tuesday", "day 19".
std::string said(const Trace& trace, std::string_view value) {
  constexpr std::array<const char*, 8> weekdays{"",         "Monday", "Tuesday",  "Wednesday",
                                                "Thursday", "Friday", "Saturday", "Sunday"};
  if (trace.unit == Unit::week) {
    if (const auto day = parse_iso_day(value)) {
      return weekdays[static_cast<std::size_t>(weekday_of(*day))];
    }
  }
  if (value.size() < 5 || value.starts_with("BC")) return "the reading";
  if (trace.unit == Unit::month && value.size() == 10) {
    return "XXXX-XX-" + std::string{value.substr(8)};
  }
  return "XXXX" + std::string{value.substr(4)};
}

std::string moved_words(const Trace& trace, const std::string& from, std::string_view value) {
  const Day to = trace.first + (trace.last - trace.first) / 2;
  std::string words = from;
  std::string reached = from;
  if (trace.count != 0) {
    words += " moved by " + counted(trace.count, trace.unit) + " = ";
    if (coarseness(trace.anchor.unit) > coarseness(trace.unit)) {
      // Its days, for its unit is too coarse to tell one step from the next.
      return words + day_text(trace.first) + '/' + day_text(trace.last) + ", no finer than the " +
             std::string{unit_word(trace.anchor.unit)} + " " + std::string{value};
    }
    reached = value_around(to, trace.anchor.unit);
    words += reached;
  }
  if (value == reached) return trace.count == 0 ? words + " itself" : words;
  const auto date = parse_date(value);
  if (!date || !date->bounds.known()) return words + ", that is " + std::string{value};
  const bool inside = *date->bounds.earliest <= to && to <= *date->bounds.latest;
  return fmt::format("{}, {} {} = {}", words, inside ? "its" : "the said",
                     precision_word(date->precision), value);
}

/// Of one value, without its hour: that is no part of the arithmetic.
std::string words_of(const Trace& trace, std::string_view value) {
  if (value.size() > 10 && value[10] == 'T') value = value.substr(0, 10);
  if (!trace.anchor.known)
    return fmt::format("the twentieth century, for want of a date = {}", value);
  const std::string from = value_around(trace.anchor.middle(), trace.anchor.unit);
  switch (trace.step) {
    case Trace::Step::moved:
      return moved_words(trace, from, value);
    case Trace::Step::told:
      return fmt::format("as the text dates it in full = {}", value);
    case Trace::Step::same:
      return fmt::format("{} itself", from);
    case Trace::Step::fitting:
      return fmt::format("{} {} {} = {}", said(trace, value), want_words(trace.want), from, value);
    case Trace::Step::century:
      return fmt::format("the century that suits {} = {}", from, value);
    case Trace::Step::none:
      break;
  }
  return {};
}

}  // namespace

std::string in_words(const Trace& trace, std::string_view value) {
  if (trace.step == Trace::Step::none) return {};
  const auto slash = value.find('/');
  const std::string_view begin = value.substr(0, slash);
  std::string words = words_of(trace, trace.whole.empty() ? begin : std::string_view{trace.whole});
  if (!trace.whole.empty()) words += ", so " + std::string{begin};
  if (slash != std::string_view::npos) words += ", to " + std::string{value.substr(slash + 1)};
  return words;
}

}  // namespace frise::temporal
