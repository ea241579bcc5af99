#include "export/network.hpp"
#include "unit/merge/sample.hpp"

#include <catch2/catch.hpp>

using namespace frise;
using namespace frise::test;

TEST_CASE("a network has a node for each vertex and an edge for each edge", "[export]") {
  std::vector<Record> records{
      article("a", "2024-03-20",
              {{EventType::invest,
                "2024-03-12",
                "Alta a investi dans Béru.",
                {"agent company:alta", "patient company:beru", "agent place:nowhere"}}}),
      article("b", "2024-04-01", {{EventType::fine, "2024", "Le juge a puni Alta.", {}}})};
  add_stance(records[1], "company:beru", "company:alta", 1, "", "Béru soutient Alta.");
  const EventGraph graph = EventGraph::build(merge_records(std::move(records)));
  const Network network = make_network(graph);
  CHECK(network.nodes.size() == graph.vertex_count());
  CHECK(network.edges.size() == graph.edge_count());

  std::string drawn;
  for (const NetworkEdge& edge : network.edges) {
    drawn += network.nodes[edge.from].label + " -" + edge.type + "> " +
             network.nodes[edge.to].label + '\n';
  }
  CHECK(drawn ==
        "Titre de b -tells> Le juge a puni Alta.\n"
        "Alta -agent> Alta a investi dans Béru.\n"
        "Nowhere -agent> Alta a investi dans Béru.\n"
        "Alta a investi dans Béru. -patient> Beru\n"
        "Titre de a -tells> Alta a investi dans Béru.\n"
        "Beru -for> Alta\n");
}

TEST_CASE("circles, self-relations and parallel relations are edges like others", "[export]") {
  Corpus corpus;
  for (const char* id : {"company:alta", "company:beru"}) {
    corpus.entities.push_back({id, name_of(id), EntityType::company, {}, {}, 1});
  }
  for (const auto& [holder, target] :
       {std::pair{0, 0}, std::pair{0, 1}, std::pair{0, 1}, std::pair{1, 0}}) {
    MergedStance stance;
    stance.id = "st-" + std::to_string(corpus.stances.size());
    stance.holder = corpus.entities[static_cast<std::size_t>(holder)].id;
    stance.target = corpus.entities[static_cast<std::size_t>(target)].id;
    corpus.stances.push_back(stance);
  }
  const EventGraph graph = EventGraph::build(std::move(corpus));
  const Network network = make_network(graph);
  CHECK(network.edges.size() == 4);
  CHECK(network.edges.size() == graph.edge_count());
}
