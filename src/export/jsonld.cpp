// schema.org for what is told and PROV for where it comes from. The context stands in the file, so
// that no processor has to fetch one. What neither vocabulary has a word for (roles of
// participants, EDTF dates, polarity) is under urn:frise:. Read by a JSON-LD processor in
// tests/exports/npm/formats.mjs.

#include "export/values.hpp"
#include "export/writers.hpp"
#include "frise/record/words.hpp"
#include "record/json_writer.hpp"
#include "text/clean.hpp"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace frise {
namespace {

std::string_view schema_type(EntityType type) noexcept {
  switch (type) {
    case EntityType::company:
      return "Corporation";
    case EntityType::person:
      return "Person";
    case EntityType::organization:
    case EntityType::sector:
      return "Organization";
    case EntityType::publication:
      return "NewsMediaOrganization";
    case EntityType::government:
      return "GovernmentOrganization";
    case EntityType::product:
      return "Product";
    case EntityType::place:
      return "Place";
    case EntityType::programme:
    case EntityType::cryptocurrency:
      break;
  }
  return "Thing";
}

std::string iri(std::string_view kind, std::string_view id) {
  return "urn:frise:" + std::string{kind} + ':' + plain_id("x-", id);
}
std::string document_iri(std::string_view id) { return iri("document", id); }
std::string entity_iri(std::string_view id) { return iri("entity", id); }
std::string event_iri(std::string_view id) { return iri("event", id); }
std::string claim_iri(std::string_view id) { return iri("claim", id); }

class Writer {
 public:
  explicit Writer(const EventGraph& graph) : graph_{graph}, out_{json_, 2} {
    for (const EventLink& link : graph.corpus().links) links_.emplace(link.from, &link);
  }

  std::string write() {
    const Corpus& corpus = graph_.corpus();
    out_.begin_object();
    write_context();
    out_.begin_array("@graph");
    begin("urn:frise:software", {"SoftwareApplication", "prov:SoftwareAgent"});
    out_.text("name", "frise");
    out_.end_object();
    for (const RecordDocument& document : corpus.documents) write_document(document);
    for (const MergedEntity& entity : corpus.entities) write_entity(entity);
    for (const MergedEvent& event : corpus.events) write_event(event);
    for (const MergedEvent& event : corpus.events) {
      for (const Claim& claim : event.claims) write_claim(event, claim);
    }
    for (const MergedStance& stance : corpus.stances) write_stance(stance);
    for (const MergedRole& role : corpus.roles) write_role(role);
    out_.end_array();
    out_.end_object();
    return fit_for_script(json_) + '\n';
  }

 private:
  void write_context() {
    out_.begin_object("@context");
    out_.text("@vocab", "https://schema.org/");
    out_.text("prov", "http://www.w3.org/ns/prov#");
    out_.text("frise", "urn:frise:");
    for (const std::string_view key : {"url",
                                       "about",
                                       "appearance",
                                       "publisher",
                                       "author",
                                       "isBasedOn",
                                       "member",
                                       "memberOf",
                                       "prov:wasQuotedFrom",
                                       "prov:wasDerivedFrom",
                                       "prov:wasAttributedTo",
                                       "frise:agent",
                                       "frise:patient",
                                       "frise:recipient",
                                       "frise:instrument",
                                       "frise:place",
                                       "frise:topic",
                                       "frise:holder",
                                       "frise:follows",
                                       "frise:contradicts",
                                       "frise:denies",
                                       "frise:confirms"}) {
      out_.begin_object(key);
      out_.text("@type", "@id");
      out_.end_object();
    }
    out_.end_object();
  }

  void begin(std::string_view id, std::initializer_list<std::string_view> types) {
    out_.begin_object();
    out_.text("@id", id);
    out_.begin_array("@type");
    for (const std::string_view type : types) out_.element(type);
    out_.end_array();
  }

  void write_list(std::string_view key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    out_.begin_array(key);
    for (const std::string& value : values) out_.element(value);
    out_.end_array();
  }

  void write_date(std::string_view key, const RecordDate& date) {
    out_.text(key, calendar_value(date));
    out_.text("frise:date", clean_text(date.value));
    out_.text("frise:earliest", day_text(days_covered(date).earliest));
    out_.text("frise:latest", day_text(days_covered(date).latest));
  }

  void write_document(const RecordDocument& document) {
    begin(document_iri(document.id), {"NewsArticle", "prov:Entity"});
    out_.text("identifier", clean_text(document.id));
    out_.text("headline", label_of(document));
    write_date("datePublished",
               {document.published.value, document.published.bounds, {}, false, {}});
    out_.text("inLanguage", clean_text(document.lang));
    out_.text("url", web_address(document.url));
    out_.text("sourceOrganization", clean_text(document.source));
    out_.text("frise:sha256", clean_text(document.sha256));
    out_.end_object();
  }

