// Articles, as text and as JSON Lines: what is read is UTF-8 without NUL, and every remark points
// into it.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "frise/read/reader.hpp"

namespace {

bool check(const frise::Result<frise::Document>& document) {
  if (!document) return true;
  if (document->text.find('\0') != std::string::npos) std::abort();
  for (const frise::Diagnostic& diagnostic : document->diagnostics) {
    if (diagnostic.span.begin > diagnostic.span.end) std::abort();
    if (diagnostic.span.end > document->text.size()) std::abort();
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  frise::read_bytes("article.txt", bytes, {}, check);
  frise::read_bytes("articles.jsonl", bytes, {}, check);
  return 0;
}
