#pragma once

/// \file
/// The built program, run as a user would run it.

#include <string>
#include <vector>

namespace frise::test {

struct RunOptions {
  std::string input;                     ///< given as standard input
  std::string folder;                    ///< to run in; empty: this one
  std::vector<std::string> environment;  ///< "TZ=Asia/Tokyo", added to a bare environment
  std::string output;                    ///< file for standard output ("/dev/full"); empty: kept
};

struct Ran {
  int exit = -1;  ///< 128 plus the number for a signal
  std::string out;
  std::string err;
};

/// Runs frise with arguments; one that hangs is ended after a minute.
[[nodiscard]] Ran run_frise(const std::vector<std::string>& arguments,
                            const RunOptions& options = {});

/// The whole of a file; empty when there is none.
[[nodiscard]] std::string bytes_of(const std::string& path);

}  // namespace frise::test
