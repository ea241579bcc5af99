// "to - from <= days" is an edge of that length: the shortest path between two points is the
// tightest bound between them, and a negative cycle is a contradiction (Dechter, Meiri and Pearl
// 1991). Boost's Bellman-Ford finds both; a visitor notes by which edge each point was reached
// last, so that a bound or a cycle can name its constraints. Compared with Floyd and Warshall's
// algorithm in tests/unit/temporal/day_network_test.cpp.

#include "temporal/day_network.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <limits>

namespace frise::temporal {
namespace {

struct Arc {
  std::int64_t days = 0;
  std::size_t constraint = 0;
};
using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Arc>;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

constexpr std::int64_t kUnreached = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kNoConstraint = std::numeric_limits<std::size_t>::max();

struct Step {
  std::size_t from = 0;
  std::size_t constraint = kNoConstraint;
};

class NoteSteps : public boost::bellman_visitor<> {
 public:
  explicit NoteSteps(std::vector<Step>& steps) : steps_{&steps} {}
  void edge_relaxed(Edge edge, const Graph& graph) {
    (*steps_)[boost::target(edge, graph)] = {boost::source(edge, graph), graph[edge].constraint};
  }

 private:
  std::vector<Step>* steps_;
};

}  // namespace

/// Shortest paths from a root.
class DayNetwork::Paths {
 public:
  Paths(const DayNetwork& network, Point root, bool from_everywhere)
      : network_{network},
        graph_{network.points_ + 1},
        length_(network.points_ + 1, kUnreached),
        steps_(network.points_ + 1) {
    for (std::size_t i = 0; i < network.constraints_.size(); ++i) {
      const Constraint& c = network.constraints_[i];
      boost::add_edge(c.from, c.to, Arc{c.days, i}, graph_);
    }
    if (from_everywhere) {
      for (Point p = 0; p < network.points_; ++p) boost::add_edge(root, p, Arc{}, graph_);
    }
    length_[root] = 0;
    consistent_ = boost::bellman_ford_shortest_paths(
        graph_, boost::num_vertices(graph_),
        boost::weight_map(boost::get(&Arc::days, graph_))
            .distance_map(boost::make_iterator_property_map(
                length_.begin(), boost::get(boost::vertex_index, graph_)))
            .visitor(NoteSteps{steps_}));
  }

  [[nodiscard]] bool consistent() const { return consistent_; }

  /// Any point that an edge could still bring nearer hangs on a negative cycle: as many steps back
  /// as there are points end on it.
  [[nodiscard]] std::vector<Reason> cycle() const {
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph_))) {
      const std::size_t from = boost::source(edge, graph_);
      if (length_[from] == kUnreached ||
          length_[from] + graph_[edge].days >= length_[boost::target(edge, graph_)]) {
        continue;
      }
      std::size_t on_cycle = from;
      for (std::size_t i = 0; i < steps_.size(); ++i) on_cycle = steps_[on_cycle].from;
      return reasons(on_cycle, on_cycle);
    }
    return {};
  }

  [[nodiscard]] std::optional<Bound> to(Point point, Point root) const {
    if (length_[point] == kUnreached) return std::nullopt;
    return Bound{static_cast<std::int32_t>(length_[point]),
                 point == root ? std::vector<Reason>{} : reasons(point, root)};
  }

 private:
  [[nodiscard]] std::vector<Reason> reasons(std::size_t point, std::size_t stop) const {
    std::vector<Reason> out;
    do {
      const Step& step = steps_[point];
      out.push_back(network_.constraints_[step.constraint].reason);
      point = step.from;
    } while (point != stop);
    std::reverse(out.begin(), out.end());
    return out;
  }

  const DayNetwork& network_;
  Graph graph_;
  std::vector<std::int64_t> length_;
  std::vector<Step> steps_;
  bool consistent_ = false;
};

void DayNetwork::at_most(Point from, Point to, std::int32_t days, Reason reason) {
  constraints_.push_back({from, to, days, reason});
}

void DayNetwork::at_least(Point from, Point to, std::int32_t days, Reason reason) {
  at_most(to, from, -days, reason);
}

std::vector<DayNetwork::Reason> DayNetwork::conflict() const {
  const Paths paths{*this, points_, true};
  return paths.consistent() ? std::vector<Reason>{} : paths.cycle();
}

std::optional<DayNetwork::Bound> DayNetwork::greatest(Point from, Point to) const {
  return Paths{*this, from, false}.to(to, from);
}

std::optional<DayNetwork::Bound> DayNetwork::least(Point from, Point to) const {
  auto bound = greatest(to, from);
  if (bound) bound->days = -bound->days;
  return bound;
}

}  // namespace frise::temporal
