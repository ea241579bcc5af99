// Boost.Graph finds the strongly connected components; their numbers are a topological order turned
// round. A component of several events is a circle of "before": a conflict named by its claims.
// Lower bounds go forward, upper bounds back. Tested in tests/unit/merge/order_test.cpp.

#include "merge/order.hpp"

#include "merge/reports.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

constexpr std::size_t most_before = 4;  ///< direct predecessors of an event by one actor's dates
constexpr std::size_t search_bound = 256;

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

/// A bound and where it comes from, in words.
struct Bound {
  std::optional<Day> day;
  std::string why;
};

struct Before {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::string why;
  const ClaimOrder* words = nullptr;  ///< none where a link says it
};

/// A claim and its event.
struct Teller {
  std::uint32_t event = 0;
  const Claim* claim = nullptr;
};

const Claim& speaker(const MergedEvent& event) {
  const auto preferred =
      std::find_if(event.claims.begin(), event.claims.end(),
                   [](const Claim& claim) { return claim.rank == ClaimRank::preferred; });
  return preferred == event.claims.end() ? event.claims.front() : *preferred;
}

class Network {
 public:
  explicit Network(Corpus& corpus) : corpus_{corpus}, events_{corpus.events} {
    for (std::uint32_t i = 0; i < events_.size(); ++i) index_.emplace(events_[i].id, i);
    if (corpus.claim_order.empty()) return;
    for (std::uint32_t i = 0; i < events_.size(); ++i) {
      for (const Claim& claim : events_[i].claims) claims_.emplace(claim.id, Teller{i, &claim});
    }
  }

  void solve() {
    gather_told();
    find_circles();
    tighten();
    write_inferred();
    write_order();
  }

 private:
  void gather_told() {
    for (const EventLink& link : corpus_.links) {
      if (link.kind == LinkKind::refines || link.kind == LinkKind::confirms) continue;
      told_.push_back(
          {index_.at(link.to), index_.at(link.from), std::string{to_string(link.kind)}, nullptr});
    }
    for (const ClaimOrder& words : corpus_.claim_order) {
      const std::uint32_t first = claims_.at(words.before).event;
      const std::uint32_t second = claims_.at(words.after).event;
      if (first != second) told_.push_back({first, second, words.cue.text, &words});
    }
  }

  /// ", by its sentence in DOC": where words say it.
  [[nodiscard]] std::string said_in(const Before& edge) const {
    if (edge.words == nullptr) return {};
    return ", by its sentence in " + claims_.at(edge.words->before).claim->evidence.document +
           " (\"" + edge.words->cue.text + "\")";
  }

  /// The claims whose sentences put two events in order.
  void add_claims(const Before& edge, std::set<std::string>& claims) const {
    if (edge.words != nullptr) {
      claims.insert({edge.words->before, edge.words->after});
    } else {
      claims.insert({speaker(events_[edge.first]).id, speaker(events_[edge.second]).id});
    }
  }

  /// What gives the days of the two speaks against what puts them in order.
  void conflict(const Before& edge) {
    std::set<std::string> claims{speaker(events_[edge.first]).id, speaker(events_[edge.second]).id};
    add_claims(edge, claims);
    const std::string& first = events_[edge.first].id;
    const std::string& second = events_[edge.second].id;
    corpus_.conflicts.push_back(
        {{claims.begin(), claims.end()},
         second + (edge.words == nullptr ? ' ' + edge.why + ' ' : " comes after ") + first +
             said_in(edge) + ", yet the days say the reverse"});
  }

  /// Numbers the components; edges within one are dropped and told as a conflict.
  void find_circles() {
    Graph graph(events_.size());
    for (const Before& edge : told_) boost::add_edge(edge.first, edge.second, graph);
    component_.resize(events_.size());
    if (events_.empty()) return;
    boost::strong_components(
        graph, boost::make_iterator_property_map(component_.begin(),
                                                 boost::get(boost::vertex_index, graph)));
    std::map<std::uint32_t, std::set<std::string>> circles;
    std::erase_if(told_, [&](const Before& edge) {
      if (component_[edge.first] != component_[edge.second]) return false;
      add_claims(edge, circles[component_[edge.first]]);
      return true;
    });
    for (const auto& [component, claims] : circles) {
      corpus_.conflicts.push_back(
          {{claims.begin(), claims.end()}, "each is said to come before the next, in a circle"});
    }
  }

  /// An event told as done is over when the first article that tells it is out.
  void bound_by_articles(std::unordered_map<std::string_view, const RecordDocument*>& documents) {
    for (std::uint32_t i = 0; i < events_.size(); ++i) {
      const MergedEvent& event = events_[i];
      if (event.factuality != Factuality::certain || event.negated) continue;
      for (const Claim& claim : event.claims) {
        if (claim.factuality != Factuality::certain) continue;
        const RecordDocument& document = *documents.at(claim.evidence.document);
        const auto& out = document.published.bounds.latest;
        if (!out || (high_[i].day && *high_[i].day <= *out)) continue;
        if (low_[i].day && *low_[i].day > *out) continue;  // told ahead, in the present tense
        high_[i] = {*out, "told as done in " + document.id};
      }
    }
  }

