// Every file below the data root's folders counts, by its relative path and bytes; 30 MB take some
// ten milliseconds. Of the program its own bytes count, since two builds of one version may differ.
// Tested in tests/unit/pipeline/fingerprint_test.cpp.

#include "frise/pipeline/fingerprint.hpp"

#include "core/hash.hpp"
#include "core/mapped_file.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <vector>

namespace frise {
namespace fs = std::filesystem;

namespace {

class Print {
 public:
  void add(std::string_view part) {
    text_ += std::to_string(part.size());
    text_ += ':';
    text_ += part;
  }

  void add_file(const fs::path& file, std::string_view name) {
    add(name);
    const auto mapped = MappedFile::open(file.string(), 0);
    add(mapped ? std::to_string(checksum_of(mapped->bytes())) : "unread");
  }

  void add_folder(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code failed;
    const auto options = fs::directory_options::follow_directory_symlink;
    for (fs::recursive_directory_iterator at(folder, options, failed), end; !failed && at != end;
         at.increment(failed)) {
      std::error_code ignored;
      if (at->is_regular_file(ignored)) {
        names.push_back(at->path().lexically_relative(folder).generic_string());
      }
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) add_file(folder / name, name);
  }

  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

std::string fingerprint(const AnnotatorOptions& options) {
  const fs::path root{options.data_root};
  Print print;
  print.add("frise " FRISE_VERSION);
  print.add_file("/proc/self/exe", "program");
  print.add(std::to_string(static_cast<int>(options.kind)));
  for (const char* folder : {"lang", "lexicon", "model"}) print.add_folder(root / folder);
  if (options.no_subject) {
    print.add("no subject");
  } else if (options.subjects.empty()) {
    print.add_folder(root / "subject");
  }
  for (const std::string& subject : options.subjects) {
    std::error_code failed;
    const fs::path there = root / "subject" / subject;
    print.add(subject);
    print.add_folder(fs::exists(there, failed) ? there : fs::path{subject});
  }
  return std::move(print).take();
}

}  // namespace frise
