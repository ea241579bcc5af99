// Each end is read alone first; only where they come out in the wrong order is the year of one of
// them thought over, and only where the words leave it open. Tested in
// tests/unit/temporal/values_test.cpp.

#include "temporal/ranges.hpp"

#include <chrono>
#include <optional>

namespace frise::temporal {
namespace {

enum class Order : std::uint8_t { forward, backward, unknown };

Order order_of(const RangeEnds& ends) {
  const auto first = parse_date(ends.first.value);
  const auto last = parse_date(ends.last.value);
  if (!first || !last || !first->bounds.known() || !last->bounds.known()) return Order::unknown;
  return *first->bounds.earliest <= *last->bounds.earliest ? Order::forward : Order::backward;
}

bool says_year(const Frame& frame) { return frame.has(Slot::year) || frame.has(Slot::iso); }

bool same_month(const Frame& first, const Frame& last) {
  return first.has(Slot::month) && last.has(Slot::month) && first[Slot::month] == last[Slot::month];
}

/// "Du 5 au 3 mars", whatever the year.
bool never_forward(const Frame& first, const Frame& last) {
  return same_month(first, last) && first.has(Slot::day) && last.has(Slot::day) &&
         first[Slot::day] > last[Slot::day] && first.is(Slot::range, Range::shared);
}

bool adjoin(const RangeEnds& ends) {
  return ends.first.bounds.known() && ends.last.bounds.known() &&
         *ends.last.bounds.earliest == *ends.first.bounds.latest + std::chrono::days{1};
}

}  // namespace

RangeEnds resolve_range(Frame first, Frame last, const ResolveContext& context) {
  RangeEnds ends{resolve(first, context), resolve(last, context), {}, never_forward(first, last)};
  if (ends.backward) return ends;
  Order order = order_of(ends);
  if (order == Order::backward && !same_month(first, last)) {
    if (first.is(Slot::range, Range::shared) && first.has(Slot::year) && first.has(Slot::month)) {
      first.set(Slot::year, first[Slot::year] - 1);
      ends.first = resolve(first, context);
    } else if (!says_year(first) && !says_year(last)) {
      ResolveContext onwards = context;
      onwards.published = anchor_of(ends.first.value);
      onwards.published.told = true;
      onwards.story = false;
      last.set(Slot::direction, static_cast<std::int32_t>(Direction::coming));
      ends.last = resolve(last, onwards);
    }
    order = order_of(ends);
  }
  if (first.is(Slot::range, Range::pair)) {
    if (order == Order::forward && adjoin(ends)) {
      ends.value = ends.first.value + "/" + ends.last.value;
    }
    return ends;
  }
  ends.backward = order == Order::backward;
  const bool hours = (ends.first.value + ends.last.value).find('T') != std::string::npos;
  if (order == Order::forward && !hours) ends.value = ends.first.value + "/" + ends.last.value;
  return ends;
}

}  // namespace frise::temporal
