// Error to text: the one place that spells messages; tested in tests/unit/core/result_test.cpp.

#include "frise/core/result.hpp"

namespace frise {

std::string to_string(const Error& error) {
  std::string out;
  if (!error.path.empty()) {
    out += error.path;
    if (error.line != 0) {
      out += ':' + std::to_string(error.line);
      if (error.column != 0) out += ':' + std::to_string(error.column);
    }
    out += ": ";
  }
  out += "error: ";
  out += error.message;
  return out;
}

}  // namespace frise
