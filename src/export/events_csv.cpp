// A table for spreadsheets, hence the care about formulas (OWASP, "CSV Injection").
// Tested in tests/unit/export/events_csv_test.cpp.

#include "frise/export/events_csv.hpp"

#include "export/values.hpp"

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace frise {
namespace {

/// Names of those in a role of the group, in the event's order: "Nvidia; AMD".
std::string names(const EventGraph& graph, const MergedEvent& event,
                  std::initializer_list<ParticipantRole> roles) {
  std::vector<std::string_view> ids;
  for (const MergedParticipant& participant : event.participants) {
    const bool wanted = std::find(roles.begin(), roles.end(), participant.role) != roles.end();
    if (!wanted || participant.entity.empty()) continue;
    if (std::find(ids.begin(), ids.end(), participant.entity) == ids.end()) {
      ids.push_back(participant.entity);
    }
  }
  std::string out;
  for (const std::string_view id : ids) {
    const MergedEntity* entity = graph.entity(id);
    if (!out.empty()) out += "; ";
    out += entity != nullptr ? std::string_view{entity->name} : id;
  }
  return out;
}

void append_line(std::string& out, std::initializer_list<std::string_view> cells) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) out += ',';
    first = false;
    out += csv_cell(cell);
  }
  out += "\r\n";
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell;
  bool quoted = false;
  if (!text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos) {
    cell += '\'';
  }
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    quoted = quoted || c == '"' || c == ',';
    if (c == '"') cell += '"';
    cell += control ? ' ' : c;
  }
  quoted = quoted || cell.starts_with(' ') || cell.ends_with(' ');
  return quoted ? '"' + cell + '"' : cell;
}

std::string events_csv(const EventGraph& graph) {
  std::string out;
  append_line(out, {"id", "date", "earliest", "latest", "type", "factuality", "actors", "targets",
                    "summary", "source", "published", "sentence", "quote", "document"});
  using enum ParticipantRole;
  for (const MergedEvent& event : graph.corpus().events) {
    const std::string actors = names(graph, event, {agent});
    const std::string targets = names(graph, event, {patient, recipient});
    for (const Claim& claim : event.claims) {
      const RecordDocument* document = graph.document(claim.evidence.document);
      const DayBounds days = days_covered(claim.date);
      append_line(
          out,
          {event.id, claim.date.value, day_text(days.earliest), day_text(days.latest),
           to_string(event.type), to_string(claim.factuality), actors, targets, claim.summary,
           document != nullptr ? std::string_view{document->source} : "",
           document != nullptr ? std::string_view{document->published.value} : "",
           std::to_string(claim.evidence.sentence), claim.evidence.quote, claim.evidence.document});
    }
  }
  return out;
}

}  // namespace frise
