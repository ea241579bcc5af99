#include "frise/audit/as_of.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace frise;
using namespace frise::test;

Record told(const std::string& id, const std::string& published, const std::string& date) {
  return article(id, published,
                 {{EventType::invest,
                   date,
                   "Alta investit dans B\u00e9ru, dit " + id + '.',
                   {"agent company:alta", "patient company:beru"}}});
}

Day day(const char* text) { return *parse_iso_day(text); }

}  // namespace

TEST_CASE("what was published later is left out, and said", "[audit]") {
  const Corpus corpus =
      merge_records({told("a", "2024-06-01", "2024-05"), told("b", "2024-09-01", "2024-05-17")});
  REQUIRE(corpus.events.size() == 1);
  CHECK(corpus.events[0].date.value == "2024-05-17");
  const KnownBy known = as_of(corpus, day("2024-07-01"));
  REQUIRE(known.left_out.size() == 1);
  CHECK(known.left_out[0].document == "b");
  CHECK(known.left_out[0].why == "published 2024-09-01");
  REQUIRE(known.corpus.events.size() == 1);
  CHECK(known.corpus.events[0].id == corpus.events[0].id);
  CHECK(known.corpus.events[0].date.value == "2024-05");
  CHECK(known.corpus.events[0].claims.size() == 1);
  CHECK(known.corpus.events[0].independent == 1);
  CHECK(known.corpus.entities[0].documents == std::vector<std::string>{"a"});
}

TEST_CASE("nothing is left of a corpus before its first document", "[audit]") {
  const KnownBy known =
      as_of(merge_records({told("a", "2024-06-01", "2024-05")}), day("2024-05-31"));
  CHECK(known.corpus.documents.empty());
  CHECK(known.corpus.entities.empty());
  CHECK(known.corpus.events.empty());
}

TEST_CASE("an undated document counts from the earliest day it allows", "[audit]") {
  Record undated = told("a", "", "2024-05");
  undated.document.published = {};
  CHECK(as_of(merge_records({undated}), day("2024-06-01")).left_out[0].why ==
        "nothing says when it was published");
  undated.document.published.bounds.earliest = day("2024-05-20");
  CHECK(as_of(merge_records({undated}), day("2024-06-01")).left_out.empty());
  CHECK(as_of(merge_records({undated}), day("2024-05-19")).left_out[0].why ==
        "published 2024-05-20 or later");
}
