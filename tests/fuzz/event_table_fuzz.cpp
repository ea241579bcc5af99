// Tables of events: whatever the bytes, each row is an event or an error with its line, and the
// records read back.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "frise/import/event_table.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto table = frise::parse_event_table({reinterpret_cast<const char*>(data), size}, "table.csv");
  if (!table) return 0;
  frise::adopt_known_entities(*table, table->records);
  for (const frise::Error& error : table->errors) {
    if (error.line == 0 || error.column == 0) std::abort();
  }
  for (const frise::Record& record : table->records) {
    if (!frise::parse_record(frise::to_json(record))) std::abort();
  }
  return 0;
}
