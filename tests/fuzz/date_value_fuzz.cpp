// Dates as EDTF and TIMEX3 write them: what is read covers days in order, and reads back from its own value.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "frise/core/date.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto date = frise::parse_date(text);
  if (!date) return 0;
  const frise::DayBounds& bounds = date->bounds;
  if (bounds.known() && *bounds.latest < *bounds.earliest) std::abort();
  const auto again = frise::parse_date(date->value);
  if (!again || !(*again == *date)) std::abort();
  return 0;
}
