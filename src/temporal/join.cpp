// One pass: each expression is tried on the one before it, so three and more fold together from the
// left ("lundi", "de 10h", "à 16h"). Tested in tests/unit/temporal/dialogue_test.cpp.

#include "temporal/join.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace frise::temporal {
namespace {

constexpr std::uint32_t kWidestGap = 4;  // tokens

constexpr std::array kDaySlots{Slot::year,    Slot::short_year, Slot::month,   Slot::day,
                               Slot::weekday, Slot::quarter,    Slot::half,    Slot::season,
                               Slot::week,    Slot::decade,     Slot::century, Slot::weekend,
                               Slot::iso,     Slot::feast,      Slot::shift,   Slot::nth};
constexpr std::array kClockSlots{Slot::clock, Slot::hour,     Slot::minute, Slot::second,
                                 Slot::zone,  Slot::meridiem, Slot::part};

bool is_set(const Frame& frame) {
  return frame.is(Slot::type, Type::set) || frame.has(Slot::times);
}

bool has_clock(const Frame& frame) {
  return frame.has(Slot::clock) || frame.has(Slot::hour) || frame.has(Slot::second);
}

bool has_time(const Frame& frame) { return has_clock(frame) || frame.has(Slot::part); }

bool says_date(const Frame& frame) {
  for (const Slot slot : kDaySlots) {
    if (frame.has(slot)) return true;
  }
  return false;
}

/// A day that can have hours, not a month or a week.
bool says_one_day(const Frame& frame) {
  if (frame.has(Slot::weekend)) return false;
  if (frame.has(Slot::day) || frame.has(Slot::weekday) || frame.has(Slot::feast)) return true;
  if (frame.has(Slot::iso)) return frame[Slot::iso] % 100 != 0;
  return frame.has(Slot::shift) && (!frame.has(Slot::unit) || frame.is(Slot::unit, Unit::day));
}

bool is_place(const Frame& frame) {
  return !is_set(frame) && !is_length(frame) && !frame.has(Slot::literal);
}

/// A recurrence that can have an hour: of a weekday, of days, of parts of the day.
bool is_daily(const Frame& frame) {
  return is_set(frame) &&
         (frame.has(Slot::weekday) || frame.has(Slot::part) || frame.is(Slot::unit, Unit::day));
}

void add_slots(Frame& to, const Frame& from, std::span<const Slot> slots) {
  for (const Slot slot : slots) {
    if (from.has(slot)) to.set(slot, from[slot]);
  }
}

/// What a date needs beside its day slots to mean the same.
void add_date(Frame& to, const Frame& from) {
  add_slots(to, from, kDaySlots);
  constexpr std::array manner{Slot::unit, Slot::direction, Slot::from, Slot::grain, Slot::beyond};
  add_slots(to, from, manner);
}

class Joiner {
 public:
  Joiner(const Segmentation& segmentation, const TemporalRules::Impl& rules)
      : segmentation_{segmentation}, rules_{rules} {}

  /// Puts `next` into `last`, if they are pieces of one expression.
  [[nodiscard]] bool join(Found& last, const Found& next) const {
    if (last.sentence != next.sentence || next.tokens.begin < last.tokens.end ||
        next.tokens.begin - last.tokens.end > kWidestGap) {
      return false;
    }
    const bool joined =
        day_and_time(last, next) || span(last, next) || length(last, next) || distance(last, next);
    if (joined) {
      last.span.end = next.span.end;
      last.tokens.end = next.tokens.end;
    }
    return joined;
  }

 private:
  [[nodiscard]] bool is(std::uint32_t token, Element element) const {
    return rules_.vocabulary.value_in(segmentation_.key(token), element) != kUnset;
  }

  [[nodiscard]] bool gap_of(const Found& last, const Found& next, Element element) const {
    for (std::uint32_t i = last.tokens.end; i < next.tokens.begin; ++i) {
      if (!is(i, element)) return false;
    }
    return true;
  }

  /// "demain à 8h", "demain, 8h"
  [[nodiscard]] bool is_time_gap(const Found& last, const Found& next) const {
    for (std::uint32_t i = last.tokens.end; i < next.tokens.begin; ++i) {
      if (!is(i, rules_.time_joiner) && segmentation_.key(i) != ",") return false;
    }
    return true;
  }

