// One pass over the corpus, with the same rules for direction as the graph: agents point at their
// events, events at everyone else. Tested in tests/unit/export/network_test.cpp.

#include "export/network.hpp"

#include "export/values.hpp"
#include "frise/record/words.hpp"
#include "text/clean.hpp"

#include <array>
#include <charconv>
#include <unordered_map>
#include <utility>

namespace frise {
namespace {

using Node = NetworkNode;
using Edge = NetworkEdge;
using enum ValueKind;

constexpr auto nodes_table = std::to_array<NetworkColumn<Node>>({
    {"label", text, &Node::label},
    {"kind", text, &Node::kind},
    {"type", text, &Node::type},
    {"graph_id", text, &Node::graph_id},
    {"aliases", text, &Node::aliases},
    {"mentions", integer, &Node::mentions},
    {"date", text, &Node::date},
    {"earliest", text, &Node::earliest},
    {"latest", text, &Node::latest},
    {"factuality", text, &Node::factuality},
    {"status", text, &Node::status},
    {"negated", flag, &Node::negated},
    {"salient", flag, &Node::salient},
    {"sources", integer, &Node::sources},
    {"dates_disagree", flag, &Node::dates_disagree},
    {"amounts_disagree", flag, &Node::amounts_disagree},
    {"lang", text, &Node::lang},
    {"publisher", text, &Node::publisher},
    {"url", text, &Node::url},
});

constexpr auto edges_table = std::to_array<NetworkColumn<Edge>>({
    {"kind", text, &Edge::kind},
    {"type", text, &Edge::type},
    {"graph_id", text, &Edge::graph_id},
    {"date", text, &Edge::date},
    {"earliest", text, &Edge::earliest},
    {"latest", text, &Edge::latest},
    {"polarity", integer, &Edge::polarity},
    {"strength", real, &Edge::strength},
    {"basis", text, &Edge::basis},
    {"expression", text, &Edge::expression},
    {"factuality", text, &Edge::factuality},
    {"amounts", text, &Edge::amounts},
    {"speaker", text, &Edge::speaker},
    {"why", text, &Edge::why},
    {"copy_of", text, &Edge::copy_of},
    {"sources", integer, &Edge::sources},
    {"document", text, &Edge::document},
    {"sentence", integer, &Edge::sentence},
    {"quote", text, &Edge::quote},
    {"rule", text, &Edge::rule},
});

std::string real_text(double value) {
  std::array<char, 32> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value == 0 ? 0.0 : value).ptr;
  return {digits.data(), end};
}

std::string flag_text(bool value) { return value ? "true" : "false"; }

template <class Row>
void set_date(Row& row, const RecordDate& date) {
  const DayBounds bounds = days_covered(date);
  row.date = clean_text(date.value);
  row.earliest = day_text(bounds.earliest);
  row.latest = day_text(bounds.latest);
}

void set_evidence(Edge& edge, const Evidence& evidence) {
  edge.document = document_key(evidence.document);
  edge.sentence = std::to_string(evidence.sentence);
  edge.quote = clean_text(evidence.quote);
  edge.rule = clean_text(evidence.rule);
}

class Builder {
 public:
  explicit Builder(const EventGraph& graph) : graph_{graph}, corpus_{graph.corpus()} {}

  Network build() {
    for (const RecordDocument& document : corpus_.documents) add_document(document);
    for (const MergedEntity& entity : corpus_.entities) add_entity(entity);
    for (const MergedEvent& event : corpus_.events) add_event(event);
    for (const MergedEvent& event : corpus_.events) {
      for (const MergedParticipant& one : event.participants) add_role(event, one);
      for (const Claim& claim : event.claims) add_claim(event, claim);
    }
    for (const MergedStance& stance : corpus_.stances) add_stance(stance);
    for (const MergedRole& role : corpus_.roles) add_office(role);
    for (const EventLink& link : corpus_.links) add_link(link);
    return std::move(network_);
  }

 private:
  Node& node(std::string key, std::string_view id, std::string_view kind) {
    index_.emplace(key, network_.nodes.size());
    Node& made = network_.nodes.emplace_back();
    if (key != id) made.graph_id = clean_text(id);
    made.key = std::move(key);
    made.kind = kind;
    return made;
  }

  void add_document(const RecordDocument& document) {
    Node& made = node(document_key(document.id), document.id, "document");
    made.label = label_of(document);
    set_date(made, {document.published.value, document.published.bounds, {}, false, {}});
    made.lang = clean_text(document.lang);
    made.publisher = clean_text(document.source);
    made.url = web_address(document.url);
  }

