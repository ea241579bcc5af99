#include "frise/store/record_store.hpp"
#include "scratch_folder.hpp"
#include "store/database.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

namespace {

using namespace frise;
using namespace frise::test;
namespace fs = std::filesystem;

Document document(const std::string& id, const std::string& text) {
  Document document;
  document.id = id;
  document.path = id + ".txt";
  document.text = text;
  document.sha256 = std::string(64 - text.size(), '0') + text;
  return document;
}

Record record_of(const Document& document) {
  Record record = article(document.id, "2024-06-01",
                          {{EventType::invest, "2024-05", document.text, {"agent company:alta"}}});
  record.document.path = document.path;
  record.document.sha256 = document.sha256;
  return record;
}

std::unique_ptr<RecordStore> opened(const std::string& folder, const std::string& print = "p") {
  auto store = RecordStore::open(folder, print);
  REQUIRE(store);
  return std::move(*store);
}

std::string why_not(const std::string& folder) {
  const auto store = RecordStore::open(folder, "p");
  return store ? "nothing" : store.error().message;
}

void run_sql(const std::string& folder, const char* sql) {
  bool read_only = false;
  const auto database = Database::open((fs::path{folder} / "store.sqlite").string(), read_only);
  REQUIRE(database);
  REQUIRE((*database)->run(sql));
}

}  // namespace

TEST_CASE("a record that was kept is found again, as it was", "[store]") {
  const ScratchFolder scratch;
  const Document a = document("a", "x");
  {
    const auto store = opened(scratch.path("s"));
    CHECK_FALSE(store->find(a));
    store->keep(a, record_of(a));
    store->finish();
    CHECK(store->kept() == 1);
    CHECK_FALSE(store->trouble());
  }
  const auto store = opened(scratch.path("s"));
  const auto found = store->find(a);
  REQUIRE(found);
  CHECK(to_json(*found) == to_json(record_of(a)));
  CHECK(store->found() == 1);
  Document moved = a;
  moved.path = "elsewhere/a.txt";
  CHECK(store->find(moved)->document.path == "elsewhere/a.txt");
}

TEST_CASE("text, what is said of it, and packs are all part of the key", "[store]") {
  const ScratchFolder scratch;
  const Document a = document("a", "x");
  {
    const auto store = opened(scratch.path("s"));
    store->keep(a, record_of(a));
  }
  Document other = a;
  const auto store = opened(scratch.path("s"));
  CHECK_FALSE(store->find(document("a", "y")));
  CHECK_FALSE(store->find(document("b", "x")));
  other.published.value = "2024";
  CHECK_FALSE(store->find(other));
  CHECK_FALSE(opened(scratch.path("s"), "other packs")->find(a));
}

TEST_CASE("documents of the last build are those met, and what went is forgotten late", "[store]") {
  const ScratchFolder scratch;
  const Document a = document("a", "x");
  const Document b = document("b", "y");
  const auto build = [&](const std::vector<Document>& met) {
    const auto store = opened(scratch.path("s"));
    for (const Document& one : met) {
      if (!store->find(one)) store->keep(one, record_of(one));
    }
    store->finish();
    return store->found();
  };
  build({a, b});
  build({a});
  CHECK(opened(scratch.path("s"))->documents().size() == 1);
  CHECK(build({a, b}) == 2);  // it may come back
  CHECK(opened(scratch.path("s"))->documents().size() == 2);
  for (int i = 0; i < 10; ++i) build({a});
  CHECK(build({a, b}) == 1);
}

TEST_CASE("a store that cannot be used says why and what to do", "[store]") {
  const ScratchFolder scratch;
  const std::string folder = scratch.path("s");
  opened(folder);
  run_sql(folder, "PRAGMA user_version = 7");
  CHECK(
      why_not(folder) ==
      "the store was written by a newer frise (format 7, known here: 1); use that one, or another "
      "folder with --store");
  run_sql(folder, "PRAGMA application_id = 5");
  CHECK(why_not(folder) ==
        "this database is not a store of frise; name another folder with --store");
  std::ofstream{fs::path{folder} / "store.sqlite"} << "This is no database at all, only words.";
  CHECK(why_not(folder) ==
        "the store cannot be used: file is not a database; it holds nothing that cannot be read "
        "again: remove it to begin anew");
  scratch.write("file", "x");
  CHECK_THAT(why_not(scratch.path("file")), Catch::StartsWith("the store cannot be used: "));
}

TEST_CASE("a damaged row is as good as none", "[store]") {
  const ScratchFolder scratch;
  const Document a = document("a", "x");
  {
    const auto store = opened(scratch.path("s"));
    store->keep(a, record_of(a));
  }
  run_sql(scratch.path("s"), "UPDATE records SET json = replace(json, '2024-05', '2024-06')");
  CHECK_FALSE(opened(scratch.path("s"))->find(a));
}

TEST_CASE("a full disk ends the keeping, not the build", "[store]") {
  const ScratchFolder scratch;
  opened(scratch.path("s"));
  // SQLite's own limit stands for that of the disk.
  run_sql(
      scratch.path("s"),
      "CREATE TRIGGER full BEFORE INSERT ON records BEGIN SELECT RAISE(ABORT, 'disk full'); END");
  const auto store = opened(scratch.path("s"));
  const Document a = document("a", "x");
  store->keep(a, record_of(a));
  store->finish();
  REQUIRE(store->trouble());
  CHECK_THAT(store->trouble()->message, Catch::Contains("the store cannot be used: disk full"));
  CHECK_FALSE(store->find(a));
}
