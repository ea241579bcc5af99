// Dates as EDTF and TIMEX3 write them: what is read covers days in order, reads back from its own
// value, and as EDTF covers the same days; what is refused has its reason.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "frise/core/date.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto date = frise::parse_date(text);
  if (!date) {
    if (frise::why_no_date(text).empty()) std::abort();
    return 0;
  }
  const frise::DayBounds& bounds = date->bounds;
  if (bounds.known() && *bounds.latest < *bounds.earliest) std::abort();
  const auto again = frise::parse_date(date->value);
  if (!again || !(*again == *date)) std::abort();
  const frise::PartialDate edtf = frise::to_edtf(*date);
  if (!(edtf.bounds == bounds) || !(frise::parse_date(edtf.value) == edtf)) std::abort();
  return 0;
}
