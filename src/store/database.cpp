// Tested in tests/unit/store/record_store_test.cpp.

#include "store/database.hpp"

#include <utility>

namespace frise {
namespace {

constexpr int busy_milliseconds = 5000;

std::string advice(int code) {
  switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "; it holds nothing that cannot be read again: remove it to begin anew";
    case SQLITE_FULL:
      return "; make room, or keep the store elsewhere with --store";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "; another frise may be at work on it";
    default:
      return {};
  }
}

}  // namespace

Statement::Statement(Database& database, const char* sql) : database_{database} {
  sqlite3_stmt* statement = nullptr;
  database.check(sqlite3_prepare_v2(database.handle(), sql, -1, &statement, nullptr));
  statement_.reset(statement);
}

Statement& Statement::bind(int index, std::string_view value) {
  if (statement_ != nullptr) {
    database_.check(sqlite3_bind_text64(statement_.get(), index, value.data(), value.size(),
                                        SQLITE_TRANSIENT, SQLITE_UTF8));
  }
  return *this;
}

Statement& Statement::bind(int index, std::int64_t value) {
  if (statement_ != nullptr) database_.check(sqlite3_bind_int64(statement_.get(), index, value));
  return *this;
}

bool Statement::step() {
  if (statement_ == nullptr) return false;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.check(code);
  return false;
}

void Statement::reset() {
  if (statement_ != nullptr) sqlite3_reset(statement_.get());
}

std::string Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? std::string{} : std::string(bytes, static_cast<std::size_t>(size));
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, bool& read_only) {
  std::unique_ptr<Database> database{new Database{path}};
  const auto try_open = [&](int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    database->handle_.reset(handle);
    database->code_ = SQLITE_OK;
    database->check(code);
    return code == SQLITE_OK;
  };
  if (!try_open(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) && !try_open(SQLITE_OPEN_READONLY)) {
    return fail(database->take_failure());
  }
  read_only = sqlite3_db_readonly(database->handle_.get(), "main") == 1;
  sqlite3_busy_timeout(database->handle_.get(), busy_milliseconds);
  return database;
}

bool Database::run(const char* sql) {
  check(sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr));
  return !failed();
}

std::int64_t Database::ask(const char* sql) {
  Statement statement{*this, sql};
  return statement.step() ? statement.number(0) : 0;
}

void Database::check(int code) {
  if (code == SQLITE_OK || failed()) return;
  code_ = code;
  message_ = handle_ != nullptr ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
}

Error Database::take_failure() {
  const int code = std::exchange(code_, SQLITE_OK);
  const int kind = code & 0xFF;
  const bool damaged = kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB;
  return {damaged ? ErrorCode::bad_format : ErrorCode::unreadable,
          "the store cannot be used: " + message_ + advice(code), path_, 0, 0};
}

}  // namespace frise
