#include "frise/merge/corpus.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using namespace frise::test;

TEST_CASE("one stance told by two articles is one stance with two sentences", "[merge]") {
  Record a = article("a", "2024", {});
  Record b = article("b", "2024", {});
  add_stance(a, "person:ada-noor", "sector:crypto", -1, "2023-03", "Cela ne sert à rien.");
  add_stance(b, "person:ada-noor", "sector:crypto", -1, "2023-03", "Elle n'y voit aucun usage.");
  add_stance(b, "person:ada-noor", "sector:crypto", 1, "2025", "Elle s'y est convertie.");
  add_stance(b, "person:ada-noor", "person:ada-noor", 1, "2025", "Elle est contente d'elle.");
  const Corpus corpus = merge_records({b, a});
  REQUIRE(corpus.stances.size() == 2);
  const MergedStance& against =
      corpus.stances[0].polarity < 0 ? corpus.stances[0] : corpus.stances[1];
  REQUIRE(against.evidence.size() == 2);
  CHECK(against.evidence[0].document == "a");
  CHECK(against.evidence[0].sentence == 51);
  CHECK(against.date.value == "2023-03");
}
