// Three tables that join on ids: what a spreadsheet, Gephi's importer or a database takes. Read by
// sqlite in tests/exports/tables.py.

#include "export/network.hpp"
#include "export/values.hpp"
#include "export/writers.hpp"
#include "frise/export/events_csv.hpp"
#include "text/clean.hpp"

#include <utility>

namespace frise {
namespace {

class Table {
 public:
  Table& cell(std::string_view text) {
    if (!first_) bytes_ += ',';
    first_ = false;
    bytes_ += csv_cell(text);
    return *this;
  }
  /// A number is no formula: its sign stays.
  Table& cell(std::string_view text, ValueKind kind) {
    if (kind == ValueKind::text) return cell(text);
    if (!first_) bytes_ += ',';
    first_ = false;
    bytes_ += text;
    return *this;
  }
  void end_line() {
    bytes_ += "\r\n";
    first_ = true;
  }
  [[nodiscard]] std::string take() && { return std::move(bytes_); }

 private:
  std::string bytes_;
  bool first_ = true;
};

std::string nodes_table(const Network& network) {
  Table table;
  table.cell("id");
  for (const auto& column : node_columns()) table.cell(column.name);
  table.end_line();
  for (const NetworkNode& node : network.nodes) {
    table.cell(node.key);
    for (const auto& column : node_columns()) table.cell(node.*column.value, column.kind);
    table.end_line();
  }
  return std::move(table).take();
}

std::string edges_table(const Network& network) {
  Table table;
  table.cell("source").cell("target");
  for (const auto& column : edge_columns()) table.cell(column.name);
  table.end_line();
  for (const NetworkEdge& edge : network.edges) {
    table.cell(network.nodes[edge.from].key).cell(network.nodes[edge.to].key);
    for (const auto& column : edge_columns()) table.cell(edge.*column.value, column.kind);
    table.end_line();
  }
  return std::move(table).take();
}

std::string claims_table(const EventGraph& graph) {
  Table table;
  for (const std::string_view name :
       {"id",        "event",      "date",     "earliest", "latest",  "date_why",
        "type",      "factuality", "status",   "negated",  "amounts", "speaker",
        "summary",   "lang",       "copy_of",  "document", "title",   "publisher",
        "published", "url",        "sentence", "quote",    "rule"}) {
    table.cell(name);
  }
  table.end_line();
  for (const MergedEvent& event : graph.corpus().events) {
    for (const Claim& claim : event.claims) {
      const RecordDocument* found = graph.document(claim.evidence.document);
      const RecordDocument document = found != nullptr ? *found : RecordDocument{};
      const DayBounds days = days_covered(claim.date);
      table.cell(plain_id("claim:x-", claim.id))
          .cell(plain_id("event:x-", event.id))
          .cell(clean_text(claim.date.value))
          .cell(day_text(days.earliest))
          .cell(day_text(days.latest))
          .cell(clean_text(claim.date.why))
          .cell(to_string(event.type))
          .cell(to_string(claim.factuality))
          .cell(claim.status == DealStatus::none ? "" : to_string(claim.status))
          .cell(claim.negated ? "true" : "false")
          .cell(amounts_text(claim.amounts))
          .cell(speaker_text(graph, claim.attribution))
          .cell(clean_text(claim.summary))
          .cell(clean_text(claim.lang))
          .cell(clean_text(claim.copy_of))
          .cell(document_key(claim.evidence.document))
          .cell(clean_text(document.title))
          .cell(clean_text(document.source))
          .cell(clean_text(document.published.value))
          .cell(web_address(document.url))
          .cell(std::to_string(claim.evidence.sentence))
          .cell(clean_text(claim.evidence.quote))
          .cell(clean_text(claim.evidence.rule));
      table.end_line();
    }
  }
  return std::move(table).take();
}

}  // namespace

std::vector<OutputFile> write_network_csv(const EventGraph& graph) {
  const Network network = make_network(graph);
  return {{"nodes.csv", nodes_table(network)},
          {"edges.csv", edges_table(network)},
          {"claims.csv", claims_table(graph)}};
}

}  // namespace frise
