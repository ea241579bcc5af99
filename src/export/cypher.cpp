// Cypher as openCypher 9 and Neo4j 5 read it, a statement a line. MERGE, so that running the file
// twice changes nothing. A line ends no string: labels hold no line ends, quotes and backslashes
// are escaped, and \u is taken apart, which older Neo4j decodes before it looks for strings.
// Checked by Neo4j's own grammar in tests/exports/npm/formats.mjs.

#include "export/network.hpp"
#include "export/writers.hpp"

#include <cctype>

namespace frise {
namespace {

std::string quoted(std::string_view value) {
  std::string out = "'";
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
    const bool unicode = c == '\\' && i + 1 < value.size() && std::tolower(value[i + 1]) == 'u';
    if (unicode) out += "' + '";
  }
  return out + '\'';
}

template <class Columns, class Row>
void write_properties(std::string& out, std::string_view of, const Columns& columns,
                      const Row& row) {
  std::string_view before = " SET ";
  for (const auto& column : columns) {
    const std::string& value = row.*column.value;
    if (value.empty()) continue;
    out += before;
    before = ", ";
    out += std::string{of} + '.' + std::string{column.name} + " = ";
    out += column.kind == ValueKind::text ? quoted(value) : value;
  }
  out += ";\n";
}

/// "Entity:Company"
std::string labels_of(const NetworkNode& node) {
  const auto capital = [](std::string word) {
    if (!word.empty()) word[0] = static_cast<char>(std::toupper(word[0]));
    return word;
  };
  const std::string kind = capital(node.kind);
  return node.kind == "entity" ? kind + ':' + capital(node.type) : kind;
}

/// The role of a participant or the kind of a link, else the kind of edge: never foreign words.
std::string relationship_of(const NetworkEdge& edge) {
  std::string word = edge.kind == "role" || edge.kind == "link" ? edge.type : edge.kind;
  for (char& c : word) c = static_cast<char>(std::toupper(c));
  return word;
}

}  // namespace

std::string write_cypher(const EventGraph& graph) {
  const Network network = make_network(graph);
  std::string out;
  for (const NetworkNode& node : network.nodes) {
    out += "MERGE (n:" + labels_of(node) + " {key: " + quoted(node.key) + "})";
    write_properties(out, "n", node_columns(), node);
  }
  std::size_t number = 0;
  for (const NetworkEdge& edge : network.edges) {
    out += "MATCH (a {key: " + quoted(network.nodes[edge.from].key) +
           "}), (b {key: " + quoted(network.nodes[edge.to].key) +
           "}) MERGE (a)-[r:" + relationship_of(edge) + " {number: " + std::to_string(++number) +
           "}]->(b)";
    write_properties(out, "r", edge_columns(), edge);
  }
  return out;
}

}  // namespace frise
