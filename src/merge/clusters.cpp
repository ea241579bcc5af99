// Agglomeration under constraints: agreements are acted on from the firmest ground to the weakest,
// and two clusters join only if one day is possible for all of their dates and their participants
// do not exclude each other, so that a vague report ("in 2021") can never chain two events of that
// year together. A vague or undated report that would fit two events equally well joins neither.
// Tested in tests/unit/merge/merge_test.cpp.

#include "merge/clusters.hpp"

#include "merge/candidates.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace frise {
namespace {

/// An agreement is clearly better than another from this on.
constexpr double clearly = 0.75;

struct Edge {
  Agreement agreement;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

/// What is common to the reports of a cluster.
struct Common {
  DayBounds bounds;
  std::vector<std::uint32_t> people;     ///< participants, sorted
  std::vector<std::uint32_t> sentences;  ///< sorted
  std::size_t size = 1;
};

std::vector<std::uint32_t> join(const std::vector<std::uint32_t>& a,
                                const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> out;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

DayBounds intersect(const DayBounds& a, const DayBounds& b) {
  DayBounds out = a;
  if (!out.earliest || (b.earliest && *b.earliest > *out.earliest)) out.earliest = b.earliest;
  if (!out.latest || (b.latest && *b.latest < *out.latest)) out.latest = b.latest;
  return out;
}

class Agglomeration {
 public:
  Agglomeration(const Reports& reports, const std::vector<bool>& stale)
      : parent_(reports.all.size()), common_(reports.all.size()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (std::size_t i = 0; i < reports.all.size(); ++i) {
      const Report& report = reports.all[i];
      common_[i] = {stale[i] ? DayBounds{} : report.bounds,
                    join(report.agents, report.others),
                    {report.sentence},
                    1};
    }
  }

  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  /// \param near a sentence that both share vouches for them: one participant is enough.
  bool compatible(std::uint32_t a, std::uint32_t b, bool near) {
    const Common& x = common_[root(a)];
    const Common& y = common_[root(b)];
    if (!overlap(x.bounds, y.bounds) || shared(x.sentences, y.sentences) > 0) return false;
    const std::size_t needed = std::min({near ? 1UL : 2UL, x.people.size(), y.people.size()});
    return shared(x.people, y.people) >= needed;
  }

  void unite(std::uint32_t a, std::uint32_t b, bool near) {
    a = root(a);
    b = root(b);
    if (a == b || !compatible(a, b, near)) return;
    if (common_[a].size < common_[b].size || (common_[a].size == common_[b].size && b < a)) {
      std::swap(a, b);
    }
    parent_[b] = a;
    Common& x = common_[a];
    Common& y = common_[b];
    x.bounds = intersect(x.bounds, y.bounds);
    x.people = join(x.people, y.people);
    x.sentences = join(x.sentences, y.sentences);
    x.size += y.size;
    y = {};
  }

 private:
  std::vector<std::uint32_t> parent_;
  std::vector<Common> common_;
};

/// The vaguer report first: the one that looks for an event to belong to.
Edge vague_first(Edge edge, const Reports& reports) {
  const auto vagueness = [&](std::uint32_t i) {
    const Report& report = reports.all[i];
    if (!report.dated) return std::chrono::days::max();
    if (!report.bounds.known()) return std::chrono::days::max() - std::chrono::days{1};
    return *report.bounds.latest - *report.bounds.earliest;
  };
  if (vagueness(edge.a) < vagueness(edge.b)) std::swap(edge.a, edge.b);
  return edge;
}

/// Edges [begin, end) of one vague report: it joins the best event and those that go with it,
/// unless another event does as well and is not the same.
void settle(const std::vector<Edge>& edges, std::size_t begin, std::size_t end,
            Agglomeration& clusters) {
  std::vector<const Edge*> fits;
  for (std::size_t i = begin; i < end; ++i) {
    const Edge& edge = edges[i];
    if (clusters.compatible(edge.a, edge.b, edge.agreement.near)) fits.push_back(&edge);
  }
  std::stable_sort(fits.begin(), fits.end(), [](const Edge* x, const Edge* y) {
    return x->agreement.score > y->agreement.score;
  });
  for (const Edge* fit : fits) {
    if (fit->agreement.score <= fits.front()->agreement.score - clearly) break;
    const bool rival = clusters.root(fit->b) != clusters.root(fits.front()->b) &&
                       !clusters.compatible(fit->b, fits.front()->b, false);
    if (rival) return;
  }
  for (const Edge* fit : fits) clusters.unite(fit->a, fit->b, fit->agreement.near);
}

/// Two sentences that tell one event together also tell the same of what else they put on that day:
/// same kind, agent and date.
class Siblings {
 public:
  Siblings(const std::vector<Record>& records, const Reports& reports)
      : records_{records}, reports_{reports}, of_sentence_(reports.sentences.size()) {
    for (std::uint32_t i = 0; i < reports.all.size(); ++i) {
      auto& list = of_sentence_[reports.all[i].sentence];
      if (list.size() < most_in_sentence) list.push_back(i);
    }
  }

  void unite(std::uint32_t told, std::uint32_t again, Agglomeration& clusters) const {
    for (const std::uint32_t i : of_sentence_[reports_.all[told].sentence]) {
      for (const std::uint32_t j : of_sentence_[reports_.all[again].sentence]) {
        if (are_same(reports_.all[i], reports_.all[j])) clusters.unite(i, j, true);
      }
    }
  }

 private:
  static constexpr std::size_t most_in_sentence = 8;

  [[nodiscard]] bool are_same(const Report& a, const Report& b) const {
    const RecordEvent& x = event_of(a, records_);
    const RecordEvent& y = event_of(b, records_);
    return x.type == y.type && a.reality == b.reality && x.negated == y.negated && a.dated &&
           a.bounds == b.bounds && shared(a.agents, b.agents) > 0 &&
           (shared(a.others, b.others) > 0 || (a.others.empty() && b.others.empty()));
  }

  const std::vector<Record>& records_;
  const Reports& reports_;
  std::vector<std::vector<std::uint32_t>> of_sentence_;
};

std::vector<Cluster> gather_clusters(std::size_t count, Agglomeration& clusters) {
  std::map<std::uint32_t, Cluster> by_root;
  for (std::uint32_t i = 0; i < count; ++i) by_root[clusters.root(i)].reports.push_back(i);
  std::vector<Cluster> out;
  out.reserve(by_root.size());
  for (auto& [root, cluster] : by_root) out.push_back(std::move(cluster));
  std::sort(out.begin(), out.end(), [](const Cluster& a, const Cluster& b) {
    return a.reports.front() < b.reports.front();
  });
  return out;
}

}  // namespace

std::vector<Cluster> cluster_reports(const std::vector<Record>& records, const Reports& reports,
                                     const Judge& judge) {
  std::vector<Edge> edges;
  std::vector<bool> stale(reports.all.size(), false);
  for (const auto& [i, j] : candidate_pairs(records, reports)) {
    const Report& a = reports.all[i];
    const Report& b = reports.all[j];
    const auto agreement = judge.compare(a, b);
    if (!agreement) continue;
    // The younger bearer's date does not count, whether it is stale or a misprint.
    if (a.dated && b.dated && !overlap(a.bounds, b.bounds)) {
      stale[is_older(records[a.record], records[b.record]) ? j : i] = true;
    }
    edges.push_back(vague_first({*agreement, i, j}, reports));
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& x, const Edge& y) {
    const bool firm = x.agreement.ground <= Ground::fine && y.agreement.ground <= Ground::fine;
    if (x.agreement.ground != y.agreement.ground) return x.agreement.ground < y.agreement.ground;
    if (firm && x.agreement.score != y.agreement.score)
      return x.agreement.score > y.agreement.score;
    return std::tie(x.a, x.b) < std::tie(y.a, y.b);
  });

  Agglomeration clusters{reports, stale};
  for (std::size_t begin = 0; begin < edges.size();) {
    const Edge& first = edges[begin];
    std::size_t end = begin + 1;
    if (first.agreement.ground <= Ground::fine) {
      clusters.unite(first.a, first.b, first.agreement.near);
    } else {
      while (end < edges.size() && edges[end].a == first.a &&
             edges[end].agreement.ground == first.agreement.ground) {
        ++end;
      }
      settle(edges, begin, end, clusters);
    }
    begin = end;
  }

  const Siblings siblings{records, reports};
  for (const Cluster& cluster : gather_clusters(reports.all.size(), clusters)) {
    for (std::size_t i = 1; i < cluster.reports.size(); ++i) {
      siblings.unite(cluster.reports[i - 1], cluster.reports[i], clusters);
    }
  }
  return gather_clusters(reports.all.size(), clusters);
}

}  // namespace frise
