// Arguments to files. Folders are walked without following links to folders, so that a loop of
// links ends. Tested in tests/unit/read/input_list_test.cpp.

#include "frise/read/reader.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace frise {
namespace fs = std::filesystem;

namespace {

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool is_article(const fs::path& path) {
  static const std::set<std::string, std::less<>> kinds{".txt",      ".text",  ".md",
                                                        ".markdown", ".jsonl", ".ndjson"};
  return kinds.contains(lower_ascii(path.extension().string())) &&
         lower_ascii(path.stem().string()) != "readme";
}

class Lister {
 public:
  void add(const std::string& argument) {
    if (argument == "-") {
      if (seen_.insert("-").second) list_.paths.push_back(argument);
      return;
    }
    std::error_code failed;
    const fs::file_status status = fs::status(argument, failed);
    if (!fs::exists(status)) {
      const bool missing = status.type() == fs::file_type::not_found;
      list_.errors.push_back({missing ? ErrorCode::not_found : ErrorCode::unreadable,
                              missing ? "no such file or folder" : failed.message(), argument, 0,
                              0});
    } else if (fs::is_directory(status)) {
      add_folder(argument);
    } else {
      add_file(argument, fs::path{argument}.stem().string());
    }
  }

  InputList take() {
    for (const auto& [id, paths] : paths_by_id_) {
      for (const std::string& path : paths) {
        const fs::path name{path};
        if (paths.size() > 1) {
          list_.ids[path] = fs::path{name}.replace_extension().generic_string();
        } else if (id != name.stem().string()) {
          list_.ids[path] = id;
        }
      }
    }
    return std::move(list_);
  }

 private:
  void add_file(const std::string& path, const std::string& id) {
    std::error_code failed;
    const fs::path real = fs::weakly_canonical(path, failed);
    if (!seen_.insert(failed ? path : real.string()).second) return;
    list_.paths.push_back(path);
    paths_by_id_[id].push_back(path);
  }

  void add_folder(const std::string& argument) {
    const fs::path root{argument};
    std::vector<std::string> found;
    std::error_code failed;
    fs::recursive_directory_iterator at(root, failed);
    for (; !failed && at != fs::recursive_directory_iterator{}; at.increment(failed)) {
      const fs::path& path = at->path();
      std::error_code ignored;
      if (path.filename().string().starts_with('.')) {
        if (at->is_directory(ignored)) at.disable_recursion_pending();
      } else if (at->is_regular_file(ignored) && is_article(path)) {
        found.push_back(path.lexically_relative(root).generic_string());
      }
    }
    if (failed) {
      list_.errors.push_back({ErrorCode::unreadable, failed.message(), argument, 0, 0});
    } else if (found.empty()) {
      list_.errors.push_back(
          {ErrorCode::empty, "no article in this folder (.txt, .md, .jsonl)", argument, 0, 0});
    }
    std::sort(found.begin(), found.end());
    for (const std::string& relative : found) {
      add_file((root / relative).string(), fs::path{relative}.replace_extension().generic_string());
    }
  }

  InputList list_;
  std::set<std::string> seen_;
  std::map<std::string, std::vector<std::string>> paths_by_id_;
};

}  // namespace

InputList list_inputs(const std::vector<std::string>& arguments) {
  Lister lister;
  for (const std::string& argument : arguments) lister.add(argument);
  return lister.take();
}

}  // namespace frise
