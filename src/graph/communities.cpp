// Gains are compared as whole numbers: of two groups with degrees k and l, w between them and W in
// all, joining gains (2Ww - kl) / 2W². So equal gains are equal on every machine. Each step looks
// at every pair that has a tie, which is quick enough for the graphs that are drawn; Boost.Graph
// 1.74 has no such method. Tested in tests/unit/graph/communities_test.cpp.

#include "frise/graph/communities.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace frise {
namespace {

class Merger {
 public:
  Merger(std::size_t vertices, const std::vector<WeightedTie>& ties)
      : between_(vertices), degree_(vertices, 0), members_(vertices) {
    for (std::uint32_t v = 0; v < vertices; ++v) members_[v] = {v};
    for (const WeightedTie& tie : ties) {
      if (tie.a == tie.b) continue;
      between_[tie.a][tie.b] += tie.weight;
      between_[tie.b][tie.a] += tie.weight;
      degree_[tie.a] += tie.weight;
      degree_[tie.b] += tie.weight;
      total_ += tie.weight;
    }
  }

  Communities run() {
    while (join_best()) {
    }
    Communities out;
    double expected = 0;
    double within = 0;
    for (std::size_t g = 0; g < members_.size(); ++g) {
      if (members_[g].empty()) continue;
      within += static_cast<double>(degree_[g]);
      for (const auto& [other, weight] : between_[g]) within -= static_cast<double>(weight);
      expected += static_cast<double>(degree_[g]) * static_cast<double>(degree_[g]);
      std::sort(members_[g].begin(), members_[g].end());
      out.members.push_back(std::move(members_[g]));
    }
    if (total_ > 0) {
      const double ends = 2 * static_cast<double>(total_);
      out.modularity = within / ends - expected / (ends * ends);
    }
    return out;
  }

 private:
  bool join_best() {
    std::int64_t most = 0;
    std::pair<std::uint32_t, std::uint32_t> best;
    for (std::uint32_t a = 0; a < between_.size(); ++a) {
      for (auto to = between_[a].upper_bound(a); to != between_[a].end(); ++to) {
        const std::int64_t gain = 2 * total_ * to->second - degree_[a] * degree_[to->first];
        if (gain <= most) continue;
        most = gain;
        best = {a, to->first};
      }
    }
    if (most > 0) join(best.first, best.second);
    return most > 0;
  }

  /// The later group goes into the earlier, which keeps its number.
  void join(std::uint32_t a, std::uint32_t b) {
    for (const auto& [other, weight] : between_[b]) {
      between_[other].erase(b);
      if (other == a) continue;
      between_[other][a] += weight;
      between_[a][other] += weight;
    }
    between_[b].clear();
    degree_[a] += std::exchange(degree_[b], 0);
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
  }

  std::vector<std::map<std::uint32_t, std::int64_t>> between_;
  std::vector<std::int64_t> degree_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::int64_t total_ = 0;
};

}  // namespace

Communities find_communities(std::size_t vertices, const std::vector<WeightedTie>& ties) {
  return Merger{vertices, ties}.run();
}

}  // namespace frise
