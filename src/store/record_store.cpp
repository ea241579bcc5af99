// Two tables: records by all that they are made from, and documents as builds met them, of which
// only what changed is written. Records are written in batches, each a transaction of SQLite's
// rollback journal, so that a crash loses at most the last batch. A row carries a checksum of its
// own: one that was damaged is as good as none. What goes wrong is noted and ends the writing,
// never the build. Tested in tests/unit/store/record_store_test.cpp and tests/cli/store_test.cpp.

#include "frise/store/record_store.hpp"

#include "core/hash.hpp"
#include "store/database.hpp"

#include <array>
#include <filesystem>
#include <mutex>
#include <utility>
#include <vector>

namespace frise {
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t store_format = 1;
constexpr std::int64_t application = 0x46524953;  // "FRIS": whose file it is
constexpr std::size_t most_pending = 256;         // records of a batch
constexpr std::size_t most_pending_bytes = std::size_t{4} << 20;
constexpr std::int64_t builds_kept = 8;  // records of articles that went may come back

constexpr const char* tables =
    "BEGIN IMMEDIATE;"
    "CREATE TABLE IF NOT EXISTS records (content TEXT NOT NULL, fingerprint TEXT NOT NULL,"
    " json TEXT NOT NULL, checksum INTEGER NOT NULL, UNIQUE (content, fingerprint));"
    "CREATE TABLE IF NOT EXISTS documents (content TEXT PRIMARY KEY, id TEXT NOT NULL,"
    " path TEXT NOT NULL, gone INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS builds (number INTEGER NOT NULL, fingerprint TEXT NOT NULL);"
    "PRAGMA application_id = 1179797843;"
    "PRAGMA user_version = 1;"
    "COMMIT;";
static_assert(application == 1179797843 && store_format == 1);

std::string hex(std::uint64_t number) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += digits[(number >> shift) & 15U];
  return out;
}

/// 128 bits of two hashes.
std::string digest(std::string_view bytes) {
  return hex(hash_bytes(bytes, 1)) + hex(hash_bytes(bytes, 0x5DEECE66D));
}

std::int64_t checksum(std::string_view json) {
  return static_cast<std::int64_t>(checksum_of(json));
}

}  // namespace

std::string content_key(const Document& document) {
  std::string fields;
  const auto add = [&](std::string_view field) {
    fields += std::to_string(field.size());
    fields += ':';
    fields += field;
  };
  const Published& published = document.published;
  for (const std::string* field :
       {&document.id, &document.lang, &document.title, &document.source, &document.url,
        &document.sha256, &published.value, &published.why}) {
    add(*field);
  }
  add(published.bounds.earliest ? to_iso(*published.bounds.earliest) : "");
  add(published.bounds.latest ? to_iso(*published.bounds.latest) : "");
  add(std::to_string(static_cast<int>(published.basis)));
  for (const Diagnostic& diagnostic : document.diagnostics) {
    add(std::to_string(diagnostic.span.begin) + ' ' + std::to_string(diagnostic.span.end));
    add(diagnostic.code);
    add(diagnostic.message);
  }
  return document.sha256 + digest(fields);
}

struct RecordStore::Impl {
  struct Pending {
    std::string content;
    std::string json;
  };

  /// The content key, noted as met in this build.
  std::string meet(const Document& document) {
    std::string content = content_key(document);
    const std::scoped_lock lock{mutex};
    met[document.id] = {document.path, content};
    return content;
  }

  void note_trouble() {
    if (!database->failed()) return;
    Error failure = database->take_failure();
    if (!trouble) trouble = std::move(failure);
    read_only = true;
  }

  /// Prepared once: it is run for every document.
  Statement& select() {
    if (!selecting) {
      selecting.emplace(*database,
                        "SELECT json, checksum FROM records WHERE content = ? AND fingerprint = ?");
    }
    return *selecting;
  }

  /// One transaction; the caller holds the lock.
  void flush() {
    if (pending.empty() || read_only) return pending.clear();
    if (database->run("BEGIN IMMEDIATE")) {
      Statement insert{*database,
                       "INSERT OR REPLACE INTO records (content, fingerprint, json, checksum)"
                       " VALUES (?, ?, ?, ?)"};
      for (const Pending& one : pending) {
        insert.bind(1, one.content).bind(2, fingerprint).bind(3, one.json);
        insert.bind(4, checksum(one.json)).step();
        insert.reset();
      }
    }
    end_transaction();
    pending.clear();
    pending_bytes = 0;
  }

  /// Writes what is not as the last build left it.
  void note_documents() {
    std::map<std::string, std::int64_t> known;  // by content; 0: was there
    Statement select{*database, "SELECT content, gone FROM documents"};
    while (select.step()) known[select.text(0)] = select.number(1);

    Statement insert{
        *database,
        "INSERT OR REPLACE INTO documents (content, id, path, gone) VALUES (?, ?, ?, 0)"};
    for (const auto& [id, document] : met) {
      const auto before = known.find(document.content);
      const bool was_there = before != known.end() && before->second == 0;
      if (before != known.end()) known.erase(before);
      if (was_there) continue;
      insert.bind(1, document.content).bind(2, id).bind(3, document.path).step();
      insert.reset();
    }
    Statement went{*database, "UPDATE documents SET gone = ? WHERE content = ?"};
    for (const auto& [content, gone] : known) {
      if (gone != 0) continue;
      went.bind(1, build).bind(2, content).step();
      went.reset();
    }
    Statement forget{*database,
                     "DELETE FROM records WHERE content IN"
                     " (SELECT content FROM documents WHERE gone > 0 AND gone <= ?)"};
    forget.bind(1, build - builds_kept).step();
    Statement forget_documents{*database, "DELETE FROM documents WHERE gone > 0 AND gone <= ?"};
    forget_documents.bind(1, build - builds_kept).step();
    // Records of other packs: those of the build before may be wanted again.
    Statement forget_others{*database, "DELETE FROM records WHERE fingerprint NOT IN (?, ?)"};
    forget_others.bind(1, fingerprint).bind(2, last_fingerprint).step();
    database->run("DELETE FROM builds");
    Statement note{*database, "INSERT INTO builds (number, fingerprint) VALUES (?, ?)"};
    note.bind(1, build).bind(2, fingerprint).step();
  }