  void write_entity(const MergedEntity& entity) {
    begin(entity_iri(entity.id), {schema_type(entity.type)});
    out_.text("identifier", clean_text(entity.id));
    out_.text("name", label_of(entity));
    std::vector<std::string> aliases;
    for (const std::string& alias : entity.aliases) aliases.push_back(clean_text(alias));
    write_list("alternateName", aliases);
    out_.text("additionalType", "urn:frise:" + std::string{to_string(entity.type)});
    out_.end_object();
  }

  void write_event(const MergedEvent& event) {
    begin(event_iri(event.id), {"Event"});
    out_.text("additionalType", "urn:frise:" + std::string{to_string(event.type)});
    out_.text("name", label_of(event));
    write_date("startDate", event.date);
    out_.text("frise:factuality", to_string(event.factuality));
    if (event.status != DealStatus::none) out_.text("frise:status", to_string(event.status));
    if (event.negated) out_.flag("frise:negated", true);
    out_.number("frise:independentSources", event.independent);
    std::set<std::string> about;
    for (std::size_t i = 0; i < event.participants.size();) {
      const ParticipantRole role = event.participants[i].role;
      std::vector<std::string> who;  // participants are sorted by role
      for (; i < event.participants.size() && event.participants[i].role == role; ++i) {
        who.push_back(entity_iri(event.participants[i].entity));
        about.insert(who.back());
      }
      write_list("frise:" + std::string{to_string(role)}, who);
    }
    write_list("about", {about.begin(), about.end()});
    write_links(event);
    out_.end_object();
  }

  void write_links(const MergedEvent& event) {
    for (const LinkKind kind : {LinkKind::follows, LinkKind::contradicts, LinkKind::denies,
                                LinkKind::confirms, LinkKind::refines}) {
      std::vector<std::string> to;
      for (auto [link, end] = links_.equal_range(event.id); link != end; ++link) {
        if (link->second->kind == kind) to.push_back(event_iri(link->second->to));
      }
      write_list("frise:" + std::string{to_string(kind)}, to);
    }
  }

  /// What all that is read in a sentence has.
  void write_evidence(const Evidence& evidence) {
    out_.text("text", clean_text(evidence.quote));
    out_.text("appearance", document_iri(evidence.document));
    out_.text("prov:wasQuotedFrom", document_iri(evidence.document));
    out_.text("prov:wasAttributedTo", "urn:frise:software");
    out_.number("frise:sentence", evidence.sentence);
    out_.text("frise:rule", clean_text(evidence.rule));
  }

  void write_speaker(const std::optional<RecordAttribution>& attribution) {
    if (!attribution) return;
    if (graph_.entity(attribution->speaker) != nullptr) {
      out_.text("author", entity_iri(attribution->speaker));
    } else {
      out_.text("creditText", clean_text(attribution->speaker));
    }
  }

  void write_claim(const MergedEvent& event, const Claim& claim) {
    begin(claim_iri(claim.id), {"Claim", "prov:Entity"});
    out_.text("about", event_iri(event.id));
    out_.text("abstract", clean_text(claim.summary));
    out_.text("inLanguage", clean_text(claim.lang));
    write_evidence(claim.evidence);
    write_speaker(claim.attribution);
    out_.text("frise:date", clean_text(claim.date.value));
    out_.text("frise:dateWhy", clean_text(claim.date.why));
    out_.text("frise:factuality", to_string(claim.factuality));
    out_.text("frise:amounts", amounts_text(claim.amounts));
    if (!claim.copy_of.empty()) out_.text("prov:wasDerivedFrom", claim_iri(claim.copy_of));
    out_.end_object();
  }

  void write_stance(const MergedStance& stance) {
    begin(iri("stance", stance.id), {"Claim", "prov:Entity", "frise:Stance"});
    out_.text("about", entity_iri(stance.target));
    out_.text("frise:holder", entity_iri(stance.holder));
    out_.number("frise:polarity", stance.polarity);
    out_.real("frise:strength", stance.strength);
    out_.text("frise:basis", to_string(stance.basis));
    write_date("temporal", stance.date);
    write_speaker(stance.attribution);
    if (!stance.evidence.empty()) write_evidence(stance.evidence.front());
    out_.end_object();
  }

  void write_role(const MergedRole& role) {
    begin(iri("role", role.id), {"OrganizationRole", "prov:Entity"});
    out_.text("roleName", clean_text(role.role));
    out_.text("member", entity_iri(role.person));
    out_.text("memberOf", entity_iri(role.organization));
    if (!role.claims.empty()) write_evidence(role.claims.front().evidence);
    out_.end_object();
  }

  const EventGraph& graph_;
  std::multimap<std::string_view, const EventLink*> links_;  ///< by where they begin
  std::string json_;
  JsonWriter out_;
};

}  // namespace

std::string write_jsonld(const EventGraph& graph) { return Writer{graph}.write(); }

}  // namespace frise
