// GEXF 1.3 (gexf.net), a dynamic graph in days: what is dated stands from its earliest to its
// latest day, both included; a side that is not known is left out. Read back by networkx in
// tests/exports/networks.py.

#include "export/network.hpp"
#include "export/writers.hpp"
#include "text/xml_writer.hpp"

#include <utility>

namespace frise {
namespace {

template <class Columns>
void write_attributes(XmlWriter& xml, std::string_view domain, const Columns& columns) {
  xml.open("attributes").attribute("class", domain).attribute("mode", "static");
  for (const auto& column : columns) {
    xml.open("attribute")
        .attribute("id", column.name)
        .attribute("title", column.name)
        .attribute("type", type_word(column.kind))
        .close();
  }
  xml.close();
}

template <class Row>
void write_days(XmlWriter& xml, const Row& row) {
  if (!row.earliest.empty()) xml.attribute("start", row.earliest);
  if (!row.latest.empty()) xml.attribute("end", row.latest);
}

template <class Columns, class Row>
void write_values(XmlWriter& xml, const Columns& columns, const Row& row) {
  xml.open("attvalues");
  for (const auto& column : columns) {
    const std::string& value = row.*column.value;
    if (value.empty()) continue;
    xml.open("attvalue").attribute("for", column.name).attribute("value", value).close();
  }
  xml.close();
}

}  // namespace

std::string write_gexf(const EventGraph& graph) {
  const Network network = make_network(graph);
  XmlWriter xml;
  xml.open("gexf").attribute("xmlns", "http://gexf.net/1.3").attribute("version", "1.3");
  xml.open("meta").leaf("creator", "frise").close();
  xml.open("graph")
      .attribute("defaultedgetype", "directed")
      .attribute("mode", "dynamic")
      .attribute("timeformat", "date");
  write_attributes(xml, "node", node_columns());
  write_attributes(xml, "edge", edge_columns());
  xml.open("nodes");
  for (const NetworkNode& node : network.nodes) {
    xml.open("node").attribute("id", node.key).attribute("label", node.label);
    write_days(xml, node);
    write_values(xml, node_columns(), node);
    xml.close();
  }
  xml.close().open("edges");
  std::size_t number = 0;
  for (const NetworkEdge& edge : network.edges) {
    xml.open("edge")
        .attribute("id", "e" + std::to_string(++number))
        .attribute("source", network.nodes[edge.from].key)
        .attribute("target", network.nodes[edge.to].key)
        .attribute("kind", edge.kind)
        .attribute("label", edge.type);
    write_days(xml, edge);
    write_values(xml, edge_columns(), edge);
    xml.close();
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + std::move(xml).finish();
}

}  // namespace frise
