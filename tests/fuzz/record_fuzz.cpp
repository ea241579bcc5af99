// Extraction records: what is read is written to JSON that reads back to the same bytes.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "frise/record/record.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto record = frise::parse_record({reinterpret_cast<const char*>(data), size});
  if (!record) return 0;
  const std::string written = frise::to_json(*record);
  const auto again = frise::parse_record(written);
  if (!again || frise::to_json(*again) != written) std::abort();
  return 0;
}
