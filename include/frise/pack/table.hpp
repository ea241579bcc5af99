#pragma once

/// \file
/// The tables that packs are made of: tab-separated lines that remember where they stood.
///
/// `#` opens a comment line, empty lines are passed over, cells are trimmed of spaces. Missing
/// cells at the end of a row read as empty.

#include "frise/core/result.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

struct TableRow {
  std::size_t line = 0;  ///< in the file, from 1
  std::span<const std::string_view> cells;

  [[nodiscard]] std::string_view cell(std::size_t index) const noexcept {
    return index < cells.size() ? cells[index] : std::string_view{};
  }
};

/// One file of a pack. Rows view the file's bytes and cells, which the table owns; moving is cheap
/// and safe.
class Table {
 public:
  Table() = default;
  Table(Table&&) noexcept = default;
  Table& operator=(Table&&) noexcept = default;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  ~Table() = default;

  /// \returns ErrorCode::not_utf8 with the line of the first bad byte.
  [[nodiscard]] static Result<Table> parse(std::string path, std::string_view bytes);

  /// \returns ErrorCode::unreadable, or what parse() finds.
  [[nodiscard]] static Result<Table> load(const std::string& path);

  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  [[nodiscard]] const std::vector<TableRow>& rows() const noexcept { return rows_; }

  /// An error that points at a row of this table.
  [[nodiscard]] Error error_at(const TableRow& row, std::string message) const;
  /// An error that points at a piece of a row: one of its cells, or a part of one.
  [[nodiscard]] Error error_at(const TableRow& row, std::string_view piece,
                               std::string message) const;

 private:
  [[nodiscard]] static Result<Table> take(std::string path, std::vector<char> bytes);

  std::string path_;
  std::vector<char> bytes_;
  std::vector<std::string_view> cells_;
  std::vector<TableRow> rows_;
};

}  // namespace frise
