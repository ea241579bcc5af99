#include "train/trees.hpp"

#include <catch2/catch.hpp>

using namespace frise::train;
using Heads = std::vector<std::uint32_t>;

TEST_CASE("heads are a tree when all ways lead to one root", "[train]") {
  CHECK(is_tree(Heads{1, 3, 1}));
  CHECK_FALSE(is_tree(Heads{3, 3, 1}));  // two roots
  CHECK_FALSE(is_tree(Heads{1, 0, 3}));  // a circle
  CHECK_FALSE(is_tree(Heads{0, 3, 1}));  // its own head
  CHECK_FALSE(is_tree(Heads{9, 3, 1}));  // no such word
}

TEST_CASE("an arc that is crossed is lifted until it is not", "[train]") {
  CHECK(is_projective(Heads{1, 3, 1}));
  Heads crossed{2, 3, 4, 4};  // 0 -> 2 crosses 1 -> 3
  CHECK_FALSE(is_projective(crossed));
  crossed = {2, 4, 1, 1, 6, 4};
  REQUIRE(is_tree(crossed));
  make_projective(crossed);
  CHECK(is_tree(crossed));
  CHECK(is_projective(crossed));
}
