#include "frise/graph/communities.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

namespace frise {
namespace {

using Ties = std::vector<WeightedTie>;

std::string text_of(const Communities& found) {
  std::string text;
  for (const auto& group : found.members) {
    text += text.empty() ? "" : " | ";
    for (std::size_t i = 0; i < group.size(); ++i) {
      text += (i == 0 ? "" : " ") + std::to_string(group[i]);
    }
  }
  return text;
}

/// Friendships in a karate club that split in two (Zachary 1977, J. Anthropol. Res. 33, 452), the
/// first example of the paper whose method this is.
const Ties karate_club{
    {0, 1},   {0, 2},   {0, 3},   {0, 4},   {0, 5},   {0, 6},   {0, 7},   {0, 8},   {0, 10},
    {0, 11},  {0, 12},  {0, 13},  {0, 17},  {0, 19},  {0, 21},  {0, 31},  {1, 2},   {1, 3},
    {1, 7},   {1, 13},  {1, 17},  {1, 19},  {1, 21},  {1, 30},  {2, 3},   {2, 7},   {2, 8},
    {2, 9},   {2, 13},  {2, 27},  {2, 28},  {2, 32},  {3, 7},   {3, 12},  {3, 13},  {4, 6},
    {4, 10},  {5, 6},   {5, 10},  {5, 16},  {6, 16},  {8, 30},  {8, 32},  {8, 33},  {9, 33},
    {13, 33}, {14, 32}, {14, 33}, {15, 32}, {15, 33}, {18, 32}, {18, 33}, {19, 33}, {20, 32},
    {20, 33}, {22, 32}, {22, 33}, {23, 25}, {23, 27}, {23, 29}, {23, 32}, {23, 33}, {24, 25},
    {24, 27}, {24, 31}, {25, 31}, {26, 29}, {26, 33}, {27, 33}, {28, 31}, {28, 33}, {29, 32},
    {29, 33}, {30, 32}, {30, 33}, {31, 32}, {31, 33}, {32, 33}};

}  // namespace

TEST_CASE("who is tied within and hardly without is one group", "[graph]") {
  struct Row {
    std::string what;
    std::size_t vertices;
    Ties ties;
    std::string groups;
    double modularity;
  };
  const auto row = GENERATE(values<Row>({
      {"nobody", 0, {}, "", 0},
      {"two without a tie", 2, {}, "0 | 1", 0},
      {"two", 2, {{0, 1}}, "0 1", 0},
      {"itself only", 2, {{0, 0, 5}, {1, 1, 5}}, "0 | 1", 0},
      {"a star", 5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}}, "0 1 2 3 4", 0},
      {"two apart", 4, {{0, 2}, {1, 3}}, "0 2 | 1 3", 0.5},
      {"two triangles and a bridge",
       6,
       {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}, {4, 5}, {3, 5}},
       "0 1 2 | 3 4 5",
       5.0 / 14},
      {"a path cut where its ties are weak",
       4,
       {{0, 1, 9}, {1, 2, 1}, {2, 3, 9}},
       "0 1 | 2 3",
       18.0 / 19 - 0.5},
      {"a path of equal ties is joined from its first",
       4,
       {{0, 1}, {1, 2}, {2, 3}},
       "0 1 | 2 3",
       2.0 / 3 - 0.5},
      {"parallel ties count together",
       4,
       {{0, 1}, {1, 0}, {1, 2}, {2, 3}, {3, 2}},
       "0 1 | 2 3",
       0.8 - 0.5},
  }));
  CAPTURE(row.what);
  const Communities found = find_communities(row.vertices, row.ties);
  CHECK(text_of(found) == row.groups);
  CHECK(found.modularity == Approx(row.modularity).margin(1e-12));
}

TEST_CASE("the karate club has the modularity that the method's authors report", "[graph]") {
  const Communities found = find_communities(34, karate_club);
  CHECK(found.modularity == Approx(0.381).margin(0.0005));
  CHECK(found.members.size() == 3);
  // The two whom the club split about are apart.
  CHECK(std::count(found.members[0].begin(), found.members[0].end(), 33U) == 0);
}

TEST_CASE("the order of ties does not show in the groups", "[graph]") {
  Ties turned = karate_club;
  std::reverse(turned.begin(), turned.end());
  for (WeightedTie& tie : turned) std::swap(tie.a, tie.b);
  CHECK(text_of(find_communities(34, turned)) == text_of(find_communities(34, karate_club)));
}

}  // namespace frise
