#include "frise/graph/measures.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace {

using namespace frise;
using namespace frise::test;

/// alta - beru - coda - dune, and elva apart with faro.
Corpus chain() {
  const auto meeting = [](const char* date, const char* agent, const char* patient) {
    return Said{EventType::partner,
                date,
                std::string{agent} + " " + patient,
                {std::string{"agent company:"} + agent, std::string{"patient company:"} + patient}};
  };
  Record a = article("a", "2024-06-01",
                     {meeting("2018", "alta", "beru"), meeting("2019", "beru", "coda"),
                      meeting("2020", "coda", "dune"), meeting("2021", "elva", "faro"),
                      meeting("2022", "alta", "beru")});
  add_stance(a, "company:alta", "company:beru", -1, "2018", "Alta critique Beru.");
  add_stance(a, "company:alta", "company:beru", 1, "2022", "Alta loue Beru.");
  return merge_records({a});
}

const ActorMeasures& of(const std::vector<ActorMeasures>& all, const std::string& entity) {
  for (const ActorMeasures& one : all) {
    if (one.entity == entity) return one;
  }
  FAIL("no measures of " << entity);
  return all.front();
}

}  // namespace

TEST_CASE("who stands between others is told by its betweenness", "[graph]") {
  const auto all = measure_actors(chain());
  REQUIRE(all.size() == 6);
  CHECK(of(all, "company:alta").neighbours == 1);  // two events with one other
  CHECK(of(all, "company:beru").neighbours == 2);
  CHECK(of(all, "company:alta").component == of(all, "company:dune").component);
  CHECK(of(all, "company:alta").component != of(all, "company:elva").component);
  CHECK(of(all, "company:alta").betweenness == Approx(0));
  // Of ten pairs of others, beru lies between alta and coda, and between alta and dune.
  CHECK(of(all, "company:beru").betweenness == Approx(0.2));
}

TEST_CASE("actors of a figure are ranked by what ties them, then by whom they stand between",
          "[graph]") {
  const auto by_name = [](std::string_view a, std::string_view b) { return a.compare(b); };
  const auto order = [&](const std::vector<ActorTie>& ties) {
    std::string ids;
    for (const RankedActor& one : rank_actors(ties, by_name)) ids += std::string{one.entity} + " ";
    return ids;
  };
  // Each weighs 2 but the ends; coda stands between two pairs of others, beru between as many.
  CHECK(order({{"alta", "beru"}, {"beru", "coda"}, {"coda", "dune"}}) == "beru coda alta dune ");
  CHECK(order({{"coda", "dune"}, {"beru", "coda"}, {"alta", "beru"}}) == "beru coda alta dune ");
  // As much weight as the one in the middle, and between nobody.
  CHECK(order({{"alta", "coda"}, {"coda", "beru"}, {"dune", ""}, {"dune", ""}}) ==
        "coda dune alta beru ");
  CHECK(order({{"alta", "beru", 0.25}, {"coda", "", 1.5}}) == "coda alta beru ");
  CHECK(order({{"alta", "alta", 2}, {"beru", "coda"}}) == "alta beru coda ");
  CHECK(rank_actors({}, by_name).empty());
}

TEST_CASE("the shortest way between two actors names what joins them", "[graph]") {
  const Corpus corpus = chain();
  const auto way = connection(corpus, "company:alta", "company:dune");
  REQUIRE(way.size() == 3);
  CHECK(way[0].from == "company:alta");
  CHECK(way[0].to == "company:beru");
  CHECK(way[2].to == "company:dune");
  CHECK(way[0].by == corpus.events.front().id);  // the first of two meetings
  CHECK(connection(corpus, "company:alta", "company:elva").empty());
  CHECK(connection(corpus, "company:alta", "company:nobody").empty());
  CHECK(connection(corpus, "company:alta", "company:alta").empty());
}

TEST_CASE("stances are balanced by year", "[graph]") {
  const auto balance = stance_balance(chain(), "company:alta", "company:beru");
  REQUIRE(balance.size() == 2);
  CHECK(balance[0].year == 2018);
  CHECK(balance[0].unfavourable == 1);
  CHECK(balance[0].favourable == 0);
  CHECK(balance[1].year == 2022);
  CHECK(balance[1].favourable == 1);
  CHECK(stance_balance(chain(), "company:beru", "company:alta").empty());
}
