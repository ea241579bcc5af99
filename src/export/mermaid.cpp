// A flowchart of actors and events. Mermaid draws 500 edges and reads 50,000 characters unless told
// otherwise, so the events that most sources tell come first and a comment counts the rest.
// Entities are written as Mermaid spells them (#35;), since a label may otherwise hold HTML,
// Markdown or a directive. Parsed and drawn by Mermaid in tests/exports/npm/browser.mjs.

#include "export/network.hpp"
#include "export/writers.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

namespace frise {
namespace {

constexpr std::size_t most_edges = 500;
constexpr std::size_t most_bytes = 45000;
constexpr std::size_t longest_label = 80;  // characters

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : cut_text(text, longest_label)) {
    if (std::string_view{"\"#&<>`%{}[]|;\\*_~$"}.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += '#' + std::to_string(static_cast<int>(c)) + ';';
    }
  }
  return out + '"';
}

std::size_t number_of(const std::string& digits) {
  std::size_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string node_line(const NetworkNode& node, std::size_t number) {
  const std::string name = "n" + std::to_string(number);
  if (node.kind == "entity") return "  " + name + '[' + quoted(node.label) + "]\n";
  const std::string when = node.date.empty() ? "" : node.date + " · ";
  return "  " + name + "([" + quoted(when + node.label) + "])\n";
}

std::string edge_line(const NetworkEdge& edge) {
  const bool solid = edge.kind == "role" || edge.kind == "office";
  return "  n" + std::to_string(edge.from) + (solid ? " -->|" : " -.->|") + quoted(edge.type) +
         "| n" + std::to_string(edge.to) + '\n';
}

/// Edges by the event that brings them; stances and offices come alone.
std::map<std::size_t, std::vector<std::size_t>> edges_by_event(const Network& network) {
  std::map<std::size_t, std::vector<std::size_t>> found;
  for (std::size_t e = 0; e < network.edges.size(); ++e) {
    const NetworkEdge& edge = network.edges[e];
    if (edge.kind != "role") continue;
    const bool from_event = network.nodes[edge.from].kind == "event";
    found[from_event ? edge.from : edge.to].push_back(e);
  }
  return found;
}

class Chart {
 public:
  explicit Chart(const Network& network) : network_{network}, shown_(network.nodes.size(), false) {}

  /// All of the edges with their ends, or nothing where they do not fit.
  bool add(const std::vector<std::size_t>& edges) {
    std::string lines;
    std::vector<std::size_t> fresh;
    for (const std::size_t e : edges) {
      const NetworkEdge& edge = network_.edges[e];
      for (const std::size_t end : {edge.from, edge.to}) {
        const bool known = shown_[end] || std::find(fresh.begin(), fresh.end(), end) != fresh.end();
        if (known) continue;
        fresh.push_back(end);
        lines += node_line(network_.nodes[end], end);
      }
      lines += edge_line(edge);
    }
    if (edges_ + edges.size() > most_edges || lines_.size() + lines.size() > most_bytes) {
      return false;
    }
    for (const std::size_t node : fresh) shown_[node] = true;
    edges_ += edges.size();
    lines_ += lines;
    return true;
  }

  [[nodiscard]] bool shows(std::size_t node) const { return shown_[node]; }
  [[nodiscard]] std::size_t edges() const noexcept { return edges_; }
  [[nodiscard]] const std::string& lines() const noexcept { return lines_; }

 private:
  const Network& network_;
  std::vector<bool> shown_;
  std::size_t edges_ = 0;
  std::string lines_;
};

}  // namespace

std::string write_mermaid(const EventGraph& graph) {
  const Network network = make_network(graph);
  const auto of_event = edges_by_event(network);
  std::vector<std::size_t> events;
  for (const auto& [event, edges] : of_event) events.push_back(event);
  std::stable_sort(events.begin(), events.end(), [&](std::size_t a, std::size_t b) {
    return number_of(network.nodes[a].sources) > number_of(network.nodes[b].sources);
  });
  Chart chart{network};
  for (const std::size_t event : events) chart.add(of_event.at(event));
  std::size_t wanted = 0;
  for (std::size_t e = 0; e < network.edges.size(); ++e) {
    const NetworkEdge& edge = network.edges[e];
    if (edge.kind == "claim") continue;
    ++wanted;
    if (edge.kind == "stance" || edge.kind == "office") chart.add({e});
    if (edge.kind == "link" && chart.shows(edge.from) && chart.shows(edge.to)) chart.add({e});
  }
  std::string out = "flowchart LR\n";
  if (chart.edges() < wanted) {
    out += "  %% " + std::to_string(chart.edges()) + " of " + std::to_string(wanted) +
           " edges: what Mermaid draws unless told otherwise\n";
  }
  return out + chart.lines();
}

}  // namespace frise
