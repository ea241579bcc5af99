#pragma once

/// \file
/// CSV after RFC 4180, cell by cell, each with its place.

#include "frise/core/result.hpp"
#include "frise/core/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

struct CsvCell {
  std::string text;  ///< without quotes
  Span span;         ///< of it in the bytes read, without the outer quotes
  std::size_t line = 1;
  std::size_t column = 1;  ///< in characters
};

using CsvRow = std::vector<CsvCell>;

struct CsvRows {
  std::vector<CsvRow> rows;   ///< none of them blank
  std::vector<Error> errors;  ///< of rows left out: a quote that does not end, words behind one
};

/// The delimiter is a comma, a semicolon or a tab, whichever the first line has most of outside
/// quotes. Lines end in LF, CRLF or CR; a byte order mark is passed over.
/// \returns ErrorCode::not_utf8 with the line.
[[nodiscard]] Result<CsvRows> read_csv(std::string_view bytes);

}  // namespace frise
