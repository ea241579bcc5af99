// A clock time wins over a part of the day, which then only tells which half is meant: 6h du soir.
// Tested in tests/unit/temporal/dialogue_test.cpp.

#include "temporal/time_of_day.hpp"

#include <fmt/format.h>
#include <array>
#include <cstdlib>

namespace frise::temporal {
namespace {

constexpr std::array<const char*, 7> kParts{"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
constexpr int kHalf = 12 * 3600;
constexpr int kDay = 2 * kHalf;

std::string zone_of(int minutes) {
  if (minutes == 0) return "Z";
  return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                     std::abs(minutes) % 60);
}

}  // namespace

std::optional<std::string> time_of_day(const Frame& frame) {
  int second = 0;
  if (frame.has(Slot::second)) {
    second = frame[Slot::second];
  } else if (frame.has(Slot::clock)) {
    second = frame[Slot::clock] * 60;
  } else if (frame.has(Slot::hour)) {
    if (frame[Slot::hour] > 24) return std::nullopt;
    second = frame[Slot::hour] * 3600;
  } else {
    return kParts[static_cast<std::size_t>(frame[Slot::part])];
  }
  if (frame.has(Slot::minute)) {
    if (std::abs(frame[Slot::minute]) > 60) return std::nullopt;
    second += frame[Slot::minute] * 60;
  }
  if (frame.has(Slot::meridiem)) {
    if (second >= kHalf + 3600) return std::nullopt;
    second = second % kHalf + 3600 * frame[Slot::meridiem];
  }
  const bool late = frame.is(Slot::part, Part::afternoon) || frame.is(Slot::part, Part::evening);
  if (late && second < kHalf) second += kHalf;
  // "minuit moins cinq" is late, "minuit trois" is early.
  if (second > kDay && second < kDay + 3600) second -= kDay;
  if (second < 0 || second > kDay) return std::nullopt;
  std::string text = fmt::format("T{:02}:{:02}", second / 3600, second / 60 % 60);
  if (second % 60 != 0) text += fmt::format(":{:02}", second % 60);
  if (frame.has(Slot::zone)) text += zone_of(frame[Slot::zone]);
  return text;
}

}  // namespace frise::temporal
