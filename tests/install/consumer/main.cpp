// Reads a record from memory and prints a day that a date covers: the library is found, links and runs.

#include <cstdio>

#include "frise/core/date.hpp"
#include "frise/record/record.hpp"

int main() {
  const auto record = frise::parse_record(R"({"schema":"frise-record/1"})");
  const auto month = frise::parse_date("2019-05");
  if (!record || !month || frise::to_json(*record).empty()) return 1;
  std::puts(frise::to_iso(*month->bounds.latest).c_str());
  return 0;
}
