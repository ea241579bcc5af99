// FollowTheMoney entities, one a line: schema and properties as the model's own files name them.
// Actors are legal entities; products, programmes and cryptocurrencies assets; places addresses;
// an article is an Article and what it claims of an event a Documentation. Checked by the model
// itself in tests/exports/npm/formats.mjs.

#include "export/values.hpp"
#include "export/writers.hpp"
#include "frise/record/words.hpp"
#include "record/json_writer.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace frise {
namespace {

std::string_view schema_of(EntityType type) noexcept {
  switch (type) {
    case EntityType::company:
      return "Company";
    case EntityType::person:
      return "Person";
    case EntityType::organization:
    case EntityType::publication:
      return "Organization";
    case EntityType::government:
      return "PublicBody";
    case EntityType::product:
    case EntityType::programme:
    case EntityType::cryptocurrency:
      return "Asset";
    case EntityType::sector:
      return "LegalEntity";
    case EntityType::place:
      return "Address";
  }
  return "LegalEntity";
}

bool is_legal(EntityType type) noexcept {
  const std::string_view schema = schema_of(type);
  return schema != "Asset" && schema != "Address";
}

/// The model wants three letters.
std::string_view language_of(std::string_view lang) noexcept {
  constexpr std::pair<std::string_view, std::string_view> known[] = {
      {"fr", "fra"}, {"en", "eng"}, {"es", "spa"}, {"de", "deu"}, {"it", "ita"}, {"pt", "por"}};
  for (const auto& [two, three] : known) {
    if (lang == two) return three;
  }
  return {};
}

/// One entity of FollowTheMoney, written when it ends.
class Line {
 public:
  Line(std::string& out, std::string_view id, std::string_view schema) : out_{out}, json_{out} {
    json_.begin_object();
    json_.text("id", id);
    json_.text("schema", schema);
    json_.begin_object("properties");
  }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  ~Line() {
    json_.end_object();
    json_.end_object();
    out_ += '\n';
  }

  Line& set(std::string_view property, std::string_view value) {
    return set(property, std::vector<std::string>{std::string{value}});
  }
  /// Empty values are left out.
  Line& set(std::string_view property, const std::vector<std::string>& values) {
    const auto told = [](const std::string& value) { return !value.empty(); };
    if (std::none_of(values.begin(), values.end(), told)) return *this;
    json_.begin_array(property);
    for (const std::string& value : values) {
      if (told(value)) json_.element(value);
    }
    json_.end_array();
    return *this;
  }
  /// The value where the model can hold it, and the days that it covers where it is wider.
  Line& set_date(const RecordDate& date) {
    const std::string value = calendar_value(date);
    set("date", value);
    if (!value.empty()) return *this;
    set("startDate", day_text(days_covered(date).earliest));
    return set("endDate", day_text(days_covered(date).latest));
  }

 private:
  std::string& out_;
  JsonWriter json_;
};

std::string entity_key(std::string_view id) { return plain_id("entity:x-", id); }
std::string event_key(std::string_view id) { return plain_id("event:x-", id); }

class Writer {
 public:
  explicit Writer(const EventGraph& graph) : graph_{graph} {}

  std::string write() {
    const Corpus& corpus = graph_.corpus();
    for (const RecordDocument& document : corpus.documents) write_document(document);
    for (const MergedEntity& entity : corpus.entities) write_entity(entity);
    for (const MergedEvent& event : corpus.events) write_event(event);
    for (const MergedStance& stance : corpus.stances) write_stance(stance);
    for (const MergedRole& role : corpus.roles) write_role(role);
    for (const EventLink& link : corpus.links) {
      write_tie("link:" + plain_id("x-", link.from + ' ' + link.to), event_key(link.from),
                event_key(link.to), to_string(link.kind), clean_text(link.why), {});
    }
    return std::move(out_);
  }

 private:
  void write_document(const RecordDocument& document) {
    const RecordDate published{document.published.value, document.published.bounds, {}, false, {}};
    Line line{out_, document_key(document.id), "Article"};
    line.set("name", label_of(document))
        .set("title", clean_text(document.title))
        .set("fileName", clean_text(document.path))
        .set("publisher", clean_text(document.source))
        .set("sourceUrl", web_address(document.url))
        .set("language", language_of(document.lang))
        .set("publishedAt", calendar_value(published));
  }

