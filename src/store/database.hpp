#pragma once

/// \file
/// SQLite as values: connections and statements that close themselves, results that are checked.

#include "frise/core/result.hpp"

#include <sqlite3.h>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace frise {

class Database;

/// One prepared statement. After a failure every call does nothing; Database::failed tells.
class Statement {
 public:
  Statement(Database& database, const char* sql);

  Statement& bind(int index, std::string_view value);
  Statement& bind(int index, std::int64_t value);
  /// \returns whether there is a row.
  bool step();
  void reset();

  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::int64_t number(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  };
  Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// One connection, used by one thread at a time. The first failure sticks until it is taken.
class Database {
 public:
  /// \param read_only is set when the file can only be read.
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& path,
                                                              bool& read_only);

  bool run(const char* sql);
  /// \returns the first column of the first row, or 0.
  std::int64_t ask(const char* sql);

  [[nodiscard]] bool failed() const noexcept { return code_ != SQLITE_OK; }
  /// The failure in words, and a fresh start.
  Error take_failure();

  /// Remembers a failure.
  void check(int code);
  [[nodiscard]] sqlite3* handle() const noexcept { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close(handle); }
  };
  explicit Database(std::string path) : path_{std::move(path)} {}

  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
  int code_ = SQLITE_OK;
  std::string message_;
};

}  // namespace frise
