// From each event kept, a search through those that are not; then the transitive reduction (Aho,
// Garey and Ullman 1972) of what it reached. Tested in tests/unit/graph/order_test.cpp.

#include "frise/graph/order.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/transitive_reduction.hpp>
#include <boost/property_map/property_map.hpp>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using Successors = std::vector<std::vector<std::uint32_t>>;

/// Without the edges that lead back into the way that a search is on.
Successors without_cycles(const Successors& next) {
  enum : char { fresh, open, closed };
  Successors out(next.size());
  std::vector<char> state(next.size(), fresh);
  for (std::uint32_t root = 0; root < next.size(); ++root) {
    if (state[root] != fresh) continue;
    std::vector<std::pair<std::uint32_t, std::size_t>> stack{{root, 0}};
    state[root] = open;
    while (!stack.empty()) {
      auto& [at, i] = stack.back();
      if (i == next[at].size()) {
        state[at] = closed;
        stack.pop_back();
        continue;
      }
      const std::uint32_t to = next[at][i++];
      if (state[to] == open) continue;
      out[at].push_back(to);
      if (state[to] == fresh) {
        state[to] = open;
        stack.emplace_back(to, 0);
      }
    }
  }
  return out;
}

}  // namespace

std::vector<OrderStep> reduce_order(const std::vector<OrderStep>& steps,
                                    const std::vector<char>& kept) {
  const std::size_t count = kept.size();
  std::vector<std::vector<const OrderStep*>> from(count);
  for (const OrderStep& step : steps) {
    if (step.before < count && step.after < count) from[step.before].push_back(&step);
  }
  std::vector<std::uint32_t> place(count, 0);
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (kept[i] == 0) continue;
    place[i] = static_cast<std::uint32_t>(chosen.size());
    chosen.push_back(i);
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> why;
  Successors next(chosen.size());
  std::vector<std::uint32_t> seen(count, UINT32_MAX);
  for (std::uint32_t c = 0; c < chosen.size(); ++c) {
    std::vector<std::pair<std::uint32_t, std::string_view>> ways{{chosen[c], {}}};
    seen[chosen[c]] = c;
    while (!ways.empty()) {
      const auto [at, reason] = ways.back();
      ways.pop_back();
      for (const OrderStep* step : from[at]) {
        if (seen[step->after] == c) continue;
        seen[step->after] = c;
        const std::string_view said = reason.empty() || reason == "dates" ? step->why : reason;
        if (kept[step->after] == 0) {
          ways.emplace_back(step->after, said);
          continue;
        }
        next[c].push_back(place[step->after]);
        why.emplace(std::pair{c, place[step->after]}, said);
      }
    }
    std::sort(next[c].begin(), next[c].end());
  }
  next = without_cycles(next);

  Graph whole(chosen.size());
  for (std::uint32_t a = 0; a < next.size(); ++a) {
    for (const std::uint32_t b : next[a]) boost::add_edge(a, b, whole);
  }
  Graph reduced;
  std::vector<Graph::vertex_descriptor> vertex(chosen.size());
  std::vector<std::size_t> identity(chosen.size());
  for (std::size_t i = 0; i < identity.size(); ++i) identity[i] = i;
  if (!chosen.empty()) {
    boost::transitive_reduction(
        whole, reduced,
        boost::make_iterator_property_map(vertex.begin(), boost::get(boost::vertex_index, whole)),
        boost::make_iterator_property_map(identity.begin(),
                                          boost::get(boost::vertex_index, whole)));
  }
  std::vector<std::uint32_t> original(chosen.size());
  for (std::uint32_t i = 0; i < chosen.size(); ++i) original[vertex[i]] = i;
  std::vector<OrderStep> out;
  for (auto [edge, end] = boost::edges(reduced); edge != end; ++edge) {
    const std::uint32_t a = original[boost::source(*edge, reduced)];
    const std::uint32_t b = original[boost::target(*edge, reduced)];
    out.push_back({chosen[a], chosen[b], why.at({a, b})});
  }
  std::sort(out.begin(), out.end(), [](const OrderStep& a, const OrderStep& b) {
    return std::tie(a.before, a.after) < std::tie(b.before, b.after);
  });
  return out;
}

std::vector<OrderStep> order_among(const Corpus& corpus,
                                   const std::vector<std::string_view>& events) {
  std::unordered_map<std::string_view, std::uint32_t> place;
  for (const std::string_view id : events) {
    place.emplace(id, static_cast<std::uint32_t>(place.size()));
  }
  for (const MergedEvent& event : corpus.events) {
    place.emplace(event.id, static_cast<std::uint32_t>(place.size()));
  }
  std::vector<OrderStep> steps;
  for (const OrderEdge& edge : corpus.order) {
    const auto before = place.find(edge.before);
    const auto after = place.find(edge.after);
    if (before == place.end() || after == place.end()) continue;
    steps.push_back({before->second, after->second, edge.why});
  }
  std::vector<char> kept(place.size(), 0);
  std::fill_n(kept.begin(), events.size(), char{1});
  return reduce_order(steps, kept);
}

}  // namespace frise
