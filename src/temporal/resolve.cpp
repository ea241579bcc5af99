// Three questions in order: is it a length or a recurrence (no anchor needed), does it say its
// year, and if not, which year, week or day fits best: the one the words ask for (dernier,
// prochain), else the one the tense of the clause asks for, else the past, for news tells what
// happened. Tested in tests/unit/temporal/values_test.cpp.

#include "temporal/resolve.hpp"

#include "temporal/duration.hpp"
#include "temporal/fitting.hpp"
#include "temporal/nth.hpp"
#include "temporal/time_of_day.hpp"
#include "temporal/within_year.hpp"

#include <fmt/format.h>
#include <array>
#include <cstdlib>
#include <utility>

namespace frise::temporal {
namespace {

using std::chrono::days;

class Resolver {
 public:
  Resolver(const Frame& frame, const ResolveContext& context) : frame_{frame}, context_{context} {}

  Resolved run() {
    out_.status = Resolved::Status::ok;
    if (frame_.has(Slot::mod)) out_.mod = static_cast<TimexMod>(frame_[Slot::mod]);
    if (frame_.has(Slot::literal) && literal_holds()) {
      literal();
    } else if (frame_.is(Slot::type, Type::set) || frame_.has(Slot::times)) {
      out_.type = TimexType::set;
      out_.value = recurrence_value(frame_);
      if (out_.value.empty()) out_.status = Resolved::Status::no_such_time;
    } else if (frame_.is(Slot::type, Type::duration) || frame_.has(Slot::length) ||
               (frame_.has(Slot::count) && !frame_.has(Slot::shift))) {
      out_.type = TimexType::duration;
      out_.value = duration_value(frame_);
      if (out_.value.empty()) out_.status = Resolved::Status::out_of_range;
    } else {
      const bool time = has_clock() || frame_.has(Slot::part);
      if (says_day() || !time) date();
      if (has(Slot::shift)) point_mod();
      if (out_.status == Resolved::Status::ok && time) clock();
    }
    if (frame_.is(Slot::type, Type::time) && out_.type != TimexType::duration) {
      out_.type = TimexType::time;
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] int get(Slot slot) const { return frame_[slot]; }
  [[nodiscard]] bool has(Slot slot) const { return frame_.has(slot); }
  [[nodiscard]] bool has_clock() const {
    return has(Slot::hour) || has(Slot::clock) || has(Slot::second);
  }

  [[nodiscard]] bool says_day() const {
    for (const Slot slot :
         {Slot::year, Slot::short_year, Slot::month, Slot::day, Slot::weekday, Slot::quarter,
          Slot::half, Slot::season, Slot::week, Slot::decade, Slot::century, Slot::weekend,
          Slot::iso, Slot::feast, Slot::shift, Slot::nth}) {
      if (has(slot)) return true;
    }
    return false;
  }

  /// "Aujourd'hui, le groupe emploie ..." is nowadays; what he sells, sold or will is of the day.
  [[nodiscard]] bool literal_holds() const {
    return !has(Slot::shift) || context_.tense == ClauseTense::state;
  }

  /// More than ten years ago is a point before, not a length beyond.
  void point_mod() {
    const bool back = get(Slot::shift) < 0;
    if (out_.mod == TimexMod::more_than)
      out_.mod = back ? TimexMod::before : TimexMod::after;
    else if (out_.mod == TimexMod::less_than)
      out_.mod = back ? TimexMod::after : TimexMod::before;
  }

  void literal() {
    if (frame_.is(Slot::from, From::reference) && !context_.last_value.empty()) {
      out_.value = context_.last_value;
      if (out_.value.find('T') != std::string::npos) out_.type = TimexType::time;
      if (const auto date = parse_date(out_.value)) out_.bounds = date->bounds;
      out_.inferred = true;
      out_.anchor = TimexAnchor::reference;
      out_.trace.anchor.origin = context_.last_origin;
      return;
    }
    switch (static_cast<Literal>(get(Slot::literal))) {
      case Literal::past:
        out_.value = "PAST_REF";
        break;
      case Literal::present:
        out_.value = "PRESENT_REF";
        break;
      case Literal::future:
        out_.value = "FUTURE_REF";
        break;
    }
  }

  void fail(Resolved::Status status) { out_.status = status; }

  /// A value that says it all.
  void settle(std::string value) {
    out_.value = std::move(value);
    if (const auto date = parse_date(out_.value)) {
      out_.bounds = date->bounds;
    } else if (out_.value.starts_with("BC")) {
      // Said, and yet outside the calendar that dates are drawn on: a value without bounds.
      if (out_.value.size() > 5 && !anchor_of(out_.value).known)
        fail(Resolved::Status::no_such_day);
    } else if (out_.value.find('X') == std::string::npos) {
      fail(Resolved::Status::no_such_day);
    }
  }

  void place_by(const Anchor& anchor) {
    out_.inferred = true;
    out_.anchor = anchor.told ? TimexAnchor::reference : TimexAnchor::published;
    out_.trace.anchor = anchor;
    if (anchor.open) {
      out_.mod = out_.mod == TimexMod::none ? TimexMod::approx : out_.mod;
      out_.bounds.latest.reset();
    }
  }

  /// The reading of a weekday, of a day of a month (Unit::week, Unit::month) or of a year that
  /// fits.
  void trace_fitting(Unit unit, Want want) {
    out_.trace.step = Trace::Step::fitting;
    out_.trace.unit = unit;
    out_.trace.want = want;
  }

  void date() {
    if (has(Slot::nth) && !nth_weekday_of_month()) {
      nth();
    } else if (has(Slot::iso)) {
      const int iso = get(Slot::iso);
      out_.anchor = TimexAnchor::absolute;
      settle(day_value(iso / 10000, iso / 100 % 100, iso % 100));
    } else if (has(Slot::year)) {
      out_.anchor = TimexAnchor::absolute;
      if (has(Slot::era) && get(Slot::year) < 1) return fail(Resolved::Status::out_of_range);
      in_year(has(Slot::era) ? 1 - get(Slot::year) : get(Slot::year));
    } else if (has(Slot::decade) || has(Slot::century)) {
      long_ago();
    } else if (has(Slot::shift)) {
      shifted();
    } else if (has(Slot::short_year)) {
      const Anchor& anchor = context_.story ? context_.reference : context_.published;
      const int century = anchor.known ? anchor.year() / 100 * 100 : 1900;
      const int year = century + get(Slot::short_year);
      out_.inferred = true;
      out_.anchor = TimexAnchor::absolute;
      out_.trace.step = Trace::Step::century;
      out_.trace.anchor = anchor;
      in_year(anchor.known && year > anchor.year() + 10 ? year - 100 : year);
    } else {
      without_year();
    }
    if (!has(Slot::shift) && frame_.is(Slot::unit, Unit::week)) {
      if (const auto day = parse_iso_day(out_.value)) {
        out_.trace.whole = out_.value;
        settle(value_around(*day, Unit::week));
      }
    }
    if (has(Slot::grain) && !has(Slot::shift) && !has(Slot::nth) && out_.bounds.known()) {
      out_.trace.whole = out_.value;
      settle(value_around(*out_.bounds.earliest, static_cast<Unit>(get(Slot::grain))));
    }
  }

  /// Told by the fields of a year, as a day of a month is.
  [[nodiscard]] bool nth_weekday_of_month() const {
    return has(Slot::weekday) && !has(Slot::grain) &&
           (has(Slot::month) || has(Slot::season) || frame_.is(Slot::unit, Unit::month));
  }

  /// The n-th of something within what the other slots say: le premier lundi de mai.
  void nth() {
    Frame period = frame_;
    for (const Slot slot : {Slot::nth, Slot::grain, Slot::weekday, Slot::hour, Slot::clock,
                            Slot::minute, Slot::second, Slot::part, Slot::type}) {
      period.clear(slot);
    }
    const Resolved whole = Resolver{period, context_}.run();
    if (whole.status != Resolved::Status::ok) return fail(whole.status);
    out_.anchor = whole.anchor;
    out_.inferred = whole.inferred;
    out_.trace = whole.trace;
    out_.trace.whole = whole.value;
    if (!whole.bounds.known()) {
      out_.value = whole.value;
      return;
    }
    const Unit unit = has(Slot::grain) ? static_cast<Unit>(get(Slot::grain)) : Unit::day;
    const std::string value =
        nth_within(*whole.bounds.earliest, *whole.bounds.latest, get(Slot::nth), unit,
                   has(Slot::weekday) ? get(Slot::weekday) : 0);
    if (value.empty()) return fail(Resolved::Status::no_such_day);
    settle(value);
  }

  void in_year(int year) {
    if (year < kFirstYear || year > 9999) return fail(Resolved::Status::out_of_range);
    settle(value_in_year(frame_, year));
  }

  void long_ago() {
    out_.anchor = TimexAnchor::absolute;
    if (has(Slot::century)) {
      const int century = get(Slot::century);
      if (century < 1 || century > 99) return fail(Resolved::Status::out_of_range);
      return settle(has(Slot::era) ? "BC" + two_digits(century - 1) : two_digits(century - 1));
    }
    if (has(Slot::era)) {
      if (get(Slot::decade) > 999) return fail(Resolved::Status::out_of_range);
      return settle(year_text(1 - get(Slot::decade) * 10).substr(0, 5));
    }
    // 1960 and 60 as they are written, 196 and 6 as a suffix leaves them.
    int decade = get(Slot::decade);
    if (decade >= 1000 || (decade >= 10 && decade < 100)) decade /= 10;
    if (decade < 10) {
      out_.inferred = true;
      const bool old = context_.story && context_.reference.known;
      out_.trace.step = Trace::Step::century;
      out_.trace.anchor = old ? context_.reference : context_.published;
      const int year = old                        ? context_.reference.year()
                       : context_.published.known ? context_.published.year()
                                                  : 1999;
      // "the sixties" are those of the last century, and in a history those of its own.
      const int century = old ? year / 100 : year >= 2000 ? 19 : year / 100;
      decade += century * 10;
    }
    settle(year_text(decade * 10).substr(0, 3));
  }

  /// hier, la semaine dernière, il y a trois ans, deux jours plus tard; with fields inside: hier
  /// matin.
  void shifted() {
    bool by_reference = frame_.is(Slot::from, From::reference);
    Unit unit = has(Slot::unit) ? static_cast<Unit>(get(Slot::unit)) : Unit::day;
    std::int64_t count = get(Slot::shift);
    if (std::abs(count) > kHuge / 2) return fail(Resolved::Status::out_of_range);
    if (has(Slot::fraction)) halve(unit, count);
    // "the end of the month" after "in 2019": no month of that year, but the article's own.
    if (count == 0 && !context_.story && context_.published.known && context_.reference.known &&
        coarseness(context_.reference.unit) > coarseness(unit)) {
      by_reference = false;
    }
    if (by_reference && shifted_without_year(unit, count)) return;
    if (by_reference && has(Slot::count) && !context_.reference.known) return distance_only();
    const Anchor& anchor = anchor_for_shift(by_reference, unit);
    if (!anchor.known) {
      if (has(Slot::month)) return without_anchor();
      out_.value = count < 0 ? "PAST_REF" : count > 0 ? "FUTURE_REF" : "PRESENT_REF";
      if (by_reference && unit == Unit::day) out_.value = "XXXX-XX-XX";
      return;
    }
    const auto first = moved(anchor.first, unit, count);
    const auto last = moved(anchor.last, unit, count);
    if (!first || !last) return fail(Resolved::Status::out_of_range);
    const Day middle = *first + (*last - *first) / 2;
    trace_move(unit, count, *first, *last);
    if (coarseness(anchor.unit) > coarseness(unit)) {
      settle(value_around(middle, anchor.unit));
      out_.bounds = {*first, *last};
      if (out_.mod == TimexMod::none) out_.mod = TimexMod::approx;
      return place_by(anchor);
    }
    const Unit grain = has(Slot::grain) ? static_cast<Unit>(get(Slot::grain)) : unit;
    if (has(Slot::reach)) {
      const auto end = moved(anchor.last, unit, get(Slot::reach));
      if (!end) return fail(Resolved::Status::out_of_range);
      settle(fmt::format("{}/{}", value_around(middle, grain), value_around(*end, grain)));
    } else {
      inside(middle, grain);
    }
    if (out_.status == Resolved::Status::ok) place_by(anchor);
  }

  void trace_move(Unit unit, std::int64_t count, Day first, Day last) {
    out_.trace.step = Trace::Step::moved;
    out_.trace.unit = unit;
    out_.trace.count = count;
    out_.trace.first = first;
    out_.trace.last = last;
  }

  /// "Deux ans plus tard", and nothing was told that it could be later than.
  void distance_only() {
    out_.type = TimexType::duration;
    out_.value = duration_value(frame_);
    if (out_.value.empty()) fail(Resolved::Status::out_of_range);
  }

  /// Two years and a half are thirty months, about.
  void halve(Unit& unit, std::int64_t& count) {
    const std::int64_t sign = count < 0 ? -1 : 1;
    if (unit == Unit::year) {
      unit = Unit::month;
      count = count * 12 + sign * 6;
    } else if (unit == Unit::month) {
      unit = Unit::week;
      count = (count * 30 + sign * 15) / 7;
    } else {
      return;
    }
    if (out_.mod == TimexMod::none) out_.mod = TimexMod::approx;
  }

  /// "Le lendemain" of a 1 February of no known year is a 2 February.
  [[nodiscard]] bool shifted_without_year(Unit unit, std::int64_t count) {
    if (!context_.last_value.starts_with("XXXX-")) return false;
    std::string value = moved_without_year(context_.last_value, unit, count);
    if (value.empty()) return false;
    out_.anchor = TimexAnchor::reference;
    out_.inferred = true;
    out_.trace.anchor.origin = context_.last_origin;
    unplaced(std::move(value));
    return true;
  }

  [[nodiscard]] const Anchor& anchor_for_shift(bool by_reference, Unit unit) const {
    if (!by_reference) return context_.published;
    if (coarseness(unit) == 0 && context_.reference_day.known &&
        (!context_.reference.known || coarseness(context_.reference.unit) > 3 ||
         context_.reference.unit == Unit::day)) {
      return context_.reference_day;
    }
    return context_.reference.known ? context_.reference : context_.published;
  }

  /// The unit around a day, or what the frame names inside it.
  void inside(Day day, Unit unit) {
    if (has(Slot::nth) && unit == Unit::month) {
      const std::chrono::year_month_day ymd{day};
      return settle(nth_weekday(year_of(day), static_cast<int>(static_cast<unsigned>(ymd.month())),
                                get(Slot::nth), get(Slot::weekday)));
    }
    if (has(Slot::weekday) && unit == Unit::week) {
      return settle(day_text(day + days{get(Slot::weekday) - weekday_of(day)}));
    }
    if (has(Slot::weekend)) return settle(value_around(day, Unit::weekend));
    const bool year_fields = has(Slot::month) || has(Slot::season) || has(Slot::quarter) ||
                             has(Slot::half) || has(Slot::feast);
    if (coarseness(unit) == coarseness(Unit::year) && year_fields) return in_year(year_of(day));
    if (unit == Unit::month && has(Slot::day)) {
      const std::chrono::year_month_day ymd{day};
      return settle(day_value(year_of(day), static_cast<int>(static_cast<unsigned>(ymd.month())),
                              get(Slot::day)));
    }
    settle(value_around(day, unit));
  }

  void without_year() {
    const bool by_reference = frame_.is(Slot::from, From::reference)
                                  ? context_.reference.known
                                  : context_.story && !has(Slot::direction);
    const Anchor& anchor = by_reference ? context_.reference : context_.published;
    const bool present =
        context_.tense == ClauseTense::present || context_.tense == ClauseTense::state;
    const bool habitual = has(Slot::habit) && present;
    if (!anchor.known || habitual) return without_anchor();
    if (has(Slot::weekend)) {
      const int step = frame_.is(Slot::direction, Direction::past)     ? -1
                       : frame_.is(Slot::direction, Direction::future) ? 1
                       : has_past_weekend(anchor)                      ? -1
                                                                       : 0;
      return by_week(anchor, step, Unit::weekend);
    }
    if (has(Slot::weekday) && !has(Slot::day) && !has(Slot::nth)) return weekday(anchor);
    if (has(Slot::day) && !has(Slot::month)) return day_of_month(anchor);
    year_by(anchor);
  }

  /// "They met over the weekend", told on a weekday: the one gone by.
  [[nodiscard]] bool has_past_weekend(const Anchor& anchor) const {
    constexpr int saturday = 6;
    return !has(Slot::direction) && !context_.story && context_.tense == ClauseTense::past &&
           coarseness(anchor.unit) == 0 && weekday_of(anchor.first) < saturday;
  }

  void by_week(const Anchor& anchor, int step, Unit unit) {
    if (coarseness(anchor.unit) > coarseness(unit)) return stay(anchor);
    const auto day = moved(anchor.first, Unit::week, step);
    if (!day) return fail(Resolved::Status::out_of_range);
    settle(value_around(*day, unit));
    trace_move(Unit::week, step, *day, *day);
    place_by(anchor);
  }

  /// The anchor is too coarse to count days from: the value is as coarse as it.
  void stay(const Anchor& anchor) {
    settle(value_around(anchor.middle(), anchor.unit));
    out_.trace.step = Trace::Step::same;
    if (out_.mod == TimexMod::none) out_.mod = TimexMod::approx;
    place_by(anchor);
  }

  void weekday(const Anchor& anchor) {
    if (coarseness(anchor.unit) > 0) return stay(anchor);
    if (context_.said_day && !has(Slot::direction)) {
      settle(to_iso(*context_.said_day));
      out_.trace.step = Trace::Step::told;
      return place_by(anchor);
    }
    const Want want = context_.story && !has(Slot::direction) ? Want::on_or_after
                                                              : wanted(frame_, context_, true);
    const int weeks = has(Slot::beyond) ? get(Slot::beyond) : 0;
    settle(day_text(fitting_weekday(anchor, get(Slot::weekday), want) + days{7 * weeks}));
    trace_fitting(Unit::week, want);
    place_by(anchor);
  }

  /// "le 19": of this month, or the one before or after.
  void day_of_month(const Anchor& anchor) {
    if (coarseness(anchor.unit) > coarseness(Unit::month)) return without_anchor();
    if (has(Slot::weekday) && context_.kind == TextKind::dialogue) {
      const auto day = weekday_of_month(anchor.first, get(Slot::day), get(Slot::weekday));
      if (!day) return fail(Resolved::Status::no_such_day);
      settle(day_text(*day));
      trace_fitting(Unit::month, Want::rather_after);
      return place_by(anchor);
    }
    const int weekday = has(Slot::weekday) ? get(Slot::weekday) : 0;
    const bool nearest = weekday != 0 || context_.story;
    const Want want = nearest ? Want::nearest : wanted(frame_, context_, true);
    const auto best = fitting_day_of_month(anchor, get(Slot::day), weekday, want);
    if (!best) return fail(Resolved::Status::no_such_day);
    settle(day_text(*best));
    trace_fitting(Unit::month, want);
    place_by(anchor);
  }

  /// The year in which a month, a day of a month, a season ... fits.
  void year_by(const Anchor& anchor) {
    const bool directed = has(Slot::direction);
    const bool story = (context_.story || frame_.is(Slot::from, From::reference)) && !directed;
    const bool checked = has(Slot::weekday) && has(Slot::day);
    const Want want = wanted(frame_, context_, false);
    std::string best = fitting_year(frame_, anchor, {want, story, checked});
    if (best.empty()) return fail(Resolved::Status::no_such_day);
    settle(std::move(best));
    trace_fitting(Unit::year, story || (checked && !directed) ? Want::nearest : want);
    place_by(anchor);
  }

  void without_anchor() {
    out_.anchor = TimexAnchor::none;
    std::string value = value_without_year(frame_);
    if (value.empty()) return fail(Resolved::Status::no_such_day);
    unplaced(std::move(value));
  }

  void unplaced(std::string value) {
    out_.value = std::move(value);
    out_.bounds = {};
  }

  void clock() {
    out_.type = TimexType::time;
    // "Jusqu'à 72 heures" is no time of day.
    if (has(Slot::hour) && get(Slot::hour) > 24 && !has(Slot::minute) && !says_day()) {
      out_.type = TimexType::duration;
      out_.value = fmt::format("PT{}H", get(Slot::hour));
      return;
    }
    auto said = time_of_day(frame_);
    if (!said) return fail(Resolved::Status::no_such_time);
    std::string time = std::move(*said);
    if (!says_day()) {
      const bool story = context_.story || frame_.is(Slot::from, From::reference);
      const bool told =
          context_.reference_day.known && (story || !frame_.is(Slot::from, From::document));
      const Anchor& anchor = told ? context_.reference_day : context_.published;
      if (!anchor.known || context_.story) {
        if (!told) return unplaced(fmt::format("XXXX-XX-XX{}", time));
      }
      if (coarseness(anchor.unit) > 0) return stay(anchor);
      // Said of now, midnight is the one to come.
      const bool midnight = context_.kind == TextKind::dialogue && !told &&
                            get(Slot::clock) == 24 * 60 && !time.starts_with("T23");
      if (midnight && time == "T24:00") time = "T00:00";
      const Day day = anchor.first + days{midnight ? 1 : 0};
      settle(day_text(day));
      trace_move(Unit::day, midnight ? 1 : 0, day, day);
      place_by(anchor);
    }
    // Only a day has hours: with a coarser date the time of day cannot be said.
    const bool day = out_.value.size() == 10 &&
                     (parse_iso_day(out_.value).has_value() || out_.value.starts_with("XXXX"));
    if (day) {
      out_.value += time;
    } else if (out_.value.starts_with("XXXX-WXX-")) {
      out_.value += time;
    }
  }

  const Frame& frame_;
  const ResolveContext& context_;
  Resolved out_;
};

}  // namespace

Resolved resolve(const Frame& frame, const ResolveContext& context) {
  return Resolver{frame, context}.run();
}

}  // namespace frise::temporal
