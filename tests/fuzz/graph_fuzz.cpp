// Graphs: what is read is written to JSON that reads back to the same bytes.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "frise/graph/event_graph.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto graph = frise::parse_graph({reinterpret_cast<const char*>(data), size});
  if (!graph) return 0;
  const std::string written = frise::to_json(*graph);
  const auto again = frise::parse_graph(written);
  if (!again || frise::to_json(*again) != written) std::abort();
  return 0;
}
