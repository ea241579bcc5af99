#pragma once

/// \file
/// A Graphviz graph owned by C++: built and written through cgraph, so that no label can end a
/// string or start an attribute.

#include <memory>
#include <string>
#include <string_view>

struct Agraph_s;
struct Agnode_s;
struct Agedge_s;

namespace frise::render {

/// `\` doubled (cgraph expands \N, \G, \l), `&` made an entity (Graphviz decodes them in labels).
[[nodiscard]] std::string dot_label(std::string_view text);

/// The id itself when it is plain and short, else a hash of it: a node name that holds nothing to
/// interpret.
[[nodiscard]] std::string dot_name(std::string_view prefix, std::string_view id);

/// A directed graph. Nodes, edges and subgraphs belong to it, and are numbered as they come:
/// cgraph's own ids are addresses of names, and layouts of clusters follow ids.
class DotGraph {
 public:
  explicit DotGraph(std::string_view name);
  ~DotGraph();
  DotGraph(const DotGraph&) = delete;
  DotGraph& operator=(const DotGraph&) = delete;

  [[nodiscard]] Agraph_s* root() const noexcept { return graph_; }
  Agnode_s* node(std::string_view name);
  Agedge_s* edge(Agnode_s* from, Agnode_s* to, std::string_view name);
  Agraph_s* subgraph();
  /// A part that dot keeps together in a box; `number` sets it apart from the others.
  Agraph_s* cluster(std::size_t number);
  void put_in(Agraph_s* subgraph, Agnode_s* node);

  /// Sets an attribute of the graph, a node, an edge or a subgraph; a plain string, never HTML.
  void set(void* object, std::string_view key, std::string_view value);
  /// Keeps room in place of a label, in pixels; no font has a say.
  void set_empty_label(void* object, double width, double height);
  /// Default for all nodes or edges.
  void set_node_default(std::string_view key, std::string_view value);
  void set_edge_default(std::string_view key, std::string_view value);

  /// DOT text; empty when memory ran out.
  [[nodiscard]] std::string write() const;

 private:
  Agraph_s* graph_ = nullptr;
};

}  // namespace frise::render
