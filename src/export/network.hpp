#pragma once

/// \file
/// The graph as two tables, for the formats that hold nodes and edges: each column is written by
/// every one of them in its own way. There is a node for each vertex and an edge for each edge.

#include "frise/graph/event_graph.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frise {

/// Values are spelled as text; empty: not known, or not for this kind.
enum class ValueKind : std::uint8_t { text, integer, real, flag };

/// "string", "long", "double", "boolean": as XML formats of graphs name them.
[[nodiscard]] std::string_view type_word(ValueKind kind) noexcept;

struct NetworkNode {
  std::string key;  ///< plain_id of `graph_id`; documents': "document:" before it
  std::string label;
  std::string kind;      ///< document, entity, event
  std::string type;      ///< of entity or event
  std::string graph_id;  ///< in graph.json, where it is not the key
  std::string aliases;   ///< "A; B"
  std::string mentions;
  std::string date;  ///< EDTF; of a document: when it appeared
  std::string earliest;
  std::string latest;
  std::string factuality;
  std::string status;
  std::string negated;
  std::string salient;
  std::string sources;  ///< that tell it and are no copies of one another
  std::string dates_disagree;
  std::string amounts_disagree;
  std::string lang;
  std::string publisher;
  std::string url;
};

struct NetworkEdge {
  std::size_t from = 0;  ///< indices of nodes
  std::size_t to = 0;
  std::string kind;  ///< claim, link, office, role, stance
  std::string type;  ///< role; for, against or neutral; words of the office; kind of link
  std::string graph_id;
  std::string date;
  std::string earliest;
  std::string latest;
  std::string polarity;
  std::string strength;
  std::string basis;
  std::string expression;
  std::string factuality;
  std::string amounts;
  std::string speaker;
  std::string why;
  std::string copy_of;
  std::string sources;
  std::string document;  ///< key of the first source
  std::string sentence;  ///< number in it, from 1
  std::string quote;
  std::string rule;
};

template <class Row>
struct NetworkColumn {
  std::string_view name;
  ValueKind kind;
  std::string Row::*value;
};

/// All but `key`, `from` and `to`.
[[nodiscard]] std::span<const NetworkColumn<NetworkNode>> node_columns() noexcept;
[[nodiscard]] std::span<const NetworkColumn<NetworkEdge>> edge_columns() noexcept;

struct Network {
  std::vector<NetworkNode> nodes;  ///< documents, entities, events, each in the corpus's order
  std::vector<NetworkEdge> edges;
};

[[nodiscard]] Network make_network(const EventGraph& graph);

}  // namespace frise
