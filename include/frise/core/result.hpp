#pragma once

/// \file
/// What can go wrong with the world: one alias, to be swapped for std::expected when the
/// compiler has it.

#include <cstddef>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace frise {

enum class ErrorCode {
  not_found,      ///< a file, folder or pack that was named is not there
  unreadable,     ///< it is there and cannot be read or written
  not_utf8,       ///< bytes that are no UTF-8 text
  bad_format,     ///< JSON, TOML, TSV or a rule that does not parse
  bad_value,      ///< it parses and means nothing: 2025-02-30
  too_large,      ///< over a stated limit
  empty,          ///< nothing to work on
  layout_failed,  ///< a figure could not be laid out
};

/// One failure, with its place. `line` and `column` count from 1; 0 means not known.
struct Error {
  ErrorCode code = ErrorCode::bad_format;
  std::string message;  ///< lower case, no full stop: what was seen and what would do
  std::string path;     ///< empty when no file is concerned
  std::size_t line = 0;
  std::size_t column = 0;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

/// `path:line:column: error: message`, leaving out what is not known.
[[nodiscard]] std::string to_string(const Error& error);

}  // namespace frise
