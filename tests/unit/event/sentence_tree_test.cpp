#include "event/sentence_tree.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using frise::Relation;
using frise::relation_named;
using frise::SentenceTree;

TEST_CASE("relations are read by name, and by their stem where the whole is not known",
          "[event][clauses]") {
  CHECK(relation_named("nsubj") == Relation::subject);
  CHECK(relation_named("nsubj:pass") == Relation::passive_subject);
  CHECK(relation_named("nsubj:caus") == Relation::subject);
  CHECK(relation_named("obl:arg") == Relation::oblique);
  CHECK(relation_named("obl:agent") == Relation::agent);
  CHECK(relation_named("discourse") == Relation::other);
  CHECK(relation_named("") == Relation::other);
}

TEST_CASE("a word knows its children from left to right", "[event][clauses]") {
  // Tokens 10 to 13: "Orval vend des camions".
  const SentenceTree tree{
      {10, 14},
      {11, SentenceTree::none, 13, 11},
      {Relation::subject, Relation::root, Relation::determiner, Relation::object}};
  const auto children = tree.children(11);
  CHECK(std::vector<std::uint32_t>(children.begin(), children.end()) ==
        std::vector<std::uint32_t>{10, 13});
  CHECK(tree.children(10).empty());
  CHECK(tree.child(11, Relation::object) == 13);
  CHECK(tree.child(11, Relation::agent) == SentenceTree::none);
}

TEST_CASE("no arcs make no tree", "[event][clauses]") {
  CHECK(SentenceTree{{3, 8}, std::span<const frise::Arc>{}, {}}.empty());
  CHECK(SentenceTree{}.empty());
}
