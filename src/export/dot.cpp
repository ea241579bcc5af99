// The whole graph in DOT, every column an attribute; the figures of `frise draw` are other DOT
// files, laid out to be looked at. Graphviz expands \N and the like in labels and decodes
// entities there, so both are taken apart. Read back by Graphviz in tests/exports/networks.py.

#include "export/network.hpp"
#include "export/writers.hpp"
#include "text/clean.hpp"

namespace frise {
namespace {

constexpr std::size_t longest_label = 80;    // characters; what is drawn
constexpr std::size_t longest_value = 2000;  // Graphviz reads strings of 16 kB, escapes included

/// A quoted string. `shown`: Graphviz decodes entities in it.
std::string quoted(std::string_view value, bool shown) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '&' && shown) {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string_view shape_of(const NetworkNode& node) noexcept {
  return node.kind == "entity" ? "box" : node.kind == "event" ? "ellipse" : "note";
}

/// "label" is what is drawn; the whole of it is the tooltip.
template <class Columns, class Row>
void write_columns(std::string& out, const Columns& columns, const Row& row) {
  for (const auto& column : columns) {
    const std::string& value = row.*column.value;
    if (value.empty()) continue;
    const bool label = column.name == "label";
    out += ", " + std::string{label ? "tooltip" : column.name} + '=' +
           quoted(cut_text(value, longest_value), label);
  }
}

}  // namespace

std::string write_dot(const EventGraph& graph) {
  const Network network = make_network(graph);
  std::string out = "digraph frise {\n  node [fontname=\"sans-serif\"];\n";
  for (const NetworkNode& node : network.nodes) {
    out += "  " + quoted(node.key, false);
    out += " [shape=" + std::string{shape_of(node)};
    out += ", label=" + quoted(cut_text(node.label, longest_label), true);
    write_columns(out, node_columns(), node);
    out += "];\n";
  }
  for (const NetworkEdge& edge : network.edges) {
    out += "  " + quoted(network.nodes[edge.from].key, false) + " -> " +
           quoted(network.nodes[edge.to].key, false);
    out += " [label=" + quoted(cut_text(edge.type, longest_label), true);
    write_columns(out, edge_columns(), edge);
    out += "];\n";
  }
  return out + "}\n";
}

}  // namespace frise