  void end_transaction() {
    if (!database->failed()) database->run("COMMIT");
    if (!database->failed()) return;
    note_trouble();
    database->run("ROLLBACK");
    if (database->failed()) database->take_failure();  // there was nothing to take back
  }

  std::mutex mutex;
  std::unique_ptr<Database> database;
  std::optional<Statement> selecting;  ///< after the database, which it must not outlive
  std::string path;
  std::string fingerprint;
  bool read_only = false;
  std::int64_t build = 1;  ///< this one
  std::string last_fingerprint;
  std::vector<Pending> pending;
  std::size_t pending_bytes = 0;
  std::map<std::string, StoredDocument> met;  ///< by id
  std::size_t found = 0;
  std::size_t kept = 0;
  std::optional<Error> trouble;
};

RecordStore::RecordStore(std::unique_ptr<Impl> impl) noexcept : impl_{std::move(impl)} {}

RecordStore::~RecordStore() {
  const std::scoped_lock lock{impl_->mutex};
  impl_->flush();
}

Result<std::unique_ptr<RecordStore>> RecordStore::open(const std::string& folder,
                                                       std::string_view fingerprint) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  auto impl = std::make_unique<Impl>();
  impl->path = (fs::path{folder} / "store.sqlite").string();
  impl->fingerprint = digest(fingerprint);
  auto database = Database::open(impl->path, impl->read_only);
  if (!database) return fail(database.error());
  impl->database = std::move(*database);
  Database& base = *impl->database;

  const std::int64_t format = base.ask("PRAGMA user_version");
  const std::int64_t owner = base.ask("PRAGMA application_id");
  const std::int64_t present = base.ask("SELECT count(*) FROM sqlite_master");
  if (base.failed()) return fail(base.take_failure());
  const auto refuse = [&](std::string message) {
    return fail({ErrorCode::bad_format, std::move(message), impl->path, 0, 0});
  };
  if (present != 0 && owner != application) {
    return refuse("this database is not a store of frise; name another folder with --store");
  }
  if (format > store_format) {
    return refuse("the store was written by a newer frise (format " + std::to_string(format) +
                  ", known here: " + std::to_string(store_format) +
                  "); use that one, or another folder with --store");
  }
  if (present == 0) {
    if (impl->read_only) return refuse("there is no store here, and none can be written");
    if (!base.run(tables)) return fail(base.take_failure());
  }
  impl->build = base.ask("SELECT max(number) FROM builds") + 1;
  {
    Statement last{base, "SELECT fingerprint FROM builds ORDER BY number DESC LIMIT 1"};
    if (last.step()) impl->last_fingerprint = last.text(0);
  }
  if (base.failed()) return fail(base.take_failure());
  if (impl->read_only) {
    impl->trouble = Error{ErrorCode::unreadable,
                          "the store can only be read: what is new is not kept", impl->path, 0, 0};
  }
  return std::unique_ptr<RecordStore>{new RecordStore{std::move(impl)}};
}

std::optional<Record> RecordStore::find(const Document& document) {
  const std::string content = impl_->meet(document);
  std::string json;
  {
    const std::scoped_lock lock{impl_->mutex};
    Statement& select = impl_->select();
    const bool there = select.bind(1, content).bind(2, impl_->fingerprint).step();
    if (there) json = select.text(0);
    const bool whole = there && select.number(1) == checksum(json);
    select.reset();
    impl_->note_trouble();
    if (!whole) return std::nullopt;
  }
  auto record = parse_record(json);
  if (!record) return std::nullopt;
  record->document.path = document.path;  // a folder may have moved, or be named from elsewhere
  const std::scoped_lock lock{impl_->mutex};
  ++impl_->found;
  return std::move(*record);
}

void RecordStore::keep(const Document& document, const Record& record) {
  std::string content = impl_->meet(document);
  std::string json = to_json(record);
  const std::scoped_lock lock{impl_->mutex};
  ++impl_->kept;
  impl_->pending_bytes += json.size();
  impl_->pending.push_back({std::move(content), std::move(json)});
  if (impl_->pending.size() >= most_pending || impl_->pending_bytes >= most_pending_bytes) {
    impl_->flush();
  }
}

void RecordStore::finish() {
  const std::scoped_lock lock{impl_->mutex};
  impl_->flush();
  if (impl_->read_only) return;
  Database& base = *impl_->database;
  if (base.run("BEGIN IMMEDIATE")) impl_->note_documents();
  impl_->end_transaction();
}

std::map<std::string, StoredDocument> RecordStore::documents() const {
  const std::scoped_lock lock{impl_->mutex};
  std::map<std::string, StoredDocument> all;
  Statement select{*impl_->database, "SELECT id, path, content FROM documents WHERE gone = 0"};
  while (select.step()) all[select.text(0)] = {select.text(1), select.text(2)};
  impl_->note_trouble();
  return all;
}

bool RecordStore::same_fingerprint() const {
  return impl_->last_fingerprint.empty() || impl_->last_fingerprint == impl_->fingerprint;
}

std::size_t RecordStore::found() const noexcept { return impl_->found; }
std::size_t RecordStore::kept() const noexcept { return impl_->kept; }
std::optional<Error> RecordStore::trouble() const { return impl_->trouble; }

}  // namespace frise
