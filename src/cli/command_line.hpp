#pragma once

/// \file
/// Arguments to settings. Nothing is printed here: what to say comes back as text.

#include "cli/option_table.hpp"
#include "cli/settings.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace frise::cli {

/// A command to run.
struct Invocation {
  const CommandRow* command = nullptr;
  Settings settings;
};

/// Nothing to run: help, the version, or what is wrong with the arguments.
struct Answer {
  Exit exit = Exit::done;
  std::string
      text;  ///< for standard output when done, else for standard error, without "frise: error: "
};

/// \param arguments those after the program's name.
[[nodiscard]] std::variant<Invocation, Answer> parse_command_line(
    const std::vector<std::string>& arguments);

/// `frise --help`, and `frise COMMAND --help`.
[[nodiscard]] std::string general_help();
[[nodiscard]] std::string command_help(const CommandRow& command);

/// The candidate that a slip was meant for, or nothing when none is near.
[[nodiscard]] std::string_view nearest(std::string_view seen,
                                       const std::vector<std::string_view>& candidates);

}  // namespace frise::cli
