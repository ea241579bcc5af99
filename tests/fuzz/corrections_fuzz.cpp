// Corrections and settings: whatever is read has its place within the file.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "frise/correct/corrections.hpp"
#include "frise/project/project_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view toml{reinterpret_cast<const char*>(data), size};
  const auto lines = static_cast<std::size_t>(std::count(toml.begin(), toml.end(), '\n')) + 1;
  if (const auto corrections = frise::parse_corrections(toml, "corrections.toml")) {
    for (const frise::Correction& entry : corrections->entries) {
      if (entry.line > lines || entry.span.begin > entry.span.end || entry.span.end > size) {
        std::abort();
      }
    }
  }
  if (const auto settings = frise::parse_project(toml, "frise.toml")) {
    for (const frise::ProjectEntry& entry : *settings) {
      if (entry.line > lines) std::abort();
    }
  }
  return 0;
}
