#pragma once

/// \file
/// Files that appear whole or not at all, and standard output that says when it is full.

#include "frise/core/result.hpp"
#include "frise/pipeline/story.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace frise::cli {

/// Nobody reads our standard output any more: not a failure, and nothing to say.
[[nodiscard]] bool is_closed_pipe(const Error& error) noexcept;

/// Where data goes. A regular file is written beside its place under a passing name, and moved
/// there by commit(); pipes and devices are written to directly.
class Output {
 public:
  /// \param path empty or "-": standard output.
  [[nodiscard]] static Result<Output> open(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();  ///< takes back what was not committed

  [[nodiscard]] Result<void> write(std::string_view bytes);
  /// Writes out what is held; for a file: to the disk.
  [[nodiscard]] Result<void> finish();
  /// Shows a finished file under its name; nothing for others.
  [[nodiscard]] Result<void> commit();

 private:
  Output() = default;
  [[nodiscard]] Result<void> flush();
  [[nodiscard]] Result<void> pass_on(std::string_view bytes) const;
  [[nodiscard]] Error failed(std::string_view doing) const;

  std::string path_;
  std::string passing_;  ///< name until commit; empty when written directly
  int descriptor_ = -1;
  std::string held_;
};

/// Writes all of it to one place.
[[nodiscard]] Result<void> write_output(const std::string& path, std::string_view bytes);

/// Hands the bytes to what it is given, in pieces and in order.
using Pieces = std::function<void(const std::function<void(std::string_view)>& write)>;
[[nodiscard]] Result<void> write_output(const std::string& path, const Pieces& pieces);

/// Writes all of them into a folder, which is made if need be; on failure none, and the folder is
/// as it was.
[[nodiscard]] Result<void> write_folder(const std::string& folder,
                                        const std::vector<OutputFile>& files);

/// From now on, Ctrl-C and the like remove files that are not committed and end the program with
/// 130 (128 plus the signal's number); writing to a closed pipe is an error rather than the end.
void handle_signals() noexcept;

}  // namespace frise::cli
