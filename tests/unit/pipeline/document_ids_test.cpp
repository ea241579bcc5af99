#include "frise/pipeline/story.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace frise;

namespace {

Record record(std::string id, std::string path, std::string sha256) {
  Record out;
  out.document.id = std::move(id);
  out.document.path = std::move(path);
  out.document.sha256 = std::move(sha256);
  return out;
}

std::vector<std::string> ids(const std::vector<Record>& records) {
  std::vector<std::string> out;
  for (const Record& one : records) out.push_back(one.document.path + " " + one.document.id);
  return out;
}

}  // namespace

TEST_CASE("documents that share an id get ids of their own, whatever the order", "[pipeline]") {
  const std::string first(64, 'a');
  const std::string second(64, 'b');
  const std::vector<std::string> expected{"p/x.txt x-aaaaaaaa", "q/x.txt x-bbbbbbbb",
                                          "r/x.txt x-bbbbbbbb-2", "y.txt y"};
  std::vector<Record> given{record("x", "p/x.txt", first), record("x", "q/x.txt", second),
                            record("x", "r/x.txt", second), record("y", "y.txt", first)};
  std::vector<std::size_t> order{0, 1, 2, 3};
  do {
    std::vector<Record> records;
    for (const std::size_t i : order) records.push_back(given[i]);
    CHECK(make_ids_distinct(records) == std::vector<std::string>{"x"});
    auto seen = ids(records);
    std::sort(seen.begin(), seen.end());
    CHECK(seen == expected);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("a new id does not run into one that is there", "[pipeline]") {
  const std::string sha(64, 'a');
  std::vector<Record> records{record("x", "p", sha), record("x", "q", std::string(64, 'b')),
                              record("x-aaaaaaaa", "r", sha)};
  make_ids_distinct(records);
  CHECK(ids(records) == std::vector<std::string>{"p x-aaaaaaaa-2", "q x-bbbbbbbb", "r x-aaaaaaaa"});
}

TEST_CASE("a record that is there twice is kept once, and that is no quarrel", "[pipeline]") {
  const Record one = record("x", "p", std::string(64, 'a'));
  std::vector<Record> records{one, one, record("y", "q", std::string(64, 'b')), one};
  CHECK(make_ids_distinct(records).empty());
  CHECK(ids(records) == std::vector<std::string>{"p x", "q y"});
}
