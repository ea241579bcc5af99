#include "temporal/day_network.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <random>

using frise::temporal::DayNetwork;

namespace {

constexpr std::int32_t kFar = 1'000'000;
constexpr std::size_t kPoints = 6;
using Matrix = std::array<std::array<std::int32_t, kPoints>, kPoints>;

struct Constraint {
  std::size_t from, to;
  std::int32_t days;
};

/// The slow twin: Floyd and Warshall's algorithm over all pairs.
Matrix all_pairs(const std::vector<Constraint>& constraints) {
  Matrix m{};
  for (std::size_t i = 0; i < kPoints; ++i) {
    for (std::size_t j = 0; j < kPoints; ++j) m[i][j] = i == j ? 0 : kFar;
  }
  for (const Constraint& c : constraints) m[c.from][c.to] = std::min(m[c.from][c.to], c.days);
  for (std::size_t k = 0; k < kPoints; ++k) {
    for (std::size_t i = 0; i < kPoints; ++i) {
      for (std::size_t j = 0; j < kPoints; ++j) {
        if (m[i][k] < kFar && m[k][j] < kFar) m[i][j] = std::min(m[i][j], m[i][k] + m[k][j]);
      }
    }
  }
  return m;
}

bool contradicts(const Matrix& m) {
  for (std::size_t i = 0; i < kPoints; ++i) {
    if (m[i][i] < 0) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("bounds between days are those of the slow twin, and each names a chain that adds up",
          "[temporal]") {
  std::mt19937 random{1991};
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  std::size_t conflicts = 0;
  for (int round = 0; round < 400; ++round) {
    DayNetwork network{kPoints};
    std::vector<Constraint> constraints;
    const std::uint32_t count = 1 + below(14);
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::size_t from = below(kPoints);
      const std::size_t to = (from + 1 + below(kPoints - 1)) % kPoints;
      const auto days = static_cast<std::int32_t>(below(60)) - 12;
      constraints.push_back({from, to, days});
      network.at_most(from, to, days, i);
    }
    const Matrix twin = all_pairs(constraints);
    const auto cycle = network.conflict();
    REQUIRE(cycle.empty() == !contradicts(twin));
    if (!cycle.empty()) {
      ++conflicts;
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < cycle.size(); ++i) {
        sum += constraints[cycle[i]].days;
        CHECK(constraints[cycle[i]].to == constraints[cycle[(i + 1) % cycle.size()]].from);
      }
      CHECK(sum < 0);
      continue;
    }
    for (std::size_t from = 0; from < kPoints; ++from) {
      for (std::size_t to = 0; to < kPoints; ++to) {
        const auto bound = network.greatest(from, to);
        REQUIRE(bound.has_value() == (twin[from][to] < kFar));
        if (!bound) continue;
        CHECK(bound->days == twin[from][to]);
        CHECK(network.least(to, from)->days == -bound->days);
        std::int32_t sum = 0;
        std::size_t at = from;
        for (const auto reason : bound->reasons) {
          CHECK(constraints[reason].from == at);
          at = constraints[reason].to;
          sum += constraints[reason].days;
        }
        CHECK(at == to);
        CHECK(sum == bound->days);
      }
    }
  }
  CHECK(conflicts > 40);
}

TEST_CASE("days that cannot hold together are named", "[temporal]") {
  // The strike began after the fair; the fair was thirty days after the vote; the strike ended it
  // all within twenty days of the vote.
  enum : std::size_t { vote, fair, strike };
  DayNetwork network{3};
  network.at_least(fair, strike, 0, 10);
  network.at_least(vote, fair, 30, 11);
  CHECK(network.conflict().empty());
  network.at_most(vote, strike, 20, 12);
  auto named = network.conflict();
  std::sort(named.begin(), named.end());
  CHECK(named == std::vector<DayNetwork::Reason>{10, 11, 12});
}

TEST_CASE("a network without constraints bounds nothing", "[temporal]") {
  const DayNetwork network{2};
  CHECK(network.conflict().empty());
  CHECK_FALSE(network.greatest(0, 1));
  CHECK_FALSE(network.least(0, 1));
  CHECK(network.greatest(1, 1)->days == 0);
}
