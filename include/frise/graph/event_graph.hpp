#pragma once

/// \file
/// The corpus as a directed multigraph (Boost.Graph inside): entities and events are vertices;
/// roles in events, stances, offices of people and links between events are edges. Built once, then
/// read only.

#include "frise/core/result.hpp"
#include "frise/merge/corpus.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

inline constexpr std::string_view graph_schema = "frise-graph/1";

class EventGraph {
 public:
  [[nodiscard]] static EventGraph build(Corpus corpus);

  EventGraph(EventGraph&&) noexcept;
  EventGraph& operator=(EventGraph&&) noexcept;
  ~EventGraph();

  /// What the vertices and edges stand for.
  [[nodiscard]] const Corpus& corpus() const noexcept;

  /// Nullptr when there is none of that id.
  [[nodiscard]] const MergedEntity* entity(std::string_view id) const noexcept;
  [[nodiscard]] const MergedEvent* event(std::string_view id) const noexcept;
  [[nodiscard]] const RecordDocument* document(std::string_view id) const noexcept;

  /// Events that an entity takes part in, in the corpus's order.
  [[nodiscard]] std::vector<const MergedEvent*> events_of(std::string_view entity) const;

  /// Edges that touch the entity: roles in events, and stances held or received; not the offices of
  /// a person. The measure that ranks actors.
  [[nodiscard]] std::uint32_t degree(std::string_view entity) const noexcept;

  [[nodiscard]] std::size_t vertex_count() const noexcept;
  [[nodiscard]] std::size_t edge_count() const noexcept;

  struct Impl;

 private:
  explicit EventGraph(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

/// graph.json: indented JSON, keys in a fixed order, a newline at the end.
[[nodiscard]] std::string to_json(const EventGraph& graph);

/// The same bytes, in pieces and in order, for a graph that is large.
void write_json(const EventGraph& graph, const std::function<void(std::string_view)>& write);

/// \returns ErrorCode::bad_format with line and column for broken JSON, another schema, or an edge
/// whose end is missing.
[[nodiscard]] Result<EventGraph> parse_graph(std::string_view json);

}  // namespace frise
