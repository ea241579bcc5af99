// One simple undirected graph of entities serves every measure: parallel edges would count a pair
// that meets often as many ways. Tested in tests/unit/graph/measures_test.cpp.

#include "frise/graph/measures.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;

/// Entities side by side, each pair once, with what joins it first.
struct Neighbourhood {
  explicit Neighbourhood(const Corpus& corpus) {
    for (std::uint32_t i = 0; i < corpus.entities.size(); ++i) {
      index.emplace(corpus.entities[i].id, i);
    }
    constexpr std::size_t most_together = 12;  // as many as an event may have take part
    for (const MergedEvent& event : corpus.events) {
      const std::size_t end = std::min(event.participants.size(), most_together);
      for (std::size_t a = 0; a < end; ++a) {
        for (std::size_t b = a + 1; b < end; ++b) {
          join(event.participants[a].entity, event.participants[b].entity, event.id);
        }
      }
    }
    for (const MergedStance& stance : corpus.stances) join(stance.holder, stance.target, stance.id);
    for (const MergedRole& role : corpus.roles) join(role.person, role.organization, role.id);
    graph = Graph(corpus.entities.size());
    for (const auto& [pair, by] : joined) boost::add_edge(pair.first, pair.second, graph);
  }

  void join(std::string_view a, std::string_view b, const std::string& by) {
    const auto first = index.find(a);
    const auto second = index.find(b);
    if (first == index.end() || second == index.end() || first->second == second->second) return;
    joined.emplace(std::minmax(first->second, second->second), by);
  }

  std::unordered_map<std::string_view, std::uint32_t> index;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> joined;
  Graph graph;
};

/// Of every vertex, 0 to 1; nothing when there are too many of them and their edges.
std::optional<std::vector<double>> betweenness_of(const Graph& graph) {
  const std::size_t count = boost::num_vertices(graph);
  if (count * boost::num_edges(graph) > most_for_betweenness) return std::nullopt;
  std::vector<double> between(count);
  if (count < 3) return between;
  boost::brandes_betweenness_centrality(
      graph,
      boost::make_iterator_property_map(between.begin(), boost::get(boost::vertex_index, graph)));
  const double pairs = static_cast<double>(count - 1) * static_cast<double>(count - 2) / 2;
  for (double& one : between) one /= pairs;
  return between;
}

}  // namespace

std::vector<ActorMeasures> measure_actors(const Corpus& corpus) {
  const Neighbourhood around{corpus};
  const std::size_t count = corpus.entities.size();
  std::vector<std::uint32_t> component(count);
  boost::connected_components(around.graph, component.data());
  const auto between = betweenness_of(around.graph);
  std::vector<ActorMeasures> out;
  std::unordered_map<std::uint32_t, std::uint32_t> numbered;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto neighbours = static_cast<std::uint32_t>(boost::out_degree(i, around.graph));
    if (neighbours == 0) continue;
    const auto next = static_cast<std::uint32_t>(numbered.size());
    ActorMeasures one{corpus.entities[i].id, numbered.emplace(component[i], next).first->second,
                      neighbours, std::nullopt};
    if (between) one.betweenness = (*between)[i];
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<RankedActor> rank_actors(const std::vector<ActorTie>& ties, const ActorOrder& by_name) {
  std::vector<std::string_view> ids;
  for (const ActorTie& tie : ties) {
    for (const std::string_view id : {tie.from, tie.to}) {
      if (!id.empty()) ids.push_back(id);
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  const auto index = [&](std::string_view id) {
    return static_cast<std::size_t>(std::lower_bound(ids.begin(), ids.end(), id) - ids.begin());
  };
  std::vector<std::vector<double>> weights(ids.size());
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const ActorTie& tie : ties) {
    if (!tie.from.empty()) weights[index(tie.from)].push_back(tie.weight);
    if (tie.to.empty() || tie.to == tie.from) continue;
    weights[index(tie.to)].push_back(tie.weight);
    if (!tie.from.empty()) pairs.insert(std::minmax(index(tie.from), index(tie.to)));
  }
  Graph graph(ids.size());
  for (const auto& [a, b] : pairs) boost::add_edge(a, b, graph);
  const auto between = betweenness_of(graph);
  std::vector<RankedActor> ranked;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    std::sort(weights[i].begin(), weights[i].end());  // a sum depends on the order of its terms
    RankedActor one{ids[i], std::accumulate(weights[i].begin(), weights[i].end(), 0.0),
                    std::nullopt};
    if (between) one.betweenness = (*between)[i];
    ranked.push_back(one);
  }
  std::sort(ranked.begin(), ranked.end(), [&](const RankedActor& a, const RankedActor& b) {
    if (a.degree != b.degree) return a.degree > b.degree;
    if (a.betweenness != b.betweenness) return a.betweenness > b.betweenness;
    const int names = by_name(a.entity, b.entity);
    return names != 0 ? names < 0 : a.entity < b.entity;
  });
  return ranked;
}

std::vector<ConnectionStep> connection(const Corpus& corpus, std::string_view from,
                                       std::string_view to) {
  const Neighbourhood around{corpus};
  const auto first = around.index.find(from);
  const auto last = around.index.find(to);
  if (first == around.index.end() || last == around.index.end() || first == last) return {};
  // Searched from the end, so that the predecessors lead the way from the beginning. Edges stand in
  // the order of the pairs, so that of several ways the first is found.
  std::vector<Vertex> next(corpus.entities.size(), boost::graph_traits<Graph>::null_vertex());
  boost::breadth_first_search(around.graph, last->second,
                              boost::visitor(boost::make_bfs_visitor(boost::record_predecessors(
                                  boost::make_iterator_property_map(
                                      next.begin(), boost::get(boost::vertex_index, around.graph)),
                                  boost::on_tree_edge()))));
  std::vector<ConnectionStep> way;
  for (Vertex at = first->second; at != last->second; at = next[at]) {
    if (next[at] == boost::graph_traits<Graph>::null_vertex()) return {};
    const std::pair<std::uint32_t, std::uint32_t> pair =
        std::minmax({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(next[at])});
    way.push_back({corpus.entities[at].id, corpus.entities[next[at]].id, around.joined.at(pair)});
  }
  return way;
}

std::vector<StanceBalance> stance_balance(const Corpus& corpus, std::string_view holder,
                                          std::string_view target) {
  std::map<std::pair<bool, int>, StanceBalance> years;
  for (const MergedStance& stance : corpus.stances) {
    if (stance.holder != holder || stance.target != target || stance.polarity == 0) continue;
    const auto& bounds = stance.date.bounds;
    const auto day = bounds.earliest ? bounds.earliest : bounds.latest;
    std::optional<int> year;
    if (day) year = static_cast<int>(std::chrono::year_month_day{*day}.year());
    StanceBalance& balance = years[{!year, year.value_or(0)}];
    balance.year = year;
    ++(stance.polarity > 0 ? balance.favourable : balance.unfavourable);
  }
  std::vector<StanceBalance> out;
  for (const auto& [year, balance] : years) out.push_back(balance);
  return out;
}

}  // namespace frise
