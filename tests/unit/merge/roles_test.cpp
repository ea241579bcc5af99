#include "frise/explain/explain.hpp"
#include "frise/graph/event_graph.hpp"
#include "unit/merge/sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace frise;
using namespace frise::test;

namespace {

void add_role(Record& record, const std::string& person, const std::string& organization,
              const std::string& words, RoleTime time, const std::string& sentence) {
  add_entity(record, person);
  add_entity(record, organization);
  const auto place = static_cast<std::uint32_t>(100 * record.roles.size());
  record.roles.push_back(
      {person,
       organization,
       words,
       time,
       {place, place + 20},
       {{place, place + 80}, static_cast<std::uint32_t>(record.roles.size() + 1), sentence}});
}

std::vector<Record> two_articles() {
  Record a = article("a", "2019", {});
  Record b = article("b", "2024", {});
  add_role(a, "person:ada-noor", "company:alta", "directrice financière", RoleTime::present,
           "Ada Noor, directrice financière d'Alta, part.");
  add_role(b, "person:ada-noor", "company:alta", "Directrice financière", RoleTime::past,
           "Ada Noor, ancienne directrice financière d'Alta, écrit un livre.");
  add_role(b, "person:ada-noor", "company:beru", "présidente", RoleTime::present,
           "Ada Noor, présidente de Beru, écrit un livre.");
  return {std::move(a), std::move(b)};
}

}  // namespace

TEST_CASE("a role that two articles see at two times is one role with two claims", "[merge]") {
  const Corpus corpus = merge_records(two_articles());
  REQUIRE(corpus.roles.size() == 2);
  const auto finance =
      std::find_if(corpus.roles.begin(), corpus.roles.end(),
                   [](const MergedRole& role) { return role.organization == "company:alta"; });
  REQUIRE(finance != corpus.roles.end());
  CHECK(finance->role == "directrice financière");
  CHECK(finance->id.starts_with("ro-"));
  REQUIRE(finance->claims.size() == 2);
  CHECK(finance->claims[0].evidence.document == "a");
  CHECK(finance->claims[0].time == RoleTime::present);
  CHECK(finance->claims[1].time == RoleTime::past);
  CHECK_THAT(finance->claims[1].evidence.quote, Catch::Contains("ancienne directrice"));
}

TEST_CASE("the order of records does not show in roles, and a graph reads back its own",
          "[merge]") {
  std::vector<Record> turned = two_articles();
  std::reverse(turned.begin(), turned.end());
  const EventGraph graph = EventGraph::build(merge_records(two_articles()));
  const std::string json = to_json(graph);
  CHECK(to_json(EventGraph::build(merge_records(std::move(turned)))) == json);
  const auto again = parse_graph(json);
  REQUIRE(again);
  CHECK(to_json(*again) == json);
}

TEST_CASE("a role is an edge, and no measure of how much an actor does", "[merge]") {
  const EventGraph graph = EventGraph::build(merge_records(two_articles()));
  CHECK(graph.edge_count() == 2);
  CHECK(graph.degree("person:ada-noor") == 0);
}

TEST_CASE("a role is explained by each of its sentences, and told of its actors", "[explain]") {
  const EventGraph graph = EventGraph::build(merge_records(two_articles()));
  const auto actor = explain(graph, "company:beru");
  REQUIRE(actor);
  CHECK_THAT(*actor, Catch::Contains("role      ro-"));
  CHECK_THAT(*actor, Catch::Contains("présidente of Beru (company:beru)"));
  for (const MergedRole& role : graph.corpus().roles) {
    const auto page = explain(graph, role.id);
    REQUIRE(page);
    for (const RoleClaim& claim : role.claims) {
      CHECK_THAT(*page, Catch::Contains(claim.evidence.quote));
      CHECK_THAT(*page, Catch::Contains(std::string{to_string(claim.time)} + ", seen from"));
    }
  }
}

TEST_CASE("a role without a source, or of nobody listed, is refused", "[merge]") {
  const std::string head =
      "{\"schema\":\"frise-graph/1\",\"entities\":[{\"id\":\"person:a\"},"
      "{\"id\":\"company:b\"}],\"roles\":[{\"id\":\"ro-1\",\"person\":";
  const auto bare = parse_graph(head + "\"person:a\",\"organization\":\"company:b\"}]}");
  REQUIRE_FALSE(bare);
  CHECK_THAT(bare.error().message, Catch::Contains("a role has no claim"));
  const auto nobody = parse_graph(head +
                                  "\"person:z\",\"organization\":\"company:b\",\"claims\":[{"
                                  "\"document\":\"d\"}]}],\"documents\":[{\"id\":\"d\"}]}");
  REQUIRE_FALSE(nobody);
  CHECK_THAT(nobody.error().message, Catch::Contains("person:z"));
}
