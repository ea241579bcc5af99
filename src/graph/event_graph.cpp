// Boost.Graph, directed, parallel edges allowed. Agents point at their events, events at everyone
// else, a holder at the target of a stance, an event at the event it follows or contradicts, a
// document at the events it tells, a person at where a role is held. Vertices are numbered
// documents, entities, events, each in the corpus's order, and are never removed. Tested in
// tests/unit/graph/graph_test.cpp.

#include "frise/graph/event_graph.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

enum class VertexKind : std::uint8_t { document, entity, event };
enum class EdgeKind : std::uint8_t { role, stance, link, claim, office };

struct VertexProps {
  VertexKind kind = VertexKind::entity;
  std::uint32_t index = 0;  ///< into the corpus's vector of that kind
};

struct EdgeProps {
  EdgeKind kind = EdgeKind::role;
  std::uint32_t index = 0;  ///< of the participant, stance, link, claim or role
};

using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, VertexProps, EdgeProps>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using Index = std::unordered_map<std::string_view, std::uint32_t>;

template <class T>
Index index_by_id(const std::vector<T>& items) {
  Index index;
  index.reserve(items.size());
  for (std::uint32_t i = 0; i < items.size(); ++i) index.emplace(items[i].id, i);
  return index;
}

}  // namespace

struct EventGraph::Impl {
  explicit Impl(Corpus given)
      : corpus{std::move(given)},
        documents{index_by_id(corpus.documents)},
        entities{index_by_id(corpus.entities)},
        events{index_by_id(corpus.events)} {
    add_vertices();
    add_edges();
  }

  [[nodiscard]] Vertex entity_vertex(std::uint32_t index) const noexcept {
    return corpus.documents.size() + index;
  }
  [[nodiscard]] Vertex event_vertex(std::uint32_t index) const noexcept {
    return corpus.documents.size() + corpus.entities.size() + index;
  }

  void add_vertices() {
    const auto add = [this](VertexKind kind, std::size_t count) {
      for (std::uint32_t i = 0; i < count; ++i) boost::add_vertex(VertexProps{kind, i}, graph);
    };
    add(VertexKind::document, corpus.documents.size());
    add(VertexKind::entity, corpus.entities.size());
    add(VertexKind::event, corpus.events.size());
  }

  void add_edges() {
    for (std::uint32_t e = 0; e < corpus.events.size(); ++e) {
      const MergedEvent& event = corpus.events[e];
      for (std::uint32_t p = 0; p < event.participants.size(); ++p) {
        const auto entity = entities.find(event.participants[p].entity);
        if (entity == entities.end()) continue;
        const bool acts = event.participants[p].role == ParticipantRole::agent;
        const Vertex who = entity_vertex(entity->second);
        const Vertex what = event_vertex(e);
        boost::add_edge(acts ? who : what, acts ? what : who, EdgeProps{EdgeKind::role, p}, graph);
      }
      for (std::uint32_t c = 0; c < event.claims.size(); ++c) {
        const auto document = documents.find(event.claims[c].evidence.document);
        if (document == documents.end()) continue;
        boost::add_edge(document->second, event_vertex(e), EdgeProps{EdgeKind::claim, c}, graph);
      }
    }
    for (std::uint32_t s = 0; s < corpus.stances.size(); ++s) {
      const auto holder = entities.find(corpus.stances[s].holder);
      const auto target = entities.find(corpus.stances[s].target);
      if (holder == entities.end() || target == entities.end()) continue;
      boost::add_edge(entity_vertex(holder->second), entity_vertex(target->second),
                      EdgeProps{EdgeKind::stance, s}, graph);
    }
    for (std::uint32_t r = 0; r < corpus.roles.size(); ++r) {
      const auto person = entities.find(corpus.roles[r].person);
      const auto organization = entities.find(corpus.roles[r].organization);
      if (person == entities.end() || organization == entities.end()) continue;
      boost::add_edge(entity_vertex(person->second), entity_vertex(organization->second),
                      EdgeProps{EdgeKind::office, r}, graph);
    }
    for (std::uint32_t l = 0; l < corpus.links.size(); ++l) {
      const auto from = events.find(corpus.links[l].from);
      const auto to = events.find(corpus.links[l].to);
      if (from == events.end() || to == events.end()) continue;
      boost::add_edge(event_vertex(from->second), event_vertex(to->second),
                      EdgeProps{EdgeKind::link, l}, graph);
    }
  }

  Corpus corpus;
  Index documents;  // keys point into the corpus, which never changes again
  Index entities;
  Index events;
  Graph graph;
};

EventGraph::EventGraph(std::unique_ptr<Impl> impl) noexcept : impl_{std::move(impl)} {}
EventGraph::EventGraph(EventGraph&&) noexcept = default;
EventGraph& EventGraph::operator=(EventGraph&&) noexcept = default;
EventGraph::~EventGraph() = default;

EventGraph EventGraph::build(Corpus corpus) {
  return EventGraph{std::make_unique<Impl>(std::move(corpus))};
}

const Corpus& EventGraph::corpus() const noexcept { return impl_->corpus; }

const MergedEntity* EventGraph::entity(std::string_view id) const noexcept {
  const auto found = impl_->entities.find(id);
  return found == impl_->entities.end() ? nullptr : &impl_->corpus.entities[found->second];
}

const MergedEvent* EventGraph::event(std::string_view id) const noexcept {
  const auto found = impl_->events.find(id);
  return found == impl_->events.end() ? nullptr : &impl_->corpus.events[found->second];
}

const RecordDocument* EventGraph::document(std::string_view id) const noexcept {
  const auto found = impl_->documents.find(id);
  return found == impl_->documents.end() ? nullptr : &impl_->corpus.documents[found->second];
}

std::vector<const MergedEvent*> EventGraph::events_of(std::string_view entity) const {
  const auto found = impl_->entities.find(entity);
  if (found == impl_->entities.end()) return {};
  const Graph& graph = impl_->graph;
  const Vertex vertex = impl_->entity_vertex(found->second);
  std::vector<std::uint32_t> indices;
  const auto note = [&](Vertex other) {
    if (graph[other].kind == VertexKind::event) indices.push_back(graph[other].index);
  };
  const auto [out, out_end] = boost::out_edges(vertex, graph);
  for (auto edge = out; edge != out_end; ++edge) note(boost::target(*edge, graph));
  const auto [in, in_end] = boost::in_edges(vertex, graph);
  for (auto edge = in; edge != in_end; ++edge) note(boost::source(*edge, graph));
  std::sort(indices.begin(), indices.end());
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
  std::vector<const MergedEvent*> events;
  events.reserve(indices.size());
  for (const std::uint32_t index : indices) events.push_back(&impl_->corpus.events[index]);
  return events;
}

std::uint32_t EventGraph::degree(std::string_view entity) const noexcept {
  const auto found = impl_->entities.find(entity);
  if (found == impl_->entities.end()) return 0;
  const Graph& graph = impl_->graph;
  const Vertex vertex = impl_->entity_vertex(found->second);
  const auto acts = [&](const auto& edge) { return graph[edge].kind != EdgeKind::office; };
  const auto [out, out_end] = boost::out_edges(vertex, graph);
  const auto [in, in_end] = boost::in_edges(vertex, graph);
  return static_cast<std::uint32_t>(std::count_if(out, out_end, acts) +
                                    std::count_if(in, in_end, acts));
}

std::size_t EventGraph::vertex_count() const noexcept { return boost::num_vertices(impl_->graph); }

std::size_t EventGraph::edge_count() const noexcept { return boost::num_edges(impl_->graph); }

}  // namespace frise
