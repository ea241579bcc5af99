// Modifiers are applied before the spelling changes, since a week becomes two days. Tested in
// tests/unit/temporal/edtf_test.cpp.

#include "frise/temporal/time_expression.hpp"

#include <utility>

namespace frise {

PartialDate modified(PartialDate date, TimexMod mod) {
  if (date.precision == Precision::interval || date.approximate) return date;
  const bool sided = mod == TimexMod::before || mod == TimexMod::after;
  if (sided && date.bounds == DayBounds{}) return date;  // a side of what has no place is none
  switch (mod) {
    case TimexMod::approx:
      if (date.uncertain) date.value.pop_back();
      date.value += date.uncertain ? '%' : '~';
      date.approximate = true;
      break;
    case TimexMod::before:
      date.value.insert(0, "../");
      date.bounds.earliest.reset();
      date.precision = Precision::interval;
      break;
    case TimexMod::after:
      date.value += "/..";
      date.bounds.latest.reset();
      date.precision = Precision::interval;
      break;
    default:
      break;
  }
  return date;
}

std::optional<PartialDate> edtf_of(TimexType type, std::string_view value, TimexMod mod) {
  if (type == TimexType::duration || type == TimexType::set) return std::nullopt;
  auto date = parse_date(value);
  if (!date) return std::nullopt;
  // A day is as fine as it gets here.
  if (date->precision == Precision::day) date = to_edtf(*date);
  return to_edtf(modified(std::move(*date), mod));
}

}  // namespace frise