  [[nodiscard]] bool day_and_time(Found& last, const Found& next) const {
    if (!is_time_gap(last, next)) return false;
    if (is_set(last.frame) || is_set(next.frame)) return set_and_time(last, next);
    if (!is_place(last.frame) || !is_place(next.frame)) return false;
    const bool last_dated = says_date(last.frame);
    if (last_dated && says_date(next.frame)) return false;
    if (!last_dated && !says_date(next.frame)) return part_and_clock(last, next);
    const Frame& day = last_dated ? last.frame : next.frame;
    const Frame& time = last_dated ? next.frame : last.frame;
    if (!says_one_day(day) || !has_time(time) || has_clock(day)) return false;
    if (has_time(day) && !has_clock(time)) return false;
    if (last_dated ? last.until.has_value() : next.until.has_value()) return false;
    Frame both = day;
    add_slots(both, time, kClockSlots);
    both.set(Slot::type, static_cast<std::int32_t>(Type::time));
    last.frame = both;
    // The other end stays a time without a day: that of the beginning.
    if (next.until) last.until = next.until;
    if (last.until) lend_part(*last.until, day);
    return true;
  }

  /// "le matin à 9 heures"
  [[nodiscard]] static bool part_and_clock(Found& last, const Found& next) {
    const bool fits = (has_clock(last.frame) && !last.frame.has(Slot::part) &&
                       next.frame.has(Slot::part) && !has_clock(next.frame)) ||
                      (has_clock(next.frame) && !next.frame.has(Slot::part) &&
                       last.frame.has(Slot::part) && !has_clock(last.frame));
    if (!fits || last.until || next.until) return false;
    add_slots(last.frame, next.frame, kClockSlots);
    last.frame.set(Slot::type, static_cast<std::int32_t>(Type::time));
    return true;
  }

  /// "tous les lundis à 16h", "à 16h chaque lundi"
  [[nodiscard]] static bool set_and_time(Found& last, const Found& next) {
    const bool set_first = is_set(last.frame);
    const Frame& set = set_first ? last.frame : next.frame;
    const Frame& time = set_first ? next.frame : last.frame;
    if (last.until || next.until || !is_daily(set) || has_clock(set) || !is_place(time) ||
        says_date(time) || !has_clock(time)) {
      return false;
    }
    Frame both = set;
    add_slots(both, time, kClockSlots);
    last.frame = both;
    return true;
  }

  [[nodiscard]] bool is_span_gap(const Found& last, const Found& next) const {
    bool joined = false;
    for (std::uint32_t i = last.tokens.end; i < next.tokens.begin; ++i) {
      if (is(i, rules_.span_joiner) || (is(i, rules_.span_and) && opened(last))) {
        joined = true;
      } else if (!is(i, rules_.span_filler)) {
        return false;
      }
    }
    return joined;
  }

  /// "entre ... et ...": the word before says that it is no list of two.
  [[nodiscard]] bool opened(const Found& last) const {
    const std::uint32_t first = segmentation_.sentences[last.sentence].tokens.begin;
    const std::uint32_t stop = std::max(first + 2, last.tokens.begin) - 2;
    for (std::uint32_t i = last.tokens.end; i > stop; --i) {
      if (is(i - 1, rules_.span_opener)) return true;
    }
    return false;
  }

  [[nodiscard]] bool span(Found& last, const Found& next) const {
    if (last.until || next.until || !is_place(last.frame)) return false;
    const bool now = next.frame.is(Slot::literal, Literal::present);
    if ((!is_place(next.frame) && !now) || !is_span_gap(last, next)) return false;
    Frame end = next.frame;
    if (now) {
      end.clear(Slot::literal);
      end.set(Slot::shift, 0);
      end.set(Slot::unit, static_cast<std::int32_t>(Unit::day));
    }
    const bool dated = says_date(last.frame);
    if (says_date(end) && !dated) {
      if (!has_clock(end) || !has_clock(last.frame)) return false;
      add_date(last.frame, end);
      lend_part(last.frame, end);
      for (const Slot slot : kDaySlots) end.clear(slot);
    } else if (dated && !says_date(end)) {
      if (!has_clock(last.frame) || !has_clock(end)) return false;
    } else if (dated) {
      lend_year(last.frame, end, last.frame.is(Slot::range, Range::shared));
    } else if (has_clock(last.frame) != has_clock(end)) {
      return false;
    }
    last.until = end;
    return true;
  }

