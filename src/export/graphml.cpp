// GraphML 1.0 (graphml.graphdrawing.org): keys declared once, values as data. Read back by networkx
// in tests/exports/networks.py.

#include "export/network.hpp"
#include "export/writers.hpp"
#include "text/xml_writer.hpp"

#include <utility>

namespace frise {
namespace {

/// "n_label": a key's id is unique over nodes and edges.
std::string key_id(char domain, std::string_view name) {
  return std::string{domain} + '_' + std::string{name};
}

template <class Columns>
void write_keys(XmlWriter& xml, char domain, std::string_view words, const Columns& columns) {
  for (const auto& column : columns) {
    xml.open("key")
        .attribute("id", key_id(domain, column.name))
        .attribute("for", words)
        .attribute("attr.name", column.name)
        .attribute("attr.type", type_word(column.kind))
        .close();
  }
}

template <class Columns, class Row>
void write_data(XmlWriter& xml, char domain, const Columns& columns, const Row& row) {
  for (const auto& column : columns) {
    const std::string& value = row.*column.value;
    if (value.empty()) continue;
    xml.open("data").attribute("key", key_id(domain, column.name)).text(value).close();
  }
}

}  // namespace

std::string write_graphml(const EventGraph& graph) {
  const Network network = make_network(graph);
  XmlWriter xml;
  xml.open("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
  write_keys(xml, 'n', "node", node_columns());
  write_keys(xml, 'e', "edge", edge_columns());
  xml.open("graph").attribute("id", "frise").attribute("edgedefault", "directed");
  for (const NetworkNode& node : network.nodes) {
    xml.open("node").attribute("id", node.key);
    write_data(xml, 'n', node_columns(), node);
    xml.close();
  }
  std::size_t number = 0;
  for (const NetworkEdge& edge : network.edges) {
    xml.open("edge")
        .attribute("id", "e" + std::to_string(++number))
        .attribute("source", network.nodes[edge.from].key)
        .attribute("target", network.nodes[edge.to].key);
    write_data(xml, 'e', edge_columns(), edge);
    xml.close();
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + std::move(xml).finish();
}

}  // namespace frise
