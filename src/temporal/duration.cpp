// Halves and quarters of years are months, fortnights are weeks: TIMEX3 has no letters for them.
// Decades and centuries keep theirs (DE, CE) as in TimeML. Tested in
// tests/unit/temporal/resolve_test.cpp.

#include "temporal/duration.hpp"

#include "temporal/time_of_day.hpp"
#include "temporal/vocabulary.hpp"

#include <fmt/format.h>
#include <array>

namespace frise::temporal {
namespace {

constexpr std::int32_t kMostUnits = 100'000'000;

struct Spelling {
  const char* prefix = "P";
  const char* letter = "D";
  std::int32_t factor = 1;
};

Spelling spelling_of(Unit unit) {
  switch (unit) {
    case Unit::second:
      return {"PT", "S", 1};
    case Unit::minute:
      return {"PT", "M", 1};
    case Unit::hour:
      return {"PT", "H", 1};
    case Unit::day:
      return {"P", "D", 1};
    case Unit::week:
      return {"P", "W", 1};
    case Unit::fortnight:
      return {"P", "W", 2};
    case Unit::month:
      return {"P", "M", 1};
    case Unit::quarter:
      return {"P", "M", 3};
    case Unit::half:
      return {"P", "M", 6};
    case Unit::year:
      return {"P", "Y", 1};
    case Unit::decade:
      return {"P", "DE", 1};
    case Unit::century:
      return {"P", "CE", 1};
    case Unit::millennium:
      return {"P", "ML", 1};
    case Unit::weekend:
      return {"P", "WE", 1};
    case Unit::season:
      return {"P", "SEA", 1};
  }
  return {};
}

std::string one(std::int32_t count, std::int32_t hundredths, Unit unit) {
  const Spelling spelling = spelling_of(unit);
  if (count == kVague) return fmt::format("{}X{}", spelling.prefix, spelling.letter);
  if (count < 0 || count > kMostUnits) return {};
  const std::int64_t all = (static_cast<std::int64_t>(count) * 100 + hundredths) * spelling.factor;
  if (all % 100 == 0) return fmt::format("{}{}{}", spelling.prefix, all / 100, spelling.letter);
  const std::int64_t rest = all % 100;
  if (rest % 10 == 0) {
    return fmt::format("{}{}.{}{}", spelling.prefix, all / 100, rest / 10, spelling.letter);
  }
  return fmt::format("{}{}.{:02}{}", spelling.prefix, all / 100, rest, spelling.letter);
}

}  // namespace

std::string duration_value(const Frame& frame) {
  if (frame.has(Slot::length)) {
    return one(frame[Slot::length] / kUnitRange, 0,
               static_cast<Unit>(frame[Slot::length] % kUnitRange));
  }
  const Unit unit = frame.has(Slot::unit) ? static_cast<Unit>(frame[Slot::unit]) : Unit::day;
  const std::int32_t count = frame.has(Slot::count) ? frame[Slot::count] : 1;
  const std::int32_t fraction = frame.has(Slot::fraction) ? frame[Slot::fraction] : 0;
  std::string value = one(count, fraction, unit);
  if (!value.empty() && frame.has(Slot::count_to)) {
    const std::string upper = one(frame[Slot::count_to], 0, unit);
    if (!upper.empty()) value = fmt::format("{}/{}", value, upper);
  }
  return value;
}

std::string recurrence_value(const Frame& frame) {
  const bool clock = frame.has(Slot::clock) || frame.has(Slot::hour) || frame.has(Slot::second);
  if (clock || (frame.has(Slot::weekday) && frame.has(Slot::part))) {
    const auto time = time_of_day(frame);
    if (!time) return {};
    if (frame.has(Slot::weekday)) return fmt::format("XXXX-WXX-{}{}", frame[Slot::weekday], *time);
    return "XXXX-XX-XX" + *time;
  }
  if (frame.has(Slot::weekday)) return fmt::format("XXXX-WXX-{}", frame[Slot::weekday]);
  if (frame.has(Slot::weekend)) return "XXXX-WXX-WE";
  if (frame.has(Slot::part)) {
    constexpr std::array<const char*, 7> parts{"", "MO", "MI", "AF", "EV", "NI", "DT"};
    return std::string{"XXXX-XX-XXT"} + parts[static_cast<std::size_t>(frame[Slot::part])];
  }
  if (frame.has(Slot::season)) {
    constexpr std::array<const char*, 5> seasons{"", "SP", "SU", "FA", "WI"};
    return std::string{"XXXX-"} + seasons[static_cast<std::size_t>(frame[Slot::season])];
  }
  if (frame.has(Slot::month)) {
    std::string value = fmt::format("XXXX-{:02}", frame[Slot::month]);
    if (frame.has(Slot::day)) value += fmt::format("-{:02}", frame[Slot::day]);
    return value;
  }
  return duration_value(frame);
}

}  // namespace frise::temporal
