#include "model/class_sets.hpp"

#include <catch2/catch.hpp>

using namespace frise::model;

TEST_CASE("a table of sets finds what was put in and nothing else", "[model]") {
  std::vector<std::pair<std::uint64_t, ClassSet>> things;
  for (std::uint64_t i = 1; i <= 300; ++i) {
    things.emplace_back(i * 0x9E3779B97F4A7C15ULL, ClassSet{1} << (i % 5));
  }
  const ClassSetTables tables = make_class_sets(things);
  CHECK(tables.sets.size() == 5);
  const auto sets = ClassSets::over(tables.slots, tables.sets);
  REQUIRE(sets.has_value());
  for (const auto& [hash, set] : things) CHECK(sets->find(hash) == set);
  for (std::uint64_t i = 301; i <= 600; ++i) CHECK(sets->find(i * 0x9E3779B97F4A7C15ULL) == 0);
  CHECK(ClassSets{}.find(12345) == 0);
}

TEST_CASE("tables that do not fit together are refused", "[model]") {
  using Slot = ClassSets::Slot;
  const std::vector<ClassSet> sets{1};
  CHECK_FALSE(ClassSets::over({}, sets).has_value());
  CHECK_FALSE(ClassSets::over(std::vector<Slot>(3), sets).has_value());
  CHECK_FALSE(
      ClassSets::over(std::vector<Slot>{{1, 1}, {2, 1}}, sets).has_value());  // no empty slot
  CHECK_FALSE(ClassSets::over(std::vector<Slot>{{1, 2}, {0, 0}}, sets).has_value());  // no such set
  CHECK(ClassSets::over(std::vector<Slot>{{1, 1}, {0, 0}}, sets).has_value());
}