  void write_entity(const MergedEntity& entity) {
    std::vector<std::string> aliases;
    for (const std::string& alias : entity.aliases) aliases.push_back(clean_text(alias));
    Line line{out_, entity_key(entity.id), schema_of(entity.type)};
    line.set("name", label_of(entity)).set("alias", aliases);
    if (entity.type == EntityType::place) line.set("full", label_of(entity));
    if (is_legal(entity.type)) line.set("classification", to_string(entity.type));
    if (!is_legal(entity.type)) line.set("keywords", to_string(entity.type));
  }

  void write_event(const MergedEvent& event) {
    std::vector<std::string> organizers;
    std::vector<std::string> involved;
    std::vector<const MergedParticipant*> others;
    for (const MergedParticipant& one : event.participants) {
      const MergedEntity* entity = graph_.entity(one.entity);
      if (entity == nullptr) continue;
      const bool acts = one.role == ParticipantRole::agent;
      if (!is_legal(entity->type)) {
        others.push_back(&one);
      } else {
        (acts ? organizers : involved).push_back(entity_key(one.entity));
      }
    }
    std::vector<std::string> proof;
    for (const Claim& claim : event.claims) {
      std::string key = document_key(claim.evidence.document);
      if (graph_.document(claim.evidence.document) != nullptr &&
          (proof.empty() || proof.back() != key)) {
        proof.push_back(std::move(key));
      }
    }
    {
      Line line{out_, event_key(event.id), "Event"};
      line.set("name", label_of(event))
          .set_date(event.date)
          .set("organizer", organizers)
          .set("involved", involved)
          .set("keywords", to_string(event.type))
          .set("important", to_string(event.factuality))
          .set("proof", proof);
    }
    for (const MergedParticipant* one : others) {
      const std::string id = event.id + ' ' + one->entity + ' ' + std::string{to_string(one->role)};
      write_tie("part:" + plain_id("x-", id), event_key(event.id), entity_key(one->entity),
                to_string(one->role), {}, event.date);
    }
    for (const Claim& claim : event.claims) write_claim(event, claim);
  }

  void write_claim(const MergedEvent& event, const Claim& claim) {
    if (graph_.document(claim.evidence.document) == nullptr) return;
    Line line{out_, plain_id("claim:x-", claim.id), "Documentation"};
    line.set("document", document_key(claim.evidence.document))
        .set("entity", event_key(event.id))
        .set("role", to_string(claim.factuality))
        .set_date(claim.date)
        .set("summary", clean_text(claim.summary))
        .set("description", clean_text(claim.evidence.quote));
  }

  void write_stance(const MergedStance& stance) {
    const std::string quote =
        stance.evidence.empty() ? std::string{} : clean_text(stance.evidence.front().quote);
    write_tie(plain_id("stance:x-", stance.id), entity_key(stance.holder),
              entity_key(stance.target), polarity_word(stance.polarity), quote, stance.date);
  }

  void write_role(const MergedRole& role) {
    const MergedEntity* person = graph_.entity(role.person);
    const MergedEntity* employer = graph_.entity(role.organization);
    if (person == nullptr || employer == nullptr) return;
    const std::string quote =
        role.claims.empty() ? std::string{} : clean_text(role.claims.front().evidence.quote);
    const std::string id = plain_id("role:x-", role.id);
    const bool employs = is_legal(employer->type) && employer->type != EntityType::sector &&
                         employer->type != EntityType::person;
    if (person->type != EntityType::person || !employs) {
      write_tie(id, entity_key(role.person), entity_key(role.organization), clean_text(role.role),
                quote, {});
      return;
    }
    Line line{out_, id, "Employment"};
    line.set("employee", entity_key(role.person))
        .set("employer", entity_key(role.organization))
        .set("role", clean_text(role.role))
        .set("description", quote);
  }

  void write_tie(std::string_view id, const std::string& subject, const std::string& object,
                 std::string_view role, const std::string& quote, const RecordDate& date) {
    Line line{out_, id, "UnknownLink"};
    line.set("subject", subject)
        .set("object", object)
        .set("role", role)
        .set_date(date)
        .set("description", quote);
  }

  const EventGraph& graph_;
  std::string out_;
};

}  // namespace

std::string write_followthemoney(const EventGraph& graph) { return Writer{graph}.write(); }

}  // namespace frise
