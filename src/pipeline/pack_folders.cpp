#include "pipeline/pack_folders.hpp"

#include <algorithm>
#include <system_error>

namespace frise {
namespace fs = std::filesystem;

std::vector<std::string> packs_below(const fs::path& parent, const char* marker) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator at{parent, failed}, end; !failed && at != end; at.increment(failed)) {
    if (fs::exists(at->path() / marker, failed)) names.push_back(at->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out.empty() ? "none" : out;
}

}  // namespace frise
