// The events of the timeline joined with what the graph knows of them, and that as JSON. Tested in
// tests/unit/render/report_test.cpp.

#include "record/json_writer.hpp"
#include "render/report_parts.hpp"
#include "render/svg_parts.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace frise::render {
namespace {

class Gatherer {
 public:
  Gatherer(const EventGraph& graph, const TimelineView& timeline, const RelationView& map)
      : graph_{graph} {
    data_.locale = timeline.locale;
    for (const TimelineItem& item : timeline.items) add_event(item);
    for (const MapRelation& relation : map.relations) {
      data_.relations.push_back({hashed_id("rel-", relation.id),
                                 entity_at(map.nodes[relation.from].id),
                                 entity_at(map.nodes[relation.to].id)});
    }
  }

  ReportData take() { return std::move(data_); }

 private:
  void add_event(const TimelineItem& item) {
    const MergedEvent* event = graph_.event(item.id);
    const std::string id = hashed_id("ev-", item.id);
    if (event == nullptr || !events_.emplace(id, data_.events.size()).second) return;
    ReportEvent made{id, &item, event, {}, {}, {}};
    for (const MergedParticipant& one : event->participants) {
      if (graph_.entity(one.entity) == nullptr) continue;
      auto& side = one.role == ParticipantRole::agent ? made.who : made.whom;
      const std::size_t entity = entity_at(one.entity);
      if (std::find(side.begin(), side.end(), entity) == side.end()) side.push_back(entity);
    }
    for (const Claim& claim : event->claims) {
      made.claims.push_back({document_at(claim.evidence.document), &claim});
    }
    data_.events.push_back(std::move(made));
  }

  std::size_t entity_at(const std::string& id) {
    const auto [found, fresh] = entities_.try_emplace(id, data_.entities.size());
    if (fresh) {
      const MergedEntity* entity = graph_.entity(id);
      data_.entities.push_back(
          {hashed_id("en-", id), clean_text(entity != nullptr ? entity->name : id)});
    }
    return found->second;
  }

  std::size_t document_at(const std::string& id) {
    const auto [found, fresh] = documents_.try_emplace(id, data_.documents.size());
    if (!fresh) return found->second;
    ReportDocument made;
    const RecordDocument* document = graph_.document(id);
    if (document != nullptr) {
      // A text without title or publisher is called by its id.
      const bool bare = document->title.empty() && document->source.empty();
      for (const std::string* part : {bare ? &document->id : &document->title, &document->source,
                                      &document->published.value}) {
        const std::string words = clean_text(*part);
        if (words.empty()) continue;
        if (!made.name.empty()) made.name += ", ";
        made.name += words;
      }
      made.url = web_address(document->url);
    }
    if (made.name.empty()) made.name = clean_text(id);
    const auto& corrections = graph_.corpus().corrections;
    made.lines = std::any_of(corrections.begin(), corrections.end(),
                             [&id](const auto& one) { return one.document == id; });
    data_.documents.push_back(std::move(made));
    return found->second;
  }

