#pragma once

#include "frise/read/reader.hpp"
#include "pipeline/guesser.hpp"

#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace frise::test {

/// A folder of its own that is gone with the object.
class Folder {
 public:
  Folder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("frise-read-" + std::to_string(::getpid()) + '-' + std::to_string(count++));
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  /// Writes a file and returns its path.
  std::string write(const std::string& name, std::string_view bytes) const {
    const auto path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  [[nodiscard]] std::string operator/(const std::string& name) const {
    return (path_ / name).string();
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

/// That of the packs.
inline std::shared_ptr<const LanguageGuesser> guesser() {
  static const auto loaded =
      std::make_shared<const LanguageGuesser>(load_guesser(FRISE_TEST_DATA_ROOT).value());
  return loaded;
}

inline ReadOptions guessing() {
  ReadOptions options;
  options.guesser = guesser();
  return options;
}

using Documents = std::vector<Result<Document>>;

inline Documents read_all(const std::string& path, const ReadOptions& options = guessing()) {
  Documents documents;
  read_documents(path, options, [&](Result<Document> document) {
    documents.push_back(std::move(document));
    return true;
  });
  return documents;
}

inline Documents read_text(const std::string& path, std::string bytes,
                           const ReadOptions& options = guessing()) {
  Documents documents;
  read_bytes(path, std::move(bytes), options, [&](Result<Document> document) {
    documents.push_back(std::move(document));
    return true;
  });
  return documents;
}

/// The message without the folder it names.
inline std::string message_of(const Result<Document>& document, const std::string& folder = {}) {
  if (document) return "no error";
  std::string message = to_string(document.error());
  const auto at = folder.empty() ? std::string::npos : message.find(folder + '/');
  return at == std::string::npos ? message : message.erase(at, folder.size() + 1);
}

}  // namespace frise::test
