// Pack tables: every cell of what is read lies on the line that it says it stood on.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "frise/pack/table.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const auto table = frise::Table::parse("table.tsv", bytes);
  if (!table) return 0;
  std::size_t line = 0;
  for (const frise::TableRow& row : table->rows()) {
    if (row.line <= line) std::abort();
    line = row.line;
    for (const std::string_view cell : row.cells) {
      if (cell.find_first_of("\t\n") != std::string_view::npos) std::abort();
    }
  }
  return 0;
}