  void add_entity(const MergedEntity& entity) {
    Node& made = node(plain_id("entity:x-", entity.id), entity.id, "entity");
    made.label = label_of(entity);
    made.type = to_string(entity.type);
    for (const std::string& alias : entity.aliases) {
      if (!made.aliases.empty()) made.aliases += "; ";
      made.aliases += clean_text(alias);
    }
    made.mentions = std::to_string(entity.mentions);
  }

  void add_event(const MergedEvent& event) {
    Node& made = node(plain_id("event:x-", event.id), event.id, "event");
    made.label = label_of(event);
    made.type = to_string(event.type);
    set_date(made, event.date);
    made.factuality = to_string(event.factuality);
    if (event.status != DealStatus::none) made.status = to_string(event.status);
    made.negated = flag_text(event.negated);
    made.salient = flag_text(event.salient);
    made.sources = std::to_string(event.independent);
    made.dates_disagree = flag_text(event.dates_disagree);
    made.amounts_disagree = flag_text(event.amounts_disagree);
    made.lang = clean_text(event.lang);
  }

  /// Nothing when an end is missing.
  Edge* edge(const std::string& from, const std::string& to, std::string_view kind) {
    const auto begin = index_.find(from);
    const auto end = index_.find(to);
    if (begin == index_.end() || end == index_.end()) return nullptr;
    Edge& made = network_.edges.emplace_back();
    made.from = begin->second;
    made.to = end->second;
    made.kind = kind;
    return &made;
  }

  static std::string entity_key(std::string_view id) { return plain_id("entity:x-", id); }
  static std::string event_key(std::string_view id) { return plain_id("event:x-", id); }

  void add_role(const MergedEvent& event, const MergedParticipant& participant) {
    const std::string who = entity_key(participant.entity);
    const std::string what = event_key(event.id);
    const bool acts = participant.role == ParticipantRole::agent;
    Edge* made = edge(acts ? who : what, acts ? what : who, "role");
    if (made == nullptr) return;
    made->type = to_string(participant.role);
    set_date(*made, event.date);
  }

  void add_claim(const MergedEvent& event, const Claim& claim) {
    Edge* made = edge(document_key(claim.evidence.document), event_key(event.id), "claim");
    if (made == nullptr) return;
    made->type = "tells";
    made->graph_id = clean_text(claim.id);
    set_date(*made, claim.date);
    made->factuality = to_string(claim.factuality);
    made->amounts = amounts_text(claim.amounts);
    made->speaker = speaker_text(graph_, claim.attribution);
    made->why = clean_text(claim.date.why);
    made->copy_of = clean_text(claim.copy_of);
    set_evidence(*made, claim.evidence);
  }

  void add_stance(const MergedStance& stance) {
    Edge* made = edge(entity_key(stance.holder), entity_key(stance.target), "stance");
    if (made == nullptr) return;
    made->type = polarity_word(stance.polarity);
    made->graph_id = clean_text(stance.id);
    set_date(*made, stance.date);
    made->polarity = std::to_string(stance.polarity);
    made->strength = real_text(stance.strength);
    made->basis = to_string(stance.basis);
    made->expression = to_string(stance.expression);
    made->speaker = speaker_text(graph_, stance.attribution);
    made->sources = std::to_string(stance.evidence.size());
    if (!stance.evidence.empty()) set_evidence(*made, stance.evidence.front());
  }

  void add_office(const MergedRole& role) {
    Edge* made = edge(entity_key(role.person), entity_key(role.organization), "office");
    if (made == nullptr) return;
    made->type = clean_text(role.role);
    made->graph_id = clean_text(role.id);
    made->sources = std::to_string(role.claims.size());
    if (!role.claims.empty()) set_evidence(*made, role.claims.front().evidence);
  }

  void add_link(const EventLink& link) {
    Edge* made = edge(event_key(link.from), event_key(link.to), "link");
    if (made == nullptr) return;
    made->type = to_string(link.kind);
    made->why = clean_text(link.why);
  }

  const EventGraph& graph_;
  const Corpus& corpus_;
  Network network_;
  std::unordered_map<std::string, std::size_t> index_;  ///< of nodes, by key
};

}  // namespace

std::string_view type_word(ValueKind kind) noexcept {
  switch (kind) {
    case ValueKind::integer:
      return "long";
    case ValueKind::real:
      return "double";
    case ValueKind::flag:
      return "boolean";
    case ValueKind::text:
      break;
  }
  return "string";
}

std::span<const NetworkColumn<NetworkNode>> node_columns() noexcept { return nodes_table; }
std::span<const NetworkColumn<NetworkEdge>> edge_columns() noexcept { return edges_table; }

Network make_network(const EventGraph& graph) { return Builder{graph}.build(); }

}  // namespace frise
