// The names that rule files use for slots and for values that are not numbers. Tested through the
// packs.

#include "temporal/frame.hpp"

#include "frise/temporal/time_expression.hpp"

#include <charconv>
#include <utility>

namespace frise::temporal {
namespace {

constexpr std::array<std::pair<std::string_view, Slot>, static_cast<std::size_t>(Slot::size_)>
    kSlotNames{{
        {"y", Slot::year},        {"yy", Slot::short_year}, {"m", Slot::month},
        {"d", Slot::day},         {"wd", Slot::weekday},    {"q", Slot::quarter},
        {"half", Slot::half},     {"season", Slot::season}, {"w", Slot::week},
        {"dec", Slot::decade},    {"cent", Slot::century},  {"we", Slot::weekend},
        {"iso", Slot::iso},       {"feast", Slot::feast},   {"clock", Slot::clock},
        {"hour", Slot::hour},     {"minute", Slot::minute}, {"ampm", Slot::meridiem},
        {"part", Slot::part},     {"shift", Slot::shift},   {"nth", Slot::nth},
        {"unit", Slot::unit},     {"n", Slot::count},       {"n2", Slot::count_to},
        {"plus", Slot::fraction}, {"every", Slot::times},   {"type", Slot::type},
        {"lit", Slot::literal},   {"mod", Slot::mod},       {"dir", Slot::direction},
        {"from", Slot::from},     {"sec", Slot::second},    {"zone", Slot::zone},
        {"reach", Slot::reach},   {"beyond", Slot::beyond}, {"grain", Slot::grain},
        {"range", Slot::range},   {"habit", Slot::habit},   {"era", Slot::era},
        {"len", Slot::length},    {"story", Slot::story},
    }};

template <class E>
constexpr std::pair<std::string_view, std::int32_t> entry(std::string_view name, E value) {
  return {name, static_cast<std::int32_t>(value)};
}

// One space of names: no two kinds of value share one.
constexpr std::array kSymbols{
    entry("S", Unit::second),
    entry("MIN", Unit::minute),
    entry("H", Unit::hour),
    entry("D", Unit::day),
    entry("W", Unit::week),
    entry("2W", Unit::fortnight),
    entry("M", Unit::month),
    entry("Q", Unit::quarter),
    entry("HALF", Unit::half),
    entry("Y", Unit::year),
    entry("E", Unit::decade),
    entry("C", Unit::century),
    entry("L", Unit::millennium),
    entry("WE", Unit::weekend),
    entry("SEASON", Unit::season),
    entry("MO", Part::morning),
    entry("MI", Part::midday),
    entry("AF", Part::afternoon),
    entry("EV", Part::evening),
    entry("NI", Part::night),
    entry("DT", Part::daytime),
    entry("SP", 1),
    entry("SU", 2),
    entry("FA", 3),
    entry("WI", 4),
    entry("DATE", Type::date),
    entry("TIME", Type::time),
    entry("DURATION", Type::duration),
    entry("SET", Type::set),
    entry("IGNORE", Type::ignore),
    entry("PAST_REF", Literal::past),
    entry("PRESENT_REF", Literal::present),
    entry("FUTURE_REF", Literal::future),
    entry("past", Direction::past),
    entry("future", Direction::future),
    entry("nearest", Direction::nearest),
    entry("coming", Direction::coming),
    entry("BC", Era::before),
    entry("doc", From::document),
    entry("ref", From::reference),
    entry("START", TimexMod::start),
    entry("MID", TimexMod::mid),
    entry("END", TimexMod::end),
    entry("APPROX", TimexMod::approx),
    entry("BEFORE", TimexMod::before),
    entry("AFTER", TimexMod::after),
    entry("LESS_THAN", TimexMod::less_than),
    entry("MORE_THAN", TimexMod::more_than),
    entry("X", kVague),
};

}  // namespace

std::optional<Slot> slot_named(std::string_view name) {
  for (const auto& [known, slot] : kSlotNames) {
    if (known == name) return slot;
  }
  return std::nullopt;
}

std::optional<std::int32_t> symbol_value(std::string_view text) {
  std::int32_t number = 0;
  const char* begin = text.data();
  const char* end = begin + text.size();
  if (begin != end && *begin == '+') ++begin;
  const auto [stop, error] = std::from_chars(begin, end, number);
  if (error == std::errc{} && stop == end) return number;
  for (const auto& [name, value] : kSymbols) {
    if (name == text) return value;
  }
  return std::nullopt;
}

}  // namespace frise::temporal