  /// "entre 7h et 9h hier soir": both are of the evening.
  static void lend_part(Frame& to, const Frame& from) {
    if (from.has(Slot::part) && !to.has(Slot::part)) to.set(Slot::part, from[Slot::part]);
  }

  /// "du 5 novembre au 5 février 2017": the year is told once, of the end.
  /// \param once the rule that read both gave both the year
  static void lend_year(Frame& begin, const Frame& end, bool once) {
    if (!begin.has(Slot::month) || begin.has(Slot::shift)) return;
    int year = 0;
    int month = 0;
    if (end.has(Slot::iso)) {
      year = end[Slot::iso] / 10'000;
      month = end[Slot::iso] / 100 % 100;
    } else if (end.has(Slot::year) && end.has(Slot::month)) {
      year = end[Slot::year];
      month = end[Slot::month];
    } else {
      return;
    }
    if (begin.has(Slot::year) && (!once || begin[Slot::year] != year)) return;
    begin.set(Slot::year, begin[Slot::month] > month ? year - 1 : year);
  }

  /// "une heure et 30 minutes"
  [[nodiscard]] bool length(Found& last, const Found& next) const {
    if (last.until || next.until || !is_length(last.frame) || !is_length(next.frame)) return false;
    if (!last.frame.has(Slot::unit) || !next.frame.has(Slot::unit) ||
        last.frame[Slot::unit] <= next.frame[Slot::unit]) {
      return false;
    }
    if (!gap_of(last, next, rules_.span_and)) return false;
    last.until = next.frame;
    return true;
  }

  /// "trois jours après le 12 mars"
  [[nodiscard]] bool distance(Found& last, const Found& next) const {
    const bool counted = is_length(last.frame) || is_distance(last.frame);
    if (last.until || next.until || !counted || !last.frame.has(Slot::unit) ||
        !is_place(next.frame) || has_time(next.frame) || !says_one_day(next.frame)) {
      return false;
    }
    int sign = 0;
    for (std::uint32_t i = last.tokens.end; i < next.tokens.begin; ++i) {
      const std::int32_t step =
          rules_.vocabulary.value_in(segmentation_.key(i), rules_.distance_joiner);
      if (step == kUnset) return false;
      if (step != 0) sign = step;
    }
    // "trois jours après" may have been read with its last word.
    if (sign == 0 && is_distance(last.frame)) {
      sign = rules_.vocabulary.value_in(segmentation_.key(last.tokens.end - 1),
                                        rules_.distance_joiner);
    }
    if (sign != 1 && sign != -1) return false;
    const std::int32_t count =
        is_length(last.frame) ? last.frame[Slot::count] : last.frame[Slot::shift];
    if (count == kVague || count < 0) return false;
    last.distance = {sign * count, static_cast<Unit>(last.frame[Slot::unit])};
    last.frame = next.frame;
    return true;
  }

  static bool is_distance(const Frame& frame) {
    return frame.has(Slot::shift) && frame.has(Slot::unit) && !frame.has(Slot::reach) &&
           (frame.is(Slot::grain, Unit::day) || frame.is(Slot::from, From::reference));
  }

  const Segmentation& segmentation_;
  const TemporalRules::Impl& rules_;
};

}  // namespace

bool is_length(const Frame& frame) {
  if (is_set(frame)) return false;
  return frame.is(Slot::type, Type::duration) ||
         (frame.has(Slot::count) && !frame.has(Slot::shift));
}

std::vector<Found> join_expressions(const std::vector<Found>& all, const Segmentation& segmentation,
                                    const TemporalRules::Impl& rules) {
  const Joiner joiner{segmentation, rules};
  std::vector<Found> out;
  out.reserve(all.size());
  for (const Found& found : all) {
    if (out.empty() || !joiner.join(out.back(), found)) out.push_back(found);
  }
  return out;
}

}  // namespace frise::temporal
