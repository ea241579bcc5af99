// Whether a date of two periods is a duration or a day that is not known better, its value tells:
// "2017/2019" lasted, "2018" in quarters did not. Tested in tests/unit/view/map_series_test.cpp.

#include "view/periods.hpp"

namespace frise {
namespace {

/// "Around March 2018" is in 2018 when its bounds are; "around 2018" may be in 2017.
bool is_finer(Precision precision, MapPeriod per) noexcept {
  switch (precision) {
    case Precision::day:
    case Precision::week:
    case Precision::month:
      return true;
    case Precision::quarter:
    case Precision::season:
    case Precision::half:
      return per == MapPeriod::year;
    default:
      return false;
  }
}

}  // namespace

int period_of(Day day, MapPeriod per) noexcept {
  const int year = year_of(day);
  if (per != MapPeriod::quarter) return year;
  const auto month = static_cast<unsigned>(std::chrono::year_month_day{day}.month());
  return 4 * year + static_cast<int>((month - 1) / 3);
}

std::optional<PeriodSpan> periods_of(const RecordDate& date, MapPeriod per) {
  const auto known = date_of(date);
  if (!known || known->uncertain) return std::nullopt;
  if (known->approximate && !is_finer(known->precision, per)) return std::nullopt;
  const DayBounds& bounds = date.bounds;
  if (!bounds.known()) return std::nullopt;
  const PeriodSpan span{period_of(*bounds.earliest, per), period_of(*bounds.latest, per)};
  const bool lasted =
      known->precision == Precision::interval && date.value.find('/') != std::string::npos;
  if (span.first != span.last && !lasted) return std::nullopt;
  return span;
}

std::string period_name(int period, MapPeriod per, const DateWords& dates) {
  if (per != MapPeriod::quarter) return std::to_string(period);
  const std::string value = std::to_string(period / 4) + "-Q" + static_cast<char>('1' + period % 4);
  const auto date = parse_date(value);
  return date ? dates.label(*date) : value;
}

std::string periods_between(const std::vector<int>& known, MapPeriod per, const DateWords& dates) {
  std::string text;
  for (std::size_t i = 1; i < known.size(); ++i) {
    const int first = known[i - 1] + 1;
    const int last = known[i] - 1;
    if (first > last) continue;
    text += text.empty() ? "" : ", ";
    text += period_name(first, per, dates);
    if (first == last) continue;
    text += (per == MapPeriod::quarter ? " – " : "–") + period_name(last, per, dates);
  }
  return text;
}

}  // namespace frise
