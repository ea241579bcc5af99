#pragma once

/// \file
/// What the program says to people, on standard error. Data never comes this way.

#include "cli/settings.hpp"
#include "frise/core/result.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace frise::cli {

/// One at a time: the sinks of a batch are called one after the other.
class Console {
 public:
  explicit Console(const Settings& settings);
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;
  ~Console();

  void error(const Error& error);
  /// Counted for --strict, and said unless --quiet.
  void warning(const Error& warning);
  /// Said unless --quiet, and not counted.
  void remark(const Error& remark);
  /// Said with --verbose only, and not counted.
  void detail(const Error& remark);
  /// Said unless --quiet.
  void note(std::string_view text);

  /// A line on a terminal, from the second second on, at most ten times a second.
  void progress(std::string_view doing, std::size_t done);

  [[nodiscard]] std::size_t warnings() const noexcept { return warnings_; }

 private:
  void say(const Error& error, std::string_view kind, std::string_view colour);
  void clear_progress();

  bool quiet_;
  bool verbose_;
  bool terminal_;
  bool colour_;
  bool progress_shown_ = false;
  std::size_t warnings_ = 0;
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point last_progress_;
};

/// `path:line:column: kind: message`; what would move a terminal's cursor is written \xNN.
[[nodiscard]] std::string message_line(const Error& error, std::string_view kind);

}  // namespace frise::cli
