// Tested in tests/unit/pipeline/pack_check_test.cpp.

#include "frise/pack/examples.hpp"

#include <algorithm>
#include <filesystem>

namespace frise {
namespace fs = std::filesystem;

Result<std::vector<Table>> load_examples(const std::string& folder, std::string_view stage) {
  const fs::path root = fs::path{folder} / "examples";
  std::vector<fs::path> paths;
  std::error_code failed;
  for (fs::recursive_directory_iterator at{root, failed}, end; !failed && at != end;
       at.increment(failed)) {
    if (at->path().extension() != ".tsv" || !at->is_regular_file()) continue;
    if (at->path().lexically_relative(root).begin()->string().starts_with(stage)) {
      paths.push_back(at->path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Table> tables;
  for (const fs::path& path : paths) {
    auto table = Table::load(path.string());
    if (!table) return fail(table.error());
    tables.push_back(std::move(*table));
  }
  return tables;
}

}  // namespace frise
