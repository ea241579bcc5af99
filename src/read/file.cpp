// Plain reads into one buffer: a map of the file would fault when somebody shortens it meanwhile.
// Tested in tests/unit/read/reader_test.cpp.

#include "read/file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace frise {
namespace fs = std::filesystem;

namespace {

struct Close {
  void operator()(std::FILE* file) const noexcept {
    if (file != nullptr && file != stdin) std::fclose(file);
  }
};

Error too_large(const std::string& path, std::size_t max_bytes) {
  return {ErrorCode::too_large, "larger than " + std::to_string(max_bytes) + " bytes; split it",
          path, 0, 0};
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  std::size_t expected = 0;
  if (path != "-") {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (status.type() == fs::file_type::not_found) {
      return fail({ErrorCode::not_found, "no such file", path, 0, 0});
    }
    if (fs::is_directory(status)) {
      return fail({ErrorCode::unreadable, "is a folder, not an article", path, 0, 0});
    }
    if (fs::is_regular_file(status)) {
      const std::uintmax_t size = fs::file_size(path, failed);
      if (!failed && size > max_bytes) return fail(too_large(path, max_bytes));
      if (!failed) expected = static_cast<std::size_t>(size);
    }
  }
  const std::unique_ptr<std::FILE, Close> file{path == "-" ? stdin
                                                           : std::fopen(path.c_str(), "rb")};
  if (file == nullptr) {
    return fail({ErrorCode::unreadable, "cannot be opened: " + std::string{std::strerror(errno)},
                 path, 0, 0});
  }
  std::string bytes;
  std::size_t used = 0;
  // One byte more than expected, so that the end is seen without another growth.
  for (std::size_t room = std::max(expected + 1, std::size_t{1} << 16);; room = used + used / 2) {
    bytes.resize(room);
    used += std::fread(bytes.data() + used, 1, room - used, file.get());
    if (used > max_bytes) return fail(too_large(path, max_bytes));
    if (used < room) break;
  }
  if (std::ferror(file.get()) != 0) {
    return fail({ErrorCode::unreadable, "cannot be read to its end", path, 0, 0});
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace frise