  const EventGraph& graph_;
  ReportData data_;
  std::unordered_map<std::string, std::size_t> entities_;
  std::unordered_map<std::string, std::size_t> documents_;
  std::unordered_map<std::string, std::size_t> events_;
};

void write_indices(JsonWriter& out, std::string_view key, const std::vector<std::size_t>& values) {
  out.begin_array(key);
  for (const std::size_t value : values) out.number({}, static_cast<std::int64_t>(value));
  out.end_array();
}

void write_day(JsonWriter& out, std::string_view key, const std::optional<Day>& day) {
  if (day) out.number(key, day->time_since_epoch().count());
}

std::string speaker_of(const EventGraph& graph, const Claim& claim) {
  if (!claim.attribution) return {};
  const MergedEntity* entity = graph.entity(claim.attribution->speaker);
  return clean_text(entity != nullptr ? entity->name : claim.attribution->speaker);
}

void write_words(JsonWriter& out, std::string_view locale) {
  constexpr std::pair<std::string_view, ReportWord> words[] = {
      {"shown", ReportWord::shown},
      {"bin", ReportWord::bin},
      {"othersLane", ReportWord::others_lane},
      {"overview", ReportWord::overview},
      {"sentence", ReportWord::sentence},
      {"line", ReportWord::line},
      {"speaker", ReportWord::speaker},
      {"copy", ReportWord::copy},
      {"why", ReportWord::why},
      {"close", ReportWord::close},
      {"when", ReportWord::when},
      {"what", ReportWord::type},
      {"actors", ReportWord::actors},
      {"others", ReportWord::others},
      {"stance", ReportWord::stance},
      {"factuality", ReportWord::factuality}};
  out.begin_object("words");
  for (const auto& [key, which] : words) out.text(key, word(which, locale));
  out.end_object();
}

void write_claim(JsonWriter& out, const EventGraph& graph, const ReportClaim& one,
                 std::string_view locale, const SentenceContexts& contexts) {
  const Claim& claim = *one.claim;
  out.begin_object();
  out.number("doc", static_cast<std::int64_t>(one.document));
  out.number("n", claim.evidence.sentence);
  out.text("quote", clean_text(claim.evidence.quote));
  const RecordDocument* document = graph.document(claim.evidence.document);
  const auto around = document == nullptr
                          ? contexts.end()
                          : contexts.find({document->sha256, claim.evidence.span.begin});
  if (around != contexts.end()) {
    out.text("before", around->second.before);
    out.text("after", around->second.after);
  }
  out.text("speaker", speaker_of(graph, claim));
  out.text("why", why_words(clean_text(claim.date.why), locale));
  if (!claim.copy_of.empty()) out.flag("copy", true);
  out.end_object();
}

}  // namespace

ReportData gather_report(const EventGraph& graph, const TimelineView& timeline,
                         const RelationView& map) {
  return Gatherer{graph, timeline, map}.take();
}

std::string report_json(const EventGraph& graph, const ReportData& data,
                        const SentenceContexts& contexts) {
  std::string json;
  JsonWriter out{json};
  out.begin_object();
  out.text("locale", data.locale);
  write_words(out, data.locale);
  out.begin_array("documents");
  for (const ReportDocument& document : data.documents) {
    out.begin_object();
    out.text("name", document.name);
    out.text("url", document.url);
    if (document.lines) out.flag("lines", true);
    out.end_object();
  }
  out.end_array();
  out.begin_array("entities");
  for (const ReportEntity& entity : data.entities) {
    out.begin_object();
    out.text("id", entity.id);
    out.text("name", entity.name);
    out.end_object();
  }
  out.end_array();
  out.begin_array("events");
  for (const ReportEvent& one : data.events) {
    out.begin_object();
    out.text("id", one.id);
    out.text("key", clean_text(one.item->id));
    out.text("label", one.item->label);
    out.text("when", one.item->date_label);
    if (one.item->date) {
      write_day(out, "from", one.item->date->bounds.earliest);
      write_day(out, "to", one.item->date->bounds.latest);
    }
    out.text("type", to_string(one.event->type));
    out.text("typeWord", word(one.event->type, data.locale));
    out.text("stance", key_of(one.item->stance));
    out.text("stanceWord", word(one.item->stance, data.locale));
    out.text("factuality", to_string(one.item->factuality));
    out.text("factualityWord", word(one.item->factuality, data.locale));
    write_indices(out, "who", one.who);
    write_indices(out, "whom", one.whom);
    out.begin_array("claims");
    for (const ReportClaim& claim : one.claims)
      write_claim(out, graph, claim, data.locale, contexts);
    out.end_array();
    out.end_object();
  }
  out.end_array();
  out.begin_array("relations");
  for (const ReportRelation& relation : data.relations) {
    out.begin_object();
    out.text("id", relation.id);
    out.number("from", static_cast<std::int64_t>(relation.from));
    out.number("to", static_cast<std::int64_t>(relation.to));
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return fit_for_script(json);
}

}  // namespace frise::render