  void tighten() {
    low_.resize(events_.size());
    high_.resize(events_.size());
    for (std::size_t i = 0; i < events_.size(); ++i) {
      low_[i].day = events_[i].date.bounds.earliest;
      high_[i].day = events_[i].date.bounds.latest;
    }
    std::unordered_map<std::string_view, const RecordDocument*> documents;
    for (const RecordDocument& document : corpus_.documents) {
      documents.emplace(document.id, &document);
    }
    bound_by_articles(documents);
    // Sources have the highest component numbers.
    std::stable_sort(told_.begin(), told_.end(), [&](const Before& a, const Before& b) {
      return component_[a.first] > component_[b.first];
    });
    // What the days say the reverse of orders nothing: with it, the order would have circles.
    std::erase_if(told_, [&](const Before& edge) {
      const Bound& from = low_[edge.first];
      Bound& to = low_[edge.second];
      if (!from.day || (to.day && *to.day >= *from.day)) return false;
      if (high_[edge.second].day && *high_[edge.second].day < *from.day) {
        conflict(edge);
        return true;
      }
      to = {from.day, "comes after " + events_[edge.first].id + said_in(edge)};
      return false;
    });
    std::stable_sort(told_.begin(), told_.end(), [&](const Before& a, const Before& b) {
      return component_[a.second] < component_[b.second];
    });
    for (const Before& edge : told_) {
      Bound& to = high_[edge.first];
      const Bound& from = high_[edge.second];
      if (!from.day || (to.day && *to.day <= *from.day)) continue;
      to = {from.day, "comes before " + events_[edge.second].id + said_in(edge)};
    }
  }

  void write_inferred() {
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (low_[i].why.empty() && high_[i].why.empty()) continue;
      InferredDays days{{low_[i].day, high_[i].day}, low_[i].why};
      if (!high_[i].why.empty()) days.why += (days.why.empty() ? "" : "; ") + high_[i].why;
      events_[i].inferred = std::move(days);
    }
  }

  /// Direct predecessors by date among the events of one actor: those that end before the event
  /// begins, and with none between. Of the earlier only the end need be known, of the later only
  /// the beginning.
  void order_of_actor(const std::vector<std::uint32_t>& mine,
                      std::map<std::pair<std::uint32_t, std::uint32_t>, std::string>& edges) const {
    const auto begin = [&](std::uint32_t i) { return events_[i].date.bounds.earliest; };
    const auto end = [&](std::uint32_t i) { return events_[i].date.bounds.latest; };
    const auto sorted = [&mine](const auto& day) {
      std::vector<std::uint32_t> out;
      std::copy_if(mine.begin(), mine.end(), std::back_inserter(out),
                   [&](std::uint32_t i) { return day(i).has_value(); });
      std::sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair{*day(a), a} < std::pair{*day(b), b};
      });
      return out;
    };
    const std::vector<std::uint32_t> by_end = sorted(end);
    std::size_t over = 0;
    Day last_begin = Day::min();
    for (const std::uint32_t event : sorted(begin)) {
      while (over < by_end.size() && *end(by_end[over]) < *begin(event)) {
        last_begin = std::max(last_begin, begin(by_end[over++]).value_or(Day::min()));
      }
      for (std::size_t n = 0; n < most_before && n < over; ++n) {
        const std::uint32_t before = by_end[over - 1 - n];
        if (*end(before) < last_begin) break;
        edges.try_emplace({before, event}, "dates");
      }
    }
  }

  void write_order() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> edges;
    for (const Before& edge : told_) edges.try_emplace({edge.first, edge.second}, edge.why);
    std::map<std::string_view, std::vector<std::uint32_t>> of_actor;
    for (std::uint32_t i = 0; i < events_.size(); ++i) {
      const MergedEvent& event = events_[i];
      if (!event.salient || event.date.value.empty()) continue;
      for (const MergedParticipant& one : event.participants) {
        if (one.role != ParticipantRole::place) of_actor[one.entity].push_back(i);
      }
    }
    for (const auto& [actor, mine] : of_actor) order_of_actor(mine, edges);

    std::vector<std::vector<std::uint32_t>> after(events_.size());
    for (const auto& [edge, why] : edges) after[edge.first].push_back(edge.second);
    for (const auto& [edge, why] : edges) {
      if (follows_from_others(edge.first, edge.second, after)) continue;
      corpus_.order.push_back({events_[edge.first].id, events_[edge.second].id, why});
    }
    std::sort(corpus_.order.begin(), corpus_.order.end(),
              [](const OrderEdge& a, const OrderEdge& b) {
                return std::tie(a.before, a.after) < std::tie(b.before, b.after);
              });
  }

  /// A way of two edges or more leads from `first` to `last`.
  [[nodiscard]] bool follows_from_others(
      std::uint32_t first, std::uint32_t last,
      const std::vector<std::vector<std::uint32_t>>& after) const {
    const auto& end = events_[last].date.bounds.earliest;
    std::vector<std::uint32_t> open;
    for (const std::uint32_t next : after[first]) {
      if (next != last) open.push_back(next);
    }
    std::set<std::uint32_t> seen{open.begin(), open.end()};
    while (!open.empty() && seen.size() < search_bound) {
      const std::uint32_t event = open.back();
      open.pop_back();
      for (const std::uint32_t next : after[event]) {
        if (next == last) return true;
        const auto& begin = events_[next].date.bounds.earliest;
        if (end && begin && *begin > *end) continue;
        if (seen.insert(next).second) open.push_back(next);
      }
    }
    return false;
  }

  Corpus& corpus_;
  std::vector<MergedEvent>& events_;
  std::unordered_map<std::string_view, std::uint32_t> index_;
  std::unordered_map<std::string_view, Teller> claims_;  ///< by id, if any claim is put in order
  std::vector<Before> told_;
  std::vector<std::uint32_t> component_;
  std::vector<Bound> low_;
  std::vector<Bound> high_;
};

}  // namespace

void order_events(Corpus& corpus) { Network{corpus}.solve(); }

}  // namespace frise
