#pragma once

/// \file
/// The formats' writers: a file each. The table in formats.cpp names them all.

#include "frise/export/formats.hpp"

#include <string>
#include <vector>

namespace frise {

[[nodiscard]] std::string write_cypher(const EventGraph& graph);
[[nodiscard]] std::string write_dot(const EventGraph& graph);
[[nodiscard]] std::string write_followthemoney(const EventGraph& graph);
[[nodiscard]] std::string write_gexf(const EventGraph& graph);
[[nodiscard]] std::string write_graphml(const EventGraph& graph);
[[nodiscard]] std::string write_icalendar(const EventGraph& graph);
[[nodiscard]] std::string write_iso_timeml(const EventGraph& graph);
[[nodiscard]] std::string write_jsonld(const EventGraph& graph);
[[nodiscard]] std::string write_mermaid(const EventGraph& graph);
/// nodes.csv, edges.csv and claims.csv
[[nodiscard]] std::vector<OutputFile> write_network_csv(const EventGraph& graph);
/// A file an actor.
[[nodiscard]] std::vector<OutputFile> write_timeline_semeval(const EventGraph& graph);
[[nodiscard]] std::string write_timelinejs(const EventGraph& graph);

}  // namespace frise
