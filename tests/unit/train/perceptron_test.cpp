#include "train/perceptron.hpp"

#include <catch2/catch.hpp>

using namespace frise::train;

namespace {

std::vector<std::int32_t> scores_of(const Perceptron& p,
                                    const std::vector<std::uint32_t>& features) {
  const std::vector<std::uint8_t> classes{0, 1, 2};
  std::vector<std::int32_t> scores(3);
  p.weights().score(features, classes, scores.data());
  return scores;
}

}  // namespace

TEST_CASE("an update moves a right class up and a wrong one down", "[train]") {
  Perceptron p{4, 2};
  const std::vector<std::uint32_t> features{0x12345678, 0xF0000001};
  p.update(features, 2, 0);
  CHECK(scores_of(p, features) == std::vector<std::int32_t>{-2, 0, 2});
}

TEST_CASE("the quantised table holds averages, cut to 8 bits", "[train]") {
  Perceptron p{4, 2};
  const std::vector<std::uint32_t> early{0x10000000}, late{0xF0000000};
  for (int i = 0; i < 100; ++i) {
    p.update(early, 1, 0);
    p.tick();
  }
  p.update(late, 1, 0);
  const std::vector<std::int8_t> cells = p.quantised();
  const frise::model::Weights<std::int8_t> weights{cells.data(), 4, 2};
  // The early weight grew evenly to 100, so it averages about 50; the late one came at the very
  // end.
  CHECK(weights.cells[weights.cell(early[0], 1)] == 127);
  CHECK(weights.cells[weights.cell(early[0], 0)] == -127);
  CHECK(weights.cells[weights.cell(late[0], 1)] == 0);
}

TEST_CASE("the order of a shuffle is always the same", "[train]") {
  std::vector<int> first{1, 2, 3, 4, 5, 6, 7, 8}, second = first;
  Shuffler a, b;
  a.shuffle(first);
  b.shuffle(second);
  CHECK(first == second);
  CHECK(first != std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8});
}
