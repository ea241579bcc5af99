// Looks for the data where a reader would: what was said, the environment, beside the program, the
// prefix.

#include "frise/pack/data_root.hpp"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace frise {
namespace fs = std::filesystem;

Result<std::string> find_data_root(const std::string& given) {
  std::vector<fs::path> places;
  if (!given.empty()) {
    places.emplace_back(given);
  } else if (const char* named = std::getenv("FRISE_DATA"); named != nullptr && *named != '\0') {
    places.emplace_back(named);
  } else {
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    if (!failed) places.push_back(program.parent_path().parent_path() / "share" / "frise");
    places.emplace_back(FRISE_INSTALLED_DATA);
  }
  std::string tried;
  for (const fs::path& place : places) {
    std::error_code failed;
    if (fs::is_directory(place / "lang", failed)) return place.string();
    tried += tried.empty() ? "" : ", ";
    tried += place.string();
  }
  return fail({ErrorCode::not_found,
               "no frise data (lang/, subject/) in " + tried + "; name it with --data DIR", "", 0,
               0});
}

}  // namespace frise
