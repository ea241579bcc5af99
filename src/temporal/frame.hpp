#pragma once

/// \file
/// What a rule says of an expression before it is placed in time: a handful of numbers in named
/// slots. Rules write `m=$month y=$year`; the resolver reads the slots and never sees a word of any
/// language.

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace frise::temporal {

/// Slots of a frame, in the spelling of the rule files (see kSlotNames).
enum class Slot : std::uint8_t {
  year,        // y
  short_year,  // yy: two digits, of the century at hand
  era,         // era: BC makes year, decade and century those before our era
  month,       // m
  day,         // d
  weekday,     // wd, 1 = Monday
  quarter,     // q
  half,        // half
  season,      // season
  week,        // w, ISO number
  decade,      // dec: 199 or 60
  century,     // cent: 20 is the twentieth
  weekend,     // we
  iso,         // iso: year * 10000 + month * 100 + day, 0 where not said
  feast,       // feast: month * 100 + day; 3500 + days after Easter; 100000 + see nth_weekday_feast
  clock,       // clock: hour * 60 + minute
  hour,        // hour
  minute,      // minute
  second,      // sec: second of the day
  zone,        // zone: minutes ahead of UTC
  meridiem,    // ampm: 0 or 12
  part,        // part of the day
  shift,       // shift: units from the anchor
  nth,         // nth: the n-th unit or weekday within what the other slots say, -1 the last
  reach,       // reach: units from the anchor to where a span ends that begins at `shift`
  beyond,      // beyond: weeks beyond the day that the other slots say
  grain,       // grain: the unit that the value is told to, where it is not that of the words
  unit,        // unit of shift, count or recurrence
  count,       // n
  count_to,    // n2
  length,      // len: a count and its unit, packed (see class_length)
  fraction,    // plus: in hundredths of the unit
  times,       // every: 1 makes a weekday or part a recurrence
  type,        // type
  literal,     // lit
  story,       // story: 1 where only a narrative means a time by it
  mod,         // mod
  direction,   // dir
  from,        // from
  range,       // range: this begins or ends a stretch (Range)
  habit,       // habit: 1 where the present tense tells what is so every year
  size_,
};

inline constexpr std::int32_t kUnset = std::numeric_limits<std::int32_t>::min();
/// "some", "several": a count that the words do not tell.
inline constexpr std::int32_t kVague = -9'999'999;
/// Counts above this are absurd as times; numbers are cut here when read.
inline constexpr std::int32_t kHuge = 2'000'000'000;

enum class Unit : std::int32_t {
  second = 1,
  minute,
  hour,
  day,
  week,
  fortnight,
  month,
  quarter,
  half,
  year,
  decade,
  century,
  millennium,
  weekend,
  season,
};
enum class Part : std::int32_t { morning = 1, midday, afternoon, evening, night, daytime };
enum class Type : std::int32_t { date = 1, time, duration, set, ignore };
enum class Literal : std::int32_t { past = 1, present, future };
enum class Direction : std::int32_t { past = 1, future, nearest, coming };
enum class Era : std::int32_t { before = 1 };
enum class From : std::int32_t { document = 1, reference };
/// How the two ends of a stretch share their words: "du 3 au 5 mars 2021", "de 2018 à 2021", and
/// "les 3 et 4 mai", a stretch only if they adjoin.
enum class Range : std::int32_t { shared = 1, apart, pair };

class Frame {
 public:
  Frame() { slots_.fill(kUnset); }
  [[nodiscard]] std::int32_t operator[](Slot slot) const { return slots_[index(slot)]; }
  [[nodiscard]] bool has(Slot slot) const { return slots_[index(slot)] != kUnset; }
  void set(Slot slot, std::int32_t value) { slots_[index(slot)] = value; }
  void clear(Slot slot) { slots_[index(slot)] = kUnset; }

  template <class E>
  [[nodiscard]] bool is(Slot slot, E value) const {
    return slots_[index(slot)] == static_cast<std::int32_t>(value);
  }

 private:
  static constexpr std::size_t index(Slot slot) { return static_cast<std::size_t>(slot); }
  std::array<std::int32_t, static_cast<std::size_t>(Slot::size_)> slots_;
};

/// "m" -> Slot::month.
[[nodiscard]] std::optional<Slot> slot_named(std::string_view name);

/// A number, or a symbol of the rule files: "12", "-1", "X", "Y", "MO", "PAST_REF", "past".
[[nodiscard]] std::optional<std::int32_t> symbol_value(std::string_view text);

}  // namespace frise::temporal
