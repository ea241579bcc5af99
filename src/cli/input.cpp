// Plain reads; a folder opens like a file and only then says that it is none.

#include "cli/input.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <vector>

namespace frise::cli {
namespace {

Result<void> for_each_chunk(const std::string& path,
                            const std::function<void(std::string_view)>& take) {
  const auto failed = [&] {
    const ErrorCode code = errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable;
    const std::string why =
        errno == EISDIR ? "is a folder; name a file" : std::generic_category().message(errno);
    return fail({code, "cannot be read: " + why, path, 0, 0});
  };
  const int descriptor = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failed();
  std::vector<char> chunk(std::size_t{1} << 16);
  Result<void> result{};
  while (true) {
    const auto count = ::read(descriptor, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) result = failed();
    if (count <= 0) break;
    take({chunk.data(), static_cast<std::size_t>(count)});
  }
  if (descriptor != STDIN_FILENO) ::close(descriptor);
  return result;
}

}  // namespace

Result<std::string> read_all(const std::string& path) {
  std::string bytes;
  const auto read = for_each_chunk(path, [&](std::string_view chunk) { bytes += chunk; });
  if (!read) return fail(read.error());
  return bytes;
}

Result<void> for_each_line(const std::string& path,
                           const std::function<void(const std::string&)>& take) {
  std::string line;
  const auto read = for_each_chunk(path, [&](std::string_view chunk) {
    for (std::size_t end = chunk.find('\n'); end != std::string_view::npos;
         end = chunk.find('\n')) {
      line += chunk.substr(0, end);
      take(line);
      line.clear();
      chunk.remove_prefix(end + 1);
    }
    line += chunk;
  });
  if (read && !line.empty()) take(line);
  return read;
}

}  // namespace frise::cli
