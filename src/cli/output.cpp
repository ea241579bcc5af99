// write, fsync, rename: after a crash there is the old file or the new one. Every call's answer is
// looked at, since a full disk tells of itself at any of them. Tested in
// tests/unit/cli/output_test.cpp.

#include "cli/output.hpp"

#include "cli/passing_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace frise::cli {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_held = std::size_t{1} << 18;
constexpr std::string_view closed_pipe = "nobody reads standard output any more";

std::string reason(int number) { return std::generic_category().message(number); }

/// Opens a new file beside `path`, which mkstemp names. The rights are those any new file gets.
int open_beside(const std::string& path, std::string& name) {
  const fs::path target{path};
  name = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) return descriptor;
  note_passing_file(name);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(descriptor, 0666U & ~mask);
  return descriptor;
}

}  // namespace

bool is_closed_pipe(const Error& error) noexcept { return error.message == closed_pipe; }

Error Output::failed(std::string_view doing) const {
  const int number = errno;
  if (number == EPIPE) return {ErrorCode::unreadable, std::string{closed_pipe}, path_, 0, 0};
  return {ErrorCode::unreadable, std::string{doing} + ": " + reason(number),
          path_.empty() ? "standard output" : path_, 0, 0};
}

Result<Output> Output::open(const std::string& path) {
  Output output;
  if (path.empty() || path == "-") {
    output.descriptor_ = STDOUT_FILENO;
    return output;
  }
  // A link is followed, so that it stays one and its target is replaced.
  std::error_code unresolved;
  const fs::path resolved = fs::weakly_canonical(path, unresolved);
  output.path_ = unresolved || !fs::is_symlink(path, unresolved) ? path : resolved.string();
  struct stat status = {};
  const bool exists = ::stat(output.path_.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    return fail({ErrorCode::unreadable, "is a folder; name a file", path, 0, 0});
  }
  if (exists && !S_ISREG(status.st_mode)) {
    output.descriptor_ = ::open(output.path_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    output.descriptor_ = open_beside(output.path_, output.passing_);
  }
  if (output.descriptor_ < 0) {
    output.passing_.clear();
    return fail(output.failed("cannot be written"));
  }
  return output;
}

Output::Output(Output&& other) noexcept
    : path_{std::move(other.path_)},
      passing_{std::exchange(other.passing_, {})},
      descriptor_{std::exchange(other.descriptor_, -1)},
      held_{std::move(other.held_)} {}

Output::~Output() {
  if (descriptor_ >= 0 && descriptor_ != STDOUT_FILENO) ::close(descriptor_);
  if (passing_.empty()) return;
  ::unlink(passing_.c_str());
  forget_passing_file(passing_);
}

Result<void> Output::write(std::string_view bytes) {
  if (held_.size() + bytes.size() < most_held) {
    held_ += bytes;
    return {};
  }
  if (auto done = flush(); !done) return done;
  return pass_on(bytes);  // much at once is not held twice
}

Result<void> Output::flush() {
  auto done = pass_on(held_);
  if (done) held_.clear();
  return done;
}

Result<void> Output::pass_on(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fail(failed("cannot be written"));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<void> Output::finish() {
  if (auto done = flush(); !done) return done;
  if (passing_.empty()) return {};
  if (::fsync(descriptor_) != 0) return fail(failed("cannot be written"));
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0) return fail(failed("cannot be written"));
  return {};
}

Result<void> Output::commit() {
  if (passing_.empty()) return {};
  if (::rename(passing_.c_str(), path_.c_str()) != 0) return fail(failed("cannot be replaced"));
  forget_passing_file(std::exchange(passing_, {}));
  return {};
}

Result<void> write_output(const std::string& path, std::string_view bytes) {
  return write_output(path,
                      [&](const std::function<void(std::string_view)>& write) { write(bytes); });
}

Result<void> write_output(const std::string& path, const Pieces& pieces) {
  auto output = Output::open(path);
  if (!output) return fail(output.error());
  Result<void> done;
  pieces([&](std::string_view piece) {
    if (done) done = output->write(piece);
  });
  if (!done) return done;
  if (done = output->finish(); !done) return done;
  return output->commit();
}

Result<void> write_folder(const std::string& folder, const std::vector<OutputFile>& files) {
  std::error_code failed;
  std::vector<fs::path> made;  // folders not there yet, deepest first: what to take back
  for (fs::path at = fs::absolute(folder, failed).lexically_normal();
       !at.empty() && !fs::exists(at, failed); at = at.parent_path()) {
    made.push_back(at);
  }
  failed.clear();
  fs::create_directories(folder, failed);
  if (!fs::is_directory(folder)) {
    const std::string why = failed ? failed.message() : "there is a file of that name";
    return fail({ErrorCode::unreadable, "no such folder can be made: " + why, folder, 0, 0});
  }
  std::vector<Output> outputs;
  outputs.reserve(files.size());
  const auto write_all = [&]() -> Result<void> {
    for (const OutputFile& file : files) {
      auto output = Output::open((fs::path{folder} / file.name).string());
      if (!output) return fail(output.error());
      outputs.push_back(std::move(*output));
      if (auto done = outputs.back().write(file.bytes); !done) return done;
      if (auto done = outputs.back().finish(); !done) return done;
    }
    for (Output& output : outputs) {
      if (auto done = output.commit(); !done) return done;
    }
    return {};
  };
  auto done = write_all();
  if (!done) {
    outputs.clear();
    for (const fs::path& one : made) fs::remove(one, failed);
  }
  return done;
}

}  // namespace frise::cli
