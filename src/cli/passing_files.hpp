#pragma once

/// \file
/// The names of files not yet committed, where a signal handler may read them.

#include <string>

namespace frise::cli {

/// Notes a file to be removed if the program is interrupted. Call from one thread only.
void note_passing_file(const std::string& path) noexcept;
void forget_passing_file(const std::string& path) noexcept;

/// Removes all that are noted; safe in a signal handler.
void remove_passing_files() noexcept;

}  // namespace frise::cli
